/// Geometries as well-known text, the form of ISO 19125 that people paste and programs print.
///
/// - SeeAlso: OGC 06-103r4, Simple Feature Access, part 1, section 7.
public enum WKT {
  /// The text of a geometry, XY only, each number in the fewest digits that give it back.
  ///
  /// ```swift
  /// WKT.encode(.point(Position(longitude: 20.8028, latitude: 43.1039)))  // POINT (20.8028 43.1039)
  /// ```
  ///
  /// Coordinates that are not finite are written as such and refused by `decode`.
  public static func encode(_ geometry: Geometry) -> String {
    var writer = WKTWriter()
    writer.write(geometry)
    return writer.text
  }

  /// The geometry that a text holds, as from its bytes.
  public static func decode(_ text: String) throws(WKTError) -> Geometry {
    try decode(text.utf8)
  }

  /// The geometry that a text holds, in any case and with white space anywhere between words.
  ///
  /// Heights and measures are read over, and so is `SRID=4326;` before the geometry. `POINT EMPTY`
  /// is no points, ``Geometry/multiPoint(_:)``; an empty point among others is left out. A ring or
  /// a line is taken as it is, open or of one position.
  ///
  /// - Parameter bytes: One geometry in UTF-8 and nothing after it, longitude first.
  /// - Returns: The geometry, its coordinates finite.
  /// - Throws: ``WKTError`` with the line and the column of the first fault.
  public static func decode(_ bytes: some Sequence<UInt8>) throws(WKTError) -> Geometry {
    var reader = WKTReader(Array(bytes))
    return try reader.read()
  }
}

/// Why a text is no geometry in well-known text, and where.
public struct WKTError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// Something else should stand here.
    case expected(String)
    /// A kind of geometry that is not read, such as `CIRCULARSTRING`.
    case unknownKind
    /// Coordinates of another reference system than WGS 84, EPSG:4326.
    case foreignReferenceSystem
    /// A number that is infinite or no number at all.
    case numberNotFinite
    /// Collections within collections, too deep to follow.
    case nestedTooDeep
  }

  /// What is wrong.
  public var reason: Reason
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int

  /// Makes an error from its reason and its place.
  public init(_ reason: Reason, line: Int, column: Int) {
    self.reason = reason
    self.line = line
    self.column = column
  }

  /// The error in one line.
  public var description: String {
    let fault =
      switch reason {
      case .expected(let something): "expected \(something)"
      case .unknownKind:
        "expected POINT, LINESTRING, POLYGON, their MULTI forms or GEOMETRYCOLLECTION"
      case .foreignReferenceSystem:
        "the coordinates are in another reference system; transform them to EPSG:4326"
      case .numberNotFinite: "the coordinate is not a finite number"
      case .nestedTooDeep: "the collection is nested too deep"
      }
    return "well-known text, line \(line), column \(column): \(fault)"
  }
}
