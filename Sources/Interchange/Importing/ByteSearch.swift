/// Searches of bytes by words of eight.
///
/// A word has a zero byte where `(w - 0x01…) & ~w & 0x80…` has a bit; the lowest such bit is exact.
///
/// - SeeAlso: Warren, Hacker's Delight (2nd ed.), section 6–1.
enum ByteSearch {
  /// A byte in each of a word's eight.
  @inline(__always)
  static func repeated(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// A bit at the top of the first zero byte, and perhaps of ones behind it.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// The eight bytes at an offset, the first the lowest.
  ///
  /// Whoever calls answers for them being there.
  @inline(__always)
  static func word(_ bytes: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    unsafe UInt64(
      littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Whether two buffers of the same length, eight bytes or more, hold the same.
  static func areEqual(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard let first = a.baseAddress, let second = b.baseAddress, a.count == b.count, a.count >= 8
    else { return false }
    var index = 0
    while index < a.count - 8 {
      if unsafe word(first, index) != word(second, index) { return false }
      index += 8
    }
    return unsafe word(first, a.count - 8) == word(second, a.count - 8)
  }

  /// How often a byte stands in a range.
  static func count(of byte: UInt8, _ bytes: UnsafeRawPointer, _ range: Range<Int>) -> Int {
    let mark = repeated(byte)
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var count = 0
    var index = range.lowerBound
    while index <= range.upperBound - 8 {
      let difference = unsafe word(bytes, index) ^ mark
      // Unlike `zeros`, exact for every byte.
      if zeros(difference) != 0 {
        count += (~(((difference & low) &+ low) | difference | low)).nonzeroBitCount
      }
      index += 8
    }
    while index < range.upperBound {
      if unsafe bytes.load(fromByteOffset: index, as: UInt8.self) == byte { count += 1 }
      index += 1
    }
    return count
  }
}
