import Testing
import Toponymy

@testable import Geoparsing

@Suite("Pattern tables")
struct PatternTableTests {
  private func table(_ rows: (String, Int)...) throws -> PatternTable<Int> {
    PatternTable(try rows.map { (try #require(LexicalPattern($0.0)), $0.1) })
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

  @Test func `a table without patterns finds nothing`() throws {
    let table = PatternTable<Int>([])
    #expect(table.isEmpty)
    #expect(table.matches(in: FoldedText("a b"), words: 0..<2).isEmpty)
    #expect(try !self.table(("a", 1)).isEmpty)
  }

  /// The shipped lexicon's tables, asked of texts that it numbered and of such that it did not.
  @Test func `numbered words are matched like words`() throws {
    let lexicon = try Shipped.english.get()
    let texts = [
      "On 29 May 2023, 30 soldiers and some twenty-five protesters were injured in Zvečan.",
      "Several hundred people set two cars on fire in the north of the town, police said on Monday.",
      "KFOR denied on 3 June that shots had been fired; the mayor of the 1990s was released.",
    ]
    for bytes in texts.map({ Array($0.utf8) }) {
      let plain = FoldedText(bytes)
      let numbered = TextStructure(bytes, lexicon: lexicon).text
      func expectEqual<Value: Equatable>(_ table: PatternTable<Value>) {
        let number: LexicalPattern.SlotReader = { slot, word in
          let digits = plain.number(plain.words[word]) != nil
          switch slot {
          case .number, .day, .year: return digits ? 1 : 0
          case .month: return lexicon.months.contains(plain.words[word].hash) ? 1 : 0
          case .weekday: return lexicon.weekdays.contains(plain.words[word].hash) ? 1 : 0
          }
        }
        let words = plain.words.indices
        let expected = table.matches(in: plain, words: words, slotReader: number)
        let found = table.matches(in: numbered, words: words, slotReader: number)
        #expect(found.map(\.match) == expected.map(\.match))
        #expect(found.map(\.value) == expected.map(\.value))
      }
      expectEqual(lexicon.events)
      expectEqual(lexicon.effects)
      expectEqual(lexicon.dates)
      expectEqual(lexicon.groups)
      expectEqual(lexicon.qualifiers)
      expectEqual(lexicon.organisations)
      expectEqual(lexicon.suppressions)
      expectEqual(lexicon.beforeLocation)
    }
  }
}
