import Foundation
import GRDB
import IncidentModel
import NamedSeeds
import SimpleFeatures
import Toponymy

@testable import IncidentStore

/// A folder of its own for one test, gone when the test ends.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String = "incidents.gpkg") -> String { url.appending(path: name).path }

  func makeStore(_ name: String = "incidents.gpkg", at seconds: Int = 0) throws -> IncidentStore {
    try IncidentStore.open(
      at: path(name), for: .writing(creating: true), patience: .zero,
      clock: { Instant(seconds: seconds) })
  }
}

/// Values that tests share.
enum Fixture {
  static let run = RunRecord(
    programVersion: "1.0", rules: "r1", gazetteer: "g1", inputs: "i1", options: "")

  static let leposavic = Position(longitude: 20.8028, latitude: 43.1039)
  static let zvecan = Position(longitude: 20.8403, latitude: 42.9075)

  static func place(
    _ id: String = "xk:leposavic", _ name: String = "Leposavić", at position: Position = leposavic
  ) -> Place {
    Place(
      id: PlaceID(id), name: name, kind: .town, position: position, country: "XK",
      admin1: "Mitrovica", admin2: name, population: 3702,
      names: [
        Toponym(name, language: "sr-Latn"), Toponym("Leposaviq", language: "sq"),
        Toponym("Лепосавић", language: "sr-Cyrl"),
      ])
  }

  /// A report with one event at each offset, and a mention for it.
  static func report(
    _ text: String, offsets: [Int] = [0], path: String? = "a.txt", url: String? = nil,
    published: PublicationDate? = nil, place: Place = place()
  ) -> ReadReport {
    let report = Report(
      sha256: Report.sha256(of: Array(text.utf8)), path: path, url: url, publisher: "Agency",
      title: "Title", published: published, language: "en", text: text)
    let candidate = Candidate(place: place, score: 0.97, reasons: ["the only one", "near"])
    let mention = Mention(
      range: 0..<4, surface: "Lepo", role: .location, roleReason: "",
      resolution: .resolved(candidate, alternatives: []))
    return ReadReport(
      report: report, mentions: [mention],
      events: offsets.map { event(EventKey(report: report.sha256, offset: $0), at: place) })
  }

  static func event(_ key: EventKey, at place: Place) -> Event {
    Event(
      key: key, type: .riots, subType: "Mob violence",
      when: EventDate(
        expression: .span(.weekday(1, weeksEarlier: 0), .daysBefore(7, 0)),
        span: span("2023-05-29"), minuteOfDay: 90),
      place: EventPlace(place, reported: "Leposaviq", precision: .exact),
      actor1: "Protesters", isSummary: false, claims: [claim(key.offset)])
  }

  static func claim(_ offset: Int) -> Claim {
    Claim(
      field: .injured, value: "30", qualifier: "at least", population: "soldiers",
      attributedTo: "KFOR", range: offset..<offset + 12, quote: "30 \"soldiers\"/мир",
      rule: "count.injured", confidence: 0.1 + 0.2)
  }

  static func span(_ start: String, _ end: String? = nil) -> DateSpan? {
    guard let first = CalendarDate(start), let last = CalendarDate(end ?? start) else { return nil }
    return DateSpan(
      start: first, end: last, precision: first == last ? .day : .severalDays, basis: .explicit)
  }

  /// The incident that events of the reports make, every field filled.
  static func incident(
    of events: [EventKey], at position: Position? = leposavic, type: EventType = .riots
  ) -> DocumentedIncident {
    let keys = events.sorted()
    var incident = Incident(id: keys[0].incidentID, eventType: type)
    incident.subEventType = "Mob violence"
    incident.date = span("2023-05-26", "2023-05-29")
    incident.occurredAt = Instant(seconds: 1_685_059_200)
    incident.occurredUntil = Instant(seconds: 1_685_318_400)
    incident.location = "Leposavić"
    incident.locationAlternatives = ["Leposaviq", "Лепосавић"]
    incident.locationReported = ["Leposavic", "Leposaviq"]
    incident.site = "municipal building"
    incident.placeID = PlaceID("xk:leposavic")
    incident.country = "XK"
    incident.admin1 = "Mitrovica"
    incident.admin2 = "Leposavić"
    incident.position = position
    incident.wherePrecision = .near
    incident.uncertainty = Meters(3000)
    incident.actor1 = "Protesters"
    incident.actor2 = "KFOR"
    incident.killed = Count(low: 0, best: 0, high: 1)
    incident.injured = Count(low: 30, best: 34, high: 41)
    incident.injuredSerious = 3
    incident.detained = Count(low: nil, best: 5, high: nil)
    incident.participants = 300
    incident.deployed = 700
    incident.displaced = 12
    incident.abducted = 1
    incident.released = 2
    incident.hasCountConflict = true
    incident.eventClarity = 2
    incident.reports = keys.count
    incident.publishers = 1
    incident.source = "Agency"
    incident.sourceURL = "https://example.org/a?b=1&c=2"
    incident.sourceDate = CalendarDate("2023-05-30")
    incident.headline = "Clashes; \"again\""
    incident.summary = "At least 30 soldiers were injured."
    incident.confidence = 0.1 + 0.2
    incident.reviewStatus = .accepted
    let claims = keys.map { ReportedClaim(report: $0.report, claim: claim($0.offset)) }
    let merges = keys.dropFirst().map { Merge(kept: keys[0], absorbed: $0, why: "same day; place") }
    return DocumentedIncident(
      incident: incident,
      evidence: IncidentEvidence(events: keys, claims: claims, merges: merges))
  }

  /// A bare incident with a made-up identifier and no evidence.
  static func bare(
    _ number: Int, at position: Position?, uncertainty: Meters? = nil, type: EventType = .riots,
    date: DateSpan? = nil
  ) -> DocumentedIncident {
    let digits = String(number, radix: 16)
    let id = "i-" + String(repeating: "0", count: 12 - digits.count) + digits
    var incident = Incident(id: id, eventType: type)
    incident.position = position
    incident.uncertainty = uncertainty
    incident.date = date
    return DocumentedIncident(
      incident: incident, evidence: IncidentEvidence(events: [], claims: [], merges: []))
  }
}

extension IncidentStore {
  /// The rows of a statement as text; also carries statements out.
  @discardableResult
  func rows(_ sql: String) throws -> [[String?]] {
    try write { try $0.texts(sql) }
  }

  /// The first column of a statement's rows.
  func column(_ sql: String) throws -> [String?] {
    try rows(sql).map { $0.first ?? nil }
  }

  /// All rows of all tables as text, table by table.
  ///
  /// As content, it leaves out times, the record of runs, and keys that only say in which order rows
  /// were written.
  func dump(asContent: Bool = false) throws -> [String] {
    let times: Set<String> = ["last_change", "ingested_at", "update_time", "at"]
    let surrogates: Set<String> = [
      "report_sources", "mentions", "events", "claims", "incident_reports", "merges",
      "incident_aliases", "places",
    ]
    var lines: [String] = []
    let tables = try column(
      """
      SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
      AND name NOT LIKE 'rtree%' ORDER BY name
      """)
    for case let table? in tables where !(asContent && table == "runs") {
      let all = try rows("PRAGMA table_info(\(table))").compactMap { $0[1] }
      let columns = all.filter { column in
        guard asContent else { return true }
        let isSurrogate = surrogates.contains(table) && ["id", "fid"].contains(column)
        return !times.contains(column) && !isSurrogate
      }
      let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
      for row in try rows("SELECT \(list) FROM \(table) ORDER BY \(list)") {
        lines.append("\(table): " + row.map { $0 ?? "NULL" }.joined(separator: "|"))
      }
    }
    return lines
  }
}

extension SplitMix64 {
  /// A position spread evenly over degrees.
  mutating func position(
    longitudes: ClosedRange<Double> = -180...180, latitudes: ClosedRange<Double> = -90...90
  ) -> Position {
    Position(
      longitude: .random(in: longitudes, using: &self),
      latitude: .random(in: latitudes, using: &self))
  }
}

extension IncidentStore {
  /// The incidents within a distance of a position.
  func incidents(
    within radius: Meters, of center: Position, uncertainty: Meters = Meters(0),
    matching filter: IncidentFilter = .all, possibly: Bool = false
  ) throws -> [NearbyIncident] {
    try incidents(
      near: NearQuery(
        .within(radius), of: center, uncertainty: uncertainty, includingPossible: possibly,
        matching: filter))
  }

  /// The incidents inside an area.
  func incidents(
    inside geometry: Geometry, matching filter: IncidentFilter = .all
  ) throws -> [Incident] {
    try withIncidents(inside: geometry, matching: filter) { incidents, _ in
      try incidents.incidents()
    }
  }

  /// So many of the nearest incidents.
  func nearest(
    _ count: Int, to center: Position, matching filter: IncidentFilter = .all
  ) throws -> [NearbyIncident] {
    try incidents(near: NearQuery(.nearest(count), of: center, matching: filter))
  }
}

extension IncidentStore {
  /// Takes the store back to version 1: without `imports`, the identifier's index in the table, and of
  /// the reviews only what the earliest had.
  func makeOld() throws {
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.inTransaction {
        let sql = "SELECT sql FROM sqlite_schema WHERE name = 'incidents'"
        let declaration = try String.fetchOne(db, sql: sql) ?? ""
        let triggers = try String.fetchAll(
          db,
          sql: """
            SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'incidents'
            """)
        try db.execute(
          sql: """
            CREATE TABLE kept AS SELECT * FROM incidents; DROP TABLE incidents;
            \(declaration.replacing(#""incident_id" TEXT"#, with: #""incident_id" TEXT UNIQUE"#));
            INSERT INTO incidents SELECT * FROM kept; DROP TABLE kept;
            \(triggers.joined(separator: ";"));
            CREATE INDEX incidents_date ON incidents (date_start, incident_id);
            CREATE INDEX incidents_uncertainty ON incidents (uncertainty_m);
            DROP TABLE imports; DELETE FROM gpkg_contents WHERE table_name = 'imports';
            DROP TRIGGER reviews_stay_unchanged;
            ALTER TABLE reviews DROP COLUMN previous; ALTER TABLE reviews DROP COLUMN events;
            UPDATE incidentmap_store SET version = 1;
            """)
        return .commit
      }
      try db.execute(sql: "PRAGMA foreign_keys = ON")
    }
  }
}
