internal import CPROJ
public import SimpleFeatures

/// A coordinate reference system, by the text under which PROJ knows it.
public struct CoordinateReferenceSystem: Hashable, Sendable, CustomStringConvertible {
  /// The text that PROJ reads, such as `EPSG:32634` or `+proj=laea …`.
  public let definition: String

  private init(definition: String) {
    self.definition = definition
  }

  /// Makes a reference system from an authority and a code, such as `EPSG:32634`.
  ///
  /// - Parameter authorityCode: The authority in either case, a colon, and its code.
  /// - Throws: ``ProjectionError`` where the text has another form or PROJ's database has no such
  ///   reference system.
  public init(_ authorityCode: String) throws(ProjectionError) {
    let attempt = "find the coordinate reference system \(authorityCode)"
    let parts = authorityCode.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(Self.isIdentifier) else {
      throw ProjectionError(
        attempt: attempt, message: "expected an authority and a code, such as EPSG:32634")
    }
    self.init(definition: "\(parts[0].uppercased()):\(parts[1])")
    let object = try PROJObject(defining: self, in: PROJContext(), attempting: attempt)
    guard object.isReferenceSystem else {
      throw ProjectionError(attempt: attempt, message: "this is something else")
    }
  }

  /// WGS 84, longitude and latitude in degrees.
  public static let wgs84 = CoordinateReferenceSystem.epsg(4326)

  /// A reference system by its number in the EPSG registry; ``Projection`` says if there is none.
  public static func epsg(_ code: Int) -> CoordinateReferenceSystem {
    CoordinateReferenceSystem(definition: "EPSG:\(code)")
  }

  /// An equal-area system for a map around a position, on WGS 84, in metres.
  ///
  /// - Parameter center: The origin, valid; kept to nine decimals.
  /// - Returns: The system; its eastings and northings are 0 at the centre.
  public static func lambertAzimuthalEqualArea(
    center: Position
  ) -> CoordinateReferenceSystem {
    precondition(center.isValid, "the centre of a projection is a valid position")
    let latitude = DecimalText.text(center.latitude, places: 9)
    let longitude = DecimalText.text(center.longitude, places: 9)
    return CoordinateReferenceSystem(
      definition: "+proj=laea +lat_0=\(latitude) +lon_0=\(longitude)"
        + " +datum=WGS84 +units=m +no_defs +type=crs")
  }

  /// The Equal Earth projection of the whole world around a meridian, on WGS 84, in metres.
  ///
  /// - Parameter meridian: The longitude in the middle, −180 … 180; kept to nine decimals.
  /// - Returns: EPSG:8857 for 0°, EPSG:8858 for 90° W, EPSG:8859 for 150° E, else a definition.
  public static func equalEarth(around meridian: Double) -> CoordinateReferenceSystem {
    precondition((-180...180).contains(meridian), "a meridian is a longitude")
    switch meridian {
    case 0: return .epsg(8857)
    case -90: return .epsg(8858)
    case 150: return .epsg(8859)
    default:
      return CoordinateReferenceSystem(
        definition: "+proj=eqearth +lon_0=\(DecimalText.text(meridian, places: 9))"
          + " +datum=WGS84 +units=m +no_defs +type=crs")
    }
  }

  /// The zone of Universal Transverse Mercator, on WGS 84, that contains a position.
  ///
  /// Zones are six degrees wide, but for zone 32 in south-western Norway and 31, 33, 35 and 37 around
  /// Svalbard, which are wider; the equator belongs to the north.
  ///
  /// - Parameter position: A valid position.
  /// - Returns: EPSG:32601 … 32660 in the north, EPSG:32701 … 32760 in the south.
  public static func utm(containing position: Position) -> CoordinateReferenceSystem {
    precondition(position.isValid, "a zone is chosen for a valid position")
    var zone = min(60, Int((position.longitude + 180) / 6) + 1)
    if (56..<64).contains(position.latitude), (3..<12).contains(position.longitude) { zone = 32 }
    if (72...84).contains(position.latitude), (0..<42).contains(position.longitude) {
      zone = 31 + 2 * Int((position.longitude + 3) / 12)
    }
    return .epsg((position.latitude < 0 ? 32700 : 32600) + zone)
  }

  /// The text under which PROJ knows the system.
  public var description: String { definition }

  private static func isIdentifier(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
