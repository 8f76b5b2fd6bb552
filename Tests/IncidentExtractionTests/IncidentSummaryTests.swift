import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing

@testable import IncidentExtraction

@Suite("The sentence that sums an incident up")
struct IncidentSummaryTests {
  private func incident(
    at precision: WherePrecision = .exact, _ location: String? = "Zvečan", on date: DateSpan?,
    reports: Int
  ) -> Incident {
    var incident = Incident(id: "i-0", eventType: .riots)
    incident.subEventType = "Violent demonstration"
    (incident.location, incident.wherePrecision) = (location, precision)
    (incident.date, incident.reports) = (date, reports)
    return incident
  }

  private func span(
    _ start: String, _ end: String? = nil, _ precision: DatePrecision = .day,
    _ basis: DateBasis = .explicit
  ) -> DateSpan {
    DateSpan(
      start: .of(start), end: .of(end ?? start), precision: precision, basis: basis)
  }

  private func figure(
    _ value: Int, of population: String, by report: String, low: Int?? = .none, high: Int?? = .none,
    in period: DateSpan? = nil
  ) -> CountMerging.Figure {
    var claim = Claim(
      field: .injured, value: String(value), population: population, range: 0..<1, quote: "",
      rule: "", confidence: 1)
    claim.low = low ?? value
    claim.high = high ?? value
    return CountMerging.Figure(
      claim: claim, report: report, publisher: report, period: period, isSummary: period != nil)
  }

  private func sentence(
    _ incident: Incident, _ figures: [ClaimField: [CountMerging.Figure]] = [:],
    reviewed: Set<String> = []
  ) -> String {
    IncidentSummary(incident: incident, figures: figures, reviewed: reviewed).sentence
  }

  // MARK: - Figures and dissent

  private var day: Incident { incident(on: span("2023-05-29"), reports: 4) }
  private static let head = "Riots (Violent demonstration) in Zvečan, on 29 May 2023"

  @Test func `a figure has the reports that give it, and what another says`() {
    let figures = ["a", "b", "c"].map { figure(30, of: "soldiers", by: $0) }
    #expect(
      sentence(day, [.injured: figures])
        == "\(Self.head): 30 soldiers injured (3 reports).")
    #expect(
      sentence(day, [.injured: figures + [figure(93, of: "soldiers", by: "d")]])
        == "\(Self.head): 30 soldiers injured (3 reports); 1 report says 93.")
  }

  @Test func `a figure for a longer time is said to be one`() {
    let may = span("2023-05-01", "2023-05-31", .month)
    let figures = [
      figure(30, of: "soldiers", by: "a"), figure(52, of: "protesters", by: "a"),
      figure(93, of: "soldiers", by: "b", in: may),
    ]
    #expect(
      sentence(day, [.injured: figures])
        == "\(Self.head): 52 protesters injured (1 report), 30 soldiers injured (1 report); "
        + "1 report counts 93 soldiers injured in May 2023.")
  }

  @Test func `one person, one report and one of them are in the singular`() {
    let alone = incident(on: span("2023-05-29"), reports: 1)
    #expect(
      sentence(alone, [.injured: [figure(1, of: "police", by: "a")]])
        == "\(Self.head): 1 police officer injured; 1 report.")
    #expect(
      sentence(
        alone, [.injured: [figure(1, of: "unknown", by: "a"), figure(2, of: "unknown", by: "a")]])
        == "\(Self.head): 2 people injured; the report also says 1; 1 report.")
    #expect(
      sentence(
        day,
        [
          .injured: [
            figure(2, of: "soldiers", by: "a"), figure(2, of: "soldiers", by: "b"),
            figure(1, of: "soldiers", by: "b"),
          ]
        ]) == "\(Self.head): 2 soldiers injured (2 reports); 1 of them also says 1.")
    #expect(sentence(day) == "\(Self.head); 4 reports.")
  }

  @Test func `numbers are as exact as their sources`() {
    let cases: [(CountMerging.Figure, String)] = [
      (figure(30, of: "soldiers", by: "a", high: .some(nil)), "at least 30"),
      (figure(30, of: "soldiers", by: "a", low: .some(nil)), "up to 30"),
      (figure(30, of: "soldiers", by: "a", low: 25, high: 35), "about 30"),
    ]
    for (figure, words) in cases {
      #expect(
        sentence(day, [.injured: [figure]])
          == "\(Self.head): \(words) soldiers injured (1 report).")
    }
  }

  @Test(arguments: Seed.allCases)
  func `the sentence is the same whatever the order of figures`(_ seed: Seed) {
    var generator = seed.generator
    let figures = (0..<12).map { number in
      figure(
        [2, 3, 5][number % 3], of: ["soldiers", "police", "unknown"][number % 2],
        by: "\(number / 2)")
    }
    let expected = sentence(day, [.injured: figures, .killed: Array(figures.prefix(5))])
    for _ in 0..<20 {
      let shuffled = figures.shuffled(using: &generator)
      let killed = figures.prefix(5).shuffled(using: &generator)
      #expect(sentence(day, [.injured: shuffled, .killed: killed]) == expected)
    }
  }

  @Test func `what a person set stands for what the reports say`() {
    var corrected = day
    corrected.injured = Count(low: 31, best: 31, high: 31)
    #expect(
      sentence(
        corrected, [.injured: [figure(30, of: "soldiers", by: "a")]],
        reviewed: ["injured", "site"]) == "\(Self.head): 31 injured (reviewed); 4 reports.")
  }

  // MARK: - Place and date

  @Test func `the place is said as it is known`() {
    let cases: [(WherePrecision, String?, String)] = [
      (.exact, "Zvečan", " in Zvečan"), (.near, "Zvečan", " near Zvečan"),
      (.near, "10 km N of Zvečan", " 10 km N of Zvečan"),
      (.municipality, "Zvečan", " in the municipality of Zvečan"),
      (.vague, "between Zvečan and Leposavić", " between Zvečan and Leposavić"),
      (.country, "Kosovo", " in Kosovo"), (.exact, nil, ""),
    ]
    for (precision, location, words) in cases {
      let incident = incident(at: precision, location, on: nil, reports: 2)
      #expect(
        sentence(incident) == "Riots (Violent demonstration)\(words), date unknown; 2 reports.")
    }
  }

  @Test func `the date is said as exactly as it is known`() {
    let cases = [
      (span("2023-05-29"), "on 29 May 2023"),
      (span("2023-05-22", "2023-05-28", .week), "between 22 and 28 May 2023"),
      (span("2023-05-29", "2023-06-02", .severalDays), "between 29 May and 2 June 2023"),
      (
        span("2022-12-30", "2023-01-02", .severalDays),
        "between 30 December 2022 and 2 January 2023"
      ),
      (span("2023-05-26", "2023-05-29", .severalDays, .span), "from 26 to 29 May 2023"),
      (span("2023-05-01", "2023-05-31", .month), "in May 2023"),
      (span("2023-01-01", "2023-12-31", .year), "in 2023"),
    ]
    for (date, words) in cases {
      #expect(
        sentence(incident(on: date, reports: 2))
          == "Riots (Violent demonstration) in Zvečan, \(words); 2 reports.")
    }
  }
}
