internal import GRDB
internal import IncidentModel

/// Brings the incident table and its evidence to a new state, writing only what differs.
///
/// What people added, edited or deleted stays as they left it.
struct IncidentWriter {
  private let db: Database
  private var incidents: [DocumentedIncident]
  private var written: WrittenIncidents
  private let aliases: [String: String]
  private var changes = IncidentChanges()
  private var touched: Set<String> = []
  /// Rows whose values differ, with their keys.
  private var outdated: [(key: DatabaseValue, incident: Incident)] = []
  /// The events of the incidents that end.
  private var ended: [String: [String]] = [:]

  /// Rows of people whose status says nothing of them yet, with their keys.
  private var unmarked: [(key: DatabaseValue, id: String, status: ReviewStatus)] = []
  /// The number of rows in the end.
  private var count = 0

  init(_ incidents: [DocumentedIncident], db: Database) throws {
    self.db = db
    self.incidents = incidents.sorted { $0.incident.id < $1.incident.id }
    written = try WrittenIncidents(db)
    // Read now: the aliases of a row that is removed go with it.
    let rows = try Row.fetchAll(db, sql: "SELECT alias, incident FROM incident_aliases")
    aliases = Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
  }

  /// Writes all; returns what changed.
  mutating func replace(at now: Instant) throws -> IncidentChanges {
    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
    try checkReports()
    try compare()
    try remove()
    try write()
    if try written.save(in: db) { touched.insert(WrittenIncidents.table) }
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
      db,
      sql: """
        SELECT i.fid, \(IncidentRow.selection) FROM incidents i
        WHERE \(try ImportedKeys(db).exclusion(of: "i.fid"))
        """)
    while let row = try rows.next() {
      let columns = Array(row.databaseValues)
      let (key, values) = (columns[0], Array(columns.dropFirst()))
      let id = String.fromDatabaseValue(values[1])
      if let id { stored.insert(id) }
      guard let id, written.isUntouched(values, of: id) == true else {
        keep(key, values, isOwn: id.map(written.contains) ?? false)
        continue
      }
      guard let index = wanted[id] else {
        changes.removed.append(id)
        continue
      }
      count += 1
      let incident = incidents[index].incident
      if try !IncidentRow.values(of: incident).isSame(as: values) {
        outdated.append((key, incident))
      }
    }
    for id in wanted.keys where !stored.contains(id) {
      // An export of this store that was imported before its reports were read.
      if try isImported(id) {
        stored.insert(id)
        count += 1
      }
    }
    changes.deleted = wanted.keys.filter { !stored.contains($0) && written.contains($0) }
      .sorted()
    let deleted = Set(changes.deleted)
    incidents.removeAll { deleted.contains($0.incident.id) }
    changes.added = incidents.map(\.incident.id).filter { !stored.contains($0) }
    changes.removed.sort()
    changes.kept.sort()
    count += changes.added.count
  }

  /// Whether an imported row, which nothing computed writes over, has an identifier.
  private func isImported(_ id: String) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM incidents WHERE incident_id = ?)"),
      arguments: [id]) ?? false
  }

  private mutating func keep(_ key: DatabaseValue, _ values: [DatabaseValue], isOwn: Bool) {
    let id = String.fromDatabaseValue(values[1]) ?? "fid \(key)"
    changes.kept.append(id)
    count += 1
    let status = String.fromDatabaseValue(values[IncidentRow.statusIndex])
    if isOwn, status == nil || status == ReviewStatus.derived.rawValue {
      unmarked.append((key, id, .corrected))
    } else if status == nil {
      unmarked.append((key, id, .manual))
    }
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
      written.remove(id)
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
    var changed = Set(outdated.map(\.incident.id) + unmarked.map(\.id))
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
    changes.unchanged = count - added.count - changed.count
  }

  private mutating func insert(_ news: [DocumentedIncident]) throws {
    let list = (["fid"] + IncidentRow.columns).map { "\"\($0)\"" }.joined(separator: ", ")
    let marks = Array(repeating: "?", count: IncidentRow.columns.count + 1)
    let statement = try db.makeStatement(
      sql: "INSERT INTO incidents (\(list)) VALUES (\(marks.joined(separator: ", ")))")
    for documented in news {
      let key = IncidentRow.key(ofIncident: documented.incident.id).databaseValue
      let values = try IncidentRow.values(of: documented.incident)
      try statement.execute(arguments: StatementArguments([key] + values))
      written.write(values, of: documented.incident.id)
    }
  }

  private mutating func update() throws {
    let settings = IncidentRow.columns.map { "\"\($0)\" = ?" }.joined(separator: ", ")
    let statement = try db.makeStatement(sql: "UPDATE incidents SET \(settings) WHERE fid = ?")
    for (key, incident) in outdated {
      let values = try IncidentRow.values(of: incident)
      try statement.execute(arguments: StatementArguments(values + [key]))
      written.write(values, of: incident.id)
    }
    for (key, _, status) in unmarked {
      try db.cachedStatement(sql: "UPDATE incidents SET review_status = ? WHERE fid = ?")
        .execute(arguments: [status.rawValue, key])
    }
  }

  // MARK: - Aliases

  /// Every identifier that an incident would have had without some of its events, or once had,
  /// leads to it; returns whether anything had to change.
  private func writeAliases() throws -> Bool {
    let current = Set(incidents.map(\.incident.id) + changes.kept)
    var owners: [String: String] = [:]
    var wanted: [String: String] = [:]
    for documented in incidents {
      for key in documented.evidence.events {
        owners[key.description] = documented.incident.id
        wanted[key.incidentID] = documented.incident.id
      }
    }
    let stored = aliases
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
