import IncidentModel
import Testing

@Suite("Date spans")
struct DateSpanTests {
  private func span(_ start: Int, _ end: Int) -> DateSpan {
    DateSpan(
      start: CalendarDate(dayNumber: start), end: CalendarDate(dayNumber: end), precision: .day,
      basis: .explicit)
  }

  @Test func `spans overlap exactly where they share a day`() {
    let spans = (0..<6).flatMap { start in (start..<6).map { span(start, $0) } }
    for a in spans {
      for b in spans {
        let days = Set(a.start.dayNumber...a.end.dayNumber)
        let shares = !days.isDisjoint(with: b.start.dayNumber...b.end.dayNumber)
        #expect(a.overlaps(b) == shares)
      }
    }
  }

  @Test func `precisions are ordered from the finest, by UCDP's codes`() {
    // Source: UCDP GED codebook, date_prec.
    #expect(DatePrecision.allCases.map(\.rawValue) == [1, 2, 3, 4, 5])
    #expect(DatePrecision.allCases.sorted() == [.day, .severalDays, .week, .month, .year])
  }

  @Test func `a span ends on or after the day it starts`() async {
    await #expect(processExitsWith: .failure) {
      _ = DateSpan(
        start: CalendarDate(dayNumber: 1), end: CalendarDate(dayNumber: 0), precision: .day,
        basis: .explicit)
    }
  }
}
