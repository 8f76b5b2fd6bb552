internal import FoundationEssentials
internal import GRDB
public import IncidentModel

/// A decision, and what has become of it.
public struct ReviewState: Hashable, Sendable {
  /// The decision.
  public var review: Review
  /// What has become of it.
  public var outcome: ReviewOutcome
  /// The incidents that it is about today, in order; empty where there are none.
  public var incidents: [String]
}

/// What people did in the table of incidents with another program.
public struct ForeignEdits: Hashable, Sendable {
  /// Incidents whose row was edited: it is kept as it is.
  public var edited: [String]
  /// Incidents that were added; one without an identifier is named by its key, like `fid 5`.
  public var added: [String]
  /// Incidents that were deleted, and are not added again.
  public var deleted: [String]
}

extension IncidentStore {
  /// Every decision with what has become of it, in the order they were made.
  public func reviewStates() throws(StoreError) -> [ReviewState] {
    try read { db in
      let history = ReviewHistory(try Self.reviews(in: db))
      guard !history.reviews.isEmpty else { return [] }
      let (ids, groups) = try Self.groups(in: db)
      let anchored = AnchoredReviews(history, in: try Self.events(near: history, in: db))
      let outcomes = anchored.outcomes(for: groups)
      return try history.reviews.map { review in
        var outcome = outcomes[review.number] ?? .gone
        var incidents: [String] = []
        if case .applies(let indices) = outcome { incidents = indices.map { ids[$0] } }
        if let by = history.undone[review.number] {
          outcome = .undone(by: by)
        } else if case .undo = review.decision {
          outcome = .applies([])
        } else if outcome == .gone, try PersonalRow(id: review.target, in: db) != nil {
          (outcome, incidents) = (.applies([]), [review.target])
        }
        return ReviewState(review: review, outcome: outcome, incidents: incidents)
      }
    }
  }

  /// What people did in the table of incidents with another program.
  public func foreignEdits() throws(StoreError) -> ForeignEdits {
    try read { db in
      let written = try WrittenIncidents(db)
      var edits = ForeignEdits(edited: [], added: [], deleted: [])
      var present: Set<String> = []
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT i.fid, \(IncidentRow.selection) FROM incidents i
          WHERE \(try ImportedKeys(db).exclusion(of: "i.fid"))
          """)
      while let row = try rows.next() {
        let columns = Array(row.databaseValues)
        let id = String.fromDatabaseValue(columns[2])
        if let id { present.insert(id) }
        if let id, let isUntouched = written.isUntouched(Array(columns.dropFirst()), of: id) {
          if !isUntouched { edits.edited.append(id) }
        } else {
          edits.added.append(id ?? "fid \(columns[0])")
        }
      }
      edits.deleted = written.all.filter { !present.contains($0) }
      edits.edited.sort()
      edits.added.sort()
      return edits
    }
  }

  /// The events of each incident, with the incidents' identifiers in the same order.
  private static func groups(in db: Database) throws -> ([String], [[EventKey]]) {
    var ids: [String] = []
    var groups: [[EventKey]] = []
    let sql = "SELECT incident, event_key FROM incident_reports ORDER BY incident, id"
    for row in try Row.fetchAll(db, sql: sql) {
      guard let key = EventKey(row[1] as String) else { throw DamagedValue() }
      let id: String = row[0]
      if ids.last != id {
        ids.append(id)
        groups.append([])
      }
      groups[groups.count - 1].append(key)
    }
    return (ids, groups)
  }

  /// The events of the reports that decisions are about.
  private static func events(near history: ReviewHistory, in db: Database) throws -> [Event] {
    let isByIdentifier = history.standing.contains { $0.events.isEmpty }
    if isByIdentifier { return try events(in: db) }
    let decoder = JSONDecoder()
    var events: [Event] = []
    for report in Set(history.standing.flatMap { $0.events.map(\.report) }).sorted() {
      let bodies = try String.fetchAll(
        db, sql: "SELECT body FROM events WHERE report = ?",
        arguments: [ReportWriter.number(ofReport: report)])
      events += try bodies.map { try decoder.decode(Event.self, from: Data($0.utf8)) }
    }
    return events
  }
}
