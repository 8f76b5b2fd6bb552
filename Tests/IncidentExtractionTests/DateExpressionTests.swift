import IncidentModel
import NamedSeeds
import Testing

@testable import IncidentExtraction

@Suite("Days of a date expression")
struct DateExpressionTests {
  /// `start/end precision` of an expression for a report published on a date.
  private func days(
    _ expression: DateExpression, _ published: String?, year: Int? = nil
  ) -> String? {
    expression.days(published: published.map(CalendarDate.of), year: year, basis: .explicit)
      .map { "\($0.start)/\($0.end) \($0.precision)" }
  }

  // 1 June 2023 was a Thursday.

  @Test(arguments: [
    (1, 0, "2023-05-29"), (4, 0, "2023-06-01"), (5, 0, "2023-05-26"), (3, 0, "2023-05-31"),
    (1, 1, "2023-05-22"), (4, 2, "2023-05-18"),
  ])
  func `a weekday is the latest not after publication`(
    _ weekday: Int, _ weeks: Int, _ day: String
  ) {
    #expect(
      days(.weekday(weekday, weeksEarlier: weeks), "2023-06-01") == "\(day)/\(day) day")
  }

  @Test(
    arguments: [
      (.daysBefore(0, 0), "2023-06-01", "2023-06-01/2023-06-01 day"),
      (.daysBefore(1, 1), "2023-06-01", "2023-05-31/2023-05-31 day"),
      (.daysBefore(1, 1), "2024-03-01", "2024-02-29/2024-02-29 day"),
      (.daysBefore(1, 1), "2023-03-01", "2023-02-28/2023-02-28 day"),
      (.daysBefore(1, 1), "2023-01-01", "2022-12-31/2022-12-31 day"),
      (.daysBefore(3, 0), "2023-06-01", "2023-05-29/2023-06-01 severalDays"),
      (.daysBefore(7, 0), "2023-06-01", "2023-05-25/2023-06-01 week"),
    ] as [(DateExpression, String, String)])
  func `days are counted back over the ends of months and years`(
    _ expression: DateExpression, _ published: String, _ days: String
  ) {
    #expect(self.days(expression, published) == days)
  }

  @Test func `weeks go from Monday to Sunday, the present one to publication`() {
    #expect(days(.week(-1), "2023-06-01") == "2023-05-22/2023-05-28 week")
    #expect(days(.week(0), "2023-06-01") == "2023-05-29/2023-06-01 week")
    #expect(days(.week(0), "2023-05-29") == "2023-05-29/2023-05-29 week")
    #expect(days(.week(-1), "2023-01-01") == "2022-12-19/2022-12-25 week")
  }

  @Test func `months and years are whole`() {
    #expect(days(.month(-1), "2023-03-31") == "2023-02-01/2023-02-28 month")
    #expect(days(.month(-1), "2024-03-31") == "2024-02-01/2024-02-29 month")
    #expect(days(.month(-1), "2024-01-10") == "2023-12-01/2023-12-31 month")
    #expect(days(.month(0), "2023-12-31") == "2023-12-01/2023-12-31 month")
    #expect(days(.year(-1), "2023-06-01") == "2022-01-01/2022-12-31 year")
  }

  // MARK: - Calendar dates

  @Test(
    arguments: [
      (.calendar(year: 2023, month: 5, day: 29), "2023-05-29/2023-05-29 day"),
      (.calendar(year: 2023, month: 5, day: nil), "2023-05-01/2023-05-31 month"),
      (.calendar(year: 2023, month: nil, day: nil), "2023-01-01/2023-12-31 year"),
      (.calendar(year: 2024, month: 2, day: 29), "2024-02-29/2024-02-29 day"),
      (.calendar(year: 2023, month: 2, day: 29), nil),
      (.calendar(year: 2023, month: 4, day: 31), nil),
      (.calendar(year: nil, month: 5, day: 29), nil),
      (.weekday(1, weeksEarlier: 0), nil), (.daysBefore(1, 1), nil), (.week(-1), nil),
      (.month(0), nil), (.year(0), nil),
    ] as [(DateExpression, String?)])
  func `without publication only a date with its year has days`(
    _ expression: DateExpression, _ days: String?
  ) {
    #expect(self.days(expression, nil) == days)
  }

  @Test(arguments: [
    (5, 29, "2023-06-01", "2023-05-29"), (6, 1, "2023-06-01", "2023-06-01"),
    (12, 30, "2024-01-02", "2023-12-30"), (1, 2, "2024-01-02", "2024-01-02"),
    // What is announced may lie a week ahead.
    (1, 2, "2023-12-30", "2024-01-02"), (6, 8, "2023-06-01", "2023-06-08"),
    (6, 9, "2023-06-01", "2022-06-09"), (1, 10, "2023-12-30", "2023-01-10"),
  ])
  func `a missing year is the one that fits publication`(
    _ month: Int, _ day: Int, _ published: String, _ found: String
  ) {
    #expect(
      days(.calendar(year: nil, month: month, day: day), published) == "\(found)/\(found) day")
  }

  @Test func `a missing year is given where publication is unknown`() {
    #expect(
      days(.calendar(year: nil, month: 5, day: 29), nil, year: 2021)
        == "2021-05-29/2021-05-29 day")
    #expect(days(.calendar(year: nil, month: 2, day: 29), nil, year: 2023) == nil)
    #expect(
      days(.calendar(year: nil, month: 12, day: nil), "2023-06-01")
        == "2022-12-01/2022-12-31 month")
  }

  // MARK: - Spans

  @Test func `a span goes from the first to the last day`() {
    func span(_ a: (Int, Int), _ b: (Int, Int)) -> DateExpression {
      .span(
        .calendar(year: nil, month: a.0, day: a.1), .calendar(year: nil, month: b.0, day: b.1))
    }
    #expect(days(span((5, 28), (5, 30)), "2023-06-01") == "2023-05-28/2023-05-30 severalDays")
    #expect(days(span((12, 30), (1, 2)), "2024-01-03") == "2023-12-30/2024-01-02 severalDays")
    #expect(days(span((5, 20), (5, 30)), "2023-06-01") == "2023-05-20/2023-05-30 week")
    #expect(days(span((4, 1), (5, 30)), "2023-06-01") == "2023-04-01/2023-05-30 month")
    #expect(days(span((5, 30), (5, 1)), "2023-06-01") == nil)
    #expect(days(span((5, 28), (5, 30)), nil) == nil)
  }

  @Test func `a weekend is the last Saturday and Sunday`() {
    let weekend = DateExpression.span(
      .weekday(6, weeksEarlier: 0), .weekday(7, weeksEarlier: 0))
    #expect(days(weekend, "2023-06-01") == "2023-05-27/2023-05-28 severalDays")
    #expect(days(weekend, "2023-06-04") == "2023-06-03/2023-06-04 severalDays")
    #expect(days(weekend, "2023-05-29") == "2023-05-27/2023-05-28 severalDays")
  }

  @Test(arguments: Seed.allCases)
  func `no relative date lies after publication, none ends before it starts`(_ seed: Seed) {
    var generator = seed.generator
    for _ in 0..<300 {
      let published = CalendarDate(dayNumber: Int.random(in: 0..<40_000, using: &generator))
      let expressions: [DateExpression] = [
        .weekday(Int.random(in: 1...7, using: &generator), weeksEarlier: 0),
        .daysBefore(
          Int.random(in: 5...40, using: &generator), Int.random(in: 0...5, using: &generator)),
        .week(-Int.random(in: 0...5, using: &generator)),
        .month(-Int.random(in: 1...30, using: &generator)),
        .year(-Int.random(in: 1...5, using: &generator)),
      ]
      for expression in expressions {
        guard let span = expression.days(published: published, basis: .relative) else {
          Issue.record("\(expression)")
          continue
        }
        #expect(span.start <= span.end && span.end <= published)
      }
    }
  }
}
