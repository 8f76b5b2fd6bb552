internal import IncidentModel

/// From what a text says to the days it means.
extension DateExpression {
  /// The days that the expression means for a report published on a date.
  ///
  /// - Parameters:
  ///   - publication: The day of publication; `nil` where it is unknown.
  ///   - year: The year to take where the text and the publication give none.
  ///   - basis: What the span rests on.
  /// - Returns: `nil` where that takes a date that is not given, or the calendar has no such day.
  func days(published publication: CalendarDate?, year: Int? = nil, basis: DateBasis) -> DateSpan? {
    guard let span = rawDays(published: publication, year: year, basis: basis),
      (0...9999).contains(span.start.year), (0...9999).contains(span.end.year)
    else { return nil }
    return span
  }

  private func rawDays(
    published publication: CalendarDate?, year: Int?, basis: DateBasis
  ) -> DateSpan? {
    switch self {
    case .calendar(let ownYear, let month, let day):
      return Self.calendarDays(
        year: ownYear, month: month, day: day, published: publication, fallback: year, basis: basis)
    case .weekday(let weekday, let weeks):
      guard let publication else { return nil }
      let back = (publication.weekday - weekday + 7) % 7 + weeks * 7
      return DateSpan(
        start: publication - back, end: publication - back, precision: .day, basis: basis)
    case .daysBefore(let farther, let nearer):
      guard let publication else { return nil }
      let precision: DatePrecision =
        farther == nearer ? .day : farther - nearer < 7 ? .severalDays : .week
      return DateSpan(
        start: publication - farther, end: publication - nearer, precision: precision, basis: basis)
    case .week(let offset):
      guard let publication else { return nil }
      let monday = publication - (publication.weekday - 1) + offset * 7
      return DateSpan(
        start: monday, end: Swift.max(monday, Swift.min(monday + 6, publication)), precision: .week,
        basis: basis)
    case .month(let offset):
      guard let publication else { return nil }
      let (year, month, _) = publication.components
      let index = year * 12 + month - 1 + offset
      return Self.month(index % 12 + 1, of: index / 12, basis: basis)
    case .year(let offset):
      guard let publication else { return nil }
      return Self.year(publication.year + offset, basis: basis)
    case .span(let first, let last):
      guard let start = first.days(published: publication, year: year, basis: basis),
        let end = last.days(published: publication, year: year, basis: basis)
      else { return nil }
      // A weekend that has only begun: Saturday is of this week, Sunday of the last.
      let from = start.start <= end.end ? start.start : start.start - 7
      guard from <= end.end else { return nil }
      let length = end.end - from
      let precision: DatePrecision =
        length == 0 ? .day : length < 7 ? .severalDays : length < 14 ? .week : .month
      return DateSpan(start: from, end: end.end, precision: precision, basis: .span)
    }
  }

  private static func calendarDays(
    year: Int?, month: Int?, day: Int?, published: CalendarDate?, fallback: Int?, basis: DateBasis
  ) -> DateSpan? {
    guard let month else { return year.flatMap { Self.year($0, basis: basis) } }
    func span(_ year: Int) -> DateSpan? {
      guard let day else { return Self.month(month, of: year, basis: basis) }
      guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
      return DateSpan(start: date, end: date, precision: .day, basis: basis)
    }
    if let year { return span(year) }
    if let published {
      // The latest such day not after publication; what is announced may lie a little ahead.
      let candidates = [published.year + 1, published.year, published.year - 1].compactMap(span)
      return candidates.first { $0.start <= published + 7 }
    }
    return fallback.flatMap(span)
  }

  private static func month(_ month: Int, of year: Int, basis: DateBasis) -> DateSpan? {
    guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
    return DateSpan(
      start: first, end: first + (CalendarDate.days(inMonth: month, of: year) - 1),
      precision: .month, basis: basis)
  }

  private static func year(_ year: Int, basis: DateBasis) -> DateSpan? {
    guard let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: year, month: 12, day: 31)
    else { return nil }
    return DateSpan(start: first, end: last, precision: .year, basis: basis)
  }
}
