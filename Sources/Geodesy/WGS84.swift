/// The ellipsoid of the World Geodetic System of 1984.
///
/// - SeeAlso: NGA.STND.0036 (2014), table 3.1.
enum WGS84 {
  /// Half the equator's diameter, in metres.
  static let equatorialRadius = 6_378_137.0
  /// How much shorter the axis is than the equator's diameter, as a part of that.
  static let flattening = 1 / 298.257_223_563
  /// Half the axis, in metres.
  static let polarRadius = equatorialRadius * (1 - flattening)
  /// The square of a meridian's eccentricity.
  static let squaredEccentricity = flattening * (2 - flattening)
}
