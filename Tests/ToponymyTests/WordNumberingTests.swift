import NamedSeeds
import Testing

@testable import Toponymy

@Suite("Numbered words")
struct WordNumberingTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func `a word has its own number, else that of its longest known beginning`() throws {
    let numbering = WordNumbering(
      words: ["town", "injured"].map(bytes), beginnings: ["inj", "injur", "t"].map(bytes))
    func number(_ word: String) -> UInt32 { FoldedText(word).number(ofWord: 0, by: numbering) }
    #expect(number("Town") == numbering.number(ofWord: bytes("town")))
    #expect(number("injured") == numbering.number(ofWord: bytes("injured")))
    #expect(number("injuries") == number("injur"))
    #expect(number("injection") == number("inj"))
    #expect(number("injection") != number("injuries"))
    #expect(number("towns") == number("t"))
    #expect(number("in") == WordNumbering.unknown)
    #expect(number("3rd") == WordNumbering.unknownFigure)
    #expect(number("tš") == number("t"))
  }

  @Test func `the numbers of what begins so are one range`() throws {
    let numbering = WordNumbering(
      words: ["town", "injured", "3rd"].map(bytes), beginnings: ["inj", "injur", "t"].map(bytes))
    let injured = numbering.numbers(beginningWith: bytes("injur"))
    #expect(injured.count == 2)
    #expect(numbering.numbers(beginningWith: bytes("inj")).count == 3)
    #expect(numbering.numbers(beginningWith: bytes("x")).isEmpty)
    #expect(numbering.figures.count == 2)
    #expect(numbering.count == 8)
  }

  @Test(arguments: Seed.allCases)
  func `a number tells of any word which beginnings it has`(_ seed: Seed) {
    var generator = seed.generator
    func word() -> [UInt8] {
      (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        UInt8.random(in: 0x61...0x63, using: &generator)
      }
    }
    let beginnings = (0..<12).map { _ in word() }
    let numbering = WordNumbering(words: (0..<12).map { _ in word() }, beginnings: beginnings)
    for _ in 0..<200 {
      let text = word()
      let number = FoldedText(text).number(ofWord: 0, by: numbering)
      for beginning in beginnings {
        #expect(
          numbering.numbers(beginningWith: beginning).contains(number)
            == text.starts(with: beginning))
      }
    }
  }
}
