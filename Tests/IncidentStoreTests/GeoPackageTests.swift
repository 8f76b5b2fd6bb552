import Foundation
import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing

@testable import IncidentStore

@Suite("The store as a GeoPackage")
struct GeoPackageTests {
  let folder: TemporaryFolder
  let store: IncidentStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.makeStore()
  }

  @Test func `the header is GeoPackage 1.3's and there is no write-ahead log`() throws {
    #expect(try store.column("PRAGMA application_id") == ["1196444487"])  // "GPKG"
    #expect(try store.column("PRAGMA user_version") == ["10300"])
    #expect(try store.column("PRAGMA journal_mode") == ["delete"])
    #expect(
      try store.column("SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1") == ["-1", "0", "4326"])
  }

  /// The names of OGC 12-128r18 (1.3.1), annex F.3: GDAL 3.6.2's validator asks for each.
  @Test(arguments: ["incidents", "places"])
  func `the triggers of the spatial index are those of GeoPackage 1.3`(table: String) throws {
    let names = ["delete", "insert", "update1", "update2", "update3", "update4"]
    let triggers = try store.column(
      "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '\(table)' ORDER BY 1")
    #expect(triggers == names.map { "rtree_\(table)_geom_\($0)" })
  }

  @Test func `every table is registered`() throws {
    let tables = try store.column(
      """
      SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'gpkg_%'
      AND name NOT LIKE 'rtree_%' AND name NOT LIKE 'sqlite_%' ORDER BY name
      """)
    #expect(try store.column("SELECT table_name FROM gpkg_contents ORDER BY 1") == tables)
    #expect(
      try store.column(
        "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY 1")
        == ["incidents", "places"])
    #expect(
      try store.rows("SELECT table_name, column_name, extension_name, scope FROM gpkg_extensions")
        == ["incidents", "places"].map { [$0, "geom", "gpkg_rtree_index", "write-only"] })
  }

  @Test func `every column of every table is documented`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/IncidentStore/IncidentStore.docc/IncidentStore.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let tables = try store.column("SELECT table_name FROM gpkg_contents")
    for case let table? in tables {
      #expect(text.contains("`\(table)`") || text.contains("### \(table)\n"))
      guard !["incidents", "layer_styles"].contains(table) else { continue }
      for column in try store.rows("PRAGMA table_info(\(table))").compactMap({ $0[1] })
      where !["id", "fid", "geom"].contains(column) {
        #expect(text.contains("`\(column)`"), "\(table).\(column)")
      }
    }
  }

  @Test func `the columns are those of the model`() throws {
    let columns = try store.rows("PRAGMA table_info(incidents)").map { $0[1] }
    #expect(columns == ["fid", "geom"] + IncidentField.all.map(\.name))
    let types = try store.rows("PRAGMA table_info(incidents)").compactMap { $0[2] }
    #expect(Set(types) == ["INTEGER", "POINT", "TEXT", "DATE", "DATETIME", "REAL", "BOOLEAN"])
  }

  /// The box of `gpkg_contents`, and the spatial index against the points.
  private func check(extent: [String?], indexed: Int) throws {
    #expect(
      try store.rows(
        "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'incidents'")
        == [extent])
    #expect(try store.column("SELECT rtreecheck('rtree_incidents_geom')") == ["ok"])
    #expect(try store.column("SELECT count(*) FROM rtree_incidents_geom") == ["\(indexed)"])
    #expect(
      try store.column(
        """
        SELECT count(*) FROM incidents i LEFT JOIN rtree_incidents_geom r ON r.id = i.fid
        WHERE geom NOTNULL AND (r.id ISNULL OR ST_MinX(geom) NOT BETWEEN minx AND maxx
          OR ST_MinY(geom) NOT BETWEEN miny AND maxy)
        """) == ["0"])
  }

  @Test func `extent and spatial index follow every change`() throws {
    try check(extent: [nil, nil, nil, nil], indexed: 0)
    let position = { Position(longitude: $0, latitude: $1) }
    let three = [
      Fixture.bare(1, at: position(20.6897, 43.1)), Fixture.bare(2, at: position(21.5, 42.1)),
      Fixture.bare(3, at: nil),
    ]
    try store.replaceIncidents(three, run: Fixture.run)
    try check(extent: ["20.6897", "42.1", "21.5", "43.1"], indexed: 2)
    let moved = [
      Fixture.bare(1, at: nil), Fixture.bare(2, at: position(-5.25, 41)),
      Fixture.bare(3, at: position(0, 0)),
    ]
    try store.replaceIncidents(moved, run: Fixture.run)
    try check(extent: ["-5.25", "0.0", "0.0", "41.0"], indexed: 2)
    try store.replaceIncidents([moved[1]], run: Fixture.run)
    try check(extent: ["-5.25", "41.0", "-5.25", "41.0"], indexed: 1)
    try store.replaceIncidents([], run: Fixture.run)
    try check(extent: [nil, nil, nil, nil], indexed: 0)
  }

  @Test func `a bulk load leaves the same triggers and a full index`() throws {
    var random = Seed.beta.generator
    let before = try store.column("SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY 1")
    let many = (1...1200).map { Fixture.bare($0, at: $0 % 7 == 0 ? nil : random.position()) }
    try store.replaceIncidents(many, run: Fixture.run)
    #expect(
      try store.column("SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY 1") == before)
    #expect(try store.info().problems == [])
    #expect(try store.info().locatedIncidents == 1200 - 171)
  }

  @Test func `a missing row of the spatial index is a problem`() throws {
    try store.replaceIncidents([Fixture.bare(1, at: Fixture.zvecan)], run: Fixture.run)
    #expect(try store.info().problems == [])
    try store.rows("DELETE FROM rtree_incidents_geom")
    #expect(
      try store.info().problems == ["rtree_incidents_geom and incidents differ in 1 rows"])
  }

  @Test func `a point is 29 bytes as the standard draws them`() {
    let blob = PointBlob.encode(Position(longitude: 10, latitude: -2))
    let bytes: [UInt8] = [
      0x47, 0x50, 0, 1, 0xE6, 0x10, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x24, 0x40, 0, 0, 0, 0,
      0, 0, 0, 0xC0,
    ]
    #expect(Array(blob) == bytes)
    #expect(PointBlob.decode(blob) == Position(longitude: 10, latitude: -2))
  }

  @Test func `points that other programs write are read, and nothing else`() throws {
    var other = PointBlob.encode(Position(longitude: 10, latitude: -2))
    other[3] = 0x10  // an empty point
    #expect(PointBlob.decode(other) == nil)
    other[3] = 0x03  // an envelope of 32 bytes, little-endian
    other.insert(contentsOf: Array(repeating: 0, count: 32), at: 8)
    #expect(PointBlob.decode(other) == Position(longitude: 10, latitude: -2))
    other[41] = 2  // a line
    #expect(PointBlob.decode(other) == nil)
    let big: [UInt8] = [
      0x47, 0x50, 0, 0, 0, 0, 0x10, 0xE6, 0, 0, 0, 0, 1, 0x40, 0x24, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0,
      0, 0, 0, 0, 0,
    ]
    let bigEndian = Data(big)
    #expect(PointBlob.decode(bigEndian) == Position(longitude: 10, latitude: -2))
    #expect(PointBlob.decode(bigEndian.prefix(20)) == nil)
  }

  @Test func `the style finds its layer and shows every class and field`() throws {
    let rows = try store.rows(
      """
      SELECT f_table_catalog, f_table_schema, f_table_name, f_geometry_column, useAsDefault,
        styleQML FROM layer_styles
      """)
    #expect(rows.count == 1)
    #expect(rows.first?.prefix(5) == ["", "", "incidents", "geom", "1"])
    let qml = try #require(rows.first?.last ?? nil)
    for type in EventType.allCases { #expect(qml.contains("<category value=\"\(type.rawValue)\"")) }
    for field in IncidentField.all { #expect(qml.contains("<alias field=\"\(field.name)\"")) }
    #expect(qml.contains("startField=\"occurred_at\""))
    #expect(qml.contains("value=\"213,94,0,255\""))
  }

  @Test func `every class has a shape and a colour of its own`() {
    let symbols = EventType.allCases.map(\.symbol)
    #expect(Set(symbols.map(\.shape)).count == 8)
    #expect(Set(symbols.map(\.color)).count == 8)
  }
}
