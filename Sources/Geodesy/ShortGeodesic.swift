internal import SimpleFeatures

/// A geodesic of up to 50 km, by a series and without PROJ, with the bounds of its error.
///
/// The chord *c* through the earth, from coordinates in metres, gives the length as that of an arc:
/// s = 2ρ · asin(c / 2ρ). 1/ρ is the curvature of the ellipsoid at the middle, in the direction of the
/// geodesic. With *N* the radius of curvature in the prime vertical, e' the second eccentricity and
/// *z* the part of the chord along the axis, Euler's theorem makes it (1 + e'² z²/c²) / N. What is left
/// out is of the order e² s⁵ / 240 R⁴, 5e-9 m at 50 km; roundings of coordinates make 5e-9 m.
///
/// The azimuth at the start is that of the plane through the chord and the normal there, less
/// e'² cos² φ sin 2α (s/N)² / 12, by which the geodesic turns out of that plane.
///
/// The bounds of errors are ten times what was found in comparison with `geod_inverse`.
///
/// - SeeAlso: Clarke (1880), Geodesy, chapter 6; Karney (2013), doi:10.1007/s00190-012-0578-z.
struct ShortGeodesic: Sendable {
  /// The length in metres, within `distanceError` of that of `geod_inverse`.
  let distance: Double
  /// The azimuth in degrees, 0 ..< 360, within `azimuthError` of that of `geod_inverse`; 0 where the
  /// ends coincide, which have none.
  let azimuth: Double

  /// The largest error of a length, in metres.
  static let distanceError = 1e-7
  /// The longest geodesic to which the bounds apply, in metres.
  static let longest = 50_000.0

  /// The largest error of the azimuth, in degrees.
  var azimuthError: Double { 2e-6 + 2e-6 / distance }

  /// The geodesic between two positions; `nil` where it is longer than 50 km, or there is none.
  init?(from start: SurfacePoint, to end: SurfacePoint) {
    let x = end.x - start.x
    let y = end.y - start.y
    let z = end.z - start.z
    let squaredChord = x * x + y * y + z * z
    guard squaredChord < Self.longest * Self.longest else { return nil }
    guard squaredChord > 0 else {
      (distance, azimuth) = (0, 0)
      return
    }
    let chord = squaredChord.squareRoot()
    let secondSquare = WGS84.squaredEccentricity / (1 - WGS84.squaredEccentricity)
    let middleX = start.x + end.x
    let middleY = start.y + end.y
    let middleZ = (start.z + end.z) * (1 + secondSquare)
    let squaredSine =
      middleZ * middleZ / (middleX * middleX + middleY * middleY + middleZ * middleZ)
    let curvature =
      (1 - WGS84.squaredEccentricity * squaredSine).squareRoot() / WGS84.equatorialRadius
      * (1 + secondSquare * (z * z / squaredChord))
    let half = chord * curvature / 2
    let square = half * half
    distance = chord * (1 + square * (1 / 6 + square * (3 / 40 + square * (15 / 336))))
    // North and east at the start.
    let meridian = start.meridian
    let parallel = start.parallel
    let outward = x * meridian.cosine + y * meridian.sine
    let north = z * parallel.cosine - outward * parallel.sine
    let east = y * meridian.cosine - x * meridian.sine
    let turn =
      secondSquare * parallel.cosine * parallel.cosine * (north * east)
      * (curvature * curvature / 6)
    azimuth = Self.azimuth(north: north + turn * east, east: east - turn * north)
  }

  /// The angle of a direction, in degrees clockwise from north, 0 ..< 360, to 1e-13.
  static func azimuth(north: Double, east: Double) -> Double {
    let length = (north * north + east * east).squareRoot()
    guard length > 0 else { return 0 }
    // A guess within half a degree, and how far it is off.
    let ratio = min(abs(north), abs(east)) / max(abs(north), abs(east))
    var guess = ratio * (45 + 15.64 * (1 - ratio))
    if abs(east) > abs(north) { guess = 90 - guess }
    if north < 0 { guess = 180 - guess }
    if east < 0 { guess = 360 - guess }
    let direction = SineAndCosine(degrees: guess)
    let sine = (east * direction.cosine - north * direction.sine) / length
    let square = sine * sine
    let off = sine * (1 + square * (1 / 6 + square * (3 / 40 + square * (15 / 336))))
    let azimuth = guess + off * (180 / .pi)
    return azimuth < 0 ? azimuth + 360 : azimuth >= 360 ? azimuth - 360 : azimuth
  }
}

/// A position in space, in metres from the earth's centre, with the angles it comes from.
struct SurfacePoint: Sendable {
  let parallel: SineAndCosine
  let meridian: SineAndCosine
  let x: Double
  let y: Double
  let z: Double

  /// The point of a position at height 0; `nil` where no geodesics lead to it.
  init?(_ position: Position) {
    guard position.hasGeodesics else { return nil }
    let longitude =
      abs(position.longitude) <= 720
      ? position.longitude : position.longitude.remainder(dividingBy: 360)
    parallel = SineAndCosine(degrees: position.latitude)
    meridian = SineAndCosine(degrees: longitude)
    let normal =
      WGS84.equatorialRadius
      / (1 - WGS84.squaredEccentricity * parallel.sine * parallel.sine).squareRoot()
    x = normal * parallel.cosine * meridian.cosine
    y = normal * parallel.cosine * meridian.sine
    z = normal * (1 - WGS84.squaredEccentricity) * parallel.sine
  }
}
