import Foundation
import IncidentModel
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  // MARK: - A whole cycle of the calendar

  @Test func `days, months, years and weekdays of 400 years follow on one another`() throws {
    // A second way to count: one day after the other, by the rules of the Gregorian calendar.
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var (year, month, day, weekday) = (1970, 1, 1, 4)
    var wrong: [Int] = []
    for number in 0..<146_097 {
      let date = CalendarDate(dayNumber: number)
      if date.components != (year, month, day) || date.weekday != weekday { wrong.append(number) }
      if number % 7 == 0, CalendarDate(year: year, month: month, day: day) != date {
        wrong.append(number)
      }
      weekday = weekday % 7 + 1
      day += 1
      let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
      if day > lengths[month - 1] + (isLeap && month == 2 ? 1 : 0) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(wrong.isEmpty)
    // The cycle is full: it ends on the weekday and the day of the year on which it began.
    #expect((year, month, day, weekday) == (2370, 1, 1, 4))
  }

  // Outside source: Foundation's Gregorian calendar in GMT.
  @Test func `Foundation's calendar counts alike`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for number in stride(from: 0, to: 146_097, by: 97) {
      let date = CalendarDate(dayNumber: number)
      let moment = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: moment)
      let components = date.components
      #expect(parts.year == components.year && parts.month == components.month)
      #expect(parts.day == components.day)
      // Foundation counts from Sunday, 1; ISO 8601 from Monday, 1.
      #expect(parts.weekday.map { ($0 + 5) % 7 + 1 } == date.weekday)
    }
  }

  @Test(arguments: [
    // Source: known historical days.
    ("1945-05-08", 2), ("1969-07-20", 7), ("1999-06-12", 6), ("2000-02-29", 2), ("2008-02-17", 7),
    ("2023-05-29", 1), ("2024-02-29", 4), ("0001-01-01", 1), ("1582-10-15", 5), ("9999-12-31", 5),
  ])
  func `known days have their weekday`(_ text: String, _ weekday: Int) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.weekday == weekday)
    #expect(date.description == text)
    let (year, month, day) = date.components
    #expect(CalendarDate(year: year, month: month, day: day) == date)
    #expect(date.year == year)
  }

  // MARK: - Texts and bounds

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "2023-01-00",
    "2023-01-32", "2023-1-01", "2023/01/01", "23-01-01", "2023-01-01 ", " 2023-01-01", "+023-01-01",
    "2023-01-0١", "", "2023-01-011", "2023--1-01",
  ])
  func `what is no day of the calendar is none`(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `years outside 0 to 9999 are not made`() {
    #expect(CalendarDate(year: -1, month: 1, day: 1) == nil)
    #expect(CalendarDate(year: 10_000, month: 1, day: 1) == nil)
    #expect(CalendarDate(year: 0, month: 1, day: 1)?.description == "0000-01-01")
  }

  @Test func `days are added, subtracted and compared`() throws {
    let leap = try #require(CalendarDate("2024-02-28"))
    #expect((leap + 1).description == "2024-02-29")
    #expect((leap + 2).description == "2024-03-01")
    #expect((leap - 59).description == "2023-12-31")
    #expect((leap + 366) - leap == 366)
    #expect(leap < leap + 1)
  }

  @Test func `a day is written and read as JSON text`() throws {
    let date = try #require(CalendarDate("2023-05-29"))
    let json = try JSONEncoder().encode([date])
    #expect(String(decoding: json, as: UTF8.self) == "[\"2023-05-29\"]")
    #expect(try JSONDecoder().decode([CalendarDate].self, from: json) == [date])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CalendarDate].self, from: Data("[\"2023-02-29\"]".utf8))
    }
  }
}
