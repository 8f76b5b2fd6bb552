/// `&amp;`, `&#231;`, `&#x17d;`: what references to characters stand for (HTML Living Standard §13.2.5).
enum CharacterReference {
  /// Appends text with its references replaced; what is none stays as it is written.
  static func append(
    _ bytes: [UInt8], in range: Range<Int>, isAttribute: Bool = false, to text: inout [UInt8]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let run = index
      while index < range.upperBound, bytes[index] != UInt8(ascii: "&") { index += 1 }
      text += bytes[run..<index]
      guard index < range.upperBound else { return }
      if let (scalar, next) = reference(bytes, at: index, before: range.upperBound, isAttribute) {
        text += Array(String(Character(scalar)).utf8)
        index = next
      } else {
        text.append(UInt8(ascii: "&"))
        index += 1
      }
    }
  }

  private static func reference(
    _ bytes: [UInt8], at start: Int, before end: Int, _ isAttribute: Bool
  ) -> (Unicode.Scalar, Int)? {
    guard start + 2 < end else { return nil }
    if bytes[start + 1] == UInt8(ascii: "#") { return number(bytes, at: start + 2, before: end) }
    var index = start + 1
    while index < end, index - start <= longestName, isNamePart(bytes[index]) { index += 1 }
    let name = String(decoding: bytes[start + 1..<index], as: UTF8.self)
    if index < end, bytes[index] == UInt8(ascii: ";") {
      return NamedCharacters.character(named: name).map { ($0, index + 1) }
    }
    // Old pages leave the semicolon out after names of Latin-1; addresses have such names as well.
    guard !isAttribute, let scalar = NamedCharacters.character(named: name), scalar.value < 256
    else {
      return nil
    }
    return (scalar, index)
  }

  private static let longestName = 32

  private static func isNamePart(_ byte: UInt8) -> Bool {
    MarkupScanner.isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// A number in decimal or hexadecimal; U+FFFD where there is no such character.
  private static func number(
    _ bytes: [UInt8], at start: Int, before end: Int
  ) -> (Unicode.Scalar, Int)? {
    let isHexadecimal = bytes[start] | 0x20 == UInt8(ascii: "x")
    var index = isHexadecimal ? start + 1 : start
    let first = index
    var code: UInt32 = 0
    while index < end,
      let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue,
      isHexadecimal || digit < 10
    {
      code = min(code * (isHexadecimal ? 16 : 10) + UInt32(digit), 0x110000)
      index += 1
    }
    guard index > first else { return nil }
    if index < end, bytes[index] == UInt8(ascii: ";") { index += 1 }
    return (scalar(code), index)
  }

  /// Numbers of 0x80 to 0x9F mean windows-1252, as pages have always meant it.
  private static func scalar(_ code: UInt32) -> Unicode.Scalar {
    if (0x80..<0xA0).contains(code) {
      return SingleByteEncoding.windows1252.scalar(UInt8(code))
    }
    return code == 0 ? "\u{FFFD}" : Unicode.Scalar(code) ?? "\u{FFFD}"
  }
}
