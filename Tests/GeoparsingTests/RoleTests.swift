import IncidentModel
import NamedSeeds
import Testing
import Toponymy

@testable import Geoparsing

@Suite("Roles of names")
struct RoleTests {
  /// The mentions of a sentence as `surface role`.
  private func roles(_ text: String) throws -> [String] {
    try Places.mentions(text).map { "\($0.surface) \($0.role.rawValue)" }
  }

  private func only(_ text: String) throws -> Mention {
    let mentions = try Places.mentions(text)
    #expect(mentions.count == 1, "\(mentions.map(\.surface))")
    return try #require(mentions.first)
  }

  // MARK: - Not a place on the ground

  @Test(arguments: [
    "Pristina must de-escalate.", "Belgrade accused everyone of lying.",
    "He called on Pristina to act.", "The agreement with Serbia was signed.",
    "Washington and Brussels urged Pristina to act.",
  ])
  func `a government spoken of by its place is a metonym`(_ text: String) throws {
    #expect(try only(text).role == .metonym)
  }

  @Test(arguments: [
    "Kosovo police came.", "The Kosovo government spoke.", "Kosovo’s Prime Minister spoke.",
  ])
  func `a name that qualifies people is a modifier`(_ text: String) throws {
    let mention = try only(text)
    #expect(mention.surface == "Kosovo" && mention.role == .modifier)
  }

  @Test(arguments: [
    ("The Serbian president spoke.", "Serbian"), ("An Italian unit came.", "Italian"),
    ("A Kosovan official spoke.", "Kosovan"),
  ])
  func `people and things by their land are demonyms`(_ text: String, _ surface: String) throws {
    let mention = try only(text)
    #expect(mention.surface == surface && mention.role == .demonym)
  }

  @Test(arguments: [
    "The Belgrade-Pristina Dialogue goes on.", "He told Pristina Online so.",
  ])
  func `a part of another name is embedded`(_ text: String) throws {
    let mentions = try Places.mentions(text)
    #expect(!mentions.isEmpty && mentions.allSatisfy { $0.role == .embedded })
  }

  @Test func `a person's name is dropped, wherever it stands`() throws {
    let mentions = try Places.mentions(
      "Albin Kurti spoke to reporters in the evening. Kurti was in Zvečan.")
    #expect(mentions.map(\.surface) == ["Kurti", "Kurti", "Zvečan"])
    #expect(mentions.map(\.role) == [.dropped, .dropped, .location])
    #expect(
      mentions.map(\.roleReason).prefix(2) == [
        "part of a person's name", "a person's name elsewhere in the report",
      ])
    #expect(mentions[0].resolution == .unresolved(reason: "part of a person's name"))
  }

  @Test func `a place called like a person is one where nobody is called so`() throws {
    #expect(try only("Shots were fired in Kurti.").role == .location)
  }

  @Test func `a month is no village`() throws {
    let mention = try only("It began in May.")
    #expect(mention.role == .dropped && mention.roleReason == "a date")
  }

  @Test func `page debris names no place`() throws {
    let mention = try only("Leave a comment, Zvečan\n")
    #expect(mention.role == .dropped && mention.roleReason == "page debris")
  }

  // MARK: - Places on the ground

  @Test(arguments: [
    "Clashes broke out in Zvečan.", "Protests in Zvečan continued.",
    "The town of Zvečan was calm.", "Soldiers guard the Zvečan municipality building.",
    "They gathered in front of the municipal building in Zvečan.",
  ])
  func `where something happens is a location`(_ text: String) throws {
    #expect(try only(text).role == .location)
  }

  @Test func `a name before "municipality" is the municipality`() throws {
    let mention = try only("Shots were fired in Zvečan municipality.")
    #expect(mention.role == .location)
    #expect(mention.resolution.place?.id.text == "xk:zvecan-municipality")
    let town = try only("Shots were fired in the town of Zvečan.")
    #expect(town.resolution.place?.id.text == "xk:zvecan")
  }

  @Test func `a country after a settlement and a comma contains it`() throws {
    #expect(
      try roles("Shots were fired in Mitrovica, Kosovo.")
        == ["Mitrovica location", "Kosovo container"])
  }

  @Test func `a municipality after a comma contains what lies in it, and nothing else`() throws {
    #expect(
      try roles("Shots were fired in Novo Selo, Zvečan, last night.")
        == ["Novo Selo location", "Zvečan container"])
    #expect(
      try roles("Shots were fired in Zvečan, Leposavić, last night.")
        == ["Zvečan location", "Leposavić location"])
  }

  @Test func `the noun at the end of a list is said of all`() throws {
    let mentions = try Places.mentions(
      "Votes were held in Zveçan, Zubin Potok and Leposavic municipalities.")
    #expect(mentions.map(\.surface) == ["Zveçan", "Zubin Potok", "Leposavic"])
    #expect(mentions.allSatisfy { $0.role == .location })
    #expect(
      mentions.compactMap(\.resolution.place?.kind) == [
        .municipality, .municipality, .municipality,
      ])
  }

  @Test(arguments: [
    "KOSOVO—Several hundred people protested.", "PRISTINA, June 1 (Agency) – Police came.",
    "Pristina (Agency) – Police came.", "PRISTINA — Police came.", "Pristina -- Police came.",
  ])
  func `the place at the head of a report is its dateline`(_ text: String) throws {
    #expect(try Places.mentions(text).first?.role == .dateline)
  }

  @Test func `where something comes from is its origin`() throws {
    #expect(
      try roles("They fled from Leposavić to Zvečan.") == ["Leposavić origin", "Zvečan location"])
  }

  @Test func `a country is a place after a word for where`() throws {
    #expect(try only("Tension is rising across northern Kosovo.").role == .location)
  }

  @Test func `near a place is told from in it`() throws {
    let parser = try Places.parser()
    let lexicon = try Shipped.english.get()
    func isNear(_ text: String) -> [Bool] {
      parser.mentions(
        in: TextStructure(Array(text.utf8), lexicon: lexicon), lexicon: lexicon
      ).map(\.isNear)
    }
    #expect(isNear("Shots were fired near Zvečan.") == [true])
    #expect(isNear("Shots were fired in Zvečan.") == [false])
    // The next sentence begins anew.
    #expect(isNear("Shots were fired near Zvečan. Leposavić was calm.") == [true, false])
  }

  // MARK: - Of any text

  @Test(arguments: [
    "Clashes broke out in Zvečan.", "Pristina must de-escalate.", "Albin Kurti spoke in Zvečan.",
    "KOSOVO—Several hundred Serbs gathered in Leposavić and Zubin Potok, Kosovo.",
  ])
  func `every mention has its bytes, its surface and a reason`(_ text: String) throws {
    let bytes = Array(text.utf8)
    var end = 0
    for mention in try Places.mentions(text) {
      #expect(mention.range.lowerBound >= end)
      end = mention.range.upperBound
      #expect(String(decoding: bytes[mention.range], as: UTF8.self) == mention.surface)
      #expect(!mention.roleReason.isEmpty)
    }
  }

  @Test(arguments: ["", "Nothing here.", "zvečan", "Zvečanograd", "Zvečan’", "kosovo"])
  func `names are words of their own with a capital letter`(_ text: String) throws {
    #expect(try Places.mentions(text).count == (text == "Zvečan’" ? 1 : 0))
  }

  @Test(arguments: Seed.allCases)
  func `any text of known words is read, the mentions in order`(_ seed: Seed) throws {
    var generator = seed.generator
    let words = [
      "Kosovo", "Pristina", "Zvečan", "Novo", "Selo", "police", "in", "and", ",", "municipality",
      "Kurti", "Albin", ".", "\n", "—", "KOSOVO", "’s", "-", "Serbian", "near", "Dialogue", "(",
    ]
    let parser = try Places.parser()
    for _ in 0..<15 {
      let text = (0..<40).map { _ in words.randomElement(using: &generator) ?? "" }
        .joined(separator: " ")
      let ranges = parser.mentions(in: text, language: "en").map(\.range)
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
      #expect(ranges.allSatisfy { $0.upperBound <= text.utf8.count && !$0.isEmpty })
    }
  }
}
