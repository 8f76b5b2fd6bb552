internal import FoundationEssentials
internal import GRDB
internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// Writes reports and what was read out of them, inside a transaction.
struct ReportWriter {
  static let sources = DependentRows(
    table: "report_sources", parent: "report", columns: ReportSource.columns)
  private static let mentions = DependentRows(
    table: "mentions", parent: "report",
    columns: [
      "start", "end", "surface", "role", "drop_reason", "status", "place_id", "score", "reasons",
      "alternatives",
    ])
  private static let events = DependentRows(
    table: "events", parent: "report", columns: ["event_key", "place_id", "body"])

  private let db: Database
  private let now: Instant
  private let encoder: JSONEncoder
  private var touched: Set<String> = []
  private var places: [PlaceID: [DatabaseValue]] = [:]

  init(db: Database, now: Instant) {
    self.db = db
    self.now = now
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// The key of a report: the first 60 bits of its SHA-256, so that it does not depend on the order
  /// in which reports came.
  static func number(ofReport sha256: String) -> Int {
    if let number = Int(sha256.prefix(15), radix: 16) { return number }
    return Int(Report.sha256(of: Array(sha256.utf8)).prefix(15), radix: 16) ?? 0
  }

  mutating func add(_ read: ReadReport) throws {
    let report = read.report
    let owner = Self.number(ofReport: report.sha256).databaseValue
    let mine = ReportSource(report)
    let known = try Self.sources.rows(of: owner, in: db).map(ReportSource.init(values:))
    let others = known.filter { !mine.isRereading(of: $0) }
    let sources = (others + [mine]).sorted(by: ReportSource.precedes)
    let isMineUsed = sources[0] == mine
    try write(
      sources[0], of: report, key: owner, isKnown: !known.isEmpty, withText: isMineUsed)
    if try Self.sources.replace(of: owner, by: sources.map(\.values), in: db) {
      touched.insert(Self.sources.table)
    }
    if isMineUsed { try writeReading(read, of: owner) }
  }

  /// Writes the places, drops those that no event names any more, and records what changed.
  mutating func finish() throws {
    for (id, values) in places.sorted(by: { $0.key < $1.key }) { try write(values, of: id) }
    if touched.contains(Self.events.table) {
      try db.execute(
        sql: """
          DELETE FROM places
          WHERE NOT EXISTS (SELECT 1 FROM events WHERE events.place_id = places.place_id)
          """)
      if db.changesCount > 0 { touched.insert("places") }
    }
    if touched.remove("places") != nil { try FeatureTable.places.updateContents(in: db, at: now) }
    for table in touched { try GeoPackageSchema.touch(table, in: db, at: now) }
  }

  // MARK: - The parts of a report

  private mutating func write(
    _ source: ReportSource, of report: Report, key: DatabaseValue, isKnown: Bool, withText: Bool
  ) throws {
    var columns = ReportSource.columns
    var values = source.values
    if withText {
      columns += ["language", "text"]
      values += [report.language.stored, report.text.stored]
    }
    let list = columns.joined(separator: ", ")
    guard isKnown else {
      let marks = Array(repeating: "?", count: columns.count + 3).joined(separator: ", ")
      let statement = try db.cachedStatement(
        sql: "INSERT INTO reports (id, sha256, ingested_at, \(list)) VALUES (\(marks))")
      try statement.execute(
        arguments: StatementArguments(
          [key, report.sha256.databaseValue, now.description.databaseValue] + values))
      touched.insert("reports")
      return
    }
    let stored = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(list) FROM reports WHERE id = ?"), arguments: [key])
    if let stored, Array(stored.databaseValues).isSame(as: values) { return }
    let settings = columns.map { "\($0) = ?" }.joined(separator: ", ")
    try db.cachedStatement(sql: "UPDATE reports SET \(settings) WHERE id = ?")
      .execute(arguments: StatementArguments(values + [key]))
    touched.insert("reports")
  }

  private mutating func writeReading(_ read: ReadReport, of owner: DatabaseValue) throws {
    if try Self.mentions.replace(of: owner, by: read.mentions.map(Self.values), in: db) {
      touched.insert(Self.mentions.table)
    }
    let events = try read.events.sorted { $0.key < $1.key }.map { event in
      let body = String(decoding: try encoder.encode(event), as: UTF8.self)
      return [event.key.description.databaseValue, (event.place?.id.text).stored, body.stored]
    }
    if try Self.events.replace(of: owner, by: events, in: db) {
      touched.insert(Self.events.table)
    }
    try collectPlaces(of: read)
  }

  private static func values(of mention: Mention) -> [DatabaseValue] {
    let candidates = mention.resolution.candidates
    let (status, best, reasons): (String, Candidate?, String) =
      switch mention.resolution {
      case .resolved(let best, _): ("resolved", best, best.reasons.joined(separator: "; "))
      case .ambiguous: ("ambiguous", nil, "")
      case .unresolved(let reason): ("unresolved", nil, reason)
      }
    let others = candidates.dropFirst(best == nil ? 0 : 1).map {
      "\($0.place.id) \(DecimalText.text($0.score, places: 3))"
    }
    return [
      mention.range.lowerBound.databaseValue, mention.range.upperBound.databaseValue,
      mention.surface.stored, mention.role.rawValue.databaseValue, stated(mention.roleReason),
      status.databaseValue, (best?.place.id.text).stored, best?.score.databaseValue ?? .null,
      stated(Self.reasons(reasons, mention.area)), stated(others.joined(separator: "; ")),
    ]
  }

  /// The reasons for a place, and the area that the words around it make of it.
  private static func reasons(_ reasons: String, _ area: VagueArea?) -> String {
    guard let area else { return reasons }
    return "\(reasons); \(area.label): \(area.reason)"
  }

  private static func stated(_ text: String) -> DatabaseValue {
    text.isEmpty ? .null : text.stored
  }

  // MARK: - Places

  private mutating func collectPlaces(of read: ReadReport) throws {
    let named = read.mentions.flatMap {
      $0.resolution.candidates.map(\.place) + [$0.area?.place].compactMap(\.self)
    }
    let rows = Dictionary(named.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for place in read.events.compactMap(\.place) {
      guard place.position.isValid else { throw StoreError.invalidPosition(of: place.id.text) }
      let row = rows[place.id]
      let names =
        row?.names.map { "\($0.language):\($0.text)" } ?? place.alternativeNames
      places[place.id] = [
        PointBlob.encode(row?.position ?? place.position).databaseValue,
        place.id.text.stored, (row?.name ?? place.name).stored,
        (row?.kind ?? place.kind).rawValue.databaseValue,
        Self.stated(names.joined(separator: "; ")), Self.stated(row?.country ?? place.country),
        Self.stated(row?.admin1 ?? place.admin1), Self.stated(row?.admin2 ?? place.admin2),
        row?.population?.databaseValue ?? .null,
        (row?.uncertainty ?? place.uncertainty).value.databaseValue,
      ]
    }
  }

  private mutating func write(_ values: [DatabaseValue], of id: PlaceID) throws {
    let columns = [
      "geom", "place_id", "name", "kind", "names", "country", "admin1", "admin2", "population",
      "uncertainty_m",
    ]
    let list = columns.joined(separator: ", ")
    let stored = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(list) FROM places WHERE place_id = ?"),
      arguments: [id.text])
    guard let stored else {
      let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
      try db.cachedStatement(sql: "INSERT INTO places (\(list)) VALUES (\(marks))")
        .execute(arguments: StatementArguments(values))
      touched.insert("places")
      return
    }
    if Array(stored.databaseValues).isSame(as: values) { return }
    let settings = columns.map { "\($0) = ?" }.joined(separator: ", ")
    try db.cachedStatement(sql: "UPDATE places SET \(settings) WHERE place_id = ?")
      .execute(arguments: StatementArguments(values + [id.text.databaseValue]))
    touched.insert("places")
  }
}
