/// A text cut into words, each folded: what names and reports are compared by.
///
/// Words are runs of letters, digits and marks; apostrophes and hyphens end them, so that `Priştine'de`
/// and `Belgrade-Pristina` are two words each. Offsets are UTF-8 bytes of the text.
public struct FoldedText: Sendable {
  /// The words in the order of the text.
  public private(set) var words: [Word] = []
  /// The folded bytes of all words, without separators.
  private var bytes: [UInt8] = []
  /// The folded bytes of all words, to be compared in place.
  var foldedBytes: [UInt8] { bytes }

  /// One word of a text.
  public struct Word: Hashable, Sendable {
    private let start: UInt32
    private let end: UInt32
    private let foldedStart: UInt32
    private let foldedCountAndCase: UInt32
    /// A hash of the folded bytes, the same on every machine; equal words have equal hashes.
    public let hash: UInt64

    /// Its UTF-8 bytes in the text.
    public var range: Range<Int> { Int(start)..<Int(end) }
    /// Whether its first letter is an upper-case letter.
    public var isCapitalized: Bool { foldedCountAndCase & LetterCase.initial != 0 }
    /// Whether it has letters with case and none of them is lower case.
    public var isAllCaps: Bool {
      foldedCountAndCase & (LetterCase.upper | LetterCase.lower) == LetterCase.upper
    }
    /// Whether its script distinguishes upper and lower case.
    public var hasCase: Bool {
      foldedCountAndCase & (LetterCase.upper | LetterCase.lower) != 0
    }

    fileprivate var folded: Range<Int> {
      Int(foldedStart)..<Int(foldedStart) + Int(foldedCountAndCase >> 3)
    }

    init(range: Range<Int>, folded: Range<Int>, letterCase: UInt32, hash: UInt64) {
      start = UInt32(range.lowerBound)
      end = UInt32(range.upperBound)
      foldedStart = UInt32(folded.lowerBound)
      foldedCountAndCase = UInt32(folded.count) << 3 | letterCase
      self.hash = hash
    }
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
    precondition(text.count < 1 << 31, "a text has less than 2 GiB")
    words.reserveCapacity(text.count / 5 + 8)
    unsafe text.withUnsafeBufferPointer { text in
      // No scalar folds to more than twice its bytes, and eight are written at once.
      unsafe bytes = [UInt8](unsafeUninitializedCapacity: 2 * text.count + 8) { folded, count in
        var cutter = unsafe WordCutter(text: text, folded: folded, table: table)
        cutter.cut(into: &words)
        count = cutter.foldedCount
      }
    }
  }

  /// Where the folded bytes of a word are in ``foldedBytes``.
  func foldedRange(_ word: Word) -> Range<Int> { word.folded }

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
}
