/// Dates as an English reader writes them.
package enum DateText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `29 May 2023`, `26 May – 5 June 2023`, `26–29 May 2023`.
  package static func span(from start: CalendarDate, to end: CalendarDate) -> String {
    let (a, b) = (start.components, end.components)
    let last = day(end)
    if start == end { return last }
    if a.year != b.year { return "\(day(start)) – \(last)" }
    if a.month != b.month { return "\(a.day) \(months[a.month - 1]) – \(last)" }
    return "\(a.day)–\(last)"
  }

  /// `29 May 2023`.
  package static func day(_ date: CalendarDate) -> String {
    let (year, month, day) = date.components
    return "\(day) \(months[month - 1]) \(year)"
  }

  /// An incident's days, no more exact than they are known.
  package static func text(_ span: DateSpan) -> String {
    switch span.precision {
    case .month where span.start.components.month == span.end.components.month:
      "\(months[span.start.components.month - 1]) \(span.start.year)"
    case .year where span.start.year == span.end.year: "\(span.start.year)"
    default: Self.span(from: span.start, to: span.end)
    }
  }

  /// When something was, as a sentence says it: `on 29 May 2023`, `in May 2023`, `between 22 and 28 May
  /// 2023` where it was some day of these, `from … to …` where it lasted.
  package static func adverbial(_ span: DateSpan) -> String {
    switch span.precision {
    case .month where span.start.components.month == span.end.components.month: "in \(text(span))"
    case .year where span.start.year == span.end.year: "in \(text(span))"
    default:
      if span.start == span.end {
        "on \(text(span))"
      } else if span.basis == .span {
        "from \(ends(span, "to"))"
      } else {
        "between \(ends(span, "and"))"
      }
    }
  }

  private static func ends(_ span: DateSpan, _ joint: String) -> String {
    let (a, b) = (span.start.components, span.end.components)
    let first =
      if a.year != b.year {
        day(span.start)
      } else if a.month != b.month {
        "\(a.day) \(months[a.month - 1])"
      } else {
        "\(a.day)"
      }
    return "\(first) \(joint) \(day(span.end))"
  }
}
