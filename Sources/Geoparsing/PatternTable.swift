public import Toponymy

/// Many patterns with a value each, found in a text by the number of their first word.
@usableFromInline
package struct PatternTable<Value: Sendable>: Sendable {
  @usableFromInline let patterns: NumberedPatterns
  @usableFromInline let values: [Value]

  /// Takes patterns with a value each, the first to be preferred.
  package init(_ rows: [(pattern: LexicalPattern, value: Value)]) {
    let numbering = WordNumbering(rows.map(\.pattern))
    self.init(rows, words: NumberedPatterns.Words(numbering: numbering))
  }

  init(_ rows: [(pattern: LexicalPattern, value: Value)], words: NumberedPatterns.Words) {
    patterns = NumberedPatterns(rows.map(\.pattern), words: words)
    values = rows.map(\.value)
  }

  /// Whether there is no pattern.
  package var isEmpty: Bool { values.isEmpty }

  /// The longest match that begins at a word, the earlier row winning a tie.
  @inlinable
  package func longestMatch(
    in text: FoldedText, at start: Int, before limit: Int,
    slotReader: LexicalPattern.SlotReader = { _, _ in 0 }
  ) -> (match: LexicalPattern.Match, value: Value)? {
    guard patterns.mayBegin(at: start, in: text),
      let found = patterns.longestMatch(
        in: text, at: start, before: limit, slotReader: slotReader)
    else { return nil }
    return (found.match, values[found.row])
  }

  /// The longest matches in a range of words, left to right, none overlapping.
  @inlinable
  package func matches(
    in text: FoldedText, words: Range<Int>,
    slotReader: LexicalPattern.SlotReader = { _, _ in 0 }
  ) -> [(match: LexicalPattern.Match, value: Value)] {
    var found: [(match: LexicalPattern.Match, value: Value)] = []
    var word = words.lowerBound
    while word < words.upperBound {
      if let match = longestMatch(
        in: text, at: word, before: words.upperBound, slotReader: slotReader)
      {
        found.append(match)
        word = match.match.words.upperBound
      } else {
        word += 1
      }
    }
    return found
  }

  /// The longest match that ends just before a word and begins at most so many words earlier.
  @inlinable
  package func match(endingBefore end: Int, in text: FoldedText, reaching: Int, notBefore: Int)
    -> Value?
  {
    var start = max(notBefore, end - reaching)
    while start < end {
      if let (match, value) = longestMatch(in: text, at: start, before: end),
        match.words.upperBound == end
      {
        return value
      }
      start += 1
    }
    return nil
  }
}
