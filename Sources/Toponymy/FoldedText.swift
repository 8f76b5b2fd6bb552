/// A text cut into words, each folded: what names and reports are compared by.
///
/// Words are runs of letters, digits and marks; apostrophes and hyphens end them, so that `Priştine'de`
/// and `Belgrade-Pristina` are two words each. Offsets are UTF-8 bytes of the text.
public struct FoldedText: Sendable {
  /// The words in the order of the text.
  public private(set) var words: [Word] = []
  /// The folded bytes of all words, without separators.
  private var bytes: [UInt8] = []

  /// One word of a text.
  public struct Word: Hashable, Sendable {
    /// Its UTF-8 bytes in the text.
    public let range: Range<Int>
    /// A hash of the folded bytes, the same on every machine; equal words have equal hashes.
    public let hash: UInt64
    /// Whether its first letter is an upper-case letter.
    public let isCapitalized: Bool
    /// Whether it has letters and none of them is lower case.
    public let isAllCaps: Bool
    /// Whether its script distinguishes upper and lower case.
    public let hasCase: Bool
    fileprivate let folded: Range<Int>
  }

  /// Cuts and folds the UTF-8 of a text; malformed bytes end a word.
  ///
  /// - Complexity: O(*n*).
  public init(_ text: [UInt8]) {
    self.init(text, table: .plain)
  }

  /// Cuts and folds a text.
  public init(_ text: String) {
    self.init(Array(text.utf8), table: .plain)
  }

  init(_ text: [UInt8], table: FoldingTable) {
    words.reserveCapacity(text.count / 6)
    bytes.reserveCapacity(text.count)
    var builder = WordBuilder()
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        let isUpper = byte &- 0x41 < 26
        if isUpper || byte &- 0x61 < 26 || byte &- 0x30 < 10 {
          builder.begin(at: index, folded: bytes.count, isCapitalized: isUpper)
          builder.sawLetter(isUppercase: isUpper, isCased: byte >= 0x41)
          bytes.append(isUpper ? byte | 0x20 : byte)
        } else {
          finish(&builder, at: index)
        }
        index += 1
        continue
      }
      let (scalar, length) = Self.letter(in: text, at: index)
      switch table.entry(scalar) {
      case .separator: finish(&builder, at: index)
      case .mark: break
      case .letter(let folded, let isUppercase, let isCased):
        builder.begin(at: index, folded: bytes.count, isCapitalized: isUppercase)
        builder.sawLetter(isUppercase: isUppercase, isCased: isCased)
        bytes.append(contentsOf: folded)
      }
      index += length
    }
    finish(&builder, at: text.count)
  }

  /// The folded bytes of a word.
  public func folded(_ word: Word) -> ArraySlice<UInt8> { bytes[word.folded] }

  /// Whether a word begins with an ASCII digit.
  public func startsWithDigit(_ word: Word) -> Bool {
    bytes[word.folded.lowerBound] &- 0x30 < 10
  }

  /// The number that a word of 1 to 9 ASCII digits stands for; `nil` for any other.
  public func number(_ word: Word) -> Int? {
    guard word.folded.count <= 9, bytes[word.folded].allSatisfy({ $0 &- 0x30 < 10 }) else {
      return nil
    }
    return bytes[word.folded].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  /// The folded form of a word as a string.
  public func foldedString(_ word: Word) -> String {
    String(decoding: bytes[word.folded], as: UTF8.self)
  }

  /// The folded words of a range, one space between: the key under which a name is found.
  public func key(of range: Range<Int>) -> [UInt8] {
    var key: [UInt8] = []
    for word in words[range] {
      if !key.isEmpty { key.append(UInt8(ascii: " ")) }
      key.append(contentsOf: bytes[word.folded])
    }
    return key
  }

  private mutating func finish(_ builder: inout WordBuilder, at end: Int) {
    guard let start = builder.start else { return }
    // A word of nothing but marks folds to nothing.
    if bytes.count > builder.folded {
      let folded = builder.folded..<bytes.count
      words.append(
        Word(
          range: start..<end, hash: WordHash.of(bytes[folded]),
          isCapitalized: builder.isCapitalized,
          isAllCaps: builder.hasCasedLetters && !builder.hasLowercase,
          hasCase: builder.hasCasedLetters, folded: folded))
    }
    builder = WordBuilder()
  }

  /// The scalar at an index, joined to a mark that makes another letter of it, and their length.
  private static func letter(in text: [UInt8], at index: Int) -> (UInt32, Int) {
    let (base, length) = scalar(in: text, at: index)
    let next = index + length
    guard next < text.count, text[next] == 0xCC else { return (base, length) }
    let (mark, markLength) = scalar(in: text, at: next)
    guard let letter = FoldingTable.composed[[base, mark]] else { return (base, length) }
    return (letter, length + markLength)
  }

  /// The scalar at an index and its length in bytes; a malformed byte is U+FFFD of length 1.
  private static func scalar(in text: [UInt8], at index: Int) -> (UInt32, Int) {
    let lead = text[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, index + length <= text.count else { return (0xFFFD, 1) }
    var value = UInt32(lead) & (0xFF >> (UInt32(length) + 1))
    for offset in 1..<length {
      let byte = text[index + offset]
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    // An overlong form of a scalar that takes fewer bytes is malformed too.
    guard value >= (length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80) else { return (0xFFFD, 1) }
    return (value, length)
  }

  private struct WordBuilder {
    var start: Int?
    var folded = 0
    var isCapitalized = false
    var hasCasedLetters = false
    var hasLowercase = false

    mutating func begin(at index: Int, folded: Int, isCapitalized: Bool) {
      guard start == nil else { return }
      start = index
      self.folded = folded
      self.isCapitalized = isCapitalized
    }

    mutating func sawLetter(isUppercase: Bool, isCased: Bool) {
      guard isCased else { return }
      hasCasedLetters = true
      if !isUppercase { hasLowercase = true }
    }
  }
}

/// 64-bit FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), extended word by word.
enum WordHash {
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  /// The hash of a sequence of words from that of its beginning and that of its next word.
  static func joining(_ beginning: UInt64, _ next: UInt64) -> UInt64 {
    var hash = (beginning ^ (next &* 0x9e37_79b9_7f4a_7c15)) &* 0xff51_afd7_ed55_8ccd
    hash ^= hash >> 32
    return hash
  }
}
