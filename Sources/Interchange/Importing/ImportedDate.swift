internal import IncidentModel

/// A date as a field gives it.
enum ImportedDate: Hashable {
  /// The days that it means, and the moment where it says the time of day in UTC.
  case span(DateSpan, moment: Instant?)
  /// Three numbers of which the first two may be day and month or month and day.
  case undecided
  /// A spreadsheet's number of a day, and the day.
  case serial(CalendarDate)
  /// No date.
  case unreadable

  /// Reads a date: `2023-05-29`, with or without a time; `29/05/2023`, `29.05.2023`, `29 May 2023`,
  /// `May 29, 2023`, `29-May-23`; `20230529`; a month, `2023-05`, `May 2023`; a year; the number that
  /// spreadsheets have for a day.
  ///
  /// Dates between full stops have the day first, as everywhere where they are written so.
  ///
  /// - Parameters:
  ///   - bytes: The field, blanks around it dropped.
  ///   - order: The order of three numbers of which none is a year of four digits in front.
  init(_ bytes: Span<UInt8>, order: DateOrder?) {
    if let day = Self.isoDay(bytes) {
      if bytes.count == 10 {
        self = .day(day)
        return
      }
      if let outcome = Self.timed(bytes, day: day) {
        self = outcome
        return
      }
    }
    self = DateParts(bytes)?.date(order: order) ?? .unreadable
  }

  /// A single day.
  static func day(_ day: CalendarDate, moment: Instant? = nil) -> ImportedDate {
    .span(DateSpan(start: day, end: day, precision: .day, basis: .explicit), moment: moment)
  }

  /// The day that `YYYY-MM-DD` at the beginning says; `nil` where nothing of that form is there.
  @inline(__always)
  static func isoDay(_ bytes: Span<UInt8>) -> CalendarDate? {
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = digits(bytes, 0..<4), let month = digits(bytes, 5..<7),
      let day = digits(bytes, 8..<10)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The number that digits stand for; `nil` where a byte is none.
  @inline(__always)
  static func digits(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// What follows a day: a time, of which the moment is known where it ends in `Z` or an offset; or
  /// another day, after a slash.
  private static func timed(_ bytes: Span<UInt8>, day: CalendarDate) -> ImportedDate? {
    if bytes.count == 21, bytes[10] == UInt8(ascii: "/"), let last = isoDay(bytes.extracting(11...))
    {
      return last < day ? nil : .span(spanning(day, last), moment: nil)
    }
    guard bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20, bytes.count >= 16,
      let hour = digits(bytes, 11..<13), bytes[13] == UInt8(ascii: ":"),
      let minute = digits(bytes, 14..<16), hour < 24, minute < 60
    else { return nil }
    var second = 0
    var index = 16
    if index + 2 < bytes.count, bytes[index] == UInt8(ascii: ":") {
      guard let read = digits(bytes, 17..<19), read < 61 else { return nil }
      (second, index) = (min(read, 59), 19)
      if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
        index += 1
        while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
      }
    }
    guard index < bytes.count else { return .day(day) }
    guard let offset = offset(bytes, from: index) else { return nil }
    let seconds = day.dayNumber * 86_400 + hour * 3600 + minute * 60 + second - offset
    return .day(day, moment: Instant(seconds: seconds))
  }

  /// The seconds east of Greenwich that `Z`, `UTC`, `+02:00` or `+02` says.
  private static func offset(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    let rest = bytes.extracting(FieldBytes.trimmed(bytes, start..<bytes.count))
    if FieldBytes.equals(rest, ignoringCase: "Z") || FieldBytes.equals(rest, ignoringCase: "UTC") {
      return 0
    }
    guard rest.count >= 3, let hours = digits(rest, 1..<3), hours < 15 else { return nil }
    var minutes = 0
    if rest.count > 3 {
      let colon = rest[3] == UInt8(ascii: ":") ? 1 : 0
      guard rest.count == 5 + colon, let read = digits(rest, 3 + colon..<5 + colon), read < 60
      else { return nil }
      minutes = read
    }
    switch rest[0] {
    case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
    case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
    default: return nil
    }
  }

  /// The days from one to another, with the precision that follows from their number.
  static func spanning(_ start: CalendarDate, _ end: CalendarDate) -> DateSpan {
    let precision: DatePrecision =
      switch end - start {
      case 0: .day
      case ..<6: .severalDays
      case 6: .week
      case ..<31: .month
      default: .year
      }
    return DateSpan(
      start: start, end: end, precision: precision, basis: start == end ? .explicit : .span)
  }

  /// A month, or a year where there is none.
  static func wide(year: Int, month: Int? = nil) -> ImportedDate {
    let last = month ?? 12
    guard (1...12).contains(last), (1000...2999).contains(year),
      let start = CalendarDate(year: year, month: month ?? 1, day: 1),
      let end = CalendarDate(
        year: year, month: last, day: CalendarDate.days(inMonth: last, of: year))
    else { return .unreadable }
    return .span(
      DateSpan(
        start: start, end: end, precision: month == nil ? .year : .month, basis: .explicit),
      moment: nil)
  }
}
