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
      // A week that has begun goes to the day of publication, one to come to its end.
      let end = offset > 0 ? monday + 6 : Swift.max(monday, Swift.min(monday + 6, publication))
      return DateSpan(start: monday, end: end, precision: .week, basis: basis)
    case .month(let offset):
      guard let publication else { return nil }
      let (year, month, _) = publication.components
      let index = year * 12 + month - 1 + offset
      return Self.month(index % 12 + 1, of: index / 12, basis: basis)
    case .year(let offset):
      guard let publication else { return nil }
      return Self.year(publication.year + offset, basis: basis)
    case .span(let first, let last):
      return Self.span(from: first, to: last, published: publication, year: year, basis: basis)
    case .monthPart(let ownYear, let month, let from, let to):
      guard
        let whole = Self.calendarDays(
          year: ownYear, month: month, day: nil, published: publication, fallback: year,
          fromDay: from, basis: basis),
        whole.start + (from - 1) <= whole.end
      else { return nil }
      return DateSpan(
        start: whole.start + (from - 1), end: Swift.min(whole.start + (to - 1), whole.end),
        precision: to - from < 7 ? .week : .month, basis: basis)
    case .shifted(let anchor, let days):
      guard
        let span = anchor.days(published: publication, year: year, basis: basis)
      else { return nil }
      return DateSpan(
        start: span.start + days, end: span.end + days, precision: span.precision, basis: .relative)
    }
  }

  private static func span(
    from first: DateExpression, to last: DateExpression, published: CalendarDate?, year: Int?,
    basis: DateBasis
  ) -> DateSpan? {
    guard var start = first.days(published: published, year: year, basis: basis),
      var end = last.days(published: published, year: year, basis: basis)
    else { return nil }
    if start.start > end.end {
      // "29 December to 2 January 2024" gives its year once, and a weekend may have only begun.
      if case .weekday = first {
        start.start = start.start - 7
      } else if case .calendar(_, let firstMonth?, _?) = first,
        case .calendar(_, let lastMonth?, _?) = last, firstMonth > lastMonth,
        let earlier = first.inYear(end.start.year - 1)
      {
        start.start = earlier
      } else if case .calendar(nil, _?, _?) = last, let later = last.inYear(start.start.year) {
        end.end = later
      }
    }
    guard start.start <= end.end else { return nil }
    let length = end.end - start.start
    let precision: DatePrecision =
      length == 0 ? .day : length < 7 ? .severalDays : length < 14 ? .week : .month
    return DateSpan(start: start.start, end: end.end, precision: precision, basis: .span)
  }

  /// The day of a year that a day and a month make.
  private func inYear(_ year: Int) -> CalendarDate? {
    guard case .calendar(_, let month?, let day?) = self else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func calendarDays(
    year: Int?, month: Int?, day: Int?, published: CalendarDate?, fallback: Int?,
    fromDay: Int = 1, basis: DateBasis
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
      return candidates.first { $0.start + (fromDay - 1) <= published + 7 }
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
