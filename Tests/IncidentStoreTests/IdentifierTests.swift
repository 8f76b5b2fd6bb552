import IncidentModel
import Testing

@testable import IncidentStore

@Suite("Identifiers, aliases and beginnings")
struct IdentifierTests {
  let folder: TemporaryFolder
  let store: IncidentStore
  let keys: [EventKey]

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.makeStore()
    let reports = ["one", "two", "three"].map { Fixture.report($0) }
    try store.add(reports)
    keys = reports.flatMap(\.events).map(\.key).sorted()
  }

  @Test func `the identifier of an incident that grew together with another still works`() throws {
    let apart = keys.map { Fixture.incident(of: [$0]) }
    try store.replaceIncidents(apart, run: Fixture.run)
    let joined = Fixture.incident(of: [keys[0], keys[1]])
    let changes = try store.replaceIncidents([joined, apart[2]], run: Fixture.run)
    #expect(changes.changed == [joined.incident.id])
    #expect(changes.removed == [apart[1].incident.id])
    #expect(changes.unchanged == 1)
    #expect(try store.incident(apart[1].incident.id) == joined)
  }

  @Test func `aliases follow when the incident they lead to grows together with another`() throws {
    let last = Fixture.incident(of: [keys[1], keys[2]])
    try store.replaceIncidents([Fixture.incident(of: [keys[0]]), last], run: Fixture.run)
    let all = Fixture.incident(of: keys)
    try store.replaceIncidents([all], run: Fixture.run)
    for key in keys { #expect(try store.incident(key.incidentID) == all) }
  }

  @Test func `an identifier outlives the event that gave it`() throws {
    try store.replaceIncidents([Fixture.incident(of: [keys[0], keys[1]])], run: Fixture.run)
    let rest = Fixture.incident(of: [keys[1]])
    try store.replaceIncidents([rest], run: Fixture.run)
    #expect(try store.incident(keys[0].incidentID) == rest)
    let grown = Fixture.incident(of: [keys[1], keys[2]])
    try store.replaceIncidents([grown], run: Fixture.run)
    #expect(try store.incident(keys[0].incidentID) == grown)
  }

  @Test func `an alias that becomes an incident again leads to itself`() throws {
    try store.replaceIncidents([Fixture.incident(of: [keys[0], keys[1]])], run: Fixture.run)
    let apart = [Fixture.incident(of: [keys[0]]), Fixture.incident(of: [keys[1]])]
    try store.replaceIncidents(apart, run: Fixture.run)
    #expect(try store.incident(keys[1].incidentID) == apart[1])
    #expect(try store.rows("SELECT * FROM incident_aliases") == [])
  }

  @Test func `an incident that ends without an heir is gone, with its aliases`() throws {
    try store.replaceIncidents([Fixture.incident(of: [keys[0], keys[1]])], run: Fixture.run)
    try store.replaceIncidents([Fixture.incident(of: [keys[2]])], run: Fixture.run)
    #expect(try store.incident(keys[0].incidentID) == nil)
    #expect(try store.incident(keys[1].incidentID) == nil)
    #expect(try store.info().problems == [])
  }

  @Test func `a beginning that is unique is enough`() throws {
    let incidents = [Fixture.bare(0xABC, at: nil), Fixture.bare(0xABD_0000_0000, at: nil)]
    try store.replaceIncidents(incidents, run: Fixture.run)
    #expect(try store.incident("i-0a") == incidents[1])
    #expect(try store.incident("i-000") == incidents[0])
    #expect(try store.incident("i-f") == nil)
  }

  @Test func `a beginning that several share is an error that lists them`() throws {
    let incidents = [Fixture.bare(0xABC, at: nil), Fixture.bare(0xABD, at: nil)]
    try store.replaceIncidents(incidents, run: Fixture.run)
    let error = #expect(throws: StoreError.self) { try store.incident("i-0000") }
    #expect(
      error
        == .ambiguousIdentifier("i-0000", candidates: ["i-000000000abc", "i-000000000abd"]))
    #expect(error?.description.contains("i-000000000abd") == true)
  }

  @Test func `an incident and an alias of it do not make a beginning ambiguous`() throws {
    let incident = Fixture.incident(of: keys)
    try store.replaceIncidents([incident], run: Fixture.run)
    #expect(try store.incident("i-") == incident)
  }

  @Test func `keys of rows follow from identifiers, whatever came first`() throws {
    try store.replaceIncidents([Fixture.bare(0xFFFF_FFFF_FFFF, at: nil)], run: Fixture.run)
    try store.replaceIncidents(
      [Fixture.bare(0xFFFF_FFFF_FFFF, at: nil), Fixture.bare(7, at: nil)], run: Fixture.run)
    #expect(
      try store.rows("SELECT fid, incident_id FROM incidents ORDER BY fid")
        == [["7", "i-000000000007"], ["281474976710655", "i-ffffffffffff"]])
  }

  @Test func `an identifier of another form is stored as well`() throws {
    var other = Fixture.bare(1, at: nil)
    other.incident.id = "SER123"
    try store.replaceIncidents([Fixture.bare(1, at: nil), other], run: Fixture.run)
    #expect(try store.incident("SER123") == other)
  }
}
