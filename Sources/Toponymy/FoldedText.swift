/// A text cut into words, each folded: what names and reports are compared by.
///
/// Words are runs of letters, digits and marks; apostrophes and hyphens end them, so that `Priştine'de`
/// and `Belgrade-Pristina` are two words each. Offsets are UTF-8 bytes of the text.
public struct FoldedText: Sendable {
  /// What a text was cut into, held once however often the text is handed on.
  @usableFromInline
  final class Content: Sendable {
    @usableFromInline let words: [Word]
    @usableFromInline let bytes: [UInt8]
    /// Who numbered the words, where they were.
    @usableFromInline let numbering: WordNumbering?
    @usableFromInline let numbers: [UInt32]
    @usableFromInline let marks: [UInt64]

    init(
      words: [Word], bytes: [UInt8], numbering: WordNumbering? = nil, numbers: [UInt32] = [],
      marks: [UInt64] = []
    ) {
      self.words = words
      self.bytes = bytes
      self.numbering = numbering
      self.numbers = numbers
      self.marks = marks
    }
  }

  @usableFromInline let content: Content

  /// The words in the order of the text.
  @inlinable public var words: [Word] { content.words }
  /// The folded bytes of all words, without separators, to be compared in place.
  var foldedBytes: [UInt8] { content.bytes }

  /// One word of a text.
  public struct Word: Hashable, Sendable {
    @usableFromInline let start: UInt32
    @usableFromInline let end: UInt32
    private let foldedStart: UInt32
    @usableFromInline let foldedCountAndCase: UInt32
    /// A hash of the folded bytes, the same on every machine; equal words have equal hashes.
    public let hash: UInt64

    /// Its UTF-8 bytes in the text.
    @inlinable public var range: Range<Int> { Int(start)..<Int(end) }
    /// Whether its first letter is an upper-case letter.
    @inlinable public var isCapitalized: Bool { foldedCountAndCase & LetterCase.initial != 0 }
    /// Whether it has letters with case and none of them is lower case.
    @inlinable public var isAllCaps: Bool {
      foldedCountAndCase & (LetterCase.upper | LetterCase.lower) == LetterCase.upper
    }
    /// Whether its script distinguishes upper and lower case.
    @inlinable public var hasCase: Bool {
      foldedCountAndCase & (LetterCase.upper | LetterCase.lower) != 0
    }

    var folded: Range<Int> {
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
    var words: [Word] = []
    var bytes: [UInt8] = []
    words.reserveCapacity(text.count / 5 + 8)
    unsafe text.withUnsafeBufferPointer { text in
      // No scalar folds to more than twice its bytes, and eight are written at once.
      unsafe bytes = [UInt8](unsafeUninitializedCapacity: 2 * text.count + 8) { folded, count in
        var cutter = unsafe WordCutter(text: text, folded: folded, table: table)
        cutter.cut(into: &words)
        count = cutter.foldedCount
      }
    }
    content = Content(words: words, bytes: bytes)
  }

  private init(content: Content) {
    self.content = content
  }

  /// The text with the number of each word, and the marks that go with the number.
  package func numbered(by numbering: WordNumbering, marks: [UInt64]) -> FoldedText {
    let numbers = numbering.numbers(of: content.words, foldedBytes: content.bytes)
    return FoldedText(
      content: Content(
        words: content.words, bytes: content.bytes, numbering: numbering, numbers: numbers,
        marks: numbers.map { marks[Int($0)] }))
  }

  /// The number of a word: at once where this numbering made it, else looked up.
  @inlinable package func number(ofWord word: Int, by numbering: WordNumbering) -> UInt32 {
    content.numbering === numbering
      ? content.numbers[word]
      : numbering.number(of: content.words[word], foldedBytes: content.bytes)
  }

  /// The numbers of all words; none where another numbering made them.
  package func numbers(by numbering: WordNumbering) -> [UInt32] {
    content.numbering === numbering ? content.numbers : []
  }

  /// The marks of a word, where this numbering made them.
  @inlinable package func marks(ofWord word: Int, by numbering: WordNumbering) -> UInt64? {
    content.numbering === numbering ? content.marks[word] : nil
  }

  /// Where the folded bytes of a word are in ``foldedBytes``.
  func foldedRange(_ word: Word) -> Range<Int> { word.folded }

  /// The folded bytes of a word.
  public func folded(_ word: Word) -> ArraySlice<UInt8> { content.bytes[word.folded] }

  /// Whether a word begins with an ASCII digit.
  public func startsWithDigit(_ word: Word) -> Bool {
    content.bytes[word.folded.lowerBound] &- 0x30 < 10
  }

  /// The number that a word of 1 to 9 ASCII digits stands for; `nil` for any other.
  public func number(_ word: Word) -> Int? {
    let bytes = content.bytes
    guard word.folded.count <= 9 else { return nil }
    var number = 0
    for index in word.folded {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// The folded form of a word as a string.
  public func foldedString(_ word: Word) -> String {
    String(decoding: content.bytes[word.folded], as: UTF8.self)
  }

  /// The folded words of a range, one space between: the key under which a name is found.
  public func key(of range: Range<Int>) -> [UInt8] {
    var key: [UInt8] = []
    for word in words[range] {
      if !key.isEmpty { key.append(UInt8(ascii: " ")) }
      key.append(contentsOf: content.bytes[word.folded])
    }
    return key
  }
}
