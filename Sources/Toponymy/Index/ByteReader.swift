/// Reads what a ``ByteWriter`` wrote, one value after the other; past a fault all values are empty.
struct ByteReader {
  let bytes: MappedBytes
  private(set) var offset: Int
  /// Whether something could not be read.
  private(set) var hasFailed = false

  init(_ bytes: MappedBytes, at offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Notes that what was read makes no sense.
  mutating func fail() { hasFailed = true }

  mutating func byte() -> UInt8 {
    defer { offset += 1 }
    return bytes.byte(at: offset)
  }

  mutating func word16() -> UInt16 {
    UInt16(byte()) | UInt16(byte()) << 8
  }

  mutating func word32() -> UInt32 {
    defer { offset += 4 }
    return bytes.word32(at: offset)
  }

  mutating func word64() -> UInt64 {
    defer { offset += 8 }
    return bytes.word64(at: offset)
  }

  mutating func varint() -> Int {
    guard !hasFailed, let value = bytes.varint(at: &offset) else {
      hasFailed = true
      return 0
    }
    return value
  }

  mutating func text() -> String {
    let length = varint()
    guard length <= bytes.count, let text = bytes.text(offset..<offset + length) else {
      hasFailed = true
      return ""
    }
    offset += length
    return text
  }
}
