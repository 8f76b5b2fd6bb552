import NamedSeeds
import SimpleFeatures
import Testing

@testable import Interchange

@Suite("Byte buffer")
struct ByteBufferTests {
  @Test(arguments: Seed.allCases)
  func `numbers are written as DecimalText writes them`(_ seed: Seed) {
    var generator = seed.generator
    for places in 0...8 {
      for _ in 0..<200 {
        let magnitude = Double.random(in: 0...15 - Double(places), using: &generator)
        var number = Double.random(in: -1...1, using: &generator)
        for _ in 0..<Int(magnitude) { number *= 10 }
        var buffer = ByteBuffer()
        let isWritten = buffer.append(number, places: places, hasPoint: false)
        #expect(isWritten && buffer.bytes.string == DecimalText.text(number, places: places))
      }
    }
  }

  @Test(arguments: Seed.allCases)
  func `whole numbers are written as Swift writes them`(_ seed: Seed) {
    var generator = seed.generator
    var numbers = [0, 9, 10, 99, 100, .max, .min, .max - 1, 999_999_999_999_999_999]
    for _ in 0..<500 {
      numbers.append(
        Int(truncatingIfNeeded: generator.next()) >> Int.random(in: 0..<64, using: &generator))
    }
    for number in numbers {
      var buffer = ByteBuffer()
      buffer.append(integer: number)
      #expect(buffer.bytes.string == String(number))
    }
  }

  @Test(arguments: Seed.allCases)
  func `each byte is escaped wherever it stands in a word`(_ seed: Seed) {
    var generator = seed.generator
    for length in 0..<40 {
      let text = (0..<length).map { _ in UInt8.random(in: 0...127, using: &generator) }
      var buffer = ByteBuffer()
      buffer.append(text.span, escapedBy: JSONEscaping.self)
      let expected = text.map { byte in
        switch byte {
        case UInt8(ascii: "\""): #"\""#
        case UInt8(ascii: "\\"): #"\\"#
        case 8: #"\b"#
        case 9: #"\t"#
        case 10: #"\n"#
        case 12: #"\f"#
        case 13: #"\r"#
        case 0..<32: #"\u00"# + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        default: String(UnicodeScalar(byte))
        }
      }.joined()
      #expect(buffer.bytes.string == expected)
    }
  }

  @Test func `what was written last can be taken back or put first`() {
    var buffer = ByteBuffer()
    for piece in ["head,", "middle,", "tail"] { buffer.append(piece) }
    buffer.rotate(from: 5, middle: 12)
    #expect(buffer.bytes.string == "head,tailmiddle,")
    buffer.remove(from: 9)
    #expect(buffer.drain().string == "head,tail")
    #expect(buffer.count == 0 && buffer.bytes.isEmpty)
  }

  @Test func `pieces are copied to their last byte and no further`() {
    var pieces = PaddedPieces()
    let texts = (0...40).map { String(repeating: "abcdefg", count: $0) + "\($0)" }
    let added = texts.map { pieces.add($0.utf8) }
    for (text, piece) in zip(texts, added) {
      var buffer = ByteBuffer()
      buffer.append(piece, of: pieces)
      #expect(buffer.bytes.string == text)
    }
  }
}
