import Foundation
import GRDB
import Geodesy
import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing

@testable import IncidentStore

@Suite("Imported incidents")
struct ImportTests {
  let folder: TemporaryFolder
  let store: IncidentStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.makeStore()
  }

  static let record = ImportRecord(
    path: "a.csv", sha256: "00", form: "ACLED", columns: "", programVersion: "1.0")

  private func incident(_ id: String, at position: Position?, _ location: String = "") -> Incident {
    var incident = Incident(id: id, eventType: .riots)
    incident.position = position
    incident.location = location
    incident.reviewStatus = .manual
    return incident
  }

  private func add(
    _ incidents: [Incident], expecting: Int? = nil, replacing: Bool = false
  ) throws -> ImportSummary {
    var iterator = incidents.makeIterator()
    return try store.importIncidents(
      Self.record, expecting: expecting ?? incidents.count, replacingKnown: replacing
    ) { iterator.next() }
  }

  private func scattered(_ count: Int, seed: Seed, prefix: String = "n") -> [Incident] {
    var random = seed.generator
    return (0..<count).map { number in
      let position = Position(
        longitude: .random(in: -180...180, using: &random),
        latitude: .random(in: -90...90, using: &random))
      return incident("\(prefix)\(number)", at: number % 10 == 0 ? nil : position)
    }
  }

  @Test func `what was imported is there, field for field`() throws {
    var given = incident("KOS1", at: Fixture.zvecan, "Zvečan \"north\"\u{0}, 'x'")
    given.killed = Count(low: 1, best: 2, high: 3)
    given.date = DateSpan(
      start: try #require(CalendarDate("2023-05-01")),
      end: try #require(CalendarDate("2023-05-31")),
      precision: .month, basis: .explicit)
    given.hasCountConflict = true
    given.uncertainty = Meters(500)
    #expect(try add([given]) == ImportSummary(added: 1, located: 1))
    given.location = "Zvečan \"north\" , 'x'"
    #expect(try store.incidents() == [given])
  }

  /// The tree is written by us: SQLite's own check must find nothing wrong with it, at any size.
  @Test(arguments: [0, 1, 50, 51, 52, 2_601, 2_602, 20_000])
  func `the packed tree is sound and finds what a look at every row finds`(count: Int) throws {
    let incidents = scattered(count, seed: .alpha)
    #expect(try add(incidents).added == count)
    #expect(try store.info().problems == [])
    for center in [
      Fixture.zvecan, Position(longitude: 180, latitude: -89),
      incidents.first?.position ?? Fixture.zvecan,
    ] {
      let radius = Meters.kilometers(2_000)
      let expected = incidents.filter {
        $0.position.map { Geodesic.wgs84.distance(from: center, to: $0) <= radius } ?? false
      }
      let found = try store.incidents(within: radius, of: center)
      #expect(Set(found.map(\.incident.id)) == Set(expected.map(\.id)))
    }
  }

  @Test func `importing the same again changes nothing unless it is asked for`() throws {
    let incidents = scattered(300, seed: .beta)
    _ = try add(incidents)
    #expect(try add(incidents) == ImportSummary(known: 300))
    var moved = incidents
    moved[3].position = Fixture.leposavic
    #expect(try add(moved, replacing: true) == ImportSummary(replaced: 300, located: 270))
    let found = try store.incidents(within: Meters(1), of: Fixture.leposavic)
    #expect(found.map(\.incident.id) == [moved[3].id])
    #expect(try store.info().problems == [])
  }

  @Test func `of several with one identifier the first counts`() throws {
    let first = incident("A", at: Fixture.zvecan, "first")
    let second = incident("A", at: Fixture.leposavic, "second")
    #expect(
      try add([first, second])
        == ImportSummary(added: 1, known: 1, located: 1, differing: ["A"], count: 1))
    #expect(try store.incidents().map(\.location) == ["first"])
  }

  @Test(arguments: [false, true])
  func `the first counts also among very many repetitions, and where known ones are replaced`(
    replacing: Bool
  ) throws {
    let first = incident("A", at: Fixture.zvecan, "first")
    let again = incident("A", at: Fixture.leposavic, "again")
    let repetitions = Array(repeating: again, count: 20_000)
    #expect(
      try add([first] + repetitions, replacing: replacing)
        == ImportSummary(
          added: 1, known: 20_000, located: 1, differing: ["A"], count: 20_000))
    #expect(try store.incidents().map(\.location) == ["first"])
    #expect(try store.info().problems == [])
  }

  @Test func `a small import into a large store keeps its triggers and its tree`() throws {
    _ = try add(scattered(2_000, seed: .gamma))
    _ = try add(scattered(20, seed: .beta, prefix: "later"), expecting: 20)
    #expect(try store.count() == 2_020)
    #expect(try store.info().problems == [])
    let triggers = try store.read {
      try Int.fetchOne(
        $0,
        sql:
          "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'rtree_incidents%'"
      )
    }
    #expect(triggers == 6)
  }

  struct Stop: Error {}

  @Test func `where the source fails, nothing is imported`() throws {
    let incidents = scattered(40, seed: .alpha)
    var count = 0
    #expect(throws: Stop.self) {
      try store.importIncidents(Self.record) {
        count += 1
        if count == 30 { throw Stop() }
        return incidents[count]
      }
    }
    #expect(try store.count() == 0)
    #expect(try store.info().problems == [])
  }

  @Test func `computing incidents anew leaves imported ones alone`() throws {
    let imported = scattered(60, seed: .alpha)
    _ = try add(imported)
    let computed = Fixture.bare(1, at: Fixture.leposavic)
    let changes = try store.replaceIncidents([computed], run: Fixture.run)
    #expect(changes.added == [computed.incident.id])
    #expect(changes.kept == [])
    #expect(try store.replaceIncidents([], run: Fixture.run).removed == [computed.incident.id])
    #expect(try store.count() == 60)
  }

  @Test func `an export that was imported before its reports were read stays as it was imported`()
    throws
  {
    let computed = Fixture.bare(1, at: Fixture.leposavic)
    _ = try add([incident(computed.incident.id, at: Fixture.zvecan)])
    let changes = try store.replaceIncidents([computed], run: Fixture.run)
    #expect(changes.added == [])
    #expect(try store.incidents().map(\.position) == [Fixture.zvecan])
  }

  @Test func `decisions reach imported incidents, can be taken back, and are not written over`()
    throws
  {
    let given = incident("A", at: Fixture.zvecan, "first")
    _ = try add([given])
    let compute: IncidentStore.Computing = { _, _, _ in [] }
    func decide(_ decision: Review.Decision) throws {
      try store.decide(decision, about: "A", by: "Ana", why: nil, run: Fixture.run, compute)
    }
    try decide(.set(field: "site", value: "bridge"))
    #expect(try store.incidents().map(\.site) == ["bridge"])
    try decide(.reject)
    #expect(
      try store.incidents(matching: IncidentFilter(statuses: IncidentFilter.unrejected)) == [])
    var again = given
    again.site = "square"
    let summary = try add([again], replacing: true)
    #expect(summary.replaced == 0 && summary.known == 1 && summary.differing == 1)
    #expect(try store.incidents().map(\.site) == ["bridge"])
    try store.undo(nil, by: "Ana", why: nil, run: Fixture.run, compute)
    #expect(try store.incidents().map(\.reviewStatus) != [.rejected])
    #expect(try store.foreignEdits() == ForeignEdits(edited: [], added: [], deleted: []))
  }

  @Test func `what differs from a known incident is told`() throws {
    _ = try add([incident("A", at: Fixture.zvecan), incident("B", at: Fixture.zvecan)])
    let summary = try add([incident("A", at: Fixture.leposavic), incident("B", at: Fixture.zvecan)])
    #expect(summary.known == 2 && summary.differing == 1)
    #expect(summary.differingExamples == ["A"])
  }

  @Test func `a point that a map program put off the globe is no fault of an import`() throws {
    try store.rows(
      """
      INSERT INTO incidents (fid, geom, incident_id) VALUES
        (7, x'47500001E6100000010100000000000000008479E100000000A0ED5141', 'utm')
      """)
    #expect(try add(scattered(60, seed: .gamma)).added == 60)
    #expect(try store.count() == 61)
  }

  @Test func `the keys of rows that were deleted are not used again`() throws {
    _ = try add(scattered(3, seed: .alpha))
    try store.rows("DELETE FROM incidents WHERE incident_id IN ('n1', 'n2')")
    _ = try add([incident("later", at: Fixture.zvecan)])
    #expect(try store.imports().map(\.incidents) == [3, 1])
    #expect(try store.importOrigin(of: "later") == store.imports().last)
    #expect(try store.importOrigin(of: "n0") == store.imports().first)
  }

  @Test func `an import is recorded with the keys of its rows`() throws {
    _ = try add(scattered(30, seed: .alpha))
    _ = try add(scattered(5, seed: .gamma, prefix: "m"))
    let rows = try store.read { db in
      try Row.fetchAll(db, sql: "SELECT path, form, last_fid - first_fid + 1 FROM imports")
    }
    #expect(rows.map { $0[2] as Int } == [30, 5])
    #expect(rows.map { $0[0] as String } == ["a.csv", "a.csv"])
  }
}

extension ImportSummary {
  fileprivate init(
    added: Int = 0, replaced: Int = 0, known: Int = 0, located: Int = 0,
    differing: [String] = [], count: Int = 0
  ) {
    self.init()
    (self.differing, differingExamples) = (count, differing)
    self.added = added
    self.replaced = replaced
    self.known = known
    self.located = located
  }
}
