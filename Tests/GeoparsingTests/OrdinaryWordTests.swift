import IncidentModel
import NamedSeeds
import Testing
import Toponymy

@testable import Geoparsing

@Suite("Ordinary words, acronyms and pieces that are names of places")
struct OrdinaryWordTests {
  private static let gazetteer = Gazetteer(
    places: Places.all + [
      Places.place("gb:reading", "Reading", .city, 51.45, -0.97, country: "GB"),
      Places.place("gb:united-kingdom", "United Kingdom", .country, 54, -2, country: "GB"),
      Places.place("at:hall", "Hall", .town, 47.28, 11.51, country: "AT"),
      Places.place(
        "us:united-states", "United States", .country, 39.8, -98.6, country: "US", names: ["US"]),
      Places.place("us:ohio", "Ohio", .admin1, 40.3, -82.8, country: "US", names: ["OH"]),
      Places.place(
        "world:european-union", "European Union", .region, 50.5, 10, country: "", names: ["EU"]),
      Places.place(
        "ie:dublin", "Dublin", .capital, 53.33, -6.25, country: "IE", names: ["Dublin City"]),
      Places.place("us:dublin", "Dublin", .town, 40.1, -83.11, country: "US"),
      Places.place("gn:wal", "Wal", .town, 9, -10, country: "GN"),
      Places.place(
        "xk:bosnjacka-mahala", "Bošnjačka mahala", .neighbourhood, 42.8935, 20.8715),
    ])

  private func mentions(_ text: String) throws -> [Mention] {
    Geoparser(
      gazetteer: Self.gazetteer,
      lexicons: Lexicons([try Shipped.english.get(), try Shipped.common.get()])
    ).mentions(in: text, language: "en")
  }

  private func kept(_ text: String) throws -> [String] {
    try mentions(text).filter { $0.role != .dropped }.map(\.surface)
  }

  @Test(arguments: [
    ("Reading is what children like.", []),
    ("Shots were fired in Reading on Monday.", ["Reading"]),
    ("They had come from Reading on Monday.", ["Reading"]),
    ("Then Reading, United Kingdom, was calm.", ["Reading", "United Kingdom"]),
    ("They all stood near City Hall on Monday.", []),
    ("They all moved to North Ohio last year.", ["Ohio"]),
  ])
  func `an ordinary word is a place where the words beside it say so`(
    _ text: String, _ expected: [String]
  ) throws {
    #expect(try kept(text) == expected)
  }

  @Test func `a report that plainly means the place means it elsewhere too`() throws {
    #expect(
      try kept("Shots were fired in Reading, United Kingdom. The whole Reading community mourns.")
        == ["Reading", "United Kingdom", "Reading"])
  }

  @Test func `a town that a report means has a hospital and a mayor`() throws {
    #expect(
      try kept("Shots were fired in Reading, United Kingdom. They went to Reading Hospital.")
        == ["Reading", "United Kingdom", "Reading"])
  }

  @Test func `an acronym in capitals is no pronoun`() throws {
    #expect(try kept("Soldiers of the US army left us.") == ["US"])
    #expect(try kept("GIVE IT TO US NOW") == [])
  }

  @Test func `a division's code needs a place before it`() throws {
    #expect(
      try mentions("Shots were fired in Dublin, OH, on Monday.").map(\.resolution.place?.id.text)
        == ["us:dublin", "us:ohio"])
    #expect(try kept("Then OH my, they said.") == [])
  }

  @Test func `the other places of a name have cities too`() throws {
    let mention = try #require(
      try mentions("The Dublin City council met. Shots were fired in Columbus, Ohio.").first)
    #expect(mention.surface == "Dublin City")
    #expect(mention.resolution.candidates.map(\.place.id.text).contains("us:dublin"))
  }

  @Test func `a union of states is no place, unless something is in it`() throws {
    #expect(try kept("Talks are led by the EU this week.") == [])
    #expect(try kept("Prices rose across the EU this week.") == ["EU"])
  }

  @Test func `a hyphen makes a piece of an unknown word, not of a known one`() throws {
    #expect(try mentions("He went shopping with Wal-Xyzzy again.").first?.role == .dropped)
    #expect(try kept("He spoke for the Wal-based company again.") == ["Wal"])
    #expect(try kept("He drove on the Wal-Leposavić road again.") == ["Wal", "Leposavić"])
  }

  @Test func `what is called after a place is not there`() throws {
    #expect(
      try mentions("Many died of the Zubin Potok virus this week.").map(\.role) == [.embedded])
  }

  // MARK: - One letter off

  @Test func `a longer name with one wrong letter is found after a word for where, and says so`()
    throws
  {
    let mention = try #require(
      try mentions("Soldiers stood at the entrance of Bosnjacka masala.").first)
    #expect(mention.surface == "Bosnjacka masala")
    #expect(mention.resolution.place?.id.text == "xk:bosnjacka-mahala")
    #expect(
      mention.resolution.candidates.first?.reasons.contains("one letter off a name of the place")
        == true)
    #expect(try mentions("Soldiers sang the Bosnjacka masala.").isEmpty)
    #expect(try mentions("Soldiers stood at the entrance of Bosnjacka masada.").isEmpty)
  }

  @Test(arguments: Seed.allCases)
  func `a word is among the variants of each of its variants`(_ seed: Seed) {
    var generator = seed.generator
    let letters = Array("abcdefghijklmnopqrstuvwxyz".utf8)
    let word = (0..<7).map { _ in letters.randomElement(using: &generator) ?? 0 }
    let variants = Misspelling.variants(of: word)
    #expect(Set(variants).count == variants.count && !variants.contains(word))
    for variant in variants.shuffled(using: &generator).prefix(20) {
      #expect(Misspelling.variants(of: variant).contains(word))
      #expect(abs(variant.count - word.count) <= 1)
    }
  }
}
