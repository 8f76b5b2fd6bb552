/// The bounds of a radius as squares of chords in single precision, four of which are computed at once.
///
/// A squared chord made of 32-bit differences is exact but for roundings: one or two of each
/// difference in single precision, one of each square, two of the sum, each by a factor within
/// 1 ± 2⁻²⁴. Together that is less than 1 ± 5e-7, by which the limits are drawn in and out: 6 mm at
/// 25 km.
struct SquaredChordLimits: Sendable {
  /// What is within the radius has a squared chord, in cm², that is not above.
  let certain: Float
  /// What is beyond the radius has a squared chord, in cm², that is above.
  let possible: Float

  /// The limits for a radius.
  init(_ bounds: ChordBounds) {
    certain = Self.certain(bounds.certain)
    possible = bounds.possible < 0 ? -1 : Self.possible(bounds.possible)
  }

  /// The square that a computed square of a chord exceeds where the chord exceeds this one, given in
  /// centimetres; −1 where that is negative.
  static func certain(_ chord: Double) -> Float {
    chord < 0 ? -1 : Float(chord * chord * (1 - imprecision)).nextDown
  }

  /// The square that no computed square of a chord exceeds where the chord does not exceed this one,
  /// given in centimetres and not negative.
  static func possible(_ chord: Double) -> Float {
    Float(chord * chord * (1 + imprecision)).nextUp
  }

  /// The chord, in centimetres, that a computed square stands for at most.
  static func longestChord(ofSquare square: Float) -> Double {
    (Double(square) * (1 + imprecision)).squareRoot()
  }

  private static let imprecision = 5e-7
}
