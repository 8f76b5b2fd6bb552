internal import GRDB
internal import Geodesy
internal import IncidentModel
internal import SimpleFeatures

/// Brings imported incidents into their table.
struct IncidentImporter {
  /// Imported rows have keys above all that follow from identifiers (see `IncidentRow.key`).
  static let firstKey: Int64 = 1 << 49
  /// How many incidents are put in order before they are written.
  private static let batch = 16_384
  /// How many repeated identifiers are kept for the end at most.
  private static let patience = 16_384
  /// How many incidents are named that differ from what the store has.
  private static let examples = 5

  private let db: Database
  private let replacesKnown: Bool
  private var inserter: IncidentRowInserter
  private var key: Int64
  private var summary = ImportSummary()
  /// The rows that earlier imports added.
  private let imported: ImportedKeys
  /// The incidents that a person decided about.
  private let decided: Set<String>
  /// The hashes of the identifiers that came.
  private var seen: Set<Int> = []
  /// Whether the table has its indexes.
  private var isIndexed = true
  /// What came with an identifier that had come before, or one of its hash.
  private var repeated: [Incident] = []

  init(_ db: Database, replacesKnown: Bool) throws {
    self.db = db
    self.replacesKnown = replacesKnown
    inserter = try IncidentRowInserter(db)
    let largest = try Int64.fetchOne(db, sql: "SELECT max(fid) FROM incidents") ?? 0
    // The keys of rows that were deleted since are not used again.
    let used = try Int64.fetchOne(db, sql: "SELECT max(last_fid) FROM imports") ?? 0
    key = max(Self.firstKey, largest, used)
    imported = try ImportedKeys(db)
    decided = try String.fetchSet(db, sql: "SELECT target FROM reviews")
  }

  /// Adds all; returns what became of them.
  mutating func run(
    _ record: ImportRecord, expecting expected: Int, at now: Instant,
    _ next: () throws -> Incident?
  ) throws -> ImportSummary {
    let first = key + 1
    let present =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM (SELECT 1 FROM incidents LIMIT ?)",
        arguments: [expected * 4 + 1]) ?? 0
    if present == 0 { try dropIndexes() }
    if expected * 4 >= present {
      try FeatureTable.incidents.bulkLoad(in: db) { try addAll(next) }
    } else {
      try addAll(next)
    }
    if summary.added + summary.replaced > 0 {
      try FeatureTable.incidents.updateContents(in: db, at: now)
    }
    if summary.added > 0 {
      try db.execute(
        sql: """
          INSERT INTO imports (path, sha256, form, columns, first_fid, last_fid, program_version, at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          record.path, record.sha256, record.form, record.columns, first, key,
          record.programVersion, now.description,
        ])
      try GeoPackageSchema.touch(AttributesTable.imports.name, in: db, at: now)
    }
    return summary
  }

  // MARK: -

  private mutating func dropIndexes() throws {
    let names = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'incidents'
          AND name IN ('incidents_id', 'incidents_span', 'incidents_wide', 'incidents_rejected')
        """)
    for name in names { try db.execute(sql: "DROP INDEX \(name)") }
    isIndexed = false
  }

  private mutating func makeIndexes() throws {
    guard !isIndexed else { return }
    isIndexed = true
    try FeatureTable.makeIncidentIndexes(in: db)
  }

  private mutating func addAll(_ next: () throws -> Incident?) throws {
    var batch: [Incident] = []
    batch.reserveCapacity(Self.batch)
    while let incident = try next() {
      if seen.insert(incident.id.hashValue).inserted {
        batch.append(incident)
      } else {
        repeated.append(incident)
      }
      if batch.count == Self.batch || repeated.count == Self.patience {
        try add(batch)
        batch.removeAll(keepingCapacity: true)
      }
      // After those that they repeat.
      if repeated.count == Self.patience { try addRepeated() }
    }
    try add(batch)
    try addRepeated()
  }

  /// Adds incidents in the order of a Hilbert curve, so that neighbours share pages.
  private mutating func add(_ batch: [Incident]) throws {
    let order = batch.indices.map { index in
      (curve: batch[index].position.map(HilbertCurve.key) ?? .max, index: index)
    }.sorted { $0 < $1 }
    // A span lends its elements, where an array would copy them.
    let incidents = batch.span
    for (_, index) in order {
      if isIndexed {
        try addIfNew(incidents[index], replacing: replacesKnown)
      } else {
        try insert(incidents[index])
      }
    }
  }

  /// Adds what seems to be known already, now that the table's index can say whether it is.
  private mutating func addRepeated() throws {
    try makeIndexes()
    for incident in repeated { try addIfNew(incident, replacing: false) }
    repeated = []
  }

  private mutating func addIfNew(_ incident: Incident, replacing: Bool) throws {
    let known = try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT fid FROM incidents WHERE incident_id = ?1 UNION ALL
          SELECT fid FROM incidents WHERE incident_id =
            (SELECT incident FROM incident_aliases WHERE alias = ?1)
          """), arguments: [incident.id])
    guard let known else { return try insert(incident) }
    guard replacing, imported.contains(known), !decided.contains(incident.id) else {
      summary.known += 1
      if try differs(incident, from: known) {
        summary.differing += 1
        if summary.differingExamples.count < Self.examples,
          !summary.differingExamples.contains(incident.id)
        {
          summary.differingExamples.append(incident.id)
        }
      }
      return
    }
    try replace(known, by: incident)
  }

  /// Whether a row says something else than an incident.
  ///
  /// What a person decided about it does not count, nor where its point is within its uncertainty, as
  /// exports have fewer decimals of a vague one.
  private func differs(_ incident: Incident, from key: Int64) throws -> Bool {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(IncidentRow.selection) FROM incidents i WHERE fid = ?"),
      arguments: [key])
    guard let row else { return true }
    var stored = IncidentRow.incident(row)
    var given = incident
    if let a = stored.position, let b = given.position {
      let slack = max(stored.uncertainty?.value ?? 0, 1)
      guard Geodesic.wgs84.distance(from: a, to: b).value <= slack else { return true }
      given.position = a
    }
    (given.id, given.reviewStatus) = (stored.id, stored.reviewStatus)
    stored.confidence = given.confidence
    return stored != given
  }

  private mutating func insert(_ incident: Incident) throws {
    key += 1
    try inserter.insert(incident, key: key)
    summary.added += 1
    if incident.position != nil { summary.located += 1 }
  }

  private mutating func replace(_ key: Int64, by incident: Incident) throws {
    let settings = IncidentRow.columns.map { "\"\($0)\" = ?" }.joined(separator: ", ")
    let values = try IncidentRow.values(of: incident)
    try db.cachedStatement(sql: "UPDATE incidents SET \(settings) WHERE fid = ?")
      .execute(arguments: StatementArguments(values + [key.databaseValue]))
    summary.replaced += 1
    if incident.position != nil { summary.located += 1 }
  }
}
