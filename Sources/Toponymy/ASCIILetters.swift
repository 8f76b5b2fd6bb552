/// The letters and digits of ASCII with which eight bytes begin, all looked at in one step: a number
/// of 64 bits holds eight of 7 bits, and the eighth bit of each says what it is.
struct ASCIILetters {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// How many there are, 0 … 8.
  let count: Int
  /// The bytes in lower case; those beyond ``count`` mean nothing.
  let folded: UInt64
  private let upper: UInt64
  private let lower: UInt64

  /// Looks at eight bytes, the first the lowest.
  init(_ bytes: UInt64) {
    let isASCII = ~bytes & Self.highBits
    let low = bytes & ~Self.highBits
    let isUpper = Self.among(0x41, 0x5A, low) & isASCII
    folded = bytes | isUpper >> 2
    let isLower = Self.among(0x61, 0x7A, low) & isASCII
    let isDigit = Self.among(0x30, 0x39, low) & isASCII
    let others = ~(isUpper | isLower | isDigit) & Self.highBits
    count = others.trailingZeroBitCount >> 3
    // The bits below the first byte that is something else.
    let taken = others == 0 ? UInt64.max : (others & (~others &+ 1)) &- 1
    upper = isUpper & taken
    lower = isLower & taken
  }

  /// Whether the first is a capital.
  var beginsUpper: Bool { upper & 0x80 != 0 }
  /// The bits of ``LetterCase`` that follow from them.
  var letterCase: UInt32 {
    (upper != 0 ? LetterCase.upper : 0) | (lower != 0 ? LetterCase.lower : 0)
  }

  /// The high bit of each byte, itself below 0x80, that lies between two others.
  private static func among(_ first: UInt64, _ last: UInt64, _ bytes: UInt64) -> UInt64 {
    (bytes &+ (0x80 &- first) &* ones) & ~(bytes &+ (0x7F &- last) &* ones) & highBits
  }
}
