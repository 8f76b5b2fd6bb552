internal import GRDB
internal import IncidentModel

/// A row of `incidents` that a person edited or added in another program: decisions change its own
/// fields, as nothing computes it.
struct PersonalRow {
  let id: String
  let incident: Incident
  private let isOwn: Bool

  /// Reads the row of an identifier, or `nil` where there is none.
  init?(id: String, in db: Database) throws {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT \(IncidentRow.selection) FROM incidents i WHERE incident_id = ?",
        arguments: [id])
    else { return nil }
    self.id = id
    incident = IncidentRow.incident(row)
    isOwn = try WrittenIncidents(db).contains(id)
  }

  /// Applies a decision that was just made.
  func apply(_ review: Review, in db: Database, at now: Instant) throws {
    var changed = incident
    changed.apply([review])
    try write(changed, in: db, at: now)
  }

  /// Takes a decision back: a field goes back to what it held, unless it was changed since.
  func undo(
    _ review: Review, _ history: ReviewHistory, in db: Database, at now: Instant
  ) throws {
    var changed = incident
    switch review.decision {
    case .set(let name, let value):
      guard let field = CorrectableField.named(name), field.value(incident) == value else { return }
      field.apply(review.previous, to: &changed)
    case .accept, .reject:
      changed.reviewStatus = isOwn ? .corrected : .manual
      for other in history.standing where other.target == id {
        switch other.decision {
        case .accept: changed.reviewStatus = .accepted
        case .reject: changed.reviewStatus = .rejected
        case .set, .merge, .split, .undo: break
        }
      }
    case .merge, .split, .undo: return
    }
    try write(changed, in: db, at: now)
  }

  /// Writes the columns that differ, and no other.
  private func write(_ changed: Incident, in db: Database, at now: Instant) throws {
    let old = try IncidentRow.values(of: incident)
    let new = try IncidentRow.values(of: changed)
    let differing = new.indices.filter { ![old[$0]].isSame(as: [new[$0]]) }
    guard !differing.isEmpty else { return }
    let settings = differing.map { "\"\(IncidentRow.columns[$0])\" = ?" }
    try db.execute(
      sql: "UPDATE incidents SET \(settings.joined(separator: ", ")) WHERE incident_id = ?",
      arguments: StatementArguments(differing.map { new[$0] } + [id.databaseValue]))
    try FeatureTable.incidents.updateContents(in: db, at: now)
  }
}
