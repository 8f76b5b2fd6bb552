/// Makes strings of fields, and of one that came lately, the same string again.
///
/// In a table of incidents most texts come again and again: a string that is there costs a comparison,
/// a new one room of its own.
struct TextMemo {
  private var slots: [String]

  /// How many strings are kept.
  private static let count = 1024
  /// Shorter texts need no room of their own, longer ones seldom come again.
  private static let lengths = 16...96

  init() {
    slots = Array(repeating: "", count: Self.count)
  }

  /// The text of a field; `nil` where it is not UTF-8.
  mutating func text(_ bytes: Span<UInt8>) -> String? {
    guard Self.lengths.contains(bytes.count) else { return Self.string(bytes) }
    let slot = Self.slot(of: bytes)
    if Self.isEqual(slots[slot], bytes) { return slots[slot] }
    guard let text = Self.string(bytes) else { return nil }
    slots[slot] = text
    return text
  }

  private static func string(_ bytes: Span<UInt8>) -> String? {
    guard let text = try? UTF8Span(validating: bytes) else { return nil }
    return String(copying: text)
  }

  /// A slot by the first and the last eight bytes and the length.
  private static func slot(of bytes: Span<UInt8>) -> Int {
    let (first, last) = unsafe bytes.withUnsafeBytes { raw -> (UInt64, UInt64) in
      unsafe (
        raw.loadUnaligned(as: UInt64.self),
        raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)
      )
    }
    let mixed =
      (first ^ last &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)) &* 0xBF58_476D_1CE4_E5B9
    return Int(mixed >> 54)
  }

  /// Whether a text has these bytes, eight or more.
  private static func isEqual(_ text: String, _ bytes: Span<UInt8>) -> Bool {
    let utf8 = text.utf8
    guard utf8.count == bytes.count else { return false }
    let span = utf8.span
    return unsafe span.withUnsafeBytes { first in
      unsafe bytes.withUnsafeBytes { second in unsafe ByteSearch.areEqual(first, second) }
    }
  }
}
