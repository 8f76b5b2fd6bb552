internal import SimpleFeatures

/// A position on the WGS 84 ellipsoid as a point in space, in whole centimetres from the centre.
///
/// The axes are those of EPSG:4978: x leaves the earth at longitude 0 on the equator, y at 90° east,
/// z at the north pole. There are no special places, neither poles nor an antimeridian. Whole
/// centimetres fit 32 bits, and so does the difference of any two; half centimetres would not.
struct EarthCenteredPosition: Hashable, Sendable {
  /// Centimetres towards longitude 0°, latitude 0°.
  var x: Int32
  /// Centimetres towards longitude 90°, latitude 0°.
  var y: Int32
  /// Centimetres towards the north pole.
  var z: Int32

  /// Makes a point of three coordinates in centimetres.
  init(x: Int32, y: Int32, z: Int32) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// The point of a position at height 0, each coordinate rounded to the nearest centimetre.
  ///
  /// It is `nil` where no geodesic leads to the position: the longitude is not finite, or the
  /// latitude not within −90 … 90. Whole turns of the longitude mean nothing.
  init?(_ position: Position) {
    guard position.hasGeodesics else { return nil }
    let longitude =
      abs(position.longitude) <= 720
      ? position.longitude : position.longitude.remainder(dividingBy: 360)
    let parallel = SineAndCosine(degrees: position.latitude)
    let meridian = SineAndCosine(degrees: longitude)
    let squaredEccentricity = WGS84.squaredEccentricity
    let normal =
      WGS84.equatorialRadius * 100
      / (1 - squaredEccentricity * parallel.sine * parallel.sine).squareRoot()
    x = Self.rounded(normal * parallel.cosine * meridian.cosine)
    y = Self.rounded(normal * parallel.cosine * meridian.sine)
    z = Self.rounded(normal * (1 - squaredEccentricity) * parallel.sine)
  }

  /// The nearest whole number, for a number of less than 2³¹.
  private static func rounded(_ value: Double) -> Int32 {
    Int32(truncatingIfNeeded: (value + 0x1.8p52).bitPattern)
  }

  /// The square of the straight line to another point, through the earth, in cm².
  func squaredChord(to other: EarthCenteredPosition) -> Double {
    let x = Double(self.x &- other.x)
    let y = Double(self.y &- other.y)
    let z = Double(self.z &- other.z)
    return x * x + y * y + z * z
  }
}

extension Position {
  /// Whether `geod_inverse` has an answer for the position.
  var hasGeodesics: Bool {
    longitude.isFinite && abs(latitude) <= 90
  }
}
