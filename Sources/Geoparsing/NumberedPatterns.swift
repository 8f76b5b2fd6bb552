public import Toponymy

/// Patterns made of the numbers of words, in one piece of memory: what a ``PatternTable`` looks for.
@usableFromInline
final class NumberedPatterns: Sendable {
  /// What numbers the words of patterns, and what else is known of them.
  struct Words {
    let numbering: WordNumbering
    /// The bit that marks the words which may begin one of the patterns; 0 where texts bear no marks.
    var mark: UInt64 = 0
    /// The numbers of the words that may begin what a class stands for; any may for one not here.
    var classes: [LexicalPattern.Slot: Set<UInt32>] = [:]
  }

  private enum Kind: Sendable {
    case words
    case optional
    case gap
    case slot(LexicalPattern.Slot)
  }

  /// A part of a pattern: what it is, and the ranges of numbers that it takes.
  private struct Element: Sendable {
    let kind: Kind
    let ranges: Range<Int>
  }

  @usableFromInline let numbering: WordNumbering
  @usableFromInline let mark: UInt64
  private let rows: [Range<Int>]
  private let elements: [Element]
  private let ranges: [Range<UInt32>]
  /// The numbers that some pattern begins with, in order, and for each the rows, in order.
  private let firstNumbers: [UInt32]
  private let rowsOfFirst: [[Int32]]
  /// Rows that may begin with any word.
  private let anywhere: [Int32]

  init(_ patterns: [LexicalPattern], words: Words) {
    numbering = words.numbering
    mark = words.mark
    var rows: [Range<Int>] = []
    var elements: [Element] = []
    var ranges: [Range<UInt32>] = []
    var anywhere: [Int32] = []
    var rowsOfNumber: [UInt32: [Int32]] = [:]
    for (row, pattern) in patterns.enumerated() {
      let start = elements.count
      for element in pattern.elements {
        let kind: Kind =
          switch element {
          case .words: .words
          case .optional: .optional
          case .gap: .gap
          case .slot(let slot): .slot(slot)
          }
        let own = element.wordSet.map { words.numbering.ranges(of: $0) } ?? []
        elements.append(Element(kind: kind, ranges: ranges.count..<ranges.count + own.count))
        ranges += own
      }
      rows.append(start..<elements.count)
      if let numbers = Self.firstNumbers(of: pattern, words) {
        for number in numbers { rowsOfNumber[number, default: []].append(Int32(row)) }
      } else {
        anywhere.append(Int32(row))
      }
    }
    self.rows = rows
    self.elements = elements
    self.ranges = ranges
    self.anywhere = anywhere
    firstNumbers = rowsOfNumber.keys.sorted()
    rowsOfFirst = firstNumbers.map { rowsOfNumber[$0] ?? [] }
  }

  /// The numbers that a pattern may begin with; `nil` where that may be any.
  private static func firstNumbers(of pattern: LexicalPattern, _ words: Words) -> Set<UInt32>? {
    var numbers: Set<UInt32> = []
    for element in pattern.elements {
      switch element {
      case .gap: return nil
      case .slot(let slot): return words.classes[slot].map { numbers.union($0) }
      case .words(let set), .optional(let set):
        for range in words.numbering.ranges(of: set) { numbers.formUnion(range) }
        if case .words = element { return numbers }
      }
    }
    return numbers
  }

  /// The numbers that some pattern begins with; `nil` where that may be any.
  var beginnings: [UInt32]? { anywhere.isEmpty ? firstNumbers : nil }

  /// Whether a pattern may begin at a word: `false` is certain, and cheap to learn.
  @inlinable
  func mayBegin(at word: Int, in text: FoldedText) -> Bool {
    guard mark != 0, let marks = text.marks(ofWord: word, by: numbering) else { return true }
    return marks & mark != 0
  }

  /// The longest match that begins at a word, and its row; the earlier row wins a tie.
  @usableFromInline
  func longestMatch(
    in text: FoldedText, at start: Int, before limit: Int, slotReader: LexicalPattern.SlotReader
  ) -> (match: LexicalPattern.Match, row: Int)? {
    var best: (match: LexicalPattern.Match, row: Int)?
    var match = LexicalPattern.Match(words: start..<start, slots: [])
    func consider(_ row: Int32) {
      let row = Int(row)
      if !match.slots.isEmpty { match.slots = [] }
      guard
        extend(&match, rows[row], at: start, in: text, before: limit, slotReader),
        !match.words.isEmpty
      else { return }
      if let found = best, (found.match.words.count, -found.row) >= (match.words.count, -row) {
        return
      }
      best = (match, row)
    }
    if let place = place(of: text.number(ofWord: start, by: numbering)) {
      for row in rowsOfFirst[place] { consider(row) }
    }
    for row in anywhere { consider(row) }
    return best
  }

  /// Where a number stands among the first ones.
  private func place(of number: UInt32) -> Int? {
    var (low, high) = (0, firstNumbers.count)
    while low < high {
      let middle = (low + high) / 2
      if firstNumbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < firstNumbers.count && firstNumbers[low] == number ? low : nil
  }

  /// Whether the rest of a pattern matches from a word on; the first way found, shortest gaps first.
  private func extend(
    _ match: inout LexicalPattern.Match, _ rest: Range<Int>, at word: Int, in text: FoldedText,
    before limit: Int, _ slotReader: LexicalPattern.SlotReader
  ) -> Bool {
    guard let first = rest.first else {
      match.words = match.words.lowerBound..<word
      return true
    }
    let next = rest.dropFirst()
    switch elements[first].kind {
    case .words:
      guard word < limit, takes(elements[first], word, of: text) else { return false }
      return extend(&match, next, at: word + 1, in: text, before: limit, slotReader)
    case .optional:
      if word < limit, takes(elements[first], word, of: text),
        extend(&match, next, at: word + 1, in: text, before: limit, slotReader)
      {
        return true
      }
      return extend(&match, next, at: word, in: text, before: limit, slotReader)
    case .gap:
      for skipped in 0...LexicalPattern.longestGap where word + skipped <= limit {
        if extend(&match, next, at: word + skipped, in: text, before: limit, slotReader) {
          return true
        }
      }
      return false
    case .slot(let slot):
      let length = word < limit ? slotReader(slot, word) : 0
      guard length > 0, word + length <= limit else { return false }
      match.slots.append((slot, word..<word + length))
      if extend(&match, next, at: word + length, in: text, before: limit, slotReader) {
        return true
      }
      match.slots.removeLast()
      return false
    }
  }

  private func takes(_ element: Element, _ word: Int, of text: FoldedText) -> Bool {
    let number = text.number(ofWord: word, by: numbering)
    for index in element.ranges where ranges[index].contains(number) { return true }
    return false
  }
}

extension WordNumbering {
  /// Numbers the words of patterns.
  convenience init(_ patterns: [LexicalPattern]) {
    let sets = patterns.flatMap(\.elements).compactMap(\.wordSet)
    self.init(words: sets.flatMap(\.whole), beginnings: sets.flatMap(\.stems))
  }

  /// The numbers of a pattern's words, as ranges.
  func ranges(of set: LexicalPattern.WordSet) -> [Range<UInt32>] {
    set.whole.compactMap { number(ofWord: $0).map { $0..<$0 + 1 } }
      + set.stems.map { numbers(beginningWith: $0) }
  }
}
