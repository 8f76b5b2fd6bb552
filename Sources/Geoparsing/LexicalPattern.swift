internal import Toponymy

/// A sequence of words to look for in a text: the one small language that lexicons are written in.
///
/// A pattern is words with spaces between: `town hall` two words in a row; `injur*` every word that
/// begins so; `were|was` either; `the?` perhaps; `...` up to six words of any kind; `{month}` a word
/// of a class. All words are compared folded. ``PatternTable`` looks for patterns.
@usableFromInline
package struct LexicalPattern: Hashable, Sendable {
  /// A class of words that a pattern may name.
  @usableFromInline
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

    /// The words that it names.
    var wordSet: WordSet? {
      switch self {
      case .words(let set), .optional(let set): set
      case .gap, .slot: nil
      }
    }
  }

  /// Words given whole or by their beginning, folded.
  struct WordSet: Hashable, Sendable {
    var whole: [[UInt8]]
    var stems: [[UInt8]]
  }

  let elements: [Element]

  /// The longest gap that `...` stands for, in words.
  static let longestGap = 6

  /// Reads a pattern, or `nil` where its text is empty or names an unknown class.
  package init?(_ text: String) {
    self.init(Array(text.utf8)[...])
  }

  /// Reads a pattern from its bytes.
  init?(_ text: ArraySlice<UInt8>) {
    var elements: [Element] = []
    for part in text.split(separator: UInt8(ascii: " ")) {
      if part.elementsEqual("...".utf8) {
        elements.append(.gap)
      } else if part.first == UInt8(ascii: "{"), part.last == UInt8(ascii: "}") {
        let name = String(decoding: part.dropFirst().dropLast(), as: UTF8.self)
        guard let slot = Slot(rawValue: name) else { return nil }
        elements.append(.slot(slot))
      } else if part.last == UInt8(ascii: "?") {
        elements.append(.optional(Self.words(part.dropLast())))
      } else {
        elements += Self.wordElements(part)
      }
    }
    guard !elements.isEmpty else { return nil }
    self.elements = elements
  }

  /// A part that folds to several words, such as `u.s.`, is that many elements.
  private static func wordElements(_ part: ArraySlice<UInt8>) -> [Element] {
    if !part.contains(UInt8(ascii: "|")) && part.last != UInt8(ascii: "*") {
      return folded(part).map { .words(WordSet(whole: [$0], stems: [])) }
    }
    return [.words(words(part))]
  }

  private static func words(_ alternatives: ArraySlice<UInt8>) -> WordSet {
    var set = WordSet(whole: [], stems: [])
    for alternative in alternatives.split(separator: UInt8(ascii: "|")) {
      if alternative.last == UInt8(ascii: "*") {
        if let word = folded(alternative.dropLast()).first { set.stems.append(word) }
      } else if let word = folded(alternative).first {
        set.whole.append(word)
      }
    }
    return set
  }

  /// The words of a text, folded.
  private static func folded(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
    // Small letters of English are their own folded form.
    if !text.isEmpty, text.allSatisfy({ $0 &- 0x61 < 26 }) { return [Array(text)] }
    let folded = FoldedText(Array(text))
    return folded.words.map { Array(folded.folded($0)) }
  }
}

extension LexicalPattern {
  /// What a pattern matched: the words, and those that stand for its classes.
  @usableFromInline
  package struct Match: Hashable, Sendable {
    /// The words matched, as indices into the text's words.
    @usableFromInline package var words: Range<Int>
    /// The words of each class, in the pattern's order.
    package var slots: [(slot: Slot, words: Range<Int>)]

    /// Compares the words matched.
    @usableFromInline package static func == (a: Match, b: Match) -> Bool { a.words == b.words }
    /// Hashes the words matched.
    @usableFromInline package func hash(into hasher: inout Hasher) { hasher.combine(words) }
  }

  /// Tells how many words from an index on stand for a class: 0 if none.
  @usableFromInline
  package typealias SlotReader = (_ slot: Slot, _ word: Int) -> Int
}
