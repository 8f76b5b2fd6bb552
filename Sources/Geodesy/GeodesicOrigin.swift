public import SimpleFeatures

/// A position from which geodesics to many others are asked, and PROJ only where that is needed.
///
/// Loading PROJ takes 10 ms, and one of its geodesics several times as long as the series that stands
/// in for it here, up to 50 km. The answers have the digits of PROJ's: rounded to the millimetre and the
/// thousandth of a degree they are the same, and so is whether a limit is exceeded. Where the series
/// is not certain of that, and beyond 50 km, PROJ is asked.
///
/// Two distances that differ by less than the series is certain of may have the wrong order:
/// ``RoundedGeodesic/isOrderCertain(_:_:)`` tells, and ``exact(to:)`` settles it.
public struct GeodesicOrigin: Sendable {
  /// The position.
  public let position: Position
  private let point: SurfacePoint?

  /// Makes an origin of any position.
  public init(_ position: Position) {
    self.position = position
    point = SurfacePoint(position)
  }

  /// The geodesic to a position.
  ///
  /// - Parameters:
  ///   - end: Any position.
  ///   - limit: What the distance will be compared with, if anything.
  /// - Returns: Its distance and azimuth, which are not numbers where there is no geodesic.
  public func geodesic(to end: Position, limit: Meters? = nil) -> RoundedGeodesic {
    guard let point, let there = SurfacePoint(end),
      let short = ShortGeodesic(from: point, to: there),
      short.isCertainWhenRounded, short.isCertain(ofLimit: limit)
    else { return exact(to: end) }
    return RoundedGeodesic(
      distance: Meters(short.distance), azimuth: short.azimuth, isExact: short.distance == 0)
  }

  /// The geodesic to a position, by `geod_inverse`.
  ///
  /// - Parameter end: Any position.
  /// - Returns: Its distance and azimuth, which are not numbers where there is no geodesic.
  public func exact(to end: Position) -> RoundedGeodesic {
    let inverse = Geodesic.wgs84.inverse(from: position, to: end)
    return RoundedGeodesic(
      distance: inverse.distance, azimuth: inverse.distance.value == 0 ? 0 : inverse.azimuth,
      isExact: true)
  }

  /// Whether a position is beyond a radius by its chord alone, which is shorter than any geodesic.
  func isClearlyBeyond(_ radius: Meters, _ end: Position) -> Bool {
    guard let point, let there = SurfacePoint(end) else { return true }
    let (x, y, z) = (point.x - there.x, point.y - there.y, point.z - there.z)
    return (x * x + y * y + z * z).squareRoot() > radius.value + 1e-3
  }
}

/// The distance and the direction of a position, with PROJ's digits.
public struct RoundedGeodesic: Hashable, Sendable {
  /// The geodesic distance, rounded to the millimetre that of PROJ.
  public var distance: Meters
  /// The azimuth at the origin in degrees clockwise from true north, 0 ..< 360, rounded to the
  /// thousandth that of PROJ; 0 where the distance is.
  public var azimuth: Double
  /// Whether the distance is that of PROJ to the last bit.
  public var isExact: Bool

  /// Makes a geodesic of its distance, its azimuth and whether these are exact.
  public init(distance: Meters, azimuth: Double, isExact: Bool) {
    self.distance = distance
    self.azimuth = azimuth
    self.isExact = isExact
  }

  /// Whether two geodesics of one origin are in the order that PROJ gives them.
  public static func isOrderCertain(_ a: RoundedGeodesic, _ b: RoundedGeodesic) -> Bool {
    a.isExact && b.isExact
      || abs(a.distance.value - b.distance.value) > 2 * ShortGeodesic.distanceError
  }
}

extension ShortGeodesic {
  /// Whether the numbers have the digits of those that PROJ gives.
  ///
  /// The distance to a millimetre, the azimuth to a thousandth of a degree. Where the ends coincide
  /// they have.
  fileprivate var isCertainWhenRounded: Bool {
    distance == 0
      || Self.isCertain(distance * 1000, error: Self.distanceError * 1000)
        && Self.isCertain(azimuth * 1000, error: azimuthError * 1000)
  }

  /// Whether the length is on the same side of a limit as that which PROJ gives.
  fileprivate func isCertain(ofLimit limit: Meters?) -> Bool {
    limit.map { distance == 0 || abs($0.value - distance) > Self.distanceError } ?? true
  }

  /// Whether a number within an error would be rounded to the same whole number.
  private static func isCertain(_ value: Double, error: Double) -> Bool {
    // One in 2⁴⁰ parts goes to what rounding itself may do.
    let error = error + value * 0x1p-40
    return (value - error).rounded() == (value + error).rounded()
  }
}
