/// Small questions about the bytes of a field.
enum FieldBytes {
  /// A range without the blanks, tabs, line ends and no-break spaces at its ends.
  @inline(__always)
  static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      if bytes[start] <= 0x20 {
        start += 1
      } else if bytes[start] == 0xC2, start + 1 < end, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if bytes[end - 1] <= 0x20 {
        end -= 1
      } else if bytes[end - 1] == 0xA0, end - 2 >= start, bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// The words of a range, between blanks and commas.
  static func words(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for index in range {
      let isGap = bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: ",")
      if isGap, let begun = start {
        words.append(begun..<index)
        start = nil
      } else if !isGap, start == nil {
        start = index
      }
    }
    if let start { words.append(start..<range.upperBound) }
    return words
  }

  /// An ASCII letter in upper case; any other byte as it is.
  @inline(__always)
  static func upper(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "a") < 26 ? byte & ~0x20 : byte
  }

  /// Whether the bytes are those of a text, ASCII letters compared without case.
  static func equals(_ bytes: Span<UInt8>, ignoringCase text: String) -> Bool {
    let utf8 = text.utf8
    guard bytes.count == utf8.count else { return false }
    var index = 0
    for byte in utf8 {
      if upper(bytes[index]) != upper(byte) { return false }
      index += 1
    }
    return true
  }
}
