internal import GRDB
internal import Geodesy
public import SimpleFeatures

extension GeoPackageFile {
  /// A feature table as a layer.
  public struct ReadLayer: Hashable, Sendable {
    /// The features that can be drawn, called as the file calls the table.
    public var layer: Layer
    /// How many features have no geometry, or a damaged one.
    public var passedOver: Int
  }

  /// Every feature table as a layer, by its name, in longitude and latitude.
  ///
  /// Tables in a projected system of the EPSG registry are transformed. Properties are what is no blob.
  ///
  /// - Parameter path: The file's path.
  /// - Returns: The layers; features without a place in the world are counted and left out.
  /// - Throws: ``StoreError/missing(path:)``; ``StoreError/unusableGeometries(path:reason:)`` where the
  ///   file is no GeoPackage or a table's reference system is none of these;
  ///   ``StoreError/unreadable(path:reason:)``.
  public static func layers(at path: String) throws(StoreError) -> [ReadLayer] {
    try reading(path) { db in
      try tables(in: db).map { try layer($0, in: db) }
    }
  }

  private static func layer(_ table: Table, in db: Database) throws -> ReadLayer {
    guard let code = table.epsg else { throw table.unusableSystem }
    var projection: Projection?
    if code != 4326 {
      do {
        projection = try Projection(to: .epsg(code))
      } catch {
        throw table.unusableSystem
      }
    }
    let columns = try db.columns(in: table.name).map(\.name).filter { $0 != table.column }
    let wanted = ([table.column] + columns).map(\.quotedDatabaseIdentifier).joined(separator: ", ")
    let rows = try RowCursor(
      db.makeStatement(sql: "SELECT \(wanted) FROM \(table.name.quotedDatabaseIdentifier)"))
    var read = ReadLayer(layer: Layer(name: table.title, features: []), passedOver: 0)
    while try rows.next() {
      guard let geometry = geometry(of: rows, projection) else {
        read.passedOver += 1
        continue
      }
      var feature = Feature(geometry: geometry)
      for (index, name) in columns.enumerated() {
        feature.properties[name] = property(index + 1, of: rows)
      }
      read.layer.features.append(feature)
    }
    return read
  }

  private static func property(_ column: Int, of rows: borrowing RowCursor) -> PropertyValue? {
    switch rows.type(column) {
    case .text: .text(rows.text(column))
    case .integer, .real: .number(rows.real(column))
    case .null, .blob: nil
    }
  }

  /// A row's geometry in longitude and latitude; `nil` where it has none, or one out of the world.
  private static func geometry(
    of rows: borrowing RowCursor, _ projection: Projection?
  ) -> Geometry? {
    guard rows.type(0) == .blob else { return nil }
    let bytes = rows.withBytes(0) { blob in blob.indices.map { blob[$0] } }
    guard var geometry = try? GeometryBlob.decode(bytes) else { return nil }
    if let projection {
      // The axes of a GeoPackage are easting and northing, whatever the registry says.
      guard
        let moved = try? geometry.map({
          try projection.inverse(PlanarPosition(easting: $0.longitude, northing: $0.latitude))
        })
      else { return nil }
      geometry = moved
    }
    return geometry.positions.allSatisfy(\.isValid) && geometry.isWhole ? geometry : nil
  }
}

extension Geometry {
  /// The same geometry at other positions.
  fileprivate func map(_ move: (Position) throws -> Position) rethrows -> Geometry {
    switch self {
    case .point(let position): .point(try move(position))
    case .multiPoint(let positions): .multiPoint(try positions.map(move))
    case .lineString(let line): .lineString(try line.map(move))
    case .multiLineString(let lines): .multiLineString(try lines.map { try $0.map(move) })
    case .polygon(let polygon): .polygon(try polygon.map(move))
    case .multiPolygon(let polygons): .multiPolygon(try polygons.map { try $0.map(move) })
    case .collection(let parts): .collection(try parts.map { try $0.map(move) })
    }
  }

  /// Whether lines have two positions and rings four at least.
  fileprivate var isWhole: Bool {
    lines.allSatisfy { $0.count > 1 }
      && polygons.allSatisfy { $0.exterior.count > 3 && $0.interiors.allSatisfy { $0.count > 3 } }
  }
}

extension Polygon {
  fileprivate func map(_ move: (Position) throws -> Position) rethrows -> Polygon {
    Polygon(
      exterior: try exterior.map(move), interiors: try interiors.map { try $0.map(move) })
  }
}
