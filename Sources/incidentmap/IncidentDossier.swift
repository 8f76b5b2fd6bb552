internal import IncidentExtraction
internal import IncidentModel
internal import IncidentStore
internal import Toponymy

/// An incident with all that is known about it: what `show` prints.
struct IncidentDossier {
  let found: DocumentedIncident
  /// Its reports, the earliest first, undated ones last; called by their places from 1 on.
  let reports: [Report]
  /// Its events as the reports tell them.
  let events: [EventKey: Event]
  /// The decisions about it.
  let reviews: [ReviewState]
  /// All decisions, by which those that take others back are told.
  let allReviews: [ReviewState]
  /// The import that it came with, where it was not read out of reports.
  let origin: StoredImport?
  private let copies: SyndicatedCopies

  /// Reads an incident from a store; `nil` where it has none of the identifier.
  init?(_ identifier: String, in store: IncidentStore) throws {
    guard let found = try store.incident(identifier) else { return nil }
    self.found = found
    reports = try found.evidence.reports.compactMap { try store.report($0) }.sorted { a, b in
      (a.published?.date.dayNumber ?? .max, a.sha256)
        < (b.published?.date.dayNumber ?? .max, b.sha256)
    }
    events = Dictionary(
      try store.events(found.evidence.events).map { ($0.key, $0) },
      uniquingKeysWith: { first, _ in first })
    copies = SyndicatedCopies(reports)
    let id = found.incident.id
    origin = try store.importOrigin(of: id)
    let all = try store.reviewStates()
    let own = Set(
      all.filter { $0.incidents.contains(id) || $0.review.target == id }.map(\.review.number))
    allReviews = all
    reviews = all.filter { state in
      if case .undo(let number) = state.review.decision { return own.contains(number) }
      return own.contains(state.review.number)
    }
  }

  /// The number of a report, from 1 on; 0 where the store has it no more.
  func number(of sha256: String) -> Int {
    (reports.firstIndex { $0.sha256 == sha256 } ?? -1) + 1
  }

  /// Of a report that is a copy of another, the other's number.
  func original(of report: Report) -> Int? {
    let group = reports.filter {
      copies.original(of: $0.sha256) == copies.original(of: report.sha256)
    }
    guard let first = group.first, first.sha256 != report.sha256 else { return nil }
    return number(of: first.sha256)
  }

  /// The event of which a claim is a figure for a longer time; `nil` where it is none.
  func summary(of reported: ReportedClaim) -> Event? {
    let claim = reported.claim
    let summaries = events.values.filter { event in
      event.isSummary && event.key.report == reported.report
        && event.claims.contains { $0.range == claim.range && $0.field == claim.field }
    }
    return summaries.min { $0.key < $1.key }
  }

  /// A place's name with its identifier, where an event tells of it.
  func placeName(_ id: String) -> String {
    let named = events.values.compactMap(\.place).filter { $0.id.text == id }.map(\.name).min()
    return named.map { "\($0) (\(id))" } ?? id
  }
}
