import Testing
import Toponymy

@testable import Geoparsing

@Suite("Lexical patterns")
struct LexicalPatternTests {
  /// The words that a pattern matches from a word of a text on.
  private func match(
    _ pattern: String, _ text: String, at start: Int = 0, before limit: Int? = nil
  ) throws -> String? {
    let folded = FoldedText(text)
    let found = try table(pattern).longestMatch(
      in: folded, at: start, before: limit ?? folded.words.count,
      slotReader: { slot, word in
        slot == .number ? (folded.number(folded.words[word]) == nil ? 0 : 1) : 0
      })
    return found.map { String(decoding: folded.key(of: $0.match.words), as: UTF8.self) }
  }

  private func table(_ pattern: String) throws -> PatternTable<Bool> {
    PatternTable([(try #require(LexicalPattern(pattern)), true)])
  }

  @Test func `words match folded and in a row`() throws {
    #expect(try match("town hall", "Town HALL burned") == "town hall")
    #expect(try match("town hall", "town the hall") == nil)
    #expect(try match("općina", "Opcina Zvečan") == "opcina")
    #expect(try match("u.s. troops", "U.S. troops left") == "u s troops")
  }

  @Test func `a stem matches every word that begins so, the bare stem too`() throws {
    for word in ["injur", "Injured", "injuries"] { #expect(try match("injur*", word) != nil) }
    for word in ["inju", "uninjured", "in"] { #expect(try match("injur*", word) == nil) }
  }

  @Test func `alternatives match either, stems among them`() throws {
    #expect(try match("were|was hurt", "was hurt") == "was hurt")
    #expect(try match("were|was hurt", "were hurt") == "were hurt")
    #expect(try match("were|was hurt", "is hurt") == nil)
    #expect(try match("threw|hurl* stones|rocks", "hurling rocks") == "hurling rocks")
  }

  @Test func `an optional word may be missing`() throws {
    #expect(try match("at the? hall", "at the hall") == "at the hall")
    #expect(try match("at the? hall", "at hall") == "at hall")
    #expect(try match("at the? hall", "at a hall") == nil)
    #expect(try match("at the|a? hall", "at a hall") == "at a hall")
    #expect(try match("the? the hall", "the hall") == "the hall")
  }

  @Test func `a gap stands for up to six words, as few as will do`() throws {
    #expect(try match("set ... fire", "set fire") == "set fire")
    #expect(try match("set ... fire", "set a b c d e f fire") == "set a b c d e f fire")
    #expect(try match("set ... fire", "set a b c d e f g fire") == nil)
    #expect(try match("set ... fire", "set a fire b fire") == "set a fire")
    #expect(try match("set ... fire ... out", "set it fire on a out") == "set it fire on a out")
  }

  @Test func `a match ends before the limit`() throws {
    #expect(try match("set ... fire", "set on fire", before: 2) == nil)
    #expect(try match("town hall", "town hall", before: 1) == nil)
    #expect(try match("a", "x a", at: 1) == "a")
  }

  @Test func `classes are asked for and kept in the pattern's order`() throws {
    let folded = FoldedText("from 3 to 12 people")
    let table = try table("from {number} to {number} people")
    let found = try #require(
      table.longestMatch(in: folded, at: 0, before: 5) { slot, word in
        slot == .number && folded.number(folded.words[word]) != nil ? 1 : 0
      }
    ).match
    #expect(found.words == 0..<5)
    #expect(found.slots.map(\.words) == [1..<2, 3..<4])
    #expect(found.slots.allSatisfy { $0.slot == .number })
  }

  @Test func `a class given up in a failed attempt leaves no trace`() throws {
    let folded = FoldedText("a 1 2 b")
    let table = try table("a ... {number} b")
    let found = try #require(
      table.longestMatch(in: folded, at: 0, before: 4) { _, word in
        folded.number(folded.words[word]) == nil ? 0 : 1
      }
    ).match
    #expect(found.slots.map(\.words) == [2..<3])
  }

  @Test(arguments: ["", "  ", "{nothing}", "a {Month}", "—"])
  func `what says no words is no pattern`(_ text: String) {
    #expect(LexicalPattern(text) == nil)
  }

  @Test func `a match stays within linear reach of many gaps`() throws {
    let text = String(repeating: "a ", count: 200)
    #expect(try match("a ... a ... a ... b", text) == nil)
  }
}
