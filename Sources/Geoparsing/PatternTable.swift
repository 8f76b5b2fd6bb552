package import Toponymy

/// Many patterns with a value each, found in a text by their first word.
package struct PatternTable<Value: Sendable>: Sendable {
  private struct Row: Sendable {
    let pattern: LexicalPattern
    let value: Value
  }

  private var rows: [Row] = []
  private var byWord: [UInt64: [Int]] = [:]
  /// Stems by their first two bytes, so that a word is held to few of them.
  private var byStem: [UInt16: [(stem: [UInt8], row: Int)]] = [:]
  /// Stems of one byte.
  private var shortStems: [(stem: [UInt8], row: Int)] = []
  /// Rows whose first element may be anything: a class, a gap or an optional word.
  private var anywhere: [Int] = []

  /// Whether there is no pattern.
  package var isEmpty: Bool { rows.isEmpty }

  package mutating func add(_ pattern: LexicalPattern, _ value: Value) {
    let number = rows.count
    rows.append(Row(pattern: pattern, value: value))
    guard case .words(let set) = pattern.elements[0] else {
      anywhere.append(number)
      return
    }
    for hash in set.whole { byWord[hash, default: []].append(number) }
    for stem in set.stems {
      if stem.count < 2 {
        shortStems.append((stem, number))
      } else {
        byStem[Self.head(stem[...]), default: []].append((stem, number))
      }
    }
  }

  /// Takes over every row of another table.
  package mutating func add(_ other: PatternTable<Value>) {
    for row in other.rows { add(row.pattern, row.value) }
  }

  /// The longest match that begins at a word, the earlier row winning a tie.
  package func longestMatch(
    in text: FoldedText, at start: Int, before limit: Int,
    slotReader: LexicalPattern.SlotReader = { _, _ in 0 }
  ) -> (match: LexicalPattern.Match, value: Value)? {
    let word = text.words[start]
    var best: (match: LexicalPattern.Match, row: Int)?
    func consider(_ row: Int) {
      guard
        let match = rows[row].pattern.match(
          in: text, at: start, before: limit, slotReader: slotReader), !match.words.isEmpty
      else { return }
      if let found = best, (found.match.words.count, -found.row) >= (match.words.count, -row) {
        return
      }
      best = (match, row)
    }
    if let rows = byWord[word.hash] { rows.forEach(consider) }
    let folded = text.folded(word)
    if folded.count >= 2, let stems = byStem[Self.head(folded)] {
      for (stem, row) in stems where folded.starts(with: stem) { consider(row) }
    }
    for (stem, row) in shortStems where folded.starts(with: stem) { consider(row) }
    anywhere.forEach(consider)
    return best.map { ($0.match, rows[$0.row].value) }
  }

  /// The first two of at least two bytes.
  private static func head(_ bytes: ArraySlice<UInt8>) -> UInt16 {
    UInt16(bytes[bytes.startIndex]) << 8 | UInt16(bytes[bytes.startIndex + 1])
  }

  /// The longest matches in a range of words, left to right, none overlapping.
  package func matches(
    in text: FoldedText, words: Range<Int>,
    slotReader: LexicalPattern.SlotReader = { _, _ in 0 }
  ) -> [(match: LexicalPattern.Match, value: Value)] {
    var found: [(LexicalPattern.Match, Value)] = []
    var word = words.lowerBound
    while word < words.upperBound {
      if let (match, value) = longestMatch(
        in: text, at: word, before: words.upperBound, slotReader: slotReader)
      {
        found.append((match, value))
        word = match.words.upperBound
      } else {
        word += 1
      }
    }
    return found
  }

  /// The longest match that ends just before a word and begins at most so many words earlier.
  package func match(endingBefore end: Int, in text: FoldedText, reaching: Int, notBefore: Int)
    -> Value?
  {
    for start in stride(from: max(notBefore, end - reaching), to: end, by: 1) {
      if let (match, value) = longestMatch(in: text, at: start, before: end),
        match.words.upperBound == end
      {
        return value
      }
    }
    return nil
  }
}
