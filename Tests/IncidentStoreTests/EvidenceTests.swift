import IncidentModel
import SimpleFeatures
import Testing
import Toponymy

@testable import IncidentStore

@Suite("Reports, incidents and their evidence")
struct EvidenceTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `reports and events come back as they were written`() throws {
    let store = try folder.makeStore()
    let published = PublicationDate(date: try #require(CalendarDate("2023-05-30")), basis: .header)
    let reports = [
      Fixture.report(
        "Lepo: clashes.", offsets: [3, 0, 120], url: "https://a", published: published),
      Fixture.report("Лепосавић.", path: nil),
    ].sorted { $0.report.sha256 < $1.report.sha256 }
    try store.add(reports)
    #expect(try store.reports() == reports.map(\.report))
    #expect(try store.report(reports[0].report.sha256) == reports[0].report)
    #expect(try store.report("none") == nil)
    #expect(try store.events() == reports.flatMap(\.events).sorted { $0.key < $1.key })
    #expect(try store.knownReports() == Set(reports.map(\.report.sha256)))
  }

  @Test func `an incident with every field filled comes back with its evidence`() throws {
    let store = try folder.makeStore()
    let reports = [Fixture.report("one"), Fixture.report("two")]
    try store.add(reports)
    let incident = Fixture.incident(of: reports.flatMap(\.events).map(\.key))
    for field in IncidentField.all {
      #expect(field.value(incident.incident) != .null || field.name.hasPrefix("detained"))
    }
    let changes = try store.replaceIncidents([incident], run: Fixture.run)
    #expect(changes == IncidentChanges(added: [incident.incident.id]))
    #expect(try store.incident(incident.incident.id) == incident)
    #expect(try store.documentedIncidents() == [incident])
    #expect(try store.info().problems == [])
  }

  @Test func `an incident that states nothing comes back empty`() throws {
    let store = try folder.makeStore()
    let incident = Fixture.bare(1, at: nil)
    try store.replaceIncidents([incident], run: Fixture.run)
    #expect(try store.documentedIncidents() == [incident])
    #expect(try store.column("SELECT geom FROM incidents") == [nil])
  }

  @Test func `dates and moments are stored as GDAL and QGIS read them`() throws {
    let store = try folder.makeStore()
    let report = Fixture.report("one")
    try store.add([report])
    try store.replaceIncidents(
      [Fixture.incident(of: report.events.map(\.key))], run: Fixture.run)
    #expect(
      try store.rows("SELECT date_start, occurred_at, source_date, count_conflict FROM incidents")
        == [["2023-05-26", "2023-05-26T00:00:00.000Z", "2023-05-30", "1"]])
    #expect(
      try store.rows("SELECT DISTINCT last_change FROM gpkg_contents")
        == [["1970-01-01T00:00:00.000Z"]])
  }

  @Test func `adding and replacing the same again changes nothing in the file`() throws {
    let store = try folder.makeStore()
    let reports = [Fixture.report("one"), Fixture.report("two", offsets: [0, 7])]
    let incidents = reports.flatMap(\.events).map { Fixture.incident(of: [$0.key]) }
    try store.add(reports)
    try store.replaceIncidents(incidents, run: Fixture.run)
    let before = try store.dump()
    let later = try folder.makeStore(at: 86_400)
    try later.add(reports.reversed())
    let changes = try later.replaceIncidents(incidents.reversed(), run: Fixture.run)
    #expect(changes == IncidentChanges(unchanged: 3))
    #expect(changes.isEmpty)
    #expect(try later.dump() == before)
  }

  @Test func `the order of reports and runs makes no difference to the content`() throws {
    let place = Fixture.place("xk:zvecan", "Zvečan", at: Fixture.zvecan)
    let early = PublicationDate(date: try #require(CalendarDate("2023-05-29")), basis: .metadata)
    let late = PublicationDate(date: try #require(CalendarDate("2023-06-01")), basis: .metadata)
    let reports = [
      Fixture.report("one"), Fixture.report("two", offsets: [0, 7], place: place),
      Fixture.report("three", path: "b.txt", published: late),
      Fixture.report("three", path: "c.txt", published: early),
    ]
    let keys = reports.map { $0.events[0].key }
    let all = [Fixture.incident(of: [keys[0], keys[1]]), Fixture.incident(of: [keys[2]])]

    let once = try folder.makeStore("once.gpkg")
    try once.add(reports)
    try once.replaceIncidents(all, run: Fixture.run)

    let twice = try folder.makeStore("twice.gpkg", at: 1000)
    try twice.add([reports[3]])
    try twice.add([reports[1]])
    try twice.replaceIncidents(
      [Fixture.incident(of: [keys[1]]), Fixture.incident(of: [keys[2]])], run: Fixture.run)
    try twice.add([reports[0], reports[2]])
    try twice.replaceIncidents(all, run: Fixture.run)

    #expect(try once.dump(asContent: true) == twice.dump(asContent: true))
    let content = try once.dump(asContent: true)
    for table in ["incidents", "reports", "mentions", "events", "claims", "merges", "places"] {
      #expect(content.contains { $0.hasPrefix("\(table): ") })
    }
  }

  @Test func `a report from a second source keeps both and uses the earlier`() throws {
    let store = try folder.makeStore()
    let early = PublicationDate(date: try #require(CalendarDate("2023-05-29")), basis: .metadata)
    let late = PublicationDate(date: try #require(CalendarDate("2023-06-01")), basis: .metadata)
    let first = Fixture.report("same", path: "late.txt", published: late)
    let second = Fixture.report("same", offsets: [0, 9], path: "early.txt", published: early)
    try store.add([first])
    #expect(try store.knows(first.report) && !store.knows(second.report))
    try store.add([second])
    #expect(try store.knows(first.report) && store.knows(second.report))
    #expect(try store.reports() == [second.report])
    #expect(try store.events() == second.events)
    try store.add([first])
    #expect(try store.events() == second.events)
    let sha256 = first.report.sha256
    #expect(try store.sources(ofReport: sha256) == [second.report, first.report])
  }

  @Test func `a report read again replaces its mentions, events and places`() throws {
    let store = try folder.makeStore()
    try store.add([Fixture.report("same")])
    let place = Fixture.place("xk:zvecan", "Zvečan", at: Fixture.zvecan)
    let again = Fixture.report("same", offsets: [5], place: place)
    try store.add([again])
    #expect(try store.events() == again.events)
    #expect(try store.rows("SELECT place_id, score FROM mentions") == [["xk:zvecan", "0.97"]])
    #expect(try store.rows("SELECT place_id FROM places") == [["xk:zvecan"]])
    #expect(try store.info().problems == [])
  }

  @Test func `a text that was composed anew is stored anew`() throws {
    let store = try folder.makeStore()
    var report = Fixture.report("Leposavic\u{301}")
    try store.add([report])
    report.report.text = "Leposavi\u{107}"
    try store.add([report])
    #expect(try store.reports().map(\.text.utf8.count) == [10])
  }

  @Test func `a text with a NUL keeps its length`() throws {
    let store = try folder.makeStore()
    try store.add([Fixture.report("a\0b")])
    #expect(try store.reports().map(\.text) == ["a b"])
  }

  @Test func `incidents are computed from all events while no other program can write`() throws {
    let store = try folder.makeStore()
    let other = try folder.makeStore()
    let reports = [Fixture.report("one"), Fixture.report("two")]
    try store.add(reports)
    let changes = try store.recomputeIncidents(run: Fixture.run) { events, texts, _ in
      #expect(texts.map(\.sha256) == reports.map(\.report.sha256).sorted())
      #expect(throws: StoreError.locked(path: folder.path())) {
        try other.add([Fixture.report("three")])
      }
      return events.map { Fixture.incident(of: [$0.key]) }
    }
    #expect(changes.added == reports.flatMap(\.events).map(\.key.incidentID).sorted())
  }

  @Test func `an error while computing is passed on and changes nothing`() throws {
    struct Stop: Error {}
    let store = try folder.makeStore()
    try store.add([Fixture.report("one")])
    let before = try store.dump()
    #expect(throws: Stop.self) {
      try store.recomputeIncidents(run: Fixture.run) { _, _, _ in throw Stop() }
    }
    #expect(try store.dump() == before)
  }

  @Test func `evidence that names an unknown report is refused and changes nothing`() throws {
    let store = try folder.makeStore()
    let report = Fixture.report("one")
    try store.add([report])
    let good = Fixture.incident(of: report.events.map(\.key))
    try store.replaceIncidents([good], run: Fixture.run)
    let before = try store.dump()
    let bad = Fixture.incident(of: [EventKey(report: "feed", offset: 0)])
    #expect(throws: StoreError.unknownReport(sha256: "feed", incident: bad.incident.id)) {
      try store.replaceIncidents([bad], run: Fixture.run)
    }
    #expect(try store.dump() == before)
  }

  @Test func `a position off the globe is refused after much was written, and all is rolled back`()
    throws
  {
    let store = try folder.makeStore()
    try store.replaceIncidents([Fixture.bare(1, at: Fixture.leposavic)], run: Fixture.run)
    let before = try store.dump()
    let incidents =
      (2..<50).map { Fixture.bare($0, at: Fixture.zvecan) }
      + [Fixture.bare(50, at: Position(longitude: 20, latitude: 91))]
    #expect(throws: StoreError.invalidPosition(of: "i-000000000032")) {
      try store.replaceIncidents(incidents, run: Fixture.run)
    }
    #expect(try store.dump() == before)
    #expect(try store.info().problems == [])
  }

  @Test func `reviews can be added to and never changed`() throws {
    let store = try folder.makeStore()
    try store.rows(
      "INSERT INTO reviews (target, field, value, at) VALUES ('i-1', 'a', 'b', '2023-01-01')")
    #expect(throws: StoreError.self) { try store.rows("UPDATE reviews SET value = 'c'") }
    #expect(throws: StoreError.self) { try store.rows("DELETE FROM reviews") }
    #expect(try store.column("SELECT value FROM reviews") == ["b"])
  }
}
