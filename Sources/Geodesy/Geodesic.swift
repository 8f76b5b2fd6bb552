internal import CPROJ
public import SimpleFeatures

/// Geodesics, the shortest lines on an ellipsoid: distance, azimuth and destination.
///
/// Exact to nanometres at any distance, poles and antipodes included; not a projection, and not a
/// sphere. A position with a latitude beyond the poles or a coordinate that is not finite has no
/// geodesic: the answer is then not a number.
///
/// - SeeAlso: Karney (2013), doi:10.1007/s00190-012-0578-z; `geodesic.h` in PROJ.
public struct Geodesic: Sendable {
  /// The geodesics of the WGS 84 ellipsoid.
  public static let wgs84 = Geodesic()

  /// What PROJ knows of the ellipsoid: made at the first question that needs PROJ, then never written,
  /// and kept to the end.
  private nonisolated(unsafe) static let ellipsoid: UnsafePointer<geod_geodesic> = {
    let ellipsoid = UnsafeMutablePointer<geod_geodesic>.allocate(capacity: 1)
    unsafe geod_init(ellipsoid, WGS84.equatorialRadius, WGS84.flattening)
    return unsafe UnsafePointer(ellipsoid)
  }()

  private init() {}

  /// The length of the geodesic between two positions.
  public func distance(from start: Position, to end: Position) -> Meters {
    var distance = 0.0
    unsafe geod_inverse(
      Self.ellipsoid, start.latitude, start.longitude, end.latitude, end.longitude,
      &distance, nil, nil)
    return Meters(distance)
  }

  /// The length of the geodesic between two positions and its azimuths at both ends.
  ///
  /// Where the positions coincide the azimuths mean nothing; where they are antipodes, one of the
  /// shortest geodesics is chosen.
  public func inverse(from start: Position, to end: Position) -> GeodesicInverse {
    var distance = 0.0
    var azimuth = 0.0
    var finalAzimuth = 0.0
    unsafe geod_inverse(
      Self.ellipsoid, start.latitude, start.longitude, end.latitude, end.longitude,
      &distance, &azimuth, &finalAzimuth)
    return GeodesicInverse(
      distance: Meters(distance),
      azimuth: Self.fullCircle(azimuth),
      finalAzimuth: Self.fullCircle(finalAzimuth))
  }

  /// The position reached by following the geodesic that leaves a position under an azimuth.
  ///
  /// - Parameters:
  ///   - start: Where the geodesic starts.
  ///   - azimuth: Its direction there, in degrees clockwise from true north.
  ///   - distance: How far to follow it; negative goes the opposite way.
  /// - Returns: The position, its longitude in −180 … 180.
  public func destination(from start: Position, azimuth: Double, distance: Meters) -> Position {
    var latitude = 0.0
    var longitude = 0.0
    unsafe geod_direct(
      Self.ellipsoid, start.latitude, start.longitude, azimuth, distance.value,
      &latitude, &longitude, nil)
    return Position(longitude: longitude, latitude: latitude)
  }

  /// A closed ring of positions at one geodesic distance from a position.
  ///
  /// The ring runs counter-clockwise from the north, as RFC 7946 wants an exterior ring. The ring
  /// around a pole or across the antimeridian jumps in longitude: no planar polygon is made of it.
  ///
  /// - Parameters:
  ///   - center: The position in the middle.
  ///   - radius: The geodesic distance of each vertex from it, finite and above zero.
  ///   - vertices: How many different vertices the ring has, at least 3.
  /// - Returns: `vertices` + 1 positions, the first repeated at the end.
  public func ring(around center: Position, radius: Meters, vertices: Int) -> [Position] {
    precondition(vertices >= 3, "a ring has at least three different vertices")
    precondition(
      radius.value > 0 && radius.value.isFinite, "a ring has a finite radius above zero")
    var ring = (0..<vertices).map { index in
      let azimuth = -360 * Double(index) / Double(vertices)
      return destination(from: center, azimuth: azimuth, distance: radius)
    }
    ring.append(ring[0])
    return ring
  }

  /// An azimuth of −180 … 180 degrees as one of 0 ..< 360.
  private static func fullCircle(_ azimuth: Double) -> Double {
    // A negative azimuth too small to count rounds up to 360; a negative zero is north as well.
    let turned = azimuth < 0 ? azimuth + 360 : azimuth
    return turned == 360 || turned == 0 ? 0 : turned
  }
}

/// The shortest line between two positions: how long it is, and how it runs at both ends.
public struct GeodesicInverse: Hashable, Sendable {
  /// The length along the ellipsoid.
  public var distance: Meters
  /// The direction at the first position, in degrees clockwise from true north, 0 ..< 360.
  public var azimuth: Double
  /// The direction at the second position, onward, in degrees clockwise from true north, 0 ..< 360.
  public var finalAzimuth: Double

  /// Makes the solution from its length and its azimuths in degrees.
  public init(distance: Meters, azimuth: Double, finalAzimuth: Double) {
    self.distance = distance
    self.azimuth = azimuth
    self.finalAzimuth = finalAzimuth
  }
}
