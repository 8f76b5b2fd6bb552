import IncidentModel
import Testing

/// A calendar that walks: it knows yesterday and how long months are, and no formula.
private struct WalkingCalendar {
  var year = 1800
  var month = 1
  var day = 1
  /// 1 January 1800 was a Wednesday (`cal 1 1800` of util-linux 2.39).
  var weekday = 3

  mutating func step() {
    weekday = weekday == 7 ? 1 : weekday + 1
    day += 1
    guard day > length else { return }
    (day, month) = (1, month + 1)
    guard month > 12 else { return }
    (month, year) = (1, year + 1)
  }

  private var length: Int {
    if month == 2 { return isLeap ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  private var isLeap: Bool {
    if year.isMultiple(of: 400) { return true }
    if year.isMultiple(of: 100) { return false }
    return year.isMultiple(of: 4)
  }
}

/// The weekday by Zeller's congruence (1882), 1 Monday … 7 Sunday.
private func zeller(_ year: Int, _ month: Int, _ day: Int) -> Int {
  let (year, month) = month < 3 ? (year - 1, month + 12) : (year, month)
  let (century, rest) = (year / 100, year % 100)
  let saturdayFirst = (day + 13 * (month + 1) / 5 + rest + rest / 4 + century / 4 + 5 * century) % 7
  return (saturdayFirst + 5) % 7 + 1
}

@Suite("The calendar over a cycle of 400 years")
struct CalendarCycleTests {
  /// The Gregorian calendar repeats itself after so many days.
  private static let cycle = 146_097

  @Test func `days, dates and weekdays agree with a calendar that walks, and with Zeller`() throws {
    var walking = WalkingCalendar()
    let first = try #require(CalendarDate(year: 1800, month: 1, day: 1))
    var disagreements: [String] = []
    for offset in 0..<Self.cycle {
      let date = first + offset
      let made = CalendarDate(year: walking.year, month: walking.month, day: walking.day)
      let agrees =
        made == date && date.components == (walking.year, walking.month, walking.day)
        && date.weekday == walking.weekday
        && zeller(walking.year, walking.month, walking.day) == walking.weekday
        && CalendarDate(date.description) == date && date - first == offset
      if !agrees { disagreements.append("\(date)") }
      walking.step()
    }
    #expect(disagreements.isEmpty)
    #expect((walking.year, walking.month, walking.day, walking.weekday) == (2200, 1, 1, 3))
  }

  @Test func `a date repeats after 400 years, on the same weekday`() throws {
    let first = try #require(CalendarDate(year: 1999, month: 12, day: 31))
    #expect((first + Self.cycle).components == (2399, 12, 31))
    #expect((first + Self.cycle).weekday == first.weekday)
  }
}
