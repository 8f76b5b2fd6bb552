internal import GRDB
public import IncidentModel

extension IncidentStore {
  /// Makes these the store's incidents, in one transaction.
  ///
  /// Only rows that differ are written. What people added, edited or deleted in the table stays as
  /// they left it, marked by its review status. The identifier of an incident that grew together with
  /// another leads to that other from then on. The run is recorded where it differs from the latest.
  ///
  /// - Parameters:
  ///   - incidents: All incidents, each with an identifier of its own, in any order.
  ///   - run: What they were computed with.
  /// - Returns: What was added, changed, removed and kept.
  /// - Throws: ``StoreError/unknownReport(sha256:incident:)`` where evidence names a report that was
  ///   not added, ``StoreError/invalidPosition(of:)``, ``StoreError/locked(path:)``,
  ///   ``StoreError/readOnly(path:)``, ``StoreError/full(path:)``. Nothing is changed then.
  @discardableResult
  public func replaceIncidents(
    _ incidents: [DocumentedIncident], run: RunRecord
  ) throws(StoreError) -> IncidentChanges {
    let now = clock()
    return try write { db in
      try Self.replaceIncidents(incidents, run: run, in: db, at: now)
    }
  }

  /// Computes the incidents anew from everything in the store, in one transaction.
  ///
  /// No other program can add a report between the reading of the events and the writing of the
  /// incidents, as it could between ``events()`` and ``replaceIncidents(_:run:)``.
  ///
  /// - Parameters:
  ///   - run: What the incidents are computed with.
  ///   - compute: Makes all incidents from the events, in the order of their keys, the reports, in
  ///     the order of their SHA-256, and what people decided; it must not use the store.
  /// - Returns: What was added, changed, removed and kept.
  /// - Throws: What `compute` throws, or what ``replaceIncidents(_:run:)`` does. Nothing is changed
  ///   then.
  @discardableResult
  public func recomputeIncidents(
    run: RunRecord, _ compute: Computing
  ) throws -> IncidentChanges {
    let now = clock()
    return try writeComputed { db, failure in
      try Self.recompute(run: run, compute, in: db, at: now, &failure)
    }
  }

  /// Makes all incidents from the events, the reports and what people decided.
  public typealias Computing = ([Event], [Report], ReviewHistory) throws -> [DocumentedIncident]

  /// A transaction that hands on an error of somebody else's computing as it is.
  func writeComputed<Value>(
    _ body: (Database, inout (any Error)?) throws -> Value
  ) throws -> Value {
    var failure: (any Error)?
    do {
      return try write { db in try body(db, &failure) }
    } catch {
      throw failure ?? error
    }
  }

  static func recompute(
    run: RunRecord, _ compute: Computing, in db: Database, at now: Instant,
    _ failure: inout (any Error)?
  ) throws -> IncidentChanges {
    let (events, reports) = (try events(in: db), try reports(in: db))
    let reviews = try reviews(in: db)
    let incidents: [DocumentedIncident]
    do {
      incidents = try compute(events, reports, ReviewHistory(reviews))
    } catch {
      failure = error
      throw error
    }
    return try replaceIncidents(incidents, run: run, in: db, at: now)
  }

  /// The incident of an identifier with everything it rests on, or `nil` where there is none.
  ///
  /// - Parameter identifier: An incident's identifier, one that led to it before it grew together
  ///   with another, or the beginning of either that no other shares.
  /// - Returns: The incident with its evidence.
  /// - Throws: ``StoreError/ambiguousIdentifier(_:candidates:)`` where several begin like this.
  public func incident(_ identifier: String) throws(StoreError) -> DocumentedIncident? {
    try read { db in
      guard let id = try Self.identifier(beginning: identifier, in: db),
        let row = try Row.fetchOne(
          db, sql: "SELECT \(IncidentRow.selection) FROM incidents i WHERE incident_id = ?",
          arguments: [id])
      else { return nil }
      return DocumentedIncident(
        incident: IncidentRow.incident(row),
        evidence: try EvidenceRows.evidence(ofIncident: id, in: db))
    }
  }

  /// Every incident with everything it rests on, in the order of their identifiers.
  public func documentedIncidents() throws(StoreError) -> [DocumentedIncident] {
    try read { db in
      let sql = "SELECT \(IncidentRow.selection) FROM incidents i ORDER BY incident_id"
      return try Row.fetchAll(db, sql: sql).map { row in
        let incident = IncidentRow.incident(row)
        return DocumentedIncident(
          incident: incident,
          evidence: try EvidenceRows.evidence(ofIncident: incident.id, in: db))
      }
    }
  }

  /// The incidents that pass a filter, by their first day, then their identifier; undated ones last.
  ///
  /// - Parameters:
  ///   - filter: What they must match.
  ///   - limit: How many at most; all where `nil`.
  ///   - offset: How many to leave out first.
  /// - Returns: The flat rows.
  /// - Throws: ``StoreError/unreadable(path:reason:)``.
  public func incidents(
    matching filter: IncidentFilter = .all, limit: Int? = nil, offset: Int = 0
  ) throws(StoreError) -> [Incident] {
    let condition = filter.condition
    return try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(IncidentRow.selection) FROM incidents i WHERE \(condition.sql)
          ORDER BY i.date_start NULLS LAST, i.incident_id LIMIT ? OFFSET ?
          """,
        arguments: condition.arguments + [limit ?? -1, offset])
      var incidents: [Incident] = []
      while let row = try rows.next() {
        incidents.append(IncidentRow.incident(row))
      }
      return incidents
    }
  }

  /// The number of incidents that pass a filter.
  public func count(matching filter: IncidentFilter = .all) throws(StoreError) -> Int {
    let condition = filter.condition
    return try read { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM incidents i WHERE \(condition.sql)",
        arguments: condition.arguments) ?? 0
    }
  }

  // MARK: -

  private static func replaceIncidents(
    _ incidents: [DocumentedIncident], run: RunRecord, in db: Database, at now: Instant
  ) throws -> IncidentChanges {
    var writer = try IncidentWriter(incidents, db: db)
    let changes = try writer.replace(at: now)
    try record(run, in: db, at: now)
    return changes
  }

  static func identifier(beginning text: String, in db: Database) throws -> String? {
    let exact = try String.fetchOne(
      db,
      sql: """
        SELECT incident_id FROM incidents WHERE incident_id = ?1
        UNION ALL SELECT incident FROM incident_aliases WHERE alias = ?1
        """, arguments: [text])
    if let exact { return exact }
    let range: StatementArguments = [text, text + "\u{10FFFF}"]
    let found = try String.fetchAll(
      db,
      sql: """
        SELECT incident_id FROM incidents WHERE incident_id >= ?1 AND incident_id < ?2
        UNION SELECT incident FROM incident_aliases WHERE alias >= ?1 AND alias < ?2
        ORDER BY 1 LIMIT 10
        """, arguments: range)
    if found.count > 1 { throw StoreError.ambiguousIdentifier(text, candidates: found) }
    return found.first
  }

  private static func record(_ run: RunRecord, in db: Database, at now: Instant) throws {
    guard try latestRun(in: db) != run else { return }
    try db.execute(
      sql: """
        INSERT INTO runs (program_version, rules, gazetteer, inputs, options, at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: StatementArguments(run.values + [now.description]))
    try GeoPackageSchema.touch("runs", in: db, at: now)
  }
}
