internal import GRDB
internal import IncidentModel

/// Brings the incident table and its evidence to a new state, writing only what differs.
struct IncidentWriter {
  private let db: Database
  private let incidents: [DocumentedIncident]
  private var changes = IncidentChanges()
  private var touched: Set<String> = []
  /// Rows whose values differ, with their keys.
  private var outdated: [(key: DatabaseValue, incident: Incident)] = []
  /// The events of the incidents that end.
  private var ended: [String: [String]] = [:]

  init(_ incidents: [DocumentedIncident], db: Database) {
    self.db = db
    self.incidents = incidents.sorted { $0.incident.id < $1.incident.id }
  }

  /// Writes all; returns what changed.
  mutating func replace(at now: Instant) throws -> IncidentChanges {
    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
    try checkReports()
    try compare()
    try remove()
    try write()
    if try writeAliases() { touched.insert("incident_aliases") }
    if !changes.isEmpty { try FeatureTable.incidents.updateContents(in: db, at: now) }
    for table in touched { try GeoPackageSchema.touch(table, in: db, at: now) }
    return changes
  }

  // MARK: - The steps

  private func checkReports() throws {
    let known = try String.fetchSet(db, sql: "SELECT sha256 FROM reports")
    for documented in incidents {
      let evidence = documented.evidence
      let named = evidence.events.map(\.report) + evidence.claims.map(\.report)
      if let unknown = named.first(where: { !known.contains($0) }) {
        throw StoreError.unknownReport(sha256: unknown, incident: documented.incident.id)
      }
    }
  }

  private mutating func compare() throws {
    var wanted: [String: Int] = [:]
    for (index, documented) in incidents.enumerated() {
      let known = wanted.updateValue(index, forKey: documented.incident.id)
      precondition(known == nil, "an incident's identifier is its own")
    }
    var stored: Set<String> = []
    let rows = try Row.fetchCursor(
      db, sql: "SELECT i.fid, i.incident_id, \(IncidentRow.selection) FROM incidents i")
    while let row = try rows.next() {
      let values = Array(row.databaseValues)
      let id = String.fromDatabaseValue(values[1]) ?? ""
      guard let index = wanted[id] else {
        changes.removed.append(id)
        continue
      }
      stored.insert(id)
      let incident = incidents[index].incident
      if try !IncidentRow.values(of: incident).isSame(as: Array(values.dropFirst(2))) {
        outdated.append((values[0], incident))
      }
    }
    changes.removed.sort()
    changes.added = incidents.map(\.incident.id).filter { !stored.contains($0) }
  }

  private mutating func remove() throws {
    for id in changes.removed {
      let owner = id.databaseValue
      ended[id] = try EvidenceRows.events.rows(of: owner, in: db).map {
        String.fromDatabaseValue($0[1]) ?? ""
      }
      for table in [EvidenceRows.claims, EvidenceRows.events, EvidenceRows.merges] {
        try table.remove(of: owner, in: db)
        touched.insert(table.table)
      }
      try db.cachedStatement(sql: "DELETE FROM incidents WHERE incident_id = ?")
        .execute(arguments: [owner])
    }
  }

  private mutating func write() throws {
    let added = Set(changes.added)
    let news = incidents.filter { added.contains($0.incident.id) }
    if news.count >= 1000, news.count > incidents.count / 2 {
      try FeatureTable.incidents.bulkLoad(in: db) { try insert(news) }
    } else {
      try insert(news)
    }
    try update()
    var changed = Set(outdated.map(\.incident.id))
    for documented in incidents {
      let id = documented.incident.id
      for (table, rows) in EvidenceRows.rows(of: documented.evidence) {
        if added.contains(id) {
          try table.insert(rows, of: id.databaseValue, in: db)
          if !rows.isEmpty { touched.insert(table.table) }
        } else if try table.replace(of: id.databaseValue, by: rows, in: db) {
          changed.insert(id)
          touched.insert(table.table)
        }
      }
    }
    changes.changed = changed.sorted()
    changes.unchanged = incidents.count - added.count - changed.count
  }

  private func insert(_ news: [DocumentedIncident]) throws {
    let list = (["fid"] + IncidentRow.columns).map { "\"\($0)\"" }.joined(separator: ", ")
    let marks = Array(repeating: "?", count: IncidentRow.columns.count + 1)
    let statement = try db.makeStatement(
      sql: "INSERT INTO incidents (\(list)) VALUES (\(marks.joined(separator: ", ")))")
    for documented in news {
      let key = IncidentRow.key(ofIncident: documented.incident.id).databaseValue
      try statement.execute(
        arguments: StatementArguments([key] + IncidentRow.values(of: documented.incident)))
    }
  }

  private func update() throws {
    let settings = IncidentRow.columns.map { "\"\($0)\" = ?" }.joined(separator: ", ")
    let statement = try db.makeStatement(sql: "UPDATE incidents SET \(settings) WHERE fid = ?")
    for (key, incident) in outdated {
      try statement.execute(
        arguments: StatementArguments(try IncidentRow.values(of: incident) + [key]))
    }
  }

  // MARK: - Aliases

  /// Every identifier that an incident would have had without some of its events, or once had,
  /// leads to it; returns whether anything had to change.
  private func writeAliases() throws -> Bool {
    let current = Set(incidents.map(\.incident.id))
    var owners: [String: String] = [:]
    var wanted: [String: String] = [:]
    for documented in incidents {
      for key in documented.evidence.events {
        owners[key.description] = documented.incident.id
        wanted[key.incidentID] = documented.incident.id
      }
    }
    var stored: [String: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT alias, incident FROM incident_aliases") {
      stored[row[0]] = row[1]
    }
    let heirs = ended.compactMapValues { events in events.lazy.compactMap { owners[$0] }.first }
    for (alias, incident) in stored where wanted[alias] == nil {
      wanted[alias] = current.contains(incident) ? incident : heirs[incident]
    }
    wanted.merge(heirs) { known, _ in known }
    wanted = wanted.filter { !current.contains($0.key) }
    guard wanted != stored else { return false }
    for alias in stored.keys.sorted() where wanted[alias] != stored[alias] {
      try db.cachedStatement(sql: "DELETE FROM incident_aliases WHERE alias = ?")
        .execute(arguments: [alias])
    }
    for (alias, incident) in wanted.sorted(by: { $0.key < $1.key })
    where stored[alias] != incident {
      try db.cachedStatement(sql: "INSERT INTO incident_aliases (alias, incident) VALUES (?, ?)")
        .execute(arguments: [alias, incident])
    }
    return true
  }
}
