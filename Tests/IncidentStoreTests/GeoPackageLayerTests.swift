import Foundation
import SimpleFeatures
import Testing

@testable import IncidentStore

@Suite("Layers of a GeoPackage") struct GeoPackageLayerTests {
  let folder: TemporaryFolder
  let store: IncidentStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.makeStore()
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined()
  }

  /// A geometry as a GeoPackage has it: little-endian, without an envelope.
  private func blob(_ geometry: Geometry) -> String {
    "X'4750000100000000\(hexadecimal(WKB.encode(geometry)))'"
  }

  private func makeTable(_ name: String, system: Int, organization: String, _ rows: [String]) throws
  {
    try store.rows(
      "CREATE TABLE \(name) (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT, size REAL)")
    if system != 4326 {
      try store.rows(
        """
        INSERT INTO gpkg_spatial_ref_sys
        VALUES ('x', \(system), '\(organization)', \(system), 'undefined', '')
        """)
    }
    try store.rows(
      """
      INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)
      VALUES ('\(name)', 'features', 'The \(name)', \(system))
      """)
    try store.rows(
      "INSERT INTO gpkg_geometry_columns VALUES ('\(name)', 'geom', 'GEOMETRY', \(system), 0, 0)")
    for row in rows { try store.rows("INSERT INTO \(name) (geom, name, size) VALUES (\(row))") }
  }

  private func layer(_ name: String) throws -> GeoPackageFile.ReadLayer? {
    try GeoPackageFile.layers(at: folder.path()).first { $0.layer.name == "The \(name)" }
  }

  @Test func `a table is a layer, and rows without a usable geometry are counted`() throws {
    let place = Position(longitude: 20.8, latitude: 43.1)
    let off = Position(longitude: 200, latitude: 43.1)
    try makeTable(
      "zones", system: 4326, organization: "EPSG",
      [
        "\(blob(.point(place))), 'Depot', 7.5", "NULL, 'none', 1", "X'4750', 'broken', 2",
        "\(blob(.point(off))), 'off the globe', 3", "\(blob(.point(place))), NULL, NULL",
      ])
    let read = try #require(try layer("zones"))
    #expect(read.passedOver == 3)
    #expect(read.layer.features.map(\.geometry) == [.point(place), .point(place)])
    #expect(read.layer.features[0].text("name") == "Depot")
    #expect(read.layer.features[0].properties["size"] == .number(7.5))
    #expect(read.layer.features[1].text("name") == nil)
  }

  /// The pair of positions is that of PROJ 9.1's `cs2cs EPSG:4326 EPSG:32634`.
  @Test func `a projected table is transformed`() throws {
    let planar = Position(longitude: 483_953.660, latitude: 4_772_371.689)
    try makeTable("utm", system: 32634, organization: "epsg", ["\(blob(.point(planar))), '', 0"])
    let read = try #require(try layer("utm"))
    guard case .point(let position) = read.layer.features.first?.geometry else {
      Issue.record("no point was read")
      return
    }
    #expect(abs(position.longitude - 20.8028) < 1e-7)
    #expect(abs(position.latitude - 43.1039) < 1e-7)
  }

  @Test(arguments: [(900_000, "mine"), (4258, "EPSG")])
  func `a table in another system is refused by name`(system: Int, organization: String) throws {
    try makeTable("odd", system: system, organization: organization, [])
    let error = #expect(throws: StoreError.self) { try GeoPackageFile.layers(at: folder.path()) }
    #expect(error?.description.contains("its table odd is not in EPSG:4326") == true)
  }

  @Test(arguments: ["CRS84", "crs84", "84"])
  func `a table in OGC's name for WGS 84 is read`(code: String) throws {
    let place = Position(longitude: 20.8, latitude: 43.1)
    try makeTable("ogc", system: 900_084, organization: "OGC", ["\(blob(.point(place))), '', 0"])
    try store.rows(
      """
      UPDATE gpkg_spatial_ref_sys SET organization_coordsys_id = '\(code)' WHERE srs_id = 900084
      """)
    #expect(try layer("ogc")?.layer.features.map(\.geometry) == [.point(place)])
    #expect(try GeoPackageFile.geometries(at: folder.path()) == [.point(place)])
  }

  @Test func `a table in the system 4326 of no organization is read`() throws {
    let place = Position(longitude: 20.8, latitude: 43.1)
    try makeTable("bare", system: 4326, organization: "", ["\(blob(.point(place))), '', 0"])
    try store.rows("ALTER TABLE gpkg_spatial_ref_sys RENAME COLUMN organization TO registry")
    try store.rows("ALTER TABLE gpkg_spatial_ref_sys ADD COLUMN organization TEXT")
    #expect(try layer("bare")?.layer.features.map(\.geometry) == [.point(place)])
  }

  @Test func `a table that the contents do not list is read under its own name`() throws {
    let place = Position(longitude: 20.8, latitude: 43.1)
    try makeTable("unlisted", system: 4326, organization: "", ["\(blob(.point(place))), '', 0"])
    try store.rows("ALTER TABLE gpkg_contents RENAME TO listed")
    try store.rows("CREATE TABLE gpkg_contents (table_name TEXT, identifier TEXT)")
    let read = try GeoPackageFile.layers(at: folder.path()).first { $0.layer.name == "unlisted" }
    #expect(read?.layer.features.map(\.geometry) == [.point(place)])
  }

  @Test func `a file that is no GeoPackage is refused by name`() throws {
    let path = folder.path("not.gpkg")
    try Data("no database at all".utf8).write(to: URL(filePath: path))
    let error = #expect(throws: StoreError.self) { try GeoPackageFile.layers(at: path) }
    #expect(error?.description.contains(path) == true)
  }
}
