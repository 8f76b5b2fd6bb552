import NamedSeeds
import Testing
import Toponymy

@Suite("Folded text")
struct FoldedTextTests {
  private func words(_ text: String) -> [String] {
    let folded = FoldedText(text)
    return folded.words.map(folded.foldedString)
  }

  private func words(_ bytes: [UInt8]) -> [String] {
    let folded = FoldedText(bytes)
    return folded.words.map(folded.foldedString)
  }

  // MARK: - Words

  @Test(arguments: [
    ("Priştine'de", ["pristine", "de"]), ("Kosova’nın", ["kosova", "nin"]),
    ("Belgrade-Pristina Dialogue", ["belgrade", "pristina", "dialogue"]),
    ("4,000-strong", ["4", "000", "strong"]), ("a_b", ["a", "b"]), ("", []), (" .,;—…", []),
    ("U.S.", ["u", "s"]), ("29.5.2023", ["29", "5", "2023"]), ("5th", ["5th"]),
    ("\u{301}", []), ("ъ", []), ("\u{0}Peja\u{7}", ["peja"]), ("東京。大阪", ["東京", "大阪"]),
  ])
  func `words are runs of letters, digits and marks`(_ text: String, _ expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(arguments: 0...24, ["-", " ", "é", "東", ""])
  func `letters of ASCII are taken eight at a time, wherever a word begins and ends`(
    _ length: Int, _ next: String
  ) {
    let word = String("Abcdefgh9ijkLmnopqrstuvwxyz".prefix(length))
    for gap in 0...9 {
      let folded = FoldedText(String(repeating: ".", count: gap) + word + next + "Z1 y")
      let isJoined = next == "é" || next == "東" || next.isEmpty
      let joined = word.lowercased() + (next == "é" ? "e" : next) + "z1"
      let expected = isJoined ? [joined] : [word.lowercased(), "z1"].filter { !$0.isEmpty }
      #expect(folded.words.map(folded.foldedString) == expected + ["y"])
      #expect(folded.words.first?.range.lowerBound == (word.isEmpty && !isJoined ? gap + 1 : gap))
    }
  }

  @Test func `the characters around the letters of ASCII are none`() {
    for byte in UInt8(0)..<0x80 {
      let isLetter = Character(Unicode.Scalar(byte)).isLetter
      let isDigit = (0x30...0x39).contains(byte)
      let folded = FoldedText([byte, byte])
      #expect(folded.words.count == (isLetter || isDigit ? 1 : 0))
      #expect(folded.words.first?.hasCase ?? isLetter == isLetter)
    }
  }

  @Test func `offsets are the bytes of the text`() {
    let text = "„Лепосавић“ и Zvec\u{30C}an, İzmir’de"
    let folded = FoldedText(text)
    let bytes = Array(text.utf8)
    let surfaces = folded.words.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(surfaces == ["Лепосавић", "и", "Zvec\u{30C}an", "İzmir", "de"])
    #expect(folded.words.map(\.range.lowerBound) == [3, 25, 28, 38, 47])
  }

  @Test func `capitals are told from small letters and from scripts without either`() {
    let folded = FoldedText("Zvečan KFOR u 26 東京 ЗВЕЧАН McGregor")
    #expect(folded.words.map(\.isCapitalized) == [true, true, false, false, false, true, true])
    #expect(folded.words.map(\.isAllCaps) == [false, true, false, false, false, true, false])
    #expect(folded.words.map(\.hasCase) == [true, true, true, false, false, true, true])
  }

  @Test func `numbers have one to nine digits and nothing else`() {
    let folded = FoldedText("0 007 123456789 1234567890 5th five")
    #expect(folded.words.map(folded.number) == [0, 7, 123_456_789, nil, nil, nil])
    #expect(folded.words.map(folded.startsWithDigit) == [true, true, true, true, true, false])
  }

  @Test func `equal words have equal hashes`() {
    let folded = FoldedText("Лепосавић Leposavic a")
    #expect(folded.words[0].hash == folded.words[1].hash)
    #expect(folded.words[0].hash != folded.words[2].hash)
  }

  @Test func `a key joins the folded words of a range by single spaces`() {
    let folded = FoldedText("u  Zubinom\n Potoku, Косово")
    #expect(folded.key(of: 1..<3) == Array("zubinom potoku".utf8))
    #expect(folded.key(of: 0..<0).isEmpty)
    #expect(Array(folded.folded(folded.words[3])) == Array("kosovo".utf8))
  }

  // MARK: - Malformed UTF-8

  @Test(
    arguments: [
      [0x80], [0xFF], [0xC0, 0x80], [0xC1, 0x81], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
      [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x81, 0x81], [0xF0, 0x80, 0x81, 0x81], [0xC3],
    ] as [[UInt8]])
  func `malformed bytes end a word`(_ malformed: [UInt8]) {
    #expect(words(Array("ab".utf8) + malformed + Array("cd".utf8)) == ["ab", "cd"])
    #expect(words(Array("ab".utf8) + malformed) == ["ab"])
    #expect(words(malformed).isEmpty)
  }

  // MARK: - Properties

  @Test(arguments: Seed.allCases)
  func `words lie in order within the bytes and fold to themselves`(_ seed: Seed) {
    var generator = seed.generator
    for round in 0..<80 {
      let bytes = round < 40 ? generator.bytes(60) : Array(generator.text(ofScalars: 30).utf8)
      let folded = FoldedText(bytes)
      var end = 0
      for word in folded.words {
        #expect(word.range.lowerBound >= end && !word.range.isEmpty)
        end = word.range.upperBound
        let alone = FoldedText(Array(bytes[word.range]))
        #expect(alone.words.count == 1)
        #expect(alone.words.first.map(alone.foldedString) == folded.foldedString(word))
        #expect(alone.words.first?.hash == word.hash)
      }
      #expect(end <= bytes.count)
    }
  }
}
