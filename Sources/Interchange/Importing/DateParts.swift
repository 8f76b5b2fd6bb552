internal import IncidentModel
internal import Toponymy

/// The numbers and the name of a month of which a date is made.
struct DateParts {
  private var numbers: [(value: Int, digits: Int)] = []
  /// The month, and how many numbers stand before its name.
  private var month: (number: Int, position: Int)?
  private var hasStops = false

  /// Cuts a text; `nil` where it holds what no date does.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count <= 64 else { return nil }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte &- 0x30 < 10 {
        let start = index
        while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
        // What follows is the time of day.
        if index < bytes.count, bytes[index] == UInt8(ascii: ":"), numbers.count >= 1 { return }
        guard index - start <= 8, let value = ImportedDate.digits(bytes, start..<index) else {
          return nil
        }
        numbers.append((value, index - start))
      } else if byte == UInt8(ascii: ".") {
        hasStops = true
        index += 1
      } else if byte <= 0x20 || ",/-'".utf8.contains(byte) {
        if index + 1 < bytes.count, byte > 0x20, bytes[index + 1] == byte { return nil }
        index += 1
      } else {
        let start = index
        while index < bytes.count, bytes[index] > 0x20, bytes[index] &- 0x30 >= 10,
          !".,/-:'".utf8.contains(bytes[index])
        { index += 1 }
        guard index > start, take(word: bytes.extracting(start..<index)) else { return nil }
      }
    }
  }

  private mutating func take(word: Span<UInt8>) -> Bool {
    var text: [UInt8] = []
    for index in word.indices { text.append(word[index]) }
    let key = ColumnWords.key(String(decoding: text, as: UTF8.self))
    if month == nil, let number = MonthNames.numbers[key] {
      month = (number, numbers.count)
      return true
    }
    return MonthNames.passedOver.contains(key)
  }

  /// The date that the parts make.
  func date(order: DateOrder?) -> ImportedDate {
    if let month { return date(inMonth: month.number) }
    switch numbers.count {
    case 1: return single
    case 2: return monthOfYear
    case 3: return date(ofThree: order)
    default: return .unreadable
    }
  }

  /// Which orders three numbers allow: `nil` where that is no question, else whether the day may come
  /// first, and whether the month may.
  var orders: (dayFirst: Bool, monthFirst: Bool)? {
    guard month == nil, numbers.count == 3, !hasStops, numbers[0].digits <= 2,
      numbers[1].digits <= 2, numbers[0].value != numbers[1].value || numbers[2].digits <= 2
    else { return nil }
    let (first, second) = (numbers[0].value, numbers[1].value)
    return (
      (1...31).contains(first) && (1...12).contains(second),
      (1...12).contains(first) && (1...31).contains(second)
    )
  }

  private func date(inMonth month: Int) -> ImportedDate {
    guard let position = self.month?.position else { return .unreadable }
    switch numbers.count {
    case 1:
      return numbers[0].digits == 4
        ? .wide(year: numbers[0].value, month: month) : .unreadable
    case 2:
      let isYearFirst = numbers[0].digits == 4
      if isYearFirst, position == 0 { return .unreadable }
      let (day, year) = isYearFirst ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
      return Self.day(year, month, day.value)
    default: return .unreadable
    }
  }

  private var single: ImportedDate {
    let (value, digits) = numbers[0]
    switch digits {
    case 4: return .wide(year: value)
    case 8: return Self.day((value / 10_000, 4), value / 100 % 100, value % 100)
    case 5 where (20_000...60_000).contains(value):
      // Day 0 is 1899-12-30, for all days since March 1900.
      return .serial(CalendarDate(dayNumber: value - 25_569))
    default: return .unreadable
    }
  }

  private var monthOfYear: ImportedDate {
    if numbers[0].digits == 4, numbers[1].digits <= 2 {
      return .wide(year: numbers[0].value, month: numbers[1].value)
    }
    if numbers[1].digits == 4, numbers[0].digits <= 2 {
      return .wide(year: numbers[1].value, month: numbers[0].value)
    }
    // 45075.5 is noon of a spreadsheet's day.
    if hasStops, numbers[0].digits == 5, (20_000...60_000).contains(numbers[0].value) {
      return .serial(CalendarDate(dayNumber: numbers[0].value - 25_569))
    }
    return .unreadable
  }

  private func date(ofThree order: DateOrder?) -> ImportedDate {
    let (a, b, c) = (numbers[0], numbers[1], numbers[2])
    if a.digits == 4 { return Self.day(a, b.value, c.value) }
    guard a.digits <= 2, b.digits <= 2 else { return .unreadable }
    if hasStops { return Self.day(c, b.value, a.value) }
    switch order {
    case .dayMonthYear: return Self.day(c, b.value, a.value)
    case .monthDayYear: return Self.day(c, a.value, b.value)
    case .yearMonthDay: return c.digits == 4 ? .unreadable : Self.day(a, b.value, c.value)
    case nil:
      guard let orders else { return Self.day(c, b.value, a.value) }
      if orders.dayFirst, orders.monthFirst { return .undecided }
      if orders.dayFirst { return Self.day(c, b.value, a.value) }
      return orders.monthFirst ? Self.day(c, a.value, b.value) : .unreadable
    }
  }

  private static func day(
    _ year: (value: Int, digits: Int), _ month: Int, _ day: Int
  ) -> ImportedDate {
    let full: Int
    switch year.digits {
    case 4: full = year.value
    case 2: full = year.value < 70 ? 2000 + year.value : 1900 + year.value
    default: return .unreadable
    }
    return CalendarDate(year: full, month: month, day: day).map { .day($0) } ?? .unreadable
  }
}
