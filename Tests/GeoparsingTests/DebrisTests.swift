import Testing

@testable import Geoparsing

@Suite("What a text holds and does not tell")
struct DebrisTests {
  /// The sentences that are read, and why the others are not.
  private func read(_ text: String, _ language: String = "en") throws -> (
    told: [String], excluded: [String: String]
  ) {
    let structure = TextStructure(Array(text.utf8), lexicon: try Shipped.lexicon(language))
    var told: [String] = []
    var excluded: [String: String] = [:]
    for sentence in structure.sentences {
      let quote = structure.quote(sentence.words)
      if let reason = sentence.exclusion { excluded[quote] = reason } else { told.append(quote) }
    }
    return (told, excluded)
  }

  @Test func `a line that begins with "Read also" is another article's`() throws {
    let (told, excluded) = try read(
      """
      Police came on Monday.
      Read also: Floods hit Peja. Two died
      They left at noon. Related: what is not at a line's beginning.
      """)
    #expect(told.count == 3 && told.first == "Police came on Monday")
    #expect(excluded.count == 2)
    #expect(Set(excluded.values) == ["the teaser of another article"])
  }

  @Test func `the headlines under "Related" are other articles', the text after them is not`()
    throws
  {
    let (told, excluded) = try read(
      """
      Police came on Monday.

      Related

      Floods hit Peja, two dead
      Fire in the port of Durrës

      They left at noon.
      """)
    #expect(told == ["Police came on Monday", "They left at noon"])
    #expect(excluded["Floods hit Peja, two dead"] == "the teaser of another article")
    #expect(excluded["Related"] == "page debris")
  }

  @Test(arguments: [
    ("sq", "Lexo edhe: Zjarr në Prizren"), ("sr", "Pročitajte i: Požar u Prizrenu"),
    ("sr", "Прочитајте још: Пожар у Призрену"), ("mk", "Прочитајте и: Пожар во Скопје"),
    ("tr", "İlgili haberler: Prizren'de yangın"), ("de", "Lesen Sie auch: Feuer in Prizren"),
    ("es", "Lea también: Incendio en Prizren"), ("fr", "À lire aussi : Incendie à Prizren"),
    ("it", "Leggi anche: Incendio a Prizren"), ("pt", "Leia também: Incêndio em Prizren"),
    ("ru", "Читайте также: Пожар в Призрене"), ("uk", "Читайте також: Пожежа в Призрені"),
  ])
  func `teasers are known in every language`(_ language: String, _ line: String) throws {
    let (told, excluded) = try read("A.\n\n\(line)\n\nB.", language)
    #expect(told == ["A", "B"])
    #expect(excluded.values.allSatisfy { $0 == "the teaser of another article" })
  }

  @Test func `a sentence that has such words tells what it tells`() throws {
    let (told, excluded) = try read(
      """
      Related charges were brought against two men in Peja.
      Comments by the mayor led to a protest in Zvečan.
      More from this region will follow.
      """)
    #expect(told.count == 3 && excluded.isEmpty)
  }

  @Test func `after the readers' comments nothing is the report's`() throws {
    let text =
      "Police came on Monday. They left at noon.\n\n%\n\nAnna\nTwo hundred were killed in Peja."
    for line in ["Comments", "2 Comments", "Comments (12)", "Leave a comment"] {
      let (told, excluded) = try read(text.replacing("%", with: line))
      #expect(told == ["Police came on Monday", "They left at noon"])
      #expect(excluded["Two hundred were killed in Peja"] == "readers' comments")
    }
    let (told, _) = try read("Comments\n\nPolice came on Monday. They left at noon.")
    #expect(told.count == 3)
  }

  @Test func `a headline that comes again is read once`() throws {
    let (told, excluded) = try read(
      "Two hurt in Zvečan clash\n\nTWO HURT IN ZVECAN CLASH\n\nPolice came.\n\nPolice came.")
    #expect(told == ["Two hurt in Zvečan clash", "Police came", "Police came"])
    #expect(Array(excluded.values) == ["a repeated headline"])
  }

  @Test func `front matter describes a text`() throws {
    let (told, excluded) = try read("---\ntitle: Clash in Peja\ntags: Peja\n---\n\nPolice came.")
    #expect(told == ["Police came"])
    #expect(Set(excluded.values) == ["front matter"])
    #expect(try read("---\n\nPolice came.").told == ["Police came"])
  }
}
