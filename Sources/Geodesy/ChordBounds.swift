internal import SimpleFeatures

/// What the chord between two positions tells about their geodesic distance on WGS 84.
///
/// The chord *c* is the straight line through the earth, the geodesic *s* the shortest line on it.
/// With the axes *a* and *b* and *R* = b²/a = 6,335,439.327 m:
///
///     s ≥ c                      what "straight" means
///     s ≥ 2b · asin(c / 2a)      better from 1,800 km on
///     s ≤ 2R · asin(c / 2R)      where c is at most 12,528 km, s then at most 18,000 km
///
/// *The second.* Stretching the earth along its axis by a/b makes it a sphere of radius *a*. That
/// lengthens no line by more than a/b and shortens no chord; on the sphere the bound is an equation.
///
/// *The third* is Schur's comparison theorem: an arc that is nowhere more curved than a circle of
/// radius *R*, and no longer than half of it, has a chord at least as long as the circle's arc of
/// that length. A geodesic is curved as its surface is in its direction, and no direction anywhere
/// on an oblate ellipsoid is more curved than the meridian at the equator, with radius b²/a. A
/// geodesic longer than πR = 19,903 km has an arc of that length with a chord of at least 2R, and
/// the rest, at most 100.6 km, cannot bring it below 2R − 101 km, which is above 12,528 km.
///
/// Both ends are rounded to whole centimetres, which moves a chord by √3 cm at most, so each bound is
/// widened by 2 cm. What lies between the bounds is decided by `geod_inverse`. The zone between is
/// about r³/24R² wide and 4 cm more: 6 cm at 25 km, 1 m at 100 km, 1 km at 1,000 km.
///
/// - SeeAlso: Schur (1921), Mathematische Annalen 83, 143–148; Chern (1967), Curves and Surfaces in
///   Euclidean Space, section 5.
struct ChordBounds: Hashable, Sendable {
  /// Positions are within the radius where the chord is not longer, in centimetres; negative where
  /// none is certain.
  let certain: Double
  /// Positions are beyond the radius where the chord is longer, in centimetres; negative where all
  /// are.
  let possible: Double

  /// The bounds for positions within a radius.
  ///
  /// - Parameter radius: A geodesic distance. Nothing is within one that is negative or not a number.
  init(radius: Meters) {
    guard radius.value >= 0 else {
      certain = -1
      possible = -1
      return
    }
    guard radius.value < Self.longestGeodesic else {
      certain = Self.beyondAll
      possible = Self.beyondAll
      return
    }
    let radius = radius.value * 100
    certain =
      Self.circleChord(ofArc: min(radius, Self.longestBounded), Self.leastRadius) - Self.rounding
    possible = Self.longestChord(ofGeodesic: radius)
  }

  /// The longest chord that the rounded ends of a geodesic of a length can have, in centimetres.
  static func longestChord(ofGeodesic length: Double) -> Double {
    guard length < .pi * polarRadius else { return beyondAll }
    return min(length, 2 * equatorialRadius * sine(length / (2 * polarRadius))) + rounding
  }

  /// The longest geodesic that can lead between two points with a chord, both in centimetres.
  ///
  /// - Parameter chord: The distance of the rounded points.
  /// - Returns: Infinity where the chord is too long to set a bound.
  static func longestGeodesic(ofChord chord: Double) -> Double {
    let chord = chord + rounding
    guard chord <= circleChord(ofArc: longestBounded, leastRadius) else { return .infinity }
    // All terms of the series of asin x are positive: without the later ones it is too small. With
    // 0.11 instead of 3/40 before x⁵ it is too large up to 0.7.
    let x = chord / (2 * leastRadius)
    if x <= 0.7 {
      let square = x * x
      return 2 * leastRadius * x * (1 + square * (1 / 6 + square * 0.11))
    }
    let y = ((1 - x) / 2).squareRoot()
    let square = y * y
    return 2 * leastRadius * (.pi / 2 - 2 * y * (1 + square * (1 / 6 + square * 0.075)) + 1e-12)
  }

  /// The chord of an arc of a circle.
  private static func circleChord(ofArc length: Double, _ radius: Double) -> Double {
    2 * radius * sine(length / (2 * radius))
  }

  private static func sine(_ radians: Double) -> Double {
    SineAndCosine(degrees: radians * (180 / .pi)).sine
  }

  // MARK: - Lengths, in centimetres where nothing else is said

  /// How far roundings to whole centimetres can move a chord, and a little more.
  static let rounding = 2.0
  /// More than any chord in the earth.
  static let beyondAll = 1.3e9
  /// The longest geodesic that the chord bounds from above.
  private static let longestBounded = 1.8e9
  /// The longest geodesic there is, from pole to pole, rounded up, in metres.
  private static let longestGeodesic = 20_003_931.459
  private static let equatorialRadius = WGS84.equatorialRadius * 100
  private static let polarRadius = WGS84.polarRadius * 100
  /// The least radius of curvature, of the meridian at the equator.
  private static let leastRadius = polarRadius * polarRadius / equatorialRadius
}
