package import Toponymy

/// Many patterns with a value each, found in a text by their first word.
package struct PatternTable<Value: Sendable>: Sendable {
  private struct Row: Sendable {
    let pattern: LexicalPattern
    let value: Value
  }

  private var rows: [Row] = []
  private var byWord: [UInt64: [Int]] = [:]
  private var byStem: [(stem: [UInt8], row: Int)] = []
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
    for stem in set.stems { byStem.append((stem, number)) }
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
    let folded = text.folded(word)
    var candidates = byWord[word.hash] ?? []
    candidates += byStem.filter { folded.starts(with: $0.stem) }.map(\.row)
    candidates += anywhere
    var best: (match: LexicalPattern.Match, row: Int)?
    for row in candidates {
      guard
        let match = rows[row].pattern.match(
          in: text, at: start, before: limit, slotReader: slotReader), !match.words.isEmpty
      else { continue }
      if let found = best,
        (found.match.words.count, -found.row) >= (match.words.count, -row)
      {
        continue
      }
      best = (match, row)
    }
    return best.map { ($0.match, rows[$0.row].value) }
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

extension PatternTable {
  /// The last match in a range of words, or `nil`.
  package func lastMatch(in text: FoldedText, words: Range<Int>) -> (
    match: LexicalPattern.Match, value: Value
  )? {
    matches(in: text, words: words).last
  }
}
