public import SimpleFeatures
public import Toponymy

/// Something that happened at a time and a place, merged over the reports that tell of it.
///
/// One flat row, as analysts filter and style it. Its evidence is an ``IncidentEvidence``.
public struct Incident: Hashable, Sendable {
  /// `i-` and 12 hexadecimal digits: stable under re-reading and the order of reports.
  public var id: String
  /// The class.
  public var eventType: EventType
  /// The sub-class, in ACLED's words where it has one.
  public var subEventType: String?
  /// The days that the sources allow.
  public var date: DateSpan?
  /// The moment it began: midnight where only the day is known.
  public var occurredAt: Instant?
  /// The moment it ended, with the same caveat.
  public var occurredUntil: Instant?

  /// The place's preferred name.
  public var location: String?
  /// The name in the place's other languages.
  public var locationAlternatives: [String] = []
  /// The place's names as the sources spell them.
  public var locationReported: [String] = []
  /// The building or site.
  public var site: String?
  /// The gazetteer's identifier.
  public var placeID: PlaceID?
  /// ISO 3166-1 alpha-2 code.
  public var country: String?
  /// The first-level division.
  public var admin1: String?
  /// The municipality.
  public var admin2: String?
  /// The representative point of the place; `nil` where none is known.
  public var position: Position?
  /// How well the place is known.
  public var wherePrecision: WherePrecision?
  /// The radius that holds the true point.
  public var uncertainty: Meters?

  /// Who did it, or one side.
  public var actor1: String?
  /// To whom, or the other side.
  public var actor2: String?
  /// People killed.
  public var killed = Count.notStated
  /// People injured.
  public var injured = Count.notStated
  /// Of them, people injured seriously.
  public var injuredSerious: Int?
  /// People detained.
  public var detained = Count.notStated
  /// People who took part, best figure.
  public var participants: Int?
  /// Forces sent or placed, best figure.
  public var deployed: Int?
  /// People driven from home, best figure.
  public var displaced: Int?
  /// People abducted, best figure.
  public var abducted: Int?
  /// People released, best figure.
  public var released: Int?
  /// Whether sources disagree about a count.
  public var hasCountConflict = false

  /// 1 for one event, 2 for a summary over time or area.
  public var eventClarity = 1
  /// Reports that tell of it.
  public var reports = 0
  /// Independent publishers among them.
  public var publishers = 0
  /// The publisher, or the file's name, of the report quoted first.
  public var source: String?
  /// That report's address.
  public var sourceURL: String?
  /// That report's date.
  public var sourceDate: CalendarDate?
  /// That report's headline.
  public var headline: String?
  /// One generated sentence with figures and dissent.
  public var summary: String?
  /// 0 … 1.
  public var confidence = 0.0
  /// What a person has decided.
  public var reviewStatus = ReviewStatus.derived

  /// Makes an incident of a class; all else is "not stated".
  public init(id: String, eventType: EventType) {
    self.id = id
    self.eventType = eventType
  }
}

/// Everything an incident rests on.
public struct IncidentEvidence: Hashable, Sendable {
  /// The events, one a report and place, that were taken as one, in canonical order.
  public var events: [EventKey]
  /// The reports' statements, in the order of report and offset.
  public var claims: [ReportedClaim]
  /// Why the events were taken as one.
  public var merges: [Merge]

  /// Makes the evidence of an incident.
  public init(events: [EventKey], claims: [ReportedClaim], merges: [Merge]) {
    self.events = events
    self.claims = claims
    self.merges = merges
  }

  /// The SHA-256 of every report that tells of the incident, in order.
  public var reports: [String] {
    var seen: Set<String> = []
    return events.map(\.report).filter { seen.insert($0).inserted }
  }
}

/// A claim and the report that makes it.
public struct ReportedClaim: Hashable, Sendable {
  /// The report's SHA-256.
  public var report: String
  /// The statement.
  public var claim: Claim

  /// Joins a claim to its report.
  public init(report: String, claim: Claim) {
    self.report = report
    self.claim = claim
  }
}

/// The decision that one event tells of the same incident as another.
public struct Merge: Hashable, Sendable {
  /// The smaller event key, which lives on.
  public var kept: EventKey
  /// The event that joined it.
  public var absorbed: EventKey
  /// Why, in words for people.
  public var why: String

  /// Makes a merge decision.
  public init(kept: EventKey, absorbed: EventKey, why: String) {
    self.kept = kept
    self.absorbed = absorbed
    self.why = why
  }
}

/// An incident with everything it rests on.
public struct DocumentedIncident: Hashable, Sendable {
  /// The flat row.
  public var incident: Incident
  /// Its evidence.
  public var evidence: IncidentEvidence

  /// Joins an incident to its evidence.
  public init(incident: Incident, evidence: IncidentEvidence) {
    self.incident = incident
    self.evidence = evidence
  }
}
