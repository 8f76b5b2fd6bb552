internal import FoundationEssentials
internal import GRDB
public import IncidentModel

extension IncidentStore {
  /// The SHA-256 of every report in the store.
  public func knownReports() throws(StoreError) -> Set<String> {
    try read { try String.fetchSet($0, sql: "SELECT sha256 FROM reports") }
  }

  /// Whether the store knows a report from this very source: its file, entry, address and publisher.
  ///
  /// A known text from a further source is worth reading again, as its date may be another.
  ///
  /// - Parameter report: The report, as far as it is known before it is read.
  /// - Returns: Whether adding it again would add no source.
  /// - Throws: ``StoreError/unreadable(path:reason:)``.
  public func knows(_ report: Report) throws(StoreError) -> Bool {
    let mine = ReportSource(report)
    return try read { db in
      let number = ReportWriter.number(ofReport: report.sha256).databaseValue
      return try ReportWriter.sources.rows(of: number, in: db).contains {
        mine.isRereading(of: ReportSource(values: $0))
      }
    }
  }

  /// Adds reports with what was read out of them, in one transaction.
  ///
  /// A report that the store knows is replaced, its mentions and events with it; what is the same
  /// stays untouched. Where it comes from another source, the store keeps both sources and the
  /// reading that belongs to the earliest date, then the smallest address: the order in which
  /// reports come makes no difference.
  ///
  /// - Parameter reports: The reports, in any order.
  /// - Throws: ``StoreError/locked(path:)``, ``StoreError/readOnly(path:)``,
  ///   ``StoreError/full(path:)``, or ``StoreError/invalidPosition(of:)`` for a place.
  public func add(_ reports: [ReadReport]) throws(StoreError) {
    guard !reports.isEmpty else { return }
    let now = clock()
    try write { db in
      var writer = ReportWriter(db: db, now: now)
      for report in reports.sorted(by: { $0.report.sha256 < $1.report.sha256 }) {
        try writer.add(report)
      }
      try writer.finish()
    }
  }

  /// Every event of every report, in the order of their keys.
  public func events() throws(StoreError) -> [Event] {
    try read(Self.events)
  }

  /// The events of some keys, in the order of the keys; those that the store has not are left out.
  public func events(_ keys: [EventKey]) throws(StoreError) -> [Event] {
    try read { db in
      let decoder = JSONDecoder()
      return try keys.compactMap { key in
        try String.fetchOne(
          db.cachedStatement(sql: "SELECT body FROM events WHERE event_key = ?"),
          arguments: [key.description]
        ).map { try decoder.decode(Event.self, from: Data($0.utf8)) }
      }
    }
  }

  /// Every report, in the order of their SHA-256.
  public func reports() throws(StoreError) -> [Report] {
    try read(Self.reports)
  }

  /// The report of a SHA-256, or `nil` where the store has none.
  public func report(_ sha256: String) throws(StoreError) -> Report? {
    try read { try Self.report(sha256, in: $0) }
  }

  /// Every source of a report: what its text came as, once or several times.
  ///
  /// - Parameter sha256: The report's SHA-256.
  /// - Returns: The report as each source gives it, the one the store uses first; empty where the
  ///   store does not know the report.
  /// - Throws: ``StoreError/unreadable(path:reason:)``.
  public func sources(ofReport sha256: String) throws(StoreError) -> [Report] {
    guard let report = try report(sha256) else { return [] }
    return try read { db in
      let number = ReportWriter.number(ofReport: sha256).databaseValue
      return try ReportWriter.sources.rows(of: number, in: db).map { values in
        let source = ReportSource(values: values)
        var report = report
        (report.path, report.externalID, report.url) = (source.path, source.externalID, source.url)
        (report.publisher, report.title) = (source.publisher, source.title)
        report.published = source.published
        return report
      }
    }
  }

  static func events(in db: Database) throws -> [Event] {
    let decoder = JSONDecoder()
    let bodies = try String.fetchCursor(db, sql: "SELECT body FROM events")
    var events: [Event] = []
    while let body = try bodies.next() {
      events.append(try decoder.decode(Event.self, from: Data(body.utf8)))
    }
    return events.sorted { $0.key < $1.key }
  }

  static func report(_ sha256: String, in db: Database) throws -> Report? {
    try Row.fetchOne(
      db.cachedStatement(sql: "\(selectReports) WHERE sha256 = ?"), arguments: [sha256]
    ).map(report)
  }

  static func reports(in db: Database) throws -> [Report] {
    try Row.fetchAll(db, sql: "\(selectReports) ORDER BY sha256").map(report)
  }

  private static let selectReports =
    "SELECT \(ReportSource.columns.joined(separator: ", ")), sha256, language, text FROM reports"

  private static func report(_ row: Row) -> Report {
    let values = Array(row.databaseValues)
    let source = ReportSource(values: values)
    let rest = values.dropFirst(ReportSource.columns.count).map {
      String.fromDatabaseValue($0) ?? ""
    }
    return Report(
      sha256: rest[0], path: source.path, externalID: source.externalID, url: source.url,
      publisher: source.publisher, title: source.title, published: source.published,
      language: rest[1], text: rest[2])
  }
}
