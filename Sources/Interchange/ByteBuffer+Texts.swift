/// Which bytes a notation cannot hold as they are.
protocol MarkingRule {
  /// Marks the bytes of a word that must not be copied, by their highest bits.
  ///
  /// - Parameter word: Eight bytes, the first one lowest.
  /// - Returns: A word whose lowest bit set belongs to the first such byte; 0 where there is none.
  static func marks(in word: UInt64) -> UInt64
}

/// How a notation writes the characters that it cannot hold as they are.
protocol EscapingRule: MarkingRule {
  /// Appends what stands for the character that begins at an index whose byte was marked.
  ///
  /// - Returns: The index behind what was taken.
  static func append(_ text: Span<UInt8>, at index: Int, to buffer: inout ByteBuffer) -> Int
}

extension ByteBuffer {
  /// Appends a text, what the notation cannot hold escaped.
  @inline(__always)
  mutating func append<Rule: EscapingRule>(_ text: Span<UInt8>, escapedBy rule: Rule.Type) {
    var index = appendRun(of: text, from: 0, rule)
    while index < text.count {
      index = rule.append(text, at: index, to: &self)
      index = appendRun(of: text, from: index, rule)
    }
  }

  /// Appends a text as it is, if the notation can hold it so, and tells whether it did.
  @inline(__always)
  mutating func append<Rule: MarkingRule>(_ text: Span<UInt8>, unlessMarkedBy rule: Rule.Type)
    -> Bool
  {
    let start = count
    guard appendRun(of: text, from: 0, rule) == text.count else {
      remove(from: start)
      return false
    }
    return true
  }

  /// Appends the bytes from an index on that are written as they are, eight at a time.
  ///
  /// - Returns: The index of the first byte that is not.
  @inline(__always)
  private mutating func appendRun<Rule: MarkingRule>(
    of text: Span<UInt8>, from start: Int, _ rule: Rule.Type
  ) -> Int {
    var index = start
    unsafe text.withUnsafeBytes { source in
      unsafe write(room: source.count - start) { target in
        while index < source.count {
          let length = min(8, source.count - index)
          let word = unsafe Self.word(of: source, at: index, length: length)
          unsafe (target + (index - start)).storeBytes(of: word.littleEndian, as: UInt64.self)
          let clean = min(rule.marks(in: word).trailingZeroBitCount / 8, length)
          index += clean
          if clean < length { break }
        }
        return index - start
      }
    }
    return index
  }

  /// Up to eight bytes, the first one lowest, zeros behind them.
  @inline(__always)
  private static func word(
    of source: UnsafeRawBufferPointer, at index: Int, length: Int
  ) -> UInt64 {
    if length == 8 {
      return UInt64(
        littleEndian: unsafe source.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
    var word: UInt64 = 0
    for offset in 0..<length {
      word |= UInt64(unsafe source[index + offset]) << UInt64(8 * offset)
    }
    return word
  }
}

/// Questions about eight bytes at once, answered by the highest bit of each; what stands above the
/// first byte found may be marked in error.
///
/// - SeeAlso: Sean Eron Anderson, "Bit Twiddling Hacks", "Determine if a word has a zero byte".
enum ByteWord {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highest: UInt64 = 0x8080_8080_8080_8080

  /// The bytes that are equal to one.
  @inline(__always)
  static func marks(in word: UInt64, equalTo byte: UInt8) -> UInt64 {
    let difference = word ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference & highest
  }

  /// The bytes that are smaller than a bound, which is at most 128.
  @inline(__always)
  static func marks(in word: UInt64, below bound: UInt8) -> UInt64 {
    (word &- (ones &* UInt64(bound))) & ~word & highest
  }
}

/// Texts of JSON, escaped as RFC 8259 §7 demands and no further.
enum JSONEscaping: EscapingRule {
  @inline(__always)
  static func marks(in word: UInt64) -> UInt64 {
    ByteWord.marks(in: word, below: 0x20)
      | ByteWord.marks(in: word, equalTo: UInt8(ascii: "\""))
      | ByteWord.marks(in: word, equalTo: UInt8(ascii: "\\"))
  }

  static func append(_ text: Span<UInt8>, at index: Int, to buffer: inout ByteBuffer) -> Int {
    let byte = text[index]
    buffer.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: buffer.append(UInt8(ascii: "b"))
    case 0x09: buffer.append(UInt8(ascii: "t"))
    case 0x0A: buffer.append(UInt8(ascii: "n"))
    case 0x0C: buffer.append(UInt8(ascii: "f"))
    case 0x0D: buffer.append(UInt8(ascii: "r"))
    case 0..<0x20:
      buffer.append("u00")
      for digit in [byte >> 4, byte & 15] {
        buffer.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    default: buffer.append(byte)
    }
    return index + 1
  }
}

/// Fields of CSV as they are, which quotes, commas and line ends cannot be (RFC 4180 §2, rule 6).
enum CSVPlain: MarkingRule {
  @inline(__always)
  static func marks(in word: UInt64) -> UInt64 {
    ByteWord.marks(in: word, equalTo: UInt8(ascii: "\""))
      | ByteWord.marks(in: word, equalTo: UInt8(ascii: ","))
      | ByteWord.marks(in: word, equalTo: 0x0A)
      | ByteWord.marks(in: word, equalTo: 0x0D)
  }
}

/// Fields of CSV between quotes, which are doubled (RFC 4180 §2, rule 7).
enum CSVQuoted: EscapingRule {
  @inline(__always)
  static func marks(in word: UInt64) -> UInt64 {
    ByteWord.marks(in: word, equalTo: UInt8(ascii: "\""))
  }

  static func append(_ text: Span<UInt8>, at index: Int, to buffer: inout ByteBuffer) -> Int {
    buffer.append("\"\"")
    return index + 1
  }
}

/// Texts of XML 1.0 between tags: marks are escaped, characters outside its production `Char` (§2.2)
/// are left out.
enum XMLEscaping: EscapingRule {
  @inline(__always)
  static func marks(in word: UInt64) -> UInt64 {
    ByteWord.marks(in: word, below: 0x20)
      | ByteWord.marks(in: word, equalTo: UInt8(ascii: "&"))
      | ByteWord.marks(in: word, equalTo: UInt8(ascii: "<"))
      | ByteWord.marks(in: word, equalTo: UInt8(ascii: ">"))
      | ByteWord.marks(in: word, equalTo: UInt8(ascii: "\""))
      | ByteWord.marks(in: word, equalTo: 0xEF)
  }

  static func append(_ text: Span<UInt8>, at index: Int, to buffer: inout ByteBuffer) -> Int {
    switch text[index] {
    case UInt8(ascii: "&"): buffer.append("&amp;")
    case UInt8(ascii: "<"): buffer.append("&lt;")
    case UInt8(ascii: ">"): buffer.append("&gt;")
    case UInt8(ascii: "\""): buffer.append("&quot;")
    case 0x0D: buffer.append("&#13;")  // as it is, a reader would take it for the end of a line
    case 0x09, 0x0A: buffer.append(text[index])
    case 0xEF:
      let isNoncharacter =
        index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] > 0xBD
      if isNoncharacter { return index + 3 }  // U+FFFE, U+FFFF
      buffer.append(0xEF)
    default: break
    }
    return index + 1
  }
}
