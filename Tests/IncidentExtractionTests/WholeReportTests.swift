import Geoparsing
import IncidentModel
import Testing
import Toponymy

@testable import IncidentExtraction

/// What follows from the report as a whole: its title, its news, the paragraphs in other languages.
@Suite("What a report as a whole tells")
struct WholeReportTests {
  private func told(_ text: String, on published: String? = "2023-06-01") throws -> [String] {
    try Reading.events(text, on: published).map { event in
      let place = event.place.map { $0.id.text } ?? "-"
      let day = event.when?.span.map { "\($0.start)" } ?? "-"
      return "\(event.subType ?? "") \(place) \(day)"
    }
  }

  @Test func `those arrested at a riot are counted with it, those arrested elsewhere are not`()
    throws
  {
    let text = """
      Protesters clashed with police in Zvečan on Monday; 18 people were arrested.

      On Tuesday police arrested five people in Peja.
      """
    let events = try Reading.events(text)
    #expect(
      try told(text) == [
        "Violent demonstration xk:zvecan 2023-05-29", "Arrests xk:peja 2023-05-30",
      ])
    #expect(events[0].claims.filter { $0.field == .detained }.map(\.value) == ["18"])
  }

  @Test func `when something was said is no day of its own`() throws {
    #expect(
      try told("Floods hit Peja on Monday, officials said on Wednesday.")
        == ["Flood xk:peja 2023-05-29"])
    #expect(
      try told("A bomb exploded in Peja, police said on Wednesday.")
        == ["Remote explosive or landmine xk:peja 2023-05-31"])
  }

  @Test func `what opens a report takes its day from the sentence after`() throws {
    #expect(
      try told("A bomb exploded in Peja, police said. It went off on Monday.")
        == ["Remote explosive or landmine xk:peja 2023-05-29"])
  }

  @Test func `what lies months before the news is background`() throws {
    let text = "A bomb exploded in Peja on Monday. On 3 February a bomb exploded in Zvečan."
    #expect(try told(text) == ["Remote explosive or landmine xk:peja 2023-05-29"])
    #expect(
      try told("On 3 February a bomb exploded in Zvečan.")
        == ["Remote explosive or landmine xk:zvecan 2023-02-03"])
  }

  @Test func `a title says in short what the text tells`() throws {
    let text = """
      Unrest in Zvečan

      Protesters clashed with police in Zvečan on Monday.
      """
    #expect(try told(text) == ["Violent demonstration xk:zvecan 2023-05-29"])
  }

  @Test(arguments: [
    ("A bomb exploded in Peja on Friday, 12 May 2023.", "2023-05-12"),
    ("A bomb exploded in Peja on 12 May 2023. On Sunday police searched a house.", "2023-05-12"),
    ("In 2022 there was none. A bomb exploded in Peja on Friday, 12 May.", "2023-05-12"),
  ])
  func `without a header the latest day told dates the report`(
    _ text: String, _ day: String
  ) throws {
    let read = try Reading.extractor.get().read(Reading.report(text, on: nil))
    #expect(read.report.published?.date == .of(day))
    #expect(read.report.published?.basis == .text)
  }

  @Test func `a weekday may follow the latest day that a report without a header tells of`() throws
  {
    let text =
      "A bomb exploded in Peja on 12 May 2023. On Sunday police arrested five people in Peja."
    #expect(
      try told(text, on: nil) == [
        "Remote explosive or landmine xk:peja 2023-05-12", "Arrests xk:peja 2023-05-14",
      ])
  }

  @Test func `a paragraph in another language is read with its own words`() throws {
    let text = """
      About 300 people protested in Leposavić on Monday, as they had done in the week before, police said.

      Policija je u utorak uhapsila petoricu muškaraca u Zvečanu, saopšteno je iz ministarstva, koje nije \
      reklo zbog čega su oni privedeni.
      """
    let lexicons = try ["en", "sr", "und"].map(Reading.lexicon)
    let extractor = IncidentExtractor(
      geoparser: Geoparser(
        gazetteer: Gazetteer(places: Reading.places), lexicons: Lexicons(lexicons)))
    var report = Reading.report(text)
    report.language = "und"
    let events = extractor.read(report).events
    #expect(events.map { $0.place?.id.text } == ["xk:leposavic", "xk:zvecan"])
    #expect(events.map(\.subType) == ["Peaceful protest", "Arrests"])
    #expect(events.map(\.when?.span?.start) == [.of("2023-05-29"), .of("2023-05-30")])
  }
}
