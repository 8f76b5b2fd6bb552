import NamedSeeds
import Testing
import Toponymy

@testable import Geoparsing

@Suite("Sentences and headings")
struct TextStructureTests {
  private func structure(_ text: String, language: String = "en") throws -> TextStructure {
    let lexicon =
      language == "en" ? try Shipped.english.get() : try Lexicon(text: "", language: language)
    return TextStructure(Array(text.utf8), lexicon: lexicon)
  }

  private func sentences(_ text: String) throws -> [String] {
    let structure = try structure(text)
    return structure.sentences.map { structure.quote($0.words) }
  }

  // MARK: - Sentences

  @Test func `full stops, question and exclamation marks end sentences`() throws {
    #expect(
      try sentences("It began. Who started it? Nobody knows! The end.")
        == ["It began", "Who started it", "Nobody knows", "The end"])
    #expect(try sentences("He was 29. 30 others came in 2023. Ten left.").count == 3)
  }

  @Test(arguments: [
    "He met Gen. Miller in Zvečan.", "Mr. Kurti and Dr. Osmani spoke.", "It was J. Smith of Peja.",
    "On 26. maja they came.", "On 26. May they came.",
    "On 29. 5. 2023 they came.", "On 29. 12. they came.", "It cost 3.5 million.",
    "At 10.30 they left.",
    "The U.S. ambassador spoke.", "Police vs. protesters in Zvečan.", "Turnout was 3.47 percent.",
  ])
  func `abbreviations, initials, ordinals and decimals end none`(_ text: String) throws {
    #expect(try sentences(text).count == 1)
  }

  @Test func `an ellipsis ends a sentence where a capital follows`() throws {
    #expect(try sentences("They waited… Then it began.") == ["They waited", "Then it began"])
    #expect(try sentences("They waited… and waited.").count <= 2)
    #expect(try sentences("They waited... Then it began.").count == 2)
  }

  @Test func `stops of other scripts end sentences`() throws {
    #expect(try sentences("東京で抗議。大阪で抗議。").count == 2)
    #expect(try sentences("وقع هجوم؟ نعم").count == 2)
  }

  @Test func `a quotation mark or a bracket after the stop belongs to the sentence before`() throws
  {
    #expect(try sentences("“It is calm.” They left.") == ["It is calm", "They left"])
    #expect(try sentences("(It is calm.) They left.").count == 2)
  }

  @Test func `every line ends a sentence and a paragraph`() throws {
    let structure = try structure("Clashes in Zvečan\nPolice came. They left.\n\nAll calm.")
    #expect(structure.sentences.map(\.paragraph) == [0, 1, 1, 2])
    #expect(structure.sentences.map(\.isHeading) == [true, false, false, false])
  }

  @Test(arguments: ["", " ", "\n\n", "…", "—.\n!"])
  func `a text without words has no sentence`(_ text: String) throws {
    #expect(try structure(text).sentences.isEmpty)
  }

  // MARK: - Headings

  @Test func `a line without a stop is a heading, unless it is long`() throws {
    let long = String(repeating: "word ", count: 30)
    let structure = try structure("Clashes erupt in Zvečan\nIt began:\n\(long)\nThe end.")
    #expect(structure.sentences.map(\.isHeading) == [true, false, false, false])
  }

  @Test func `capitals say nothing in a title that has them throughout`() throws {
    let structure = try structure(
      "Clashes Erupt In Northern Kosovo Town\nPolice used tear gas in Zvečan on Monday.")
    #expect(structure.sentences.map(\.isTitleCase) == [true, false])
  }

  // MARK: - What is not told by the report

  @Test func `the teaser before "Keep reading" is another article's`() throws {
    let structure = try structure(
      """
      Police were deployed on Monday.

      Floods hit Peja
      Heavy rain fell on Sunday. Roads were closed.
      Keep reading

      They left on Tuesday.
      """)
    #expect(
      structure.sentences.map(\.exclusion) == [
        nil, "the teaser of another article", "the teaser of another article",
        "the teaser of another article", "page debris", nil,
      ])
  }

  @Test func `"keep reading" inside a sentence excludes nothing`() throws {
    let structure = try structure("It began.\nThose who keep reading will learn more.")
    #expect(structure.sentences.allSatisfy { $0.exclusion == nil })
  }

  @Test func `lines of the page's own are debris, long sentences with such words are not`() throws {
    let structure = try structure(
      "All calm.\nLeave a comment\nYour email address will not be published.\n"
        + "The mayor said that he would subscribe to the agreement if the other side did so too, "
        + "and that the police would leave the town.")
    #expect(
      structure.sentences.map(\.exclusion) == [nil, "page debris", "page debris", nil])
  }

  // MARK: - Bytes

  @Test func `ranges of words are ranges of bytes`() throws {
    let text = "U Zvečanu – sukobi."
    let structure = try structure(text, language: "sr")
    #expect(structure.byteRange(1..<2) == 2..<10)
    #expect(structure.quote(1..<3) == "Zvečanu – sukobi")
    #expect(structure.byteRange(1..<1) == 0..<0)
    #expect(Array(structure.gap(after: 1)) == Array(" – ".utf8))
    #expect(Array(structure.gap(after: 2)) == [UInt8(ascii: ".")])
    #expect(structure.gap(after: 2, holds: "!.") && !structure.gap(after: 1, holds: ".-"))
  }

  @Test(arguments: Seed.allCases)
  func `the sentences of any text hold every word once, in order`(_ seed: Seed) throws {
    var generator = seed.generator
    let parts = [
      "Zvečan", "the", "26.", "\n", ". ", "Mr. ", "… ", "KFOR", "!", "? ", "Keep reading", "\n\n",
      "，", "。", "cookie", ": ", "“", "e\u{301}",
    ]
    for _ in 0..<60 {
      let text = (0..<40).map { _ in parts.randomElement(using: &generator) ?? "" }
        .joined(separator: Bool.random(using: &generator) ? " " : "")
      let structure = try structure(text)
      #expect(
        structure.sentences.flatMap { Array($0.words) } == Array(structure.text.words.indices))
      #expect(structure.sentences.map(\.paragraph) == structure.sentences.map(\.paragraph).sorted())
    }
  }
}
