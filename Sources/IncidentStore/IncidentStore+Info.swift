internal import GRDB
internal import IncidentModel

extension IncidentStore {
  /// What the store holds, and whether it is sound.
  ///
  /// - Returns: Versions, counts, the span of time, and every problem that a check of the whole file
  ///   finds.
  /// - Throws: ``StoreError/unreadable(path:reason:)``.
  /// - Complexity: Reads the whole file once.
  public func info() throws(StoreError) -> StoreInfo {
    try read { db in
      let count = { (sql: String) in try Int.fetchOne(db, sql: "SELECT count(*) FROM \(sql)") ?? 0 }
      let days = try Row.fetchOne(db, sql: "SELECT min(date_start), max(date_end) FROM incidents")
      let day = { (index: Int) in
        (days?[index] as String?).flatMap { CalendarDate($0) }
      }
      return StoreInfo(
        version: try Self.version(in: db), latestRun: try Self.latestRun(in: db),
        incidents: try count("incidents"),
        locatedIncidents: try count("incidents WHERE geom NOTNULL AND NOT ST_IsEmpty(geom)"),
        types: try Self.types(in: db), firstDay: day(0), lastDay: day(1),
        reports: try count("reports"), mentions: try count("mentions"),
        unresolvedMentions: try count("mentions WHERE status <> 'resolved'"),
        events: try count("events"), reviews: try count("reviews"),
        publishers: try Self.publishers(in: db), problems: try Self.problems(in: db))
    }
  }

  /// The version of the store's tables.
  static func version(in db: Database) throws -> Int {
    let sql = "SELECT max(version) FROM \(GeoPackageSchema.versionTable)"
    return try Int.fetchOne(db, sql: sql) ?? 0
  }

  /// What the incidents were last computed with, or `nil` where they never were.
  public func latestRun() throws(StoreError) -> RunRecord? {
    try read(Self.latestRun)
  }

  static func latestRun(in db: Database) throws -> RunRecord? {
    let sql = """
      SELECT program_version, rules, gazetteer, inputs, options FROM runs ORDER BY id DESC LIMIT 1
      """
    return try Row.fetchOne(db, sql: sql).map { row in
      RunRecord(
        programVersion: row[0], rules: row[1], gazetteer: row[2], inputs: row[3], options: row[4])
    }
  }

  private static func types(in db: Database) throws -> [StoreInfo.TypeCount] {
    var counts: [String: Int] = [:]
    let sql = "SELECT event_type, count(*) FROM incidents GROUP BY event_type"
    for row in try Row.fetchAll(db, sql: sql) { counts[row[0] ?? ""] = row[1] }
    return EventType.allCases.compactMap { type in
      counts[type.rawValue].map { StoreInfo.TypeCount(type: type, incidents: $0) }
    }
  }

  private static func publishers(in db: Database) throws -> [StoreInfo.PublisherCount] {
    let sql = "SELECT publisher, count(*) FROM reports GROUP BY publisher ORDER BY 2 DESC, 1"
    return try Row.fetchAll(db, sql: sql).map { row in
      StoreInfo.PublisherCount(publisher: row[0], reports: row[1])
    }
  }

  private static func problems(in db: Database) throws -> [String] {
    var problems = try db.texts("PRAGMA integrity_check").compactMap(\.first).compactMap(\.self)
      .filter { $0 != "ok" }
    for row in try db.texts("PRAGMA foreign_key_check") {
      problems.append(
        "a row of \(row[0] ?? "?") refers to a row of \(row[2] ?? "?") that does not exist")
    }
    for table in FeatureTable.all {
      let check = try String.fetchOne(db, sql: "SELECT rtreecheck('\(table.index)')") ?? "ok"
      if check != "ok" { problems.append("\(table.index): \(check)") }
      let located = "SELECT fid FROM \(table.name) WHERE geom NOTNULL AND NOT ST_IsEmpty(geom)"
      let indexed = "SELECT id FROM \(table.index)"
      let difference = """
        SELECT count(*) FROM (SELECT * FROM (\(located) EXCEPT \(indexed))
          UNION ALL SELECT * FROM (\(indexed) EXCEPT \(located)))
        """
      let missing = try Int.fetchOne(db, sql: difference) ?? 0
      if missing > 0 {
        problems.append("\(table.index) and \(table.name) differ in \(missing) rows")
      }
    }
    return problems
  }
}
