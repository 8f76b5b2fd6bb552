public import IncidentModel

/// What a store holds.
public struct StoreInfo: Hashable, Sendable {
  /// The version of the store's tables.
  public var version: Int
  /// What the incidents were last computed with; `nil` where they never were.
  public var latestRun: RunRecord?
  /// The number of incidents.
  public var incidents: Int
  /// Of them, those with a position.
  public var locatedIncidents: Int
  /// The number of incidents of each class that has any, in the order of ``EventType``.
  public var types: [TypeCount]
  /// The first day of any incident.
  public var firstDay: CalendarDate?
  /// The last day of any incident.
  public var lastDay: CalendarDate?
  /// The number of reports.
  public var reports: Int
  /// The number of place names in the reports.
  public var mentions: Int
  /// Of them, those that may stand for several places, or for none that is known.
  public var unresolvedMentions: Int
  /// The number of events that the reports tell of.
  public var events: Int
  /// The number of reviews.
  public var reviews: Int
  /// Reports by publisher, most first, then by name; reports without one under `nil`.
  public var publishers: [PublisherCount]
  /// What is wrong with the file, in words; empty where it is sound.
  public var problems: [String]

  /// The incidents of a class.
  public struct TypeCount: Hashable, Sendable {
    /// The class.
    public var type: EventType
    /// How many incidents are of it.
    public var incidents: Int
  }

  /// The reports of a publisher.
  public struct PublisherCount: Hashable, Sendable {
    /// The publisher; `nil` where the reports name none.
    public var publisher: String?
    /// How many reports it published.
    public var reports: Int
  }
}
