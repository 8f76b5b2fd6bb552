import Foundation
import IncidentModel
import SimpleFeatures
import Testing

@testable import IncidentStore

@Suite("Decisions in the store")
struct StoredReviewTests {
  let folder: TemporaryFolder
  let store: IncidentStore
  let keys: [EventKey]
  let ids: [String]

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.makeStore(at: 1_700_000_000)
    let reports = ["one", "two", "three"].map { Fixture.report($0) }
    try store.add(reports)
    keys = reports.flatMap(\.events).map(\.key).sorted()
    ids = keys.map(\.incidentID)
    try store.recomputeIncidents(run: Fixture.run, Self.compute)
  }

  /// One incident a unit of events that people bound, every other event alone.
  private static func compute(
    _ events: [Event], _ reports: [Report], _ history: ReviewHistory
  ) -> [DocumentedIncident] {
    let decided = AnchoredReviews(history, in: events)
    let units = decided.links.units.map(\.events)
    let groups =
      units
      + events.map(\.key).filter { key in
        !units.contains { $0.contains(key) }
      }.map { [$0] }
    return zip(groups, decided.decisions(for: groups)).map { group, reviews in
      var documented = Fixture.incident(of: group)
      documented.incident.reviewStatus = .derived
      documented.incident.apply(reviews)
      return documented
    }
  }

  @discardableResult
  private func decide(
    _ decision: Review.Decision, about id: String, why: String? = nil
  ) throws -> Review {
    try store.decide(
      decision, about: id, by: "Ana", why: why, run: Fixture.run, Self.compute)
  }

  private func status(_ id: String) throws -> ReviewStatus? {
    try store.incident(id)?.incident.reviewStatus
  }

  @Test func `a decision is kept with its author, time, reason and events`() throws {
    try decide(.set(field: "killed_best", value: "4"), about: ids[0], why: "the list")
    let expected = Review(
      number: 1, target: ids[0], decision: .set(field: "killed_best", value: "4"), previous: "0",
      events: [keys[0]], author: "Ana", at: Instant(seconds: 1_700_000_000), why: "the list")
    #expect(try store.reviews() == [expected])
    #expect(
      try store.rows("SELECT target, field, value, author, at, why FROM reviews")
        == [[ids[0], "killed_best", "4", "Ana", "2023-11-14T22:13:20.000Z", "the list"]])
    #expect(try store.incident(ids[0])?.incident.killed.best == 4)
    #expect(try status(ids[0]) == .corrected)
    #expect(try store.info().problems == [])
  }

  @Test func `decisions hold when all is computed anew, and when reports come`() throws {
    try decide(.accept, about: ids[0])
    try decide(.reject, about: ids[1])
    try store.add([Fixture.report("four")])
    try store.recomputeIncidents(run: Fixture.run, Self.compute)
    #expect(try status(ids[0]) == .accepted)
    #expect(try status(ids[1]) == .rejected)
    #expect(try status(ids[2]) == .derived)
    #expect(try store.count() == 4)
  }

  @Test func `a merge makes one incident that every identifier leads to`() throws {
    try decide(.merge(with: [ids[2]]), about: ids[1])
    let merged = try #require(try store.incident(ids[2]))
    #expect(merged.evidence.events == [keys[1], keys[2]])
    #expect(merged.incident.reviewStatus == .corrected)
    #expect(try store.count() == 2)
    try decide(.accept, about: ids[2])
    #expect(try store.reviews().last?.target == ids[1])
    #expect(
      throws: StoreError.undecidable(incident: ids[1], reason: "these are one incident already")
    ) {
      try decide(.merge(with: [ids[2]]), about: ids[1])
    }
  }

  @Test func `a split takes a merge back, and undoing it brings the merge again`() throws {
    try decide(.merge(with: [ids[1], ids[2]]), about: ids[0])
    #expect(try store.count() == 1)
    try decide(.split([keys[2]]), about: ids[0])
    #expect(
      try store.documentedIncidents().map(\.evidence.events).sorted { $0[0] < $1[0] }
        == [[keys[0], keys[1]], [keys[2]]])
    #expect(try store.reviewStates().map(\.outcome) == [.outgrown, .applies([0, 1])])
    try store.undo(2, by: "Ana", why: nil, run: Fixture.run, Self.compute)
    #expect(try store.count() == 1)
    #expect(try store.reviewStates()[1].outcome == .undone(by: 3))
    #expect(try store.reviewStates()[0].incidents == [ids[0]])
  }

  @Test func `the latest decision is taken back first, and nothing twice`() throws {
    try decide(.accept, about: ids[0])
    try decide(.reject, about: ids[0])
    let undo = { (number: Int?) in
      try store.undo(number, by: "Ben", why: nil, run: Fixture.run, Self.compute)
    }
    #expect(try undo(nil).decision == .undo(2))
    #expect(try status(ids[0]) == .accepted)
    #expect(try undo(nil).decision == .undo(1))
    #expect(try status(ids[0]) == .derived)
    #expect(throws: StoreError.noDecision(nil)) { try undo(nil) }
    #expect(throws: StoreError.noDecision(1)) { try undo(1) }
    #expect(throws: StoreError.noDecision(9)) { try undo(9) }
    #expect(try undo(4).decision == .undo(4))
    #expect(try status(ids[0]) == .accepted)
    #expect(try store.reviews().count == 5)
  }

  @Test func `a decision about what is no more is told, not lost`() throws {
    let emptied = Fixture.report("one", offsets: [])
    let key = try #require(keys.first { $0.report == emptied.report.sha256 })
    try decide(.reject, about: key.incidentID)
    try store.add([emptied])
    try store.recomputeIncidents(run: Fixture.run, Self.compute)
    #expect(try store.incident(key.incidentID) == nil)
    let state = try #require(try store.reviewStates().first)
    #expect(state.review.target == key.incidentID && state.outcome == .gone)
    #expect(state.incidents == [])
  }

  @Test func `what was decided is neither changed nor deleted, by any program`() throws {
    try decide(.accept, about: ids[0])
    #expect(throws: StoreError.self) { try store.rows("UPDATE reviews SET value = 'rejected'") }
    #expect(throws: StoreError.self) { try store.rows("DELETE FROM reviews") }
    #expect(try store.reviews().count == 1)
  }

  @Test func `a decision that fails leaves nothing behind`() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try store.decide(.accept, about: ids[0], by: "Ana", why: nil, run: Fixture.run) { _, _, _ in
        throw Stop()
      }
    }
    #expect(throws: StoreError.unknownIncident("i-none")) { try decide(.accept, about: "i-none") }
    #expect(throws: StoreError.self) { try decide(.split([keys[0]]), about: ids[0]) }
    #expect(throws: StoreError.self) { try decide(.split([keys[1]]), about: ids[0]) }
    #expect(throws: StoreError.self) {
      try decide(.set(field: "sub_event_type", value: "Flood"), about: ids[0])
    }
    #expect(try store.reviews() == [])
  }

  // MARK: - With what people do in other programs

  @Test func `a decision changes its own field of a row that was edited in a map program`() throws {
    try store.rows("UPDATE incidents SET site = 'bridge' WHERE incident_id = '\(ids[0])'")
    try decide(.set(field: "killed_best", value: "7"), about: ids[0])
    let edited = try #require(try store.incident(ids[0])).incident
    #expect(edited.site == "bridge" && edited.killed.best == 7)
    #expect(edited.reviewStatus == .corrected)
    try store.rows("UPDATE incidents SET killed_best = 8 WHERE incident_id = '\(ids[0])'")
    try store.recomputeIncidents(run: Fixture.run, Self.compute)
    #expect(try store.incident(ids[0])?.incident.killed.best == 8)
    try decide(.reject, about: ids[0])
    #expect(try status(ids[0]) == .rejected)
    try store.undo(nil, by: "Ana", why: nil, run: Fixture.run, Self.compute)
    #expect(try status(ids[0]) == .corrected)
    #expect(try store.incident(ids[0])?.incident.killed.best == 8)
    #expect(try store.foreignEdits().edited == [ids[0]])
  }

  @Test func `taking a value back in such a row gives what was there before`() throws {
    try store.rows("UPDATE incidents SET site = 'bridge' WHERE incident_id = '\(ids[0])'")
    try decide(.set(field: "site", value: "school"), about: ids[0])
    #expect(try store.incident(ids[0])?.incident.site == "school")
    try store.undo(nil, by: "Ana", why: nil, run: Fixture.run, Self.compute)
    #expect(try store.incident(ids[0])?.incident.site == "bridge")
  }

  @Test func `an incident that a person added can be decided about, but not merged`() throws {
    try store.rows(
      "INSERT INTO incidents (fid, incident_id, event_type) VALUES (5, 'mine', 'Riots')")
    try decide(.accept, about: "mine")
    #expect(try status("mine") == .accepted)
    #expect(try store.reviewStates().map(\.incidents) == [["mine"]])
    #expect(throws: StoreError.self) { try decide(.merge(with: [ids[0]]), about: "mine") }
    #expect(try store.foreignEdits() == ForeignEdits(edited: [], added: ["mine"], deleted: []))
  }

  @Test func `a deleted incident is told as deleted`() throws {
    try store.rows("DELETE FROM incidents WHERE incident_id = '\(ids[0])'")
    #expect(try store.foreignEdits() == ForeignEdits(edited: [], added: [], deleted: [ids[0]]))
  }

  // MARK: - Files

  @Test func `a store without the later columns gets them, with its decisions`() throws {
    try store.makeOld()
    try store.rows(
      """
      INSERT INTO reviews (target, field, value, author, at)
      VALUES ('\(ids[0])', 'review_status', 'accepted', 'Eva', '2023-11-14T22:13:20.000Z'),
        ('\(ids[0])', 'mood', 'good', 'Eva', '2023-11-14T22:13:20.000Z')
      """)
    #expect(try store.reviews().map(\.author) == ["Eva"])
    let again = try IncidentStore.open(at: store.path, for: .writing(creating: false))
    try again.recomputeIncidents(run: Fixture.run, Self.compute)
    #expect(try again.incident(ids[0])?.incident.reviewStatus == .accepted)
    #expect(try again.reviewStates().map(\.incidents) == [[ids[0]]])
  }

  @Test func `two writers at once both leave their decisions`() async throws {
    let path = store.path
    let ids = ids
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<2 {
        group.addTask {
          let store = try IncidentStore.open(
            at: path, for: .writing(creating: false), patience: .seconds(60))
          for number in 0..<5 {
            try store.decide(
              .set(field: "site", value: "\(writer) \(number)"), about: ids[writer],
              by: "writer \(writer)", why: nil, run: Fixture.run, Self.compute)
          }
        }
      }
      try await group.waitForAll()
    }
    let reviews = try store.reviews()
    #expect(reviews.map(\.number) == Array(1...10))
    for writer in 0..<2 {
      #expect(
        reviews.filter { $0.author == "writer \(writer)" }.map(\.decision)
          == (0..<5).map { .set(field: "site", value: "\(writer) \($0)") })
      #expect(try store.incident(ids[writer])?.incident.site == "\(writer) 4")
    }
    #expect(try store.info().problems == [])
  }
}
