import Foundation
import IncidentModel
import SimpleFeatures
import Testing

@testable import IncidentStore

@Suite("What people add, edit and delete")
struct EditingTests {
  let folder: TemporaryFolder
  let store: IncidentStore
  let incidents: [DocumentedIncident]
  let ids: [String]

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.makeStore()
    let reports = ["one", "two", "three"].map { Fixture.report($0) }
    try store.add(reports)
    incidents = reports.flatMap(\.events).map(\.key).sorted().map { key in
      var documented = Fixture.incident(of: [key])
      documented.incident.reviewStatus = .derived
      return documented
    }
    ids = incidents.map(\.incident.id)
    try store.replaceIncidents(incidents, run: Fixture.run)
  }

  private func replace(_ incidents: [DocumentedIncident]) throws -> IncidentChanges {
    try store.replaceIncidents(incidents, run: Fixture.run)
  }

  private func status(_ id: String) throws -> [String?] {
    try store.column("SELECT review_status FROM incidents WHERE incident_id = '\(id)'")
  }

  @Test func `an incident that a person deletes takes its evidence along and stays away`() throws {
    let joined = Fixture.incident(
      of: [incidents[0], incidents[1]].flatMap(\.evidence.events))
    _ = try replace([joined, incidents[2]])
    try store.rows("DELETE FROM incidents WHERE incident_id = '\(ids[0])'")
    for table in ["claims", "incident_reports", "merges", "incident_aliases"] {
      let left = try store.rows("SELECT * FROM \(table) WHERE incident = '\(ids[0])'")
      #expect(left == [], "\(table)")
    }
    #expect(try store.info().problems == [])
    let changes = try replace([joined, incidents[2]])
    #expect(changes == IncidentChanges(deleted: [ids[0]], unchanged: 1))
    #expect(try store.documentedIncidents() == [incidents[2]])
    #expect(try store.info().problems == [])
  }

  @Test func `an incident that a person edited is kept, marked, and has its new evidence`() throws {
    try store.rows("UPDATE incidents SET killed_best = 7 WHERE incident_id = '\(ids[1])'")
    var computed = incidents
    computed[1].incident.headline = "Another"
    computed[1].evidence.claims = []
    let changes = try replace(computed)
    #expect(changes == IncidentChanges(changed: [ids[1]], kept: [ids[1]], unchanged: 2))
    let kept = try #require(try store.incident(ids[1]))
    #expect(kept.incident.killed.best == 7)
    #expect(kept.incident.headline == incidents[1].incident.headline)
    #expect(kept.incident.reviewStatus == .corrected)
    #expect(kept.evidence.claims == [])
    #expect(try replace(computed) == IncidentChanges(kept: [ids[1]], unchanged: 3))
  }

  @Test func `a point that a person moved stays where it was put`() throws {
    let blob = PointBlob.encode(Fixture.zvecan)
    let hex = blob.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    try store.rows("UPDATE incidents SET geom = x'\(hex)' WHERE incident_id = '\(ids[0])'")
    #expect(try replace(incidents).kept == [ids[0]])
    #expect(try store.incident(ids[0])?.incident.position == Fixture.zvecan)
  }

  @Test func `a point that a program encodes in another way is no edit`() throws {
    var blob = PointBlob.encode(Fixture.leposavic)
    blob[3] = 0x03  // an envelope of 32 bytes, as some programs write for points
    blob.insert(contentsOf: Array(repeating: 0, count: 32), at: 8)
    let hex = blob.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    try store.rows("UPDATE incidents SET geom = x'\(hex)' WHERE incident_id = '\(ids[0])'")
    #expect(try replace(incidents).kept == [])
  }

  @Test func `a status that a person gave is not written over`() throws {
    try store.rows(
      "UPDATE incidents SET review_status = 'rejected' WHERE incident_id = '\(ids[0])'")
    #expect(try replace(incidents) == IncidentChanges(kept: [ids[0]], unchanged: 3))
    #expect(try status(ids[0]) == ["rejected"])
  }

  @Test func `an edited incident outlives its events`() throws {
    try store.rows("UPDATE incidents SET site = 'bridge' WHERE incident_id = '\(ids[1])'")
    let joined = Fixture.incident(of: incidents.flatMap(\.evidence.events))
    let changes = try replace([joined])
    #expect(changes.kept == [ids[1]])
    #expect(changes.removed == [ids[2]])
    #expect(try store.incident(ids[1])?.incident.site == "bridge")
    #expect(try store.incident(ids[2]) == joined)
    #expect(try store.info().problems == [])
  }

  @Test func `an incident that a person added without an identifier is kept and marked`() throws {
    try store.rows("INSERT INTO incidents (fid, event_type) VALUES (5, 'Riots')")
    let changes = try replace(incidents)
    #expect(changes == IncidentChanges(changed: ["fid 5"], kept: ["fid 5"], unchanged: 3))
    #expect(
      try store.rows("SELECT incident_id, review_status FROM incidents WHERE fid = 5")
        == [[nil, "manual"]])
    #expect(try replace(incidents) == IncidentChanges(kept: ["fid 5"], unchanged: 4))
    #expect(try replace([]).removed == ids.sorted())
    #expect(try store.count() == 1)
  }

  @Test func `an incident that a person added with an identifier keeps it and its status`() throws {
    try store.rows(
      """
      INSERT INTO incidents (fid, incident_id, event_type, review_status)
      VALUES (5, 'mine', 'Riots', 'accepted')
      """)
    #expect(try replace(incidents) == IncidentChanges(kept: ["mine"], unchanged: 4))
    #expect(try status("mine") == ["accepted"])
  }

  @Test func `incidents without identifiers are found near a place`() throws {
    let hex = PointBlob.encode(Fixture.zvecan).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      .joined()
    for key in [5, 6] {
      try store.rows("INSERT INTO incidents (fid, geom) VALUES (\(key), x'\(hex)')")
    }
    #expect(try store.incidents(within: .kilometers(1), of: Fixture.zvecan).count == 2)
  }

  @Test func `a renamed incident keeps its evidence and does not come back`() throws {
    try store.rows("UPDATE incidents SET incident_id = 'mine' WHERE incident_id = '\(ids[0])'")
    let changes = try replace(incidents)
    #expect(changes.kept == ["mine"])
    #expect(changes.deleted == [ids[0]])
    #expect(try store.incident("mine")?.evidence == incidents[0].evidence)
    #expect(try store.info().problems == [])
  }

  @Test func `deleting the record of what was written gives an incident back`() throws {
    try store.rows("DELETE FROM incidents WHERE incident_id = '\(ids[0])'")
    try store.rows("DELETE FROM written_incidents WHERE incident = '\(ids[0])'")
    #expect(try replace(incidents) == IncidentChanges(added: [ids[0]], unchanged: 2))
  }
}
