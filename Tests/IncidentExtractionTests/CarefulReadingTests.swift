import IncidentModel
import Testing

@testable import IncidentExtraction

@Suite("Careful reading")
struct CarefulReadingTests {
  @Test func `"up to 20" has no least`() throws {
    let incident = try #require(
      try Reading.incidents("Up to 20 people were killed in an attack in Peja on Monday.").first)
    #expect(incident.killed == Count(low: nil, best: 20, high: 20))
    #expect(incident.figures == ["up to 20 killed"])
  }

  @Test func `"at least 20" has no most`() throws {
    let incident = try #require(
      try Reading.incidents("At least 20 people were killed in an attack in Peja.").first)
    #expect(incident.killed == Count(low: 20, best: 20, high: nil))
    #expect(incident.figures == ["20 or more killed"])
  }

  @Test func `a headline's figure and its text's are one`() throws {
    let incident = try #require(
      try Reading.incidents(
        """
        Blast in Peja kills 41

        An explosion in Peja on Monday killed 41 people.
        """
      ).first { $0.killed.best != nil })
    #expect(incident.killed.best == 41)
  }

  @Test func `a figure of a hundred digits is read by nobody and harms nothing`() throws {
    let groups = Array(repeating: "000", count: 33).joined(separator: ",")
    let incidents = try Reading.incidents(
      "1,\(groups) people were injured. A clash in Peja on Monday left 3 soldiers injured.")
    #expect(incidents.compactMap(\.injured.best) == [3])
  }

  @Test func `a report from the year 0 gives no date before it`() throws {
    let report = Report(
      sha256: "00",
      published: CalendarDate("0000-01-01").map {
        PublicationDate(date: $0, basis: .given)
      }, language: "en", text: "Yesterday a clash broke out in Peja.")
    let events = try Reading.extractor.get().read(report).events
    #expect(events.count == 1)
    #expect(events.allSatisfy { $0.when?.span == nil })
  }

  @Test func `a date that may be June or January says the year alone`() throws {
    let dates = try Reading.events("A clash broke out in Peja on 06/01/2023.").map(
      \.when?.expression)
    #expect(dates == [.calendar(year: 2023, month: nil, day: nil)])
  }

  @Test func `what an earlier year is named for is history`() throws {
    let text = "The 1999 bombing of Peja killed 12 people. A clash broke out in Peja on Monday."
    #expect(try Reading.events(text).map(\.type) == [.battles])
  }
}
