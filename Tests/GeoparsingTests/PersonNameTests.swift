import IncidentModel
import Testing
import Toponymy

@testable import Geoparsing

@Suite("Names of people that are names of places")
struct PersonNameTests {
  private static let gazetteer = Gazetteer(
    places: Places.all + [
      Places.place(
        "us:lincoln", "Lincoln", .city, 40.8, -96.67, country: "US", population: 120_000),
      Places.place(
        "us:charlotte", "Charlotte", .city, 35.23, -80.84, country: "US", population: 911_311),
      Places.place("us:texas", "Texas", .admin1, 31.25, -99.25, country: "US"),
      Places.place("pa:david", "David", .town, 8.43, -82.43, country: "PA", population: 80_000),
      Places.place("us:fort-worth", "Fort Worth", .city, 32.73, -97.32, country: "US"),
      Places.place("us:augusta", "Augusta", .town, 33.47, -81.97, names: ["The Fort"]),
    ])

  /// The names of a text that are left as places or as what stands for them.
  private func kept(_ text: String) throws -> [String] {
    let parser = Geoparser(
      gazetteer: Self.gazetteer,
      lexicons: Lexicons([try Shipped.english.get(), try Shipped.common.get()]))
    return parser.mentions(in: text, language: "en").filter { $0.role != .dropped }.map(\.surface)
  }

  @Test(arguments: [
    "He spoke with Robert Lincoln on Monday.", "He spoke with Robert J. Lincoln on Monday.",
    "He spoke with Mayor Lincoln on Monday.", "He spoke with Sen. Lincoln on Monday.",
    "Then Charlotte Brown left.", "Then Charlotte M. Brown left.", "Then David Lincoln left.",
    "It rained, Lincoln said.", "It rained, said Lincoln.", "They met David again.",
  ])
  func `titles, given names, initials and verbs of speech make a person`(_ text: String) throws {
    #expect(try kept(text) == [])
  }

  @Test(arguments: [
    ("Shots were fired in David on Monday.", "David"),
    ("Shots were fired in Charlotte on Monday.", "Charlotte"),
    ("The Charlotte Police came.", "Charlotte"), ("They met Charlotte officials.", "Charlotte"),
    ("They left for Lincoln on Monday.", "Lincoln"),
  ])
  func `a city called like a person stays where nobody is meant`(
    _ text: String, _ surface: String
  ) throws {
    #expect(try kept(text) == [surface])
  }

  @Test func `a surname alone is a person's after the whole name`() throws {
    #expect(try kept("Robert Lincoln was there. Everybody saw Lincoln leave.") == [])
  }

  @Test func `a report that often says where a town is keeps it beside an unknown word`() throws {
    #expect(
      try kept("Shots were fired in Lincoln. Police of Lincoln came. They met at Xyzzy Lincoln.")
        == ["Lincoln", "Lincoln", "Lincoln"])
    #expect(try kept("Later they also met Xyzzy Lincoln there.") == [])
  }

  @Test func `a well known city keeps its opera house where the report says that it is a city`()
    throws
  {
    #expect(
      try kept("Shots were fired in Charlotte. The Charlotte Xyzzy House was closed.")
        == ["Charlotte", "Charlotte"])
  }

  @Test func `an article before a longer name is no part of another`() throws {
    #expect(try kept("He went to the Fort Worth church.") == ["Fort Worth"])
    #expect(try kept("He went to the Fort again.") == ["the Fort"])
  }

  @Test func `a street called after a town is not that town`() throws {
    let parser = Geoparser(
      gazetteer: Self.gazetteer, lexicons: Lexicons([try Shipped.english.get()]))
    let roles = parser.mentions(
      in: "Later they all gathered on Lincoln Street in Texas.", language: "en"
    )
    .map(\.role)
    #expect(roles == [.embedded, .location])
  }

  @Test func `given names hold in every language`() throws {
    let english = try Lexicon(text: "[function words]\nthe, of", language: "en")
    let common = try Lexicon(text: "[given names]\nCharlotte", language: "und")
    let word = try #require(FoldedText("Charlotte").words.first)
    let merged = Lexicons([english, common])
    #expect(merged.lexicon(for: "en").givenNames.hashes == [word.hash])
  }
}
