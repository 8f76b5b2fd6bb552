/// One statement of one report about one event, with its exact evidence.
public struct Claim: Hashable, Sendable, Codable {
  /// What is claimed, such as ``ClaimField/killed``.
  public var field: ClaimField
  /// The value as the incident's field would hold it: a number, a name, a date.
  public var value: String
  /// The least that a count may be, where it is not exact.
  public var low: Int?
  /// The most that a count may be, where it is not exact.
  public var high: Int?
  /// How exact the source says it is: `approximately`, `at least`, `including`.
  public var qualifier: String?
  /// Of whom: `soldiers`, `protesters`; the population of a count.
  public var population: String?
  /// Who said it, where the text attributes it.
  public var attributedTo: String?
  /// The quote's span in UTF-8 bytes of the report's text, half open.
  public var range: Range<Int>
  /// The exact quote.
  public var quote: String
  /// The rule that read it.
  public var rule: String
  /// 0 … 1.
  public var confidence: Double

  /// Makes a claim.
  public init(
    field: ClaimField, value: String, qualifier: String? = nil, population: String? = nil,
    attributedTo: String? = nil, range: Range<Int>, quote: String, rule: String, confidence: Double
  ) {
    self.field = field
    self.value = value
    low = nil
    high = nil
    self.qualifier = qualifier
    self.population = population
    self.attributedTo = attributedTo
    self.range = range
    self.quote = quote
    self.rule = rule
    self.confidence = confidence
  }
}

/// What a claim is about.
public enum ClaimField: String, Hashable, Sendable, Codable, CaseIterable {
  /// The class of the event.
  case eventType = "event_type"
  /// When it happened.
  case date
  /// Where it happened.
  case location
  /// The building or site.
  case site
  /// Who did it, or one side.
  case actor1
  /// To whom, or the other side.
  case actor2
  /// People killed.
  case killed
  /// People injured.
  case injured
  /// Of them, people injured seriously.
  case injuredSerious = "injured_serious"
  /// People detained.
  case detained
  /// People who took part.
  case participants
  /// Forces sent or placed.
  case deployed
  /// People driven from home.
  case displaced
  /// People abducted.
  case abducted
  /// People released.
  case released
}
