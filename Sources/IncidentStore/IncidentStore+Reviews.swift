internal import GRDB
public import IncidentModel

extension IncidentStore {
  /// Every decision, in the order they were made.
  public func reviews() throws(StoreError) -> [Review] {
    try read(Self.reviews)
  }

  /// Records a decision and computes the incidents anew with it, in one transaction.
  ///
  /// A row that a person edited in another program, or added there, is not computed; the decision
  /// changes it in its own field.
  ///
  /// - Parameters:
  ///   - decision: What is decided; the incidents of a merge may be called as `identifier` may.
  ///   - identifier: The incident, by an identifier that ``incident(_:)`` takes.
  ///   - author: Who decides.
  ///   - why: Why, in the person's words.
  ///   - run: What the incidents are computed with.
  ///   - compute: Makes all incidents, as for ``recomputeIncidents(run:_:)``.
  /// - Returns: The decision as it is kept.
  /// - Throws: ``StoreError/unknownIncident(_:)``, ``StoreError/ambiguousIdentifier(_:candidates:)``,
  ///   ``StoreError/undecidable(incident:reason:)``, what `compute` throws, or what
  ///   ``recomputeIncidents(run:_:)`` does. Nothing is changed then.
  @discardableResult
  public func decide(
    _ decision: Review.Decision, about identifier: String, by author: String, why: String?,
    run: RunRecord, _ compute: Computing
  ) throws -> Review {
    let now = clock()
    return try writeComputed { db, failure in
      var review = try Self.prepared(decision, about: identifier, in: db)
      (review.author, review.at, review.why) = (author, now, why)
      try Self.append(&review, in: db)
      let changes = try Self.recompute(run: run, compute, in: db, at: now, &failure)
      if try changes.kept.contains(review.target) || Self.isImported(review.target, in: db) {
        try PersonalRow(id: review.target, in: db)?.apply(review, in: db, at: now)
      }
      return review
    }
  }

  /// Whether an incident's row was imported or added by hand: nothing computes it.
  private static func isImported(_ id: String, in db: Database) throws -> Bool {
    let sql = "SELECT fid FROM incidents WHERE incident_id = ?"
    let key = try Int64.fetchOne(db, sql: sql, arguments: [id])
    return try key.map { try ImportedKeys(db).contains($0) } ?? false
  }

  /// Takes a decision back, and computes the incidents anew without it, in one transaction.
  ///
  /// Taking back what took something back makes that hold again.
  ///
  /// - Parameters:
  ///   - number: The decision's number; the latest that holds where `nil`.
  ///   - author: Who takes it back.
  ///   - why: Why, in the person's words.
  ///   - run: What the incidents are computed with.
  ///   - compute: Makes all incidents, as for ``recomputeIncidents(run:_:)``.
  /// - Returns: The decision that takes it back.
  /// - Throws: ``StoreError/noDecision(_:)`` where there is none, or it was taken back; else as
  ///   ``decide(_:about:by:why:run:_:)``.
  @discardableResult
  public func undo(
    _ number: Int?, by author: String, why: String?, run: RunRecord, _ compute: Computing
  ) throws -> Review {
    let now = clock()
    return try writeComputed { db, failure in
      let history = ReviewHistory(try Self.reviews(in: db))
      let undone =
        if let number {
          history.reviews.first { $0.number == number && history.undone[number] == nil }
        } else {
          history.standing.last
        }
      guard let undone else { throw StoreError.noDecision(number) }
      var review = Review(
        number: 0, target: undone.target, decision: .undo(undone.number), events: undone.events,
        author: author, at: now, why: why)
      try Self.append(&review, in: db)
      let changes = try Self.recompute(run: run, compute, in: db, at: now, &failure)
      if try changes.kept.contains(undone.target) || Self.isImported(undone.target, in: db) {
        let history = ReviewHistory(history.reviews + [review])
        try PersonalRow(id: undone.target, in: db)?.undo(undone, history, in: db, at: now)
      }
      return review
    }
  }

  // MARK: - Rows

  static func reviews(in db: Database) throws -> [Review] {
    let known = try String.fetchSet(db, sql: "SELECT name FROM pragma_table_info('reviews')")
    let added = ["previous", "events"].map { known.contains($0) ? $0 : "NULL" }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, target, field, value, author, at, why, \(added.joined(separator: ", "))
        FROM reviews ORDER BY id
        """)
    return rows.compactMap { row in
      // A row of another program that says nothing we know is left alone.
      guard let decision = Review.Decision(field: row[2], value: row[3]),
        let moment = Instant(row[5] as String)
      else { return nil }
      let events = ((row[8] as String?) ?? "").split(separator: " ")
      return Review(
        number: row[0], target: row[1], decision: decision, previous: row[7],
        events: events.compactMap { EventKey(String($0)) }, author: row[4] ?? "unknown",
        at: moment, why: row[6])
    }
  }

  private static func append(_ review: inout Review, in db: Database) throws {
    let (field, value) = review.decision.columns
    let events = review.events.map(\.description).joined(separator: " ")
    try db.execute(
      sql: """
        INSERT INTO reviews (target, field, value, author, at, why, previous, events)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        review.target.stored, field.stored, value.stored, review.author.stored,
        review.at.description, review.why.stored, review.previous.stored, events,
      ])
    review.number = Int(db.lastInsertedRowID)
    try GeoPackageSchema.touch("reviews", in: db, at: review.at)
  }

  // MARK: - What a decision is about

  private static func prepared(
    _ decision: Review.Decision, about identifier: String, in db: Database
  ) throws -> Review {
    let id = try known(identifier, in: db)
    var events = try events(of: id, in: db)
    var review = Review(
      number: 0, target: id, decision: decision, author: "", at: Instant(seconds: 0))
    switch decision {
    case .accept, .reject, .undo: break
    case .set(let name, let value):
      guard let field = CorrectableField.named(name),
        let incident = try PersonalRow(id: id, in: db)?.incident
      else { throw StoreError.undecidable(incident: id, reason: "\(name) cannot be set") }
      let subTypes = incident.eventType.subTypes
      if name == "sub_event_type", let value, !subTypes.contains(value) {
        throw StoreError.undecidable(
          incident: id,
          reason: "\(incident.eventType.rawValue) have the sub-types "
            + subTypes.joined(separator: "; ") + "; set event_type first for another")
      }
      review.previous = field.value(incident)
    case .merge(let others):
      let others = try others.map { try known($0, in: db) }
      guard Set(others + [id]).count == others.count + 1 else {
        throw StoreError.undecidable(incident: id, reason: "these are one incident already")
      }
      for other in [id] + others where try Self.events(of: other, in: db).isEmpty {
        throw StoreError.undecidable(
          incident: other,
          reason: "no report tells of it, so it cannot become one with another; reject one of them")
      }
      review.decision = .merge(with: others)
      events = Set(try events + others.flatMap { try Self.events(of: $0, in: db) }).sorted()
    case .split(let own):
      guard Set(own).isStrictSubset(of: events), !own.isEmpty else {
        throw StoreError.undecidable(
          incident: id,
          reason:
            "some of its events can be split off, not all; `incidentmap show \(id)` lists them"
        )
      }
    }
    review.events = events
    return review
  }

  private static func known(_ identifier: String, in db: Database) throws -> String {
    guard let id = try self.identifier(beginning: identifier, in: db) else {
      throw StoreError.unknownIncident(identifier)
    }
    return id
  }

  private static func events(of id: String, in db: Database) throws -> [EventKey] {
    try EvidenceRows.evidence(ofIncident: id, in: db).events
  }
}
