internal import Toponymy

/// A sequence of words to look for in a text: the one small language that lexicons are written in.
///
/// A pattern is words with spaces between: `town hall` two words in a row; `injur*` every word that
/// begins so; `were|was` either; `the?` perhaps; `...` up to six words of any kind; `{month}` a word
/// of a class. All words are compared folded.
package struct LexicalPattern: Hashable, Sendable {
  /// A class of words that a pattern may name.
  package enum Slot: String, Hashable, Sendable, CaseIterable {
    /// A number in digits or words.
    case number
    /// A day of the month, 1 … 31, in digits.
    case day
    /// A month's name.
    case month
    /// A year of four digits.
    case year
    /// A weekday's name.
    case weekday
  }

  enum Element: Hashable, Sendable {
    case words(WordSet)
    case optional(WordSet)
    case gap
    case slot(Slot)
  }

  /// Words given whole or by their beginning, folded.
  struct WordSet: Hashable, Sendable {
    var whole: Set<UInt64>
    var stems: [[UInt8]]

    func contains(_ word: FoldedText.Word, of text: FoldedText) -> Bool {
      whole.contains(word.hash) || stems.contains { text.folded(word).starts(with: $0) }
    }
  }

  let elements: [Element]

  /// The longest gap that `...` stands for, in words.
  static let longestGap = 6

  /// Reads a pattern, or `nil` where its text is empty or names an unknown class.
  package init?(_ text: some StringProtocol) {
    var elements: [Element] = []
    for part in text.split(separator: " ") {
      if part == "..." {
        elements.append(.gap)
      } else if part.hasPrefix("{"), part.hasSuffix("}") {
        guard let slot = Slot(rawValue: String(part.dropFirst().dropLast())) else { return nil }
        elements.append(.slot(slot))
      } else if part.hasSuffix("?") {
        elements.append(.optional(Self.words(part.dropLast())))
      } else {
        elements += Self.wordElements(part)
      }
    }
    guard !elements.isEmpty else { return nil }
    self.elements = elements
  }

  /// A part that folds to several words, such as `u.s.`, is that many elements.
  private static func wordElements(_ part: some StringProtocol) -> [Element] {
    if !part.contains("|") && !part.hasSuffix("*") {
      return FoldedText(String(part)).words.map { word in
        .words(WordSet(whole: [word.hash], stems: []))
      }
    }
    return [.words(words(part))]
  }

  private static func words(_ alternatives: some StringProtocol) -> WordSet {
    var set = WordSet(whole: [], stems: [])
    for alternative in alternatives.split(separator: "|") {
      let text = FoldedText(String(alternative))
      guard let word = text.words.first else { continue }
      if alternative.hasSuffix("*") {
        set.stems.append(Array(text.folded(word)))
      } else {
        set.whole.insert(word.hash)
      }
    }
    set.stems.sort { $0.lexicographicallyPrecedes($1) }
    return set
  }
}

extension LexicalPattern {
  /// What a pattern matched: the words, and those that stand for its classes.
  package struct Match: Hashable, Sendable {
    /// The words matched, as indices into the text's words.
    package var words: Range<Int>
    /// The words of each class, in the pattern's order.
    package var slots: [(slot: Slot, words: Range<Int>)]

    /// Compares the words matched.
    package static func == (a: Match, b: Match) -> Bool { a.words == b.words }
    /// Hashes the words matched.
    package func hash(into hasher: inout Hasher) { hasher.combine(words) }
  }

  /// Tells how many words from an index on stand for a class: 0 if none.
  package typealias SlotReader = (_ slot: Slot, _ word: Int) -> Int

  /// The match that begins at a word and ends before a limit; the first found, shortest gaps first.
  func match(
    in text: FoldedText, at start: Int, before limit: Int, slotReader: SlotReader
  ) -> Match? {
    var match = Match(words: start..<start, slots: [])
    return extend(&match, element: 0, at: start, in: text, before: limit, slotReader) ? match : nil
  }

  private func extend(
    _ match: inout Match, element: Int, at word: Int, in text: FoldedText, before limit: Int,
    _ slotReader: SlotReader
  ) -> Bool {
    guard element < elements.count else {
      match.words = match.words.lowerBound..<word
      return true
    }
    switch elements[element] {
    case .words(let set):
      guard word < limit, set.contains(text.words[word], of: text) else { return false }
      return extend(
        &match, element: element + 1, at: word + 1, in: text, before: limit, slotReader)
    case .optional(let set):
      if word < limit, set.contains(text.words[word], of: text),
        extend(&match, element: element + 1, at: word + 1, in: text, before: limit, slotReader)
      {
        return true
      }
      return extend(&match, element: element + 1, at: word, in: text, before: limit, slotReader)
    case .gap:
      for skipped in 0...Self.longestGap where word + skipped <= limit {
        if extend(
          &match, element: element + 1, at: word + skipped, in: text, before: limit, slotReader)
        {
          return true
        }
      }
      return false
    case .slot(let slot):
      let length = word < limit ? slotReader(slot, word) : 0
      guard length > 0, word + length <= limit else { return false }
      match.slots.append((slot, word..<word + length))
      if extend(
        &match, element: element + 1, at: word + length, in: text, before: limit, slotReader)
      {
        return true
      }
      match.slots.removeLast()
      return false
    }
  }
}
