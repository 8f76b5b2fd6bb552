/// The bytes of a text as a ``WordCutter`` reads them.
@safe struct UTF8Input {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Reads a buffer that outlives it.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = bytes
  }

  /// How many bytes there are.
  var count: Int { unsafe bytes.count }

  /// One byte.
  subscript(index: Int) -> UInt8 { unsafe bytes[index] }

  /// The bytes from an index on, the first the lowest; zeros beyond the end.
  @inline(__always) func eightBytes(at index: Int) -> UInt64 {
    let bytes = unsafe UnsafeRawBufferPointer(bytes)
    if index + 8 <= bytes.count {
      return UInt64(
        littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
    var word: UInt64 = 0
    for offset in index..<bytes.count {
      unsafe word |= UInt64(bytes[offset]) << UInt64(8 * (offset - index))
    }
    return word
  }

  /// The scalar at an index, joined to a mark that makes another letter of it, and their length.
  func letter(at index: Int) -> (UInt32, Int) {
    let (base, length) = scalar(at: index)
    let next = index + length
    guard next + 1 < count, self[next] == 0xCC, base >= 0x400 else {
      return (base, length)
    }
    let (mark, markLength) = scalar(at: next)
    guard let letter = FoldingTable.composed[[base, mark]] else { return (base, length) }
    return (letter, length + markLength)
  }

  /// The scalar at an index and its length in bytes; a malformed byte is U+FFFD of length 1.
  private func scalar(at index: Int) -> (UInt32, Int) {
    let lead = self[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, index + length <= count else {
      return (0xFFFD, 1)
    }
    var value = UInt32(lead) & (0xFF >> (UInt32(length) + 1))
    for offset in 1..<length {
      let byte = self[index + offset]
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    // An overlong form of a scalar that takes fewer bytes is malformed too.
    guard value >= (length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80) else {
      return (0xFFFD, 1)
    }
    return (value, length)
  }
}
