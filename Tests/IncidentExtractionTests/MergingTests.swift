import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing
import Toponymy

@testable import IncidentExtraction

@Suite("Merging events of many reports")
struct MergingTests {
  private static let reports = [
    Reading.report(
      "Thirty KFOR soldiers and 52 protesters were injured in clashes in Zvečan on Monday.",
      by: "A"),
    Reading.report(
      "Protesters clashed with KFOR soldiers in Zvečan on May 29. 30 soldiers were injured.",
      by: "B", on: "2023-05-30"),
    Reading.report("Police arrested five people in Zvečan on Tuesday.", by: "A"),
    Reading.report("About 300 people protested in Leposavić on Monday.", by: "C"),
    Reading.report("Clashes broke out between protesters and police in Zvečan on Monday.", on: nil),
    Reading.report("A bomb exploded in Peja on Sunday, killing two people.", by: "B"),
    Reading.report("Some 200 people protested in Leposavić on May 29.", by: "D"),
  ]

  // MARK: - Which are one

  @Test func `reports of one event become one incident, others stay apart`() throws {
    let incidents = try Reading.incidents(Self.reports).map(\.incident)
    let clash = incidents.filter { $0.placeID?.text == "xk:zvecan" && $0.eventType == .riots }
    #expect(clash.map(\.reports) == [3])
    #expect(clash.map(\.date?.start) == [.of("2023-05-29")])
    #expect(incidents.filter { $0.placeID?.text == "xk:leposavic" }.map(\.reports) == [2])
    #expect(incidents.filter { $0.placeID?.text == "xk:peja" }.map(\.reports) == [1])
    #expect(incidents.contains { $0.subEventType == "Arrests" && $0.reports == 1 })
  }

  @Test(arguments: Seed.allCases)
  func `the order of reports does not matter`(_ seed: Seed) throws {
    let extractor = try Reading.extractor.get()
    let read = Self.reports.map(extractor.read)
    let expected = IncidentMerger().incidents(
      from: read.flatMap(\.events), reports: read.map(\.report))
    var generator = seed.generator
    for _ in 0..<5 {
      let shuffled = read.shuffled(using: &generator)
      let events = shuffled.flatMap(\.events).shuffled(using: &generator)
      #expect(
        IncidentMerger().incidents(from: events, reports: shuffled.map(\.report)) == expected)
    }
    #expect(expected.map(\.incident.id) == expected.map(\.incident.id).sorted())
  }

  @Test func `an incident keeps its id however many others there are`() throws {
    let alone = try Reading.incidents([Self.reports[5]])
    let id = try #require(alone.first?.incident.id)
    for count in 1..<Self.reports.count {
      let others = Array(Self.reports.prefix(count).filter { $0 != Self.reports[5] })
      let all = try Reading.incidents(others + [Self.reports[5]])
      #expect(all.contains { $0.incident.id == id && $0.incident == alone[0].incident })
    }
    let smallest = try #require(alone.first?.evidence.events.min())
    #expect(id == smallest.incidentID)
  }

  @Test func `a syndicated text is one incident of several reports`() throws {
    let text = "Thirty soldiers were injured in clashes with protesters in Zvečan on Monday."
    let incidents = try Reading.incidents([
      Reading.report("NEWS A\n" + text, by: "A"), Reading.report("News B\n" + text, by: "B"),
    ])
    #expect(incidents.count == 1)
    #expect(incidents.first?.incident.reports == 2)
    #expect(incidents.first?.incident.injured == Count(low: 30, best: 30, high: 30))
    #expect(incidents.first?.incident.hasCountConflict == false)
    #expect(incidents.first?.evidence.merges.count == 1)
  }

  @Test func `papers that print an agency's words count as one publisher`() throws {
    let text = """
      Thirty soldiers were injured in clashes with protesters in Zvečan on Monday. The crowd had come to the
      town hall in the morning, and would not let the new mayor in when he came with his guards.
      """
    let others = ["B", "C"].map { (name: String) in
      Reading.report("News \(name)\n" + text, by: name)
    }
    let own = Reading.report(
      "Clashes between protesters and soldiers in Zvečan on Monday left 25 soldiers injured.",
      by: "D", on: "2023-06-02")
    for reports in [others + [own], [own] + others.reversed()] {
      let incidents = try Reading.incidents(reports).map(\.incident)
      #expect(incidents.map(\.reports) == [3])
      #expect(incidents.map(\.publishers) == [2])
      // One source each: the later report's figure, not that of most papers.
      #expect(incidents.first?.injured == Count(low: 25, best: 25, high: 30))
    }
  }

  @Test func `the same input read several times is one report, the earliest`() throws {
    let text = "Protesters clashed with police in Zvečan on Monday."
    let copies = [
      Reading.report(text, by: "B", on: "2023-06-08"), Reading.report(text, by: "A"),
      Reading.report(text, by: "C", on: nil),
    ]
    let expected = try Reading.incidents([copies[1]])
    #expect(expected.count == 1)
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2], [1, 1, 1]] {
      #expect(try Reading.incidents(order.map { copies[$0] }) == expected)
    }
  }

  @Test func `an undated report takes its day from a dated one of the same`() throws {
    let dated = Self.reports[0]
    let undated = Self.reports[4]
    let alone = try Reading.incidents([undated])
    #expect(alone.map(\.incident.date) == [nil])
    let incidents = try Reading.incidents([undated, dated])
    #expect(incidents.count == 1)
    #expect(incidents.first?.incident.date?.start == .of("2023-05-29"))
    #expect(incidents.first?.incident.date?.precision == .day)
  }

  @Test func `an undated report of another town takes no day`() throws {
    let undated = Reading.report(
      "Clashes broke out between protesters and police in Peja on Monday.", on: nil)
    let incidents = try Reading.incidents([undated, Self.reports[0]]).map(\.incident)
    #expect(incidents.count == 2)
    #expect(incidents.first { $0.placeID?.text == "xk:peja" }?.date == nil)
  }

  @Test func `different days, towns and kinds stay apart`() throws {
    let texts = [
      "About 300 people protested in Leposavić on Monday.",
      "About 300 people protested in Leposavić on Tuesday.",
      "About 300 people protested in Peja on Monday.",
      "Police arrested five people in Leposavić on Monday.",
    ]
    #expect(try Reading.incidents(texts.map { Reading.report($0) }).count == 4)
  }

  // MARK: - Figures

  @Test func `a figure for a period enters the high estimate only`() throws {
    let incidents = try Reading.incidents([
      Self.reports[0],
      Reading.report("In May, 93 soldiers were wounded in clashes in Zvečan.", by: "E"),
    ])
    #expect(incidents.count == 1)
    let incident = try #require(incidents.first?.incident)
    #expect(incident.injured == Count(low: 82, best: 82, high: 145))
    #expect(incident.hasCountConflict)
    #expect(incident.eventClarity == 1)
  }

  @Test func `a figure for a period alone is a summary`() throws {
    let incident = try #require(
      try Reading.incidents("In May, 93 soldiers were wounded in clashes in Zvečan.").first)
    #expect(incident.eventClarity == 2)
    #expect(incident.injured.best == 93)
    #expect(incident.date?.start == .of("2023-05-01") && incident.date?.end == .of("2023-05-31"))
  }

  @Test func `a figure for a period is never the best of an incident within it`() throws {
    let summed = CountMerging.count(
      [figure(5, isSummary: true)], isSummary: false)
    #expect(summed.count == Count(low: nil, best: nil, high: 5) && summed.hasConflict)
    let alone = CountMerging.count([figure(5, isSummary: true)], isSummary: true)
    #expect(alone.count == Count(low: 5, best: 5, high: 5) && !alone.hasConflict)
  }

  @Test func `a figure for a period of people without a name may be of all the others`() {
    let summed = CountMerging.count(
      [figure(30), figure(52, of: "protesters"), figure(93, of: "civilians", isSummary: true)],
      isSummary: false)
    #expect(summed.count == Count(low: 82, best: 82, high: 93))
  }

  private func figure(
    _ value: Int, of population: String = "soldiers", isSummary: Bool = false
  ) -> CountMerging.Figure {
    CountMerging.Figure(
      claim: Claim(
        field: .injured, value: String(value), population: population, range: 0..<1, quote: "",
        rule: "r", confidence: 1), report: "\(value)", publisher: "P", isSummary: isSummary)
  }

  private func merged(_ figures: (Int, String, String?)...) -> (count: Count, hasConflict: Bool) {
    CountMerging.count(
      figures.enumerated().map { number, figure in
        let (value, publisher, published) = figure
        return CountMerging.Figure(
          claim: Claim(
            field: .injured, value: String(value), population: "soldiers", range: 0..<1, quote: "",
            rule: "r", confidence: 1), report: String(number), publisher: publisher,
          published: published.map(CalendarDate.of), isSummary: false)
      }, isSummary: false)
  }

  @Test func `the best figure has most publishers, then the latest report`() {
    #expect(merged().count == .notStated)
    #expect(merged((30, "A", nil), (30, "B", nil)).hasConflict == false)
    let majority = merged((41, "A", "2023-06-05"), (30, "B", nil), (30, "C", nil))
    #expect(majority.count == Count(low: 30, best: 30, high: 41) && majority.hasConflict)
    let same = merged((41, "A", nil), (30, "B", "2023-06-01"), (30, "B", "2023-06-01"))
    #expect(same.count.best == 30)
    let latest = merged((41, "A", "2023-05-30"), (30, "B", "2023-06-01"))
    #expect(latest.count == Count(low: 30, best: 30, high: 41))
    #expect(merged((25, "A", nil), (30, "B", nil)).count.best == 30)
  }

  @Test func `different figures set the conflict, best by publishers`() throws {
    let incidents = try Reading.incidents([Self.reports[3], Self.reports[6]]).map(\.incident)
    #expect(incidents.count == 1)
    // Of 300 by C on June 1 and 200 by D on June 1 neither is later: the larger.
    #expect(incidents.first?.participants == 300)
    #expect(incidents.first?.publishers == 2)
  }

  // MARK: - Complete linkage

  private func event(
    _ report: String, _ start: String, _ end: String, place: String = "xk:zvecan",
    claims: [Claim] = []
  ) throws -> DatedEvent {
    let place = try #require(Reading.places.first { $0.id.text == place })
    let span = DateSpan(
      start: .of(start), end: .of(end), precision: start == end ? .day : .severalDays,
      basis: .explicit)
    return DatedEvent(
      event: Event(
        key: EventKey(report: report, offset: 0), type: .riots, subType: "Violent demonstration",
        when: EventDate(expression: .calendar(year: 2023, month: 5, day: 29), span: span),
        place: EventPlace(place, reported: place.name, precision: .exact), claims: claims),
      span: span)
  }

  @Test func `a chain whose ends contradict is not one incident`() throws {
    let first = try event("a", "2023-05-29", "2023-05-29")
    let middle = try event("b", "2023-05-29", "2023-05-30")
    let last = try event("c", "2023-05-30", "2023-05-30")
    for events in [[first, middle, last], [last, middle, first], [middle, first, last]] {
      let clusters = EventClustering.clusters(of: events)
      #expect(clusters.map { $0.events.map(\.event.key.report) } == [["a", "b"], ["c"]])
      #expect(clusters.map(\.merges.count) == [1, 0])
    }
    #expect(EventClustering.clusters(of: [first, last]).count == 2)
    #expect(EventClustering.clusters(of: [middle, last]).count == 1)
  }

  @Test func `every cluster holds only events that may all be one`() throws {
    for seed in Seed.allCases {
      var generator = seed.generator
      let days = (20...31).map { "2023-05-\($0)" }
      let events = try (0..<24).map { number in
        let start = Int.random(in: 0..<10, using: &generator)
        return try event(
          String(UnicodeScalar(UInt8(97 + number))), days[start],
          days[start + Int.random(in: 0...1, using: &generator)],
          place: Bool.random(using: &generator) ? "xk:zvecan" : "xk:peja")
      }
      let clusters = EventClustering.clusters(of: events)
      #expect(clusters.flatMap(\.events).count == events.count)
      for cluster in clusters {
        #expect(cluster.merges.count == cluster.events.count - 1)
        #expect(Set(cluster.events.map(\.event.place?.id)).count == 1)
        for a in cluster.events {
          for b in cluster.events {
            #expect(a.span.flatMap { first in b.span.map(first.overlaps) } == true)
          }
        }
      }
      let shuffled = EventClustering.clusters(of: events.shuffled(using: &generator))
      #expect(
        shuffled.map { $0.events.map(\.event.key) } == clusters.map { $0.events.map(\.event.key) })
      #expect(shuffled.map(\.merges) == clusters.map(\.merges))
    }
  }

  // MARK: - Evidence

  @Test func `an incident's evidence names its events, claims, merges and why`() throws {
    let clash = try #require(
      try Reading.incidents(Self.reports).first {
        $0.incident.placeID?.text == "xk:zvecan" && $0.incident.eventType == .riots
      })
    #expect(Set(clash.evidence.reports).count == 3)
    #expect(clash.evidence.events == clash.evidence.events.sorted())
    #expect(clash.evidence.merges.count == clash.evidence.events.count - 1)
    #expect(clash.evidence.merges.allSatisfy { !$0.why.isEmpty && $0.kept != $0.absorbed })
    #expect(clash.incident.summary?.hasSuffix(".") == true)
    #expect((0...0.95).contains(clash.incident.confidence))
    #expect(clash.incident.id == clash.evidence.events[0].incidentID)
  }

  @Test func `no events make no incidents`() {
    #expect(IncidentMerger().incidents(from: [], reports: []).isEmpty)
  }
}
