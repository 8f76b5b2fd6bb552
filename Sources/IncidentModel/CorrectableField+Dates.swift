extension CorrectableField {
  /// The fields that say when.
  static let dates: [CorrectableField] = [
    CorrectableField(
      name: "date",
      takes: "a day, a month, a year or a span: 2023-05-29, 2023-05, 2023, 2023-05-26/2023-05-29",
      normalised: { text in span(text).map { $0.text } },
      value: { $0.date.map { "\($0.start)/\($0.end)" } }, isOptional: true,
      assign: { incident, value in set(value.flatMap { span($0)?.span }, of: &incident) }),
    day("date_start", get: { $0.date?.start }) { span, day in
      (span.start, span.end) = (day, max(day, span.end))
    },
    day("date_end", get: { $0.date?.end }) { span, day in
      (span.start, span.end) = (min(span.start, day), day)
    },
    moment("occurred_at", get: { $0.occurredAt }, set: { $0.occurredAt = $1 }),
    moment("occurred_until", get: { $0.occurredUntil }, set: { $0.occurredUntil = $1 }),
    CorrectableField(
      name: "date_precision", takes: "1 day, 2 several days, 3 week, 4 month, 5 year",
      normalised: { text in Int(text).flatMap(DatePrecision.init).map { String($0.rawValue) } },
      value: { $0.date.map { String($0.precision.rawValue) } }, isOptional: false,
      assign: { incident, value in
        guard let precision = value.flatMap({ Int($0) }).flatMap(DatePrecision.init) else { return }
        incident.date?.precision = precision
      }),
    CorrectableField(
      name: "date_basis", takes: DateBasis.allCases.map(\.rawValue).joined(separator: ", "),
      normalised: { DateBasis(rawValue: $0)?.rawValue },
      value: { $0.date?.basis.rawValue }, isOptional: false,
      assign: { incident, value in
        guard let basis = value.flatMap(DateBasis.init) else { return }
        incident.date?.basis = basis
      }),
  ]

  private static func day(
    _ name: String, get: @escaping @Sendable (Incident) -> CalendarDate?,
    set change: @escaping @Sendable (inout DateSpan, CalendarDate) -> Void
  ) -> CorrectableField {
    CorrectableField(
      name: name, takes: "a day, as 2023-05-29", normalised: { CalendarDate($0)?.description },
      value: { get($0)?.description }, isOptional: false,
      assign: { incident, value in
        guard let day = value.flatMap({ CalendarDate($0) }) else { return }
        var span =
          incident.date
          ?? DateSpan(start: day, end: day, precision: .day, basis: .explicit)
        change(&span, day)
        span.precision = precision(from: span.start, to: span.end)
        set(span, of: &incident)
      })
  }

  private static func moment(
    _ name: String, get: @escaping @Sendable (Incident) -> Instant?,
    set: @escaping @Sendable (inout Incident, Instant?) -> Void
  ) -> CorrectableField {
    CorrectableField(
      name: name, takes: "a moment in UTC, as 2023-05-29T08:30:00.000Z or 2023-05-29T08:30Z",
      normalised: { text in
        let whole =
          text.utf8.count == 17 && text.hasSuffix("Z") ? "\(text.dropLast()):00.000Z" : text
        return Instant(whole)?.description
      },
      value: { get($0)?.description }, isOptional: true,
      assign: { set(&$0, $1.flatMap { Instant($0) }) })
  }

  /// The days, and the midnights that programs with a clock read.
  private static func set(_ span: DateSpan?, of incident: inout Incident) {
    incident.date = span
    incident.occurredAt = span.map { Instant(midnightOf: $0.start) }
    incident.occurredUntil = span.map { Instant(midnightOf: $0.end) }
  }

  // MARK: - Reading days

  private static func span(_ text: String) -> (span: DateSpan, text: String)? {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(ends.count), let first = days(ends[0]),
      let last = days(ends[ends.count - 1]), first.start <= last.end
    else { return nil }
    guard ends.count == 2, first != last else { return (first, text) }
    let precision = precision(from: first.start, to: last.end)
    return (
      DateSpan(
        start: first.start, end: last.end, precision: precision,
        basis: precision == .day ? .explicit : .span), text
    )
  }

  private static func days(_ text: Substring) -> DateSpan? {
    if let day = CalendarDate(text) {
      return DateSpan(start: day, end: day, precision: .day, basis: .explicit)
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].utf8.count == 4, let year = Int(parts[0]) else { return nil }
    let month = parts.count == 2 && parts[1].utf8.count == 2 ? Int(parts[1]) : nil
    if parts.count == 2, month == nil { return nil }
    guard let start = CalendarDate(year: year, month: month ?? 1, day: 1),
      let end = CalendarDate(
        year: year, month: month ?? 12,
        day: CalendarDate.days(inMonth: month ?? 12, of: year))
    else { return nil }
    return DateSpan(
      start: start, end: end, precision: month == nil ? .year : .month, basis: .explicit)
  }

  private static func precision(from start: CalendarDate, to end: CalendarDate) -> DatePrecision {
    switch end.dayNumber - start.dayNumber {
    case 0: .day
    case ..<6: .severalDays
    case 6: .week
    case ..<31: .month
    default: .year
    }
  }
}
