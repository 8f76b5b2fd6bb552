import Testing
import Toponymy

@testable import Geoparsing

@Suite("Pattern tables")
struct PatternTableTests {
  private func table(_ rows: (String, Int)...) throws -> PatternTable<Int> {
    var table = PatternTable<Int>()
    for (pattern, value) in rows { table.add(try #require(LexicalPattern(pattern)), value) }
    return table
  }

  @Test func `the longest match wins, the earlier row of equals`() throws {
    let table = try table(("town", 1), ("town hall", 2), ("tow* hal*", 3), ("the? town", 4))
    let text = FoldedText("town hall of a town")
    let found = table.matches(in: text, words: 0..<5)
    #expect(found.map(\.value) == [2, 1])
    #expect(found.map(\.match.words) == [0..<2, 4..<5])
  }

  @Test func `matches go from left to right and never overlap`() throws {
    let table = try table(("a b", 1), ("b c d", 2), ("c", 3))
    let text = FoldedText("a b c d")
    let found = table.matches(in: text, words: 0..<4)
    #expect(found.map(\.value) == [1, 3])
    #expect(table.matches(in: text, words: 1..<4).map(\.value) == [2])
    #expect(table.matches(in: text, words: 2..<2).isEmpty)
  }

  @Test func `a match before a word ends right before it`() throws {
    let table = try table(("outskirts of", 1), ("in", 2), ("north of", 3))
    let text = FoldedText("in outskirts of the north of Zvečan")
    func value(_ end: Int, reaching: Int, notBefore: Int = 0) -> Int? {
      table.match(endingBefore: end, in: text, reaching: reaching, notBefore: notBefore)
    }
    #expect(value(6, reaching: 3) == 3)
    #expect(value(6, reaching: 1) == nil)
    #expect(value(3, reaching: 3) == 1)
    #expect(value(3, reaching: 3, notBefore: 2) == nil)
    #expect(value(4, reaching: 3) == nil)
    #expect(value(0, reaching: 3) == nil)
  }

  @Test func `another table's rows come after one's own`() throws {
    var own = try table(("KFOR", 1))
    own.add(try table(("KFOR", 2), ("EULEX", 3)))
    let text = FoldedText("KFOR and EULEX")
    #expect(own.matches(in: text, words: 0..<3).map(\.value) == [1, 3])
    #expect(!own.isEmpty)
    #expect(PatternTable<Int>().isEmpty)
  }
}
