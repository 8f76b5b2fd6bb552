import IncidentModel
import NamedSeeds
import Testing
import Toponymy

@testable import IncidentExtraction

@Suite("Events that people took for one or told apart")
struct LinkedEventsTests {
  private func event(
    _ report: String, _ start: String, _ end: String? = nil, place: String = "xk:zvecan",
    type: EventType = .riots, isSummary: Bool = false
  ) throws -> DatedEvent {
    let place = try #require(Reading.places.first { $0.id.text == place })
    let (first, last) = (CalendarDate.of(start), CalendarDate.of(end ?? start))
    let span = DateSpan(
      start: first, end: last, precision: first == last ? .day : .severalDays, basis: .explicit)
    let claim = Claim(
      field: .injured, value: "30", population: "soldiers", range: 0..<1, quote: "", rule: "",
      confidence: 1)
    return DatedEvent(
      event: Event(
        key: EventKey(report: report, offset: 0), type: type, subType: "Violent demonstration",
        when: EventDate(expression: .month(0), span: span),
        place: EventPlace(place, reported: place.name, precision: .exact), isSummary: isSummary,
        claims: isSummary ? [claim] : []),
      span: span)
  }

  private func reports(_ clusters: [EventClustering.Cluster]) -> [String] {
    clusters.map { $0.events.map(\.event.key.report).joined() }
  }

  private func key(_ report: String) -> EventKey { EventKey(report: report, offset: 0) }

  @Test func `what a person took for one is one, whatever contradicts, and says who did`() throws {
    let events = [
      try event("a", "2023-05-29"), try event("b", "2023-06-29", place: "xk:peja"),
      try event("c", "2023-05-29", type: .strategicDevelopments),
    ]
    var links = EventLinks()
    links.join([key("a"), key("b"), key("c")], why: "Ana took them for one")
    let clusters = EventClustering.clusters(of: events, links: links)
    #expect(reports(clusters) == ["abc"])
    #expect(
      clusters.first?.merges == [
        Merge(kept: key("a"), absorbed: key("b"), why: "Ana took them for one"),
        Merge(kept: key("a"), absorbed: key("c"), why: "Ana took them for one"),
      ])
  }

  @Test func `another event joins where it goes with any of those taken for one`() throws {
    let events = [
      try event("a", "2023-05-29"), try event("b", "2023-06-29"), try event("c", "2023-06-29"),
      try event("d", "2023-07-29"),
    ]
    var links = EventLinks()
    links.join([key("a"), key("b")], why: "")
    let clusters = EventClustering.clusters(of: events, links: links)
    #expect(reports(clusters) == ["abc", "d"])
    #expect(clusters.map(\.merges.count) == [2, 0])
  }

  @Test func `what a person told apart stays apart, also by way of a third`() throws {
    let events = try ["a", "b", "c"].map { try event($0, "2023-05-29") }
    var links = EventLinks()
    links.part([key("c")], from: [key("a")])
    #expect(reports(EventClustering.clusters(of: events, links: links)) == ["ab", "c"])
    links.part([key("b")], from: [key("a")])
    #expect(reports(EventClustering.clusters(of: events, links: links)) == ["a", "bc"])
  }

  @Test func `a figure for a period stays away from the incident it was told apart from`() throws {
    let day = Reading.report("Thirty soldiers were injured in clashes in Zvečan on Monday.")
    let month = Reading.report("In May, 93 soldiers were wounded in clashes in Zvečan.")
    let extractor = try Reading.extractor.get()
    let read = [day, month].map(extractor.read)
    let events = read.flatMap(\.events)
    #expect(events.map(\.isSummary).filter(\.self).count == 1)
    let split = Review(
      number: 1, target: "", decision: .split(read[1].events.map(\.key)),
      events: events.map(\.key).sorted(), author: "Ana", at: Instant(seconds: 0))
    let incidents = IncidentMerger().incidents(
      from: events, reports: read.map(\.report), reviews: ReviewHistory([split]))
    #expect(incidents.count == 2)
    #expect(Set(incidents.map(\.incident.eventClarity)) == [1, 2])
    #expect(incidents.allSatisfy { !$0.incident.hasCountConflict })
  }

  @Test(arguments: Seed.allCases)
  func `decisions hold in any order of the events`(_ seed: Seed) throws {
    var generator = seed.generator
    for _ in 0..<20 {
      let events = try (0..<12).map { number in
        try event(
          String(UnicodeScalar(UInt8(97 + number))),
          "2023-05-\(Int.random(in: 20...22, using: &generator))",
          place: Bool.random(using: &generator) ? "xk:zvecan" : "xk:peja",
          type: Bool.random(using: &generator) ? .riots : .protests)
      }
      var links = EventLinks()
      for _ in 0..<6 {
        let some = events.shuffled(using: &generator).prefix(3).map(\.event.key)
        if Bool.random(using: &generator) {
          links.join(some, why: "joined")
        } else {
          links.part([some[0]], from: Array(some.dropFirst()))
        }
      }
      let clusters = EventClustering.clusters(of: events, links: links)
      let again = EventClustering.clusters(of: events.shuffled(using: &generator), links: links)
      #expect(reports(again) == reports(clusters))
      #expect(again.map(\.merges) == clusters.map(\.merges))
      #expect(clusters.flatMap(\.events).count == events.count)
      let groups = clusters.map { $0.events.map(\.event.key) }
      for unit in links.units {
        #expect(groups.contains { Set($0).isSuperset(of: unit.events) })
      }
      for (some, other) in links.apart {
        #expect(!groups.contains { $0.contains(some) && $0.contains(other) })
      }
    }
  }
}
