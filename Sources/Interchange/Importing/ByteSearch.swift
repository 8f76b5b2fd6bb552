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
}
