internal import FoundationEssentials
internal import GRDB
internal import SimpleFeatures

/// The SQL functions that a GeoPackage's R-tree triggers call and that SQLite lacks.
///
/// See OGC 12-128r18, annex F.3, table 46. Our tables hold points only, so a box has no width.
enum SpatialFunctions {
  static let all: [DatabaseFunction] = [
    function("ST_IsEmpty") { $0 == nil },
    function("ST_MinX") { $0?.longitude },
    function("ST_MaxX") { $0?.longitude },
    function("ST_MinY") { $0?.latitude },
    function("ST_MaxY") { $0?.latitude },
  ]

  private static func function(
    _ name: String, _ value: @escaping @Sendable (Position?) -> (any DatabaseValueConvertible)?
  ) -> DatabaseFunction {
    DatabaseFunction(name, argumentCount: 1, pure: true) { arguments in
      guard let blob = Data.fromDatabaseValue(arguments[0]) else { return nil }
      return value(PointBlob.decode(blob))
    }
  }
}
