/// A report with everything that was read out of it.
public struct ReadReport: Hashable, Sendable {
  /// The report.
  public var report: Report
  /// The toponyms, in the order of the text.
  public var mentions: [Mention]
  /// The events, in the order of their keys.
  public var events: [Event]
  /// The words that tell of no current event, in the order of the text.
  public var dropped: [DroppedEvent]

  /// Joins a report to what was read out of it.
  public init(
    report: Report, mentions: [Mention], events: [Event], dropped: [DroppedEvent] = []
  ) {
    self.report = report
    self.mentions = mentions
    self.events = events
    self.dropped = dropped
  }
}
