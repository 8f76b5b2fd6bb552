/// Words that might have told of an event, and why they were not taken for one.
///
/// Facts about a text, like mentions that are no places: whoever doubts what is missing from a map can
/// see it here.
public struct DroppedEvent: Hashable, Sendable {
  /// The class that the words would have told of.
  public var type: EventType
  /// The sub-class.
  public var subType: String
  /// The span of the words in UTF-8 bytes of the report's text, half open.
  public var range: Range<Int>
  /// The words.
  public var quote: String
  /// Why they tell of no current event, such as `negated`.
  public var reason: String
  /// The words that say so; `nil` where it is not words that do.
  public var cue: String?

  /// Makes a dropped event.
  public init(
    type: EventType, subType: String, range: Range<Int>, quote: String, reason: String,
    cue: String? = nil
  ) {
    self.type = type
    self.subType = subType
    self.range = range
    self.quote = quote
    self.reason = reason
    self.cue = cue
  }
}
