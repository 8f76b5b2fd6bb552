import IncidentModel
import SimpleFeatures
import Testing
import Toponymy

@Suite("Decisions, and what they make of an incident")
struct ReviewTests {
  private func key(_ report: String, _ offset: Int = 0) -> EventKey {
    EventKey(report: report, offset: offset)
  }

  private func review(
    _ number: Int, _ decision: Review.Decision, _ events: [EventKey] = []
  ) -> Review {
    Review(
      number: number, target: "i-0", decision: decision, events: events, author: "Ana",
      at: Instant(seconds: 0))
  }

  private func event(_ key: EventKey, claims: [Range<Int>] = []) -> Event {
    Event(
      key: key, type: .riots,
      claims: claims.map {
        Claim(field: .eventType, value: "", range: $0, quote: "", rule: "", confidence: 1)
      })
  }

  // MARK: - Which hold

  @Test func `a decision goes through its columns and back`() {
    let decisions: [Review.Decision] = [
      .accept, .reject, .set(field: "killed_best", value: "3"), .set(field: "site", value: nil),
      .merge(with: ["i-1", "i-2"]),
      .split([key("a", 5), EventKey(report: "b", offset: 1, place: 2)]),
      .undo(7),
    ]
    for decision in decisions {
      let (field, value) = decision.columns
      #expect(Review.Decision(field: field, value: value) == decision)
    }
    #expect(Review.Decision(field: "review_status", value: "derived") == nil)
    #expect(Review.Decision(field: "confidence", value: "1") == nil)
    #expect(Review.Decision(field: "split", value: "nonsense") == nil)
    #expect(Review.Decision(field: "merge", value: nil) == nil)
  }

  @Test func `what is taken back does not hold, until that is taken back`() {
    var reviews = [review(1, .accept), review(2, .reject), review(3, .undo(2))]
    #expect(ReviewHistory(reviews.reversed()).standing.map(\.number) == [1])
    #expect(ReviewHistory(reviews).undone == [2: 3])
    reviews.append(review(4, .undo(3)))
    #expect(ReviewHistory(reviews).standing.map(\.number) == [1, 2])
    #expect(ReviewHistory(reviews).undone == [3: 4])
  }

  @Test func `nothing takes back itself, or what comes after it`() {
    let reviews = [review(1, .undo(2)), review(2, .accept), review(3, .undo(3))]
    #expect(ReviewHistory(reviews).standing.map(\.number) == [2])
  }

  // MARK: - Which incident they are about

  @Test func `a decision follows most of its events`() {
    let keys = ["a", "b", "c", "d"].map { key($0) }
    let history = ReviewHistory([review(1, .accept, [keys[0], keys[1], keys[2]])])
    let anchored = AnchoredReviews(history, in: keys.map { event($0) })
    #expect(
      anchored.decisions(for: [[keys[0]], [keys[1], keys[2]], [keys[3]]]).map(\.count) == [0, 1, 0])
    #expect(anchored.decisions(for: [[keys[3]], keys]).map(\.count) == [0, 1])
    #expect(anchored.decisions(for: [[keys[0]], [keys[1]], [keys[2]]]).map(\.count) == [1, 0, 0])
  }

  @Test func `an event that rules find at another place is found by what is said there`() {
    let history = ReviewHistory([review(1, .accept, [key("a", 40)])])
    let events = [
      event(key("a", 30), claims: [30..<60]), event(key("a", 0), claims: [0..<50]),
      event(key("b", 40), claims: [40..<50]),
    ]
    let groups = events.map { [$0.key] }
    #expect(AnchoredReviews(history, in: events).decisions(for: groups).map(\.count) == [1, 0, 0])
    let others = AnchoredReviews(history, in: [events[2]])
    #expect(others.decisions(for: [groups[2]]).map(\.count) == [0])
    #expect(others.outcomes(for: [groups[2]]) == [1: .gone])
  }

  @Test func `a rejection holds while half of the incident was rejected`() {
    let keys = ["a", "b", "c"].map { key($0) }
    let history = ReviewHistory([review(1, .reject, [keys[0]])])
    let anchored = AnchoredReviews(history, in: keys.map { event($0) })
    #expect(anchored.outcomes(for: [[keys[0], keys[1]], [keys[2]]]) == [1: .applies([0])])
    #expect(anchored.outcomes(for: [keys]) == [1: .outgrown])
  }

  @Test func `a split is about both sides, and about none once they are one again`() {
    let keys = ["a", "b", "c"].map { key($0) }
    let history = ReviewHistory([review(1, .split([keys[0]]), keys)])
    let anchored = AnchoredReviews(history, in: keys.map { event($0) })
    #expect(anchored.links.areApart([keys[0]], [keys[2]]))
    #expect(anchored.outcomes(for: [[keys[0]], [keys[1], keys[2]]]) == [1: .applies([0, 1])])
    #expect(anchored.outcomes(for: [keys]) == [1: .outgrown])
  }

  // MARK: - What they do

  private func status(_ decisions: Review.Decision...) -> ReviewStatus {
    var incident = Incident(id: "i-0", eventType: .riots)
    incident.apply(decisions.enumerated().map { review($0 + 1, $1) })
    return incident.reviewStatus
  }

  @Test func `the status follows from the decisions in their order`() {
    let set = Review.Decision.set(field: "site", value: "bridge")
    #expect(status() == .derived)
    #expect(status(.accept) == .accepted)
    #expect(status(.accept, set) == .corrected)
    #expect(status(set, .accept) == .corrected)
    #expect(status(set, .reject) == .rejected)
    #expect(status(.reject, set) == .rejected)
    #expect(status(.reject, .accept) == .accepted)
    #expect(status(.reject, .merge(with: ["i-1"])) == .corrected)
    #expect(status(.split([key("a")])) == .corrected)
  }

  private func value(_ field: String, _ value: String?, in incident: Incident) throws -> Incident {
    let field = try #require(CorrectableField.named(field))
    var changed = incident
    field.apply(try value.map { try #require(field.normalised($0)) }, to: &changed)
    return changed
  }

  @Test func `an estimate that is set moves those that would contradict it`() throws {
    var incident = Incident(id: "i-0", eventType: .riots)
    incident.killed = Count(low: 2, best: 3, high: 5)
    #expect(try value("killed_best", "7", in: incident).killed == Count(low: 2, best: 7, high: 7))
    #expect(try value("killed_low", "4", in: incident).killed == Count(low: 4, best: 4, high: 5))
    #expect(try value("killed_high", "1", in: incident).killed == Count(low: 1, best: 1, high: 1))
    #expect(try value("killed", "9", in: incident).killed == Count(low: 9, best: 9, high: 9))
    #expect(try value("killed", nil, in: incident).killed == .notStated)
  }

  @Test func `days are set with how exact they are`() throws {
    let incident = Incident(id: "i-0", eventType: .riots)
    let cases = [
      ("2023-05-29", "2023-05-29", "2023-05-29", 1), ("2023-05", "2023-05-01", "2023-05-31", 4),
      ("2024-02", "2024-02-01", "2024-02-29", 4), ("2023", "2023-01-01", "2023-12-31", 5),
      ("2023-05-26/2023-05-29", "2023-05-26", "2023-05-29", 2),
      ("2023-05-22/2023-05-28", "2023-05-22", "2023-05-28", 3),
    ]
    for (text, start, end, precision) in cases {
      let date = try value("date", text, in: incident).date
      #expect(date?.start.description == start && date?.end.description == end)
      #expect(date?.precision.rawValue == precision)
    }
    let moved = try value(
      "date_end", "2023-05-31", in: try value("date", "2023-05-29", in: incident))
    #expect(moved.date?.start.description == "2023-05-29")
    #expect(moved.occurredUntil?.description == "2023-05-31T00:00:00.000Z")
    let moment = try value("occurred_at", "2023-05-29T08:30Z", in: moved)
    #expect(moment.occurredAt?.description == "2023-05-29T08:30:00.000Z")
  }

  @Test func `a new type has no sub-type of the old`() throws {
    var incident = Incident(id: "i-0", eventType: .riots)
    incident.subEventType = "Mob violence"
    #expect(try value("event_type", "riots", in: incident).subEventType == "Mob violence")
    let changed = try value("event_type", "disasters", in: incident)
    #expect(changed.eventType == .disasters && changed.subEventType == nil)
  }

  @Test func `a place brings its position, country and precision`() throws {
    let place = Place(
      id: PlaceID("xk:zvecan"), name: "Zvečan", kind: .town,
      position: Position(longitude: 20.8403, latitude: 42.9075), country: "XK",
      admin1: "Mitrovica", admin2: "Zvečan", names: [Toponym("Zveçan", language: "sq")])
    let text = PlaceCorrection(EventPlace(place, reported: "", precision: .exact)).text
    let placed = try value("place", text, in: Incident(id: "i-0", eventType: .riots))
    #expect(placed.location == "Zvečan" && placed.locationAlternatives == ["Zveçan"])
    #expect(placed.position == place.position && placed.wherePrecision == .exact)
    #expect(placed.country == "XK" && placed.admin2 == "Zvečan" && placed.admin1 == "Mitrovica")
    #expect(placed.uncertainty == place.uncertainty && placed.placeID == place.id)
    #expect(PlaceCorrection(text)?.label == "Zvečan (xk:zvecan)")
    let nowhere = try value("place", nil, in: placed)
    #expect(nowhere.position == nil && nowhere.location == nil && nowhere.country == nil)
  }

  @Test func `what a field does not take is refused`() throws {
    let refused = [
      ("killed", "-1"), ("killed", "1e30"), ("killed_best", "1000000001"), ("date", "2023-02-30"),
      ("date", "2023-13"), ("date", "2023-05-29/2023-05-01"), ("date", "29 May"),
      ("event_type", "Riot"), ("sub_event_type", "Dance"), ("country", "Kosovo"),
      ("position", "91,20"), ("position", "43.1"), ("where_precision", "8"),
      ("uncertainty_m", "-1"), ("uncertainty_m", "nan"), ("event_clarity", "3"),
      ("count_conflict", "yes"), ("occurred_at", "2023-05-29"), ("date_precision", "6"),
      ("date_basis", "guess"), ("site", "two\nlines"), ("place", "Zvečan"),
    ]
    for (name, text) in refused {
      let field = try #require(CorrectableField.named(name))
      #expect(field.normalised(text) == nil, "\(name) \(text)")
      #expect(!field.takes.isEmpty)
    }
    #expect(CorrectableField.named("confidence") == nil)
  }

  @Test func `every field that may be set has a name of its own`() {
    let names = CorrectableField.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(!names.contains("review_status") && !names.contains("incident_id"))
  }

  @Test func `events are meant by the beginning of their report and their place`() {
    let events = [
      EventKey(report: "abcdef0123", offset: 5),
      EventKey(report: "abcdef0123", offset: 5, place: 1),
    ]
    #expect(events.map(\.shortName) == ["abcdef:5", "abcdef:5/1"])
    #expect(events.map { $0.isMeant(by: "abcdef:5") } == [true, false])
    #expect(events.map { $0.isMeant(by: "abc:5/1") } == [false, true])
    #expect(events.map { $0.isMeant(by: "abc") } == [true, true])
    #expect(
      !events[0].isMeant(by: "b") && !events[0].isMeant(by: "") && !events[0].isMeant(by: "a:"))
  }
}
