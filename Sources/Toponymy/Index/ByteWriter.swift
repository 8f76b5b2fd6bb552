/// Appends numbers and texts in the form that an index holds them: little-endian, LEB128, and UTF-8
/// after its length.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func word16(_ value: UInt16) { unsigned(value) }

  mutating func word32(_ value: UInt32) { unsigned(value) }

  mutating func word48(_ value: UInt64) {
    word32(UInt32(truncatingIfNeeded: value))
    word16(UInt16(truncatingIfNeeded: value >> 32))
  }

  mutating func word64(_ value: UInt64) { unsigned(value) }

  /// A number of 0 or more, seven bits a byte, the lowest first.
  mutating func varint(_ value: Int) {
    var rest = UInt(max(0, value))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func text(_ value: String) {
    var value = value
    value.withUTF8 { utf8 in
      varint(utf8.count)
      unsafe bytes.append(contentsOf: utf8)
    }
  }

  mutating func append(_ more: some Collection<UInt8>) { bytes.append(contentsOf: more) }

  /// Puts four bytes in the place of others.
  mutating func overwrite(at offset: Int, word32 value: UInt32) {
    for index in 0..<4 {
      bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt32(8 * index))
    }
  }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  private mutating func unsigned<Word: FixedWidthInteger & UnsignedInteger>(_ value: Word) {
    unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }
}
