internal import IncidentModel

/// Dates as an English reader writes them.
enum DateText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `29 May 2023`, `26 May – 5 June 2023`, `26–29 May 2023`.
  static func span(from start: CalendarDate, to end: CalendarDate) -> String {
    let (a, b) = (start.components, end.components)
    let last = day(end)
    if start == end { return last }
    if a.year != b.year { return "\(day(start)) – \(last)" }
    if a.month != b.month { return "\(a.day) \(months[a.month - 1]) – \(last)" }
    return "\(a.day)–\(last)"
  }

  static func day(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    return "\(day) \(months[month - 1]) \(year)"
  }

  /// An incident's days, no more exact than they are known.
  static func text(_ span: DateSpan) -> String {
    switch span.precision {
    case .month where span.start.components.month == span.end.components.month:
      "\(months[span.start.components.month - 1]) \(span.start.year)"
    case .year where span.start.year == span.end.year: "\(span.start.year)"
    default: Self.span(from: span.start, to: span.end)
    }
  }
}
