/// Gives the words that patterns are made of numbers, so that what is asked of a text's words again
/// and again is asked of integers.
///
/// It knows words, and beginnings of words. A word of a text has the number of the word where it is
/// known, else that of its longest beginning that is known, else ``unknown``. Everything that
/// patterns can tell of a word follows from that number: the other beginnings that a word has are
/// those of its longest one. Numbers are in the order of the bytes, so what begins with some bytes is
/// one range of numbers.
@usableFromInline
package final class WordNumbering: Sendable {
  /// The number of a word that nothing is known of.
  package static let unknown: UInt32 = 0
  /// The number of a word that nothing is known of but that it begins with an ASCII digit.
  package static let unknownFigure: UInt32 = 1
  private static let first: UInt32 = 2

  /// What has a number, in its order: a word and a beginning of the same bytes are two.
  private struct Entry: Comparable {
    /// The first eight bytes, the first the highest: they tell most entries apart.
    let head: UInt64
    let bytes: [UInt8]
    let isBeginning: Bool

    init(_ bytes: [UInt8], isBeginning: Bool) {
      self.bytes = bytes
      self.isBeginning = isBeginning
      head = (0..<8).reduce(0) { $0 << 8 | ($1 < bytes.count ? UInt64(bytes[$1]) : 0) }
    }

    static func < (a: Entry, b: Entry) -> Bool {
      if a.head != b.head { return a.head < b.head }
      if a.bytes == b.bytes { return !a.isBeginning && b.isBeginning }
      return a.bytes.lexicographicallyPrecedes(b.bytes)
    }
  }

  private let entries: [Entry]
  private let words: HashedValues<UInt32>
  /// Beginnings by their first byte, the longest first.
  private let beginnings: [[(bytes: [UInt8], number: UInt32)]]

  /// Numbers words and beginnings of words, all folded; repetitions are passed over.
  package init(words: [[UInt8]], beginnings: [[UInt8]]) {
    let all =
      words.map { Entry($0, isBeginning: false) } + beginnings.map { Entry($0, isBeginning: true) }
    var entries: [Entry] = []
    for entry in all.sorted() where entries.last != entry { entries.append(entry) }
    var known = HashedValues<UInt32>(minimumCapacity: words.count)
    var byFirstByte: [[(bytes: [UInt8], number: UInt32)]] = Array(repeating: [], count: 256)
    for (index, entry) in entries.enumerated() {
      let number = UInt32(index) + Self.first
      if entry.isBeginning {
        if let first = entry.bytes.first { byFirstByte[Int(first)].append((entry.bytes, number)) }
      } else {
        known.set(number, for: WordHash.of(entry.bytes))
      }
    }
    for index in byFirstByte.indices {
      byFirstByte[index].sort { $0.bytes.count > $1.bytes.count }
    }
    self.entries = entries
    self.words = known
    self.beginnings = byFirstByte
  }

  /// How many numbers there are; the largest is one less.
  package var count: Int { entries.count + Int(Self.first) }

  /// The number of a folded word that was given whole.
  package func number(ofWord bytes: [UInt8]) -> UInt32? { words[WordHash.of(bytes)] }

  /// The numbers of all that begins with some folded bytes.
  package func numbers(beginningWith bytes: [UInt8]) -> Range<UInt32> {
    let start = partition { $0.lexicographicallyPrecedes(bytes) }
    let end = partition { $0.lexicographicallyPrecedes(bytes) || $0.starts(with: bytes) }
    return UInt32(start) + Self.first..<UInt32(end) + Self.first
  }

  /// The numbers of what begins with an ASCII digit.
  package var figures: [UInt32] {
    [Self.unknownFigure]
      + entries.indices.filter { entries[$0].bytes.first.map { $0 &- 0x30 < 10 } ?? false }
      .map { UInt32($0) + Self.first }
  }

  /// How many entries a property holds for that holds for the first of them only.
  private func partition(_ isBefore: ([UInt8]) -> Bool) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(entries[middle].bytes) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The numbers of a text's words.
  func numbers(of words: [FoldedText.Word], foldedBytes: [UInt8]) -> [UInt32] {
    words.map { number(of: $0, foldedBytes: foldedBytes) }
  }

  /// The number of a text's word.
  @usableFromInline
  func number(of word: FoldedText.Word, foldedBytes bytes: [UInt8]) -> UInt32 {
    if let number = words[word.hash] { return number }
    let range = word.folded
    let first = bytes[range.lowerBound]
    for (beginning, number) in beginnings[Int(first)] where beginning.count <= range.count {
      var index = 1
      while index < beginning.count, beginning[index] == bytes[range.lowerBound + index] {
        index += 1
      }
      if index == beginning.count { return number }
    }
    return first &- 0x30 < 10 ? Self.unknownFigure : Self.unknown
  }
}
