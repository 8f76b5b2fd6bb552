/// A place that a name may stand for, with a score and the reasons that add up to it.
public struct Candidate: Hashable, Sendable {
  /// The place.
  public var place: Place
  /// The sum of what speaks for the place, 0 or more; comparable among the candidates of one name only.
  public var score: Double
  /// Why, in words for people, the weightiest first.
  public var reasons: [String]

  /// Makes a candidate.
  public init(place: Place, score: Double, reasons: [String]) {
    self.place = place
    self.score = score
    self.reasons = reasons
  }
}
