/// Geometries as well-known binary, the form of ISO 19125 that GeoPackage and PostGIS keep.
public enum WKB {
  /// The bytes of a geometry, little-endian, XY only.
  public static func encode(_ geometry: Geometry) -> [UInt8] {
    var writer = WKBWriter()
    writer.write(geometry)
    return writer.bytes
  }

  /// The geometry that bytes of either byte order hold.
  ///
  /// Heights and measures are read over; the input is not trusted: no count is believed before the
  /// bytes for it are there.
  ///
  /// - Parameter bytes: One geometry and nothing after it.
  /// - Returns: The geometry, its coordinates finite; rings and lines are taken as they are.
  /// - Throws: ``WKBError`` with the offset of the first byte that cannot be read.
  public static func decode(_ bytes: some Sequence<UInt8>) throws(WKBError) -> Geometry {
    var reader = WKBReader(bytes: Array(bytes))
    let geometry = try reader.readGeometry()
    try reader.finish()
    return geometry
  }

  /// The code of a kind of geometry, XY.
  enum Kind: UInt32 {
    case point = 1
    case lineString, polygon, multiPoint, multiLineString, multiPolygon, collection
  }
}

/// Why bytes are not well-known binary, and at which byte.
public enum WKBError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The bytes end before the geometry does.
  case truncated(offset: Int)
  /// Bytes follow the geometry.
  case trailingBytes(offset: Int)
  /// The byte order is neither 0 nor 1.
  case unknownByteOrder(UInt8, offset: Int)
  /// The geometry's type is none of Simple Features, or is not allowed in its collection.
  case unexpectedType(UInt32, offset: Int)
  /// A count is larger than the bytes left can hold.
  case impossibleCount(UInt32, offset: Int)
  /// A coordinate is not finite; a point without any is written so.
  case coordinateNotFinite(offset: Int)
  /// Collections within collections, too deep to follow.
  case nestedTooDeep(offset: Int)

  /// The error in one line.
  public var description: String {
    switch self {
    case .truncated(let offset):
      "the well-known binary ends at byte \(offset), before its geometry does"
    case .trailingBytes(let offset):
      "the well-known binary goes on at byte \(offset), after its geometry"
    case .unknownByteOrder(let order, let offset):
      "byte order \(order) at byte \(offset) of the well-known binary is neither 0 nor 1"
    case .unexpectedType(let type, let offset):
      "geometry type \(type) at byte \(offset) of the well-known binary is not expected there"
    case .impossibleCount(let count, let offset):
      "a count of \(count) at byte \(offset) of the well-known binary exceeds the bytes that follow"
    case .coordinateNotFinite(let offset):
      "the coordinate at byte \(offset) of the well-known binary is not finite"
    case .nestedTooDeep(let offset):
      "the collection at byte \(offset) of the well-known binary is nested too deep"
    }
  }
}
