import Geoparsing
import IncidentModel
import Testing

@testable import IncidentExtraction

@Suite("Dates in a sentence")
struct DateReaderTests {
  private func dates(_ text: String) throws -> [DateMention] {
    let lexicon = try Reading.english.get()
    let structure = TextStructure(Array(text.utf8), lexicon: lexicon)
    let reader = DateReader(lexicon: lexicon, structure: structure)
    return structure.sentences.flatMap { reader.dates(in: $0.words) }
  }

  private func only(_ text: String) throws -> DateMention {
    let dates = try dates(text)
    #expect(dates.count == 1)
    return try #require(dates.first)
  }

  @Test(arguments: [
    "on 29 May 2023", "on May 29, 2023", "29th of May 2023", "the 29th of May 2023",
    "Monday, May 29, 2023",
    "on 2023-05-29 at noon", "on 29.05.2023", "on 29. 5. 2023", "on 29/5/2023", "on 5/29/2023",
    "on 29-05-2023", "on Monday 29 May 2023",
  ])
  func `a full date is read in every form`(_ text: String) throws {
    let date = try only(text)
    #expect(date.expression == .calendar(year: 2023, month: 5, day: 29))
    #expect(date.basis == .explicit)
  }

  @Test(
    arguments: [
      ("on 29 May", .calendar(year: nil, month: 5, day: 29)),
      ("on May 5th", .calendar(year: nil, month: 5, day: 5)),
      ("in May", .calendar(year: nil, month: 5, day: nil)),
      ("in May 2023", .calendar(year: 2023, month: 5, day: nil)),
      ("in 2008", .calendar(year: 2008, month: nil, day: nil)),
      ("on Monday", .weekday(1, weeksEarlier: 0)),
      ("Monday last week", .weekday(1, weeksEarlier: 1)),
      ("last Sunday", .weekday(7, weeksEarlier: 0)),
      ("yesterday", .daysBefore(1, 1)), ("last night", .daysBefore(1, 1)),
      ("this morning", .daysBefore(0, 0)), ("two days ago", .daysBefore(2, 2)),
      ("12 days ago", .daysBefore(12, 12)), ("two weeks ago", .daysBefore(17, 11)),
      ("last week", .week(-1)), ("last month", .month(-1)), ("last year", .year(-1)),
      ("over the weekend", .span(.weekday(6, weeksEarlier: 0), .weekday(7, weeksEarlier: 0))),
    ] as [(String, DateExpression)])
  func `what a date leaves out is left out`(_ text: String, _ expression: DateExpression) throws {
    #expect(try only(text).expression == expression)
  }

  @Test(arguments: [
    "between 28 and 30 May", "from 28 to 30 May", "28-30 May", "May 28-30", "from May 28 to 30",
  ])
  func `two days of a month are a span`(_ text: String) throws {
    let date = try only(text)
    #expect(
      date.expression
        == .span(
          .calendar(year: nil, month: 5, day: 28), .calendar(year: nil, month: 5, day: 30)))
    #expect(date.basis == .span)
  }

  @Test func `two months make a span over their end`() throws {
    #expect(
      try only("from May 28 to June 2").expression
        == .span(.calendar(year: nil, month: 5, day: 28), .calendar(year: nil, month: 6, day: 2)))
  }

  @Test(arguments: [
    "He may go.", "They march on.", "30.02.2023", "31/11/2023", "2023-13-01", "Resolution 1244",
    "3.5 percent", "1.2.3", "Agent 007", "",
  ])
  func `what is no date is none`(_ text: String) throws {
    #expect(try dates(text).isEmpty)
  }

  @Test func `several dates of a sentence are read in its order`() throws {
    let dates = try dates("Clashes began on Monday, went on until May 30 and ended on 2023-06-01.")
    #expect(
      dates.map(\.expression) == [
        .weekday(1, weeksEarlier: 0), .calendar(year: nil, month: 5, day: 30),
        .calendar(year: 2023, month: 6, day: 1),
      ])
  }

  // MARK: - Times of day, and what goes on

  @Test(arguments: [
    ("on May 29 at 05:30", 330), ("at 0530 local time on May 29", 330), ("at 5 am on Monday", 300),
    ("at 5 pm on Monday", 1020), ("on Monday at 5:30 pm", 1050), ("on Monday at 23:59", 1439),
    ("on Monday at 12 pm", 720), ("on Monday at 12 am", 0), ("on Monday at 12:30 am", 30),
    ("on Monday at 00:00", 0),
  ])
  func `the time of day beside a date is minutes after midnight`(
    _ text: String, _ minutes: Int
  ) throws {
    #expect(try only(text).minuteOfDay == minutes)
  }

  @Test(arguments: [
    "on Monday", "on Monday by 3:2", "on May 29 with 300 people", "at 25:00 on Monday",
  ])
  func `other numbers beside a date are no time of day`(_ text: String) throws {
    #expect(try only(text).minuteOfDay == nil)
  }

  @Test func `"since" makes a date the beginning of what goes on`() throws {
    #expect(try only("since May 29").isOngoing)
    #expect(try !only("on May 29").isOngoing)
  }
}
