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

  /// A part of a pattern: what it is, and the numbers that it takes, mostly one range of them.
  private struct Element: Sendable {
    let kind: Kind
    let first: Range<UInt32>
    let others: Range<Int32>
  }

  /// A pattern: its elements, and whether all of them are words that must be there.
  private struct Row: Sendable {
    let elements: Range<Int32>
    let isPlain: Bool
  }

  @usableFromInline let numbering: WordNumbering
  @usableFromInline let mark: UInt64
  private let rows: [Row]
  private let elements: [Element]
  private let ranges: [Range<UInt32>]
  /// The numbers that some pattern begins with, in order.
  private let firstNumbers: [UInt32]
  /// Where the rows of each of them begin in ``rowsOfFirst``, and where the last ones end.
  private let firstStarts: [Int32]
  private let rowsOfFirst: [Int32]
  /// Rows that may begin with any word.
  private let anywhere: [Int32]

  init(_ patterns: [LexicalPattern], words: Words) {
    numbering = words.numbering
    mark = words.mark
    var rows: [Row] = []
    var elements: [Element] = []
    var ranges: [Range<UInt32>] = []
    var anywhere: [Int32] = []
    var rowsOfNumber: [UInt32: [Int32]] = [:]
    for (row, pattern) in patterns.enumerated() {
      let start = Int32(elements.count)
      var isPlain = true
      for element in pattern.elements {
        let kind: Kind =
          switch element {
          case .words: .words
          case .optional: .optional
          case .gap: .gap
          case .slot(let slot): .slot(slot)
          }
        if case .words = kind {} else { isPlain = false }
        let own = element.wordSet.map { words.numbering.ranges(of: $0) } ?? []
        let others = Int32(ranges.count)..<Int32(ranges.count + max(0, own.count - 1))
        elements.append(Element(kind: kind, first: own.first ?? 0..<0, others: others))
        ranges += own.dropFirst()
      }
      rows.append(Row(elements: start..<Int32(elements.count), isPlain: isPlain))
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
    var firstStarts: [Int32] = [0]
    var rowsOfFirst: [Int32] = []
    for number in firstNumbers {
      rowsOfFirst += rowsOfNumber[number] ?? []
      firstStarts.append(Int32(rowsOfFirst.count))
    }
    self.firstStarts = firstStarts
    self.rowsOfFirst = rowsOfFirst
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
    var search = Search(
      text: text, numbers: text.numbers(by: numbering), start: start, limit: limit)
    if let place = place(of: number(of: start, search)) {
      for index in firstStarts[place]..<firstStarts[place + 1] {
        consider(rowsOfFirst[Int(index)], &search, slotReader)
      }
    }
    for row in anywhere { consider(row, &search, slotReader) }
    guard search.bestRow >= 0 else { return nil }
    return (
      LexicalPattern.Match(words: start..<search.bestEnd, slots: search.bestSlots),
      Int(search.bestRow)
    )
  }

  /// What is looked for, and what was found so far.
  private struct Search {
    let text: FoldedText
    /// The numbers of the text's words; none where another numbering made them.
    let numbers: [UInt32]
    let start: Int
    let limit: Int
    var end = 0
    var slots: [(slot: LexicalPattern.Slot, words: Range<Int>)] = []
    /// How many words stand for each class at the start, once it was asked; else −1.
    var lengthsAtStart = SIMD8<Int32>(repeating: -1)
    var bestRow: Int32 = -1
    var bestEnd = 0
    var bestSlots: [(slot: LexicalPattern.Slot, words: Range<Int>)] = []
  }

  private func consider(
    _ number: Int32, _ search: inout Search, _ slotReader: LexicalPattern.SlotReader
  ) {
    let row = rows[Int(number)]
    if row.isPlain {
      var word = search.start
      for element in row.elements {
        guard word < search.limit, takes(elements[Int(element)], word, search) else { return }
        word += 1
      }
      search.end = word
    } else {
      if !search.slots.isEmpty { search.slots = [] }
      guard extend(row.elements, at: search.start, &search, slotReader) else { return }
    }
    guard search.end > search.start,
      search.end > search.bestEnd || search.end == search.bestEnd && number < search.bestRow
    else { return }
    search.bestRow = number
    search.bestEnd = search.end
    search.bestSlots = row.isPlain ? [] : search.slots
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
    _ rest: Range<Int32>, at word: Int, _ search: inout Search,
    _ slotReader: LexicalPattern.SlotReader
  ) -> Bool {
    guard let first = rest.first else {
      search.end = word
      return true
    }
    let next = rest.dropFirst()
    let element = elements[Int(first)]
    switch element.kind {
    case .words:
      guard word < search.limit, takes(element, word, search) else { return false }
      return extend(next, at: word + 1, &search, slotReader)
    case .optional:
      if word < search.limit, takes(element, word, search),
        extend(next, at: word + 1, &search, slotReader)
      {
        return true
      }
      return extend(next, at: word, &search, slotReader)
    case .gap:
      for skipped in 0...LexicalPattern.longestGap where word + skipped <= search.limit {
        if extend(next, at: word + skipped, &search, slotReader) { return true }
      }
      return false
    case .slot(let slot):
      let length = word < search.limit ? length(of: slot, at: word, &search, slotReader) : 0
      guard length > 0, word + length <= search.limit else { return false }
      search.slots.append((slot, word..<word + length))
      if extend(next, at: word + length, &search, slotReader) { return true }
      search.slots.removeLast()
      return false
    }
  }

  /// How many words stand for a class; many patterns begin with the same one, which is asked once.
  private func length(
    of slot: LexicalPattern.Slot, at word: Int, _ search: inout Search,
    _ slotReader: LexicalPattern.SlotReader
  ) -> Int {
    guard word == search.start else { return slotReader(slot, word) }
    let known = search.lengthsAtStart[slot.index]
    if known >= 0 { return Int(known) }
    let length = slotReader(slot, word)
    search.lengthsAtStart[slot.index] = Int32(length)
    return length
  }

  private func takes(_ element: Element, _ word: Int, _ search: Search) -> Bool {
    let number = number(of: word, search)
    if element.first.contains(number) { return true }
    for index in element.others where ranges[Int(index)].contains(number) { return true }
    return false
  }

  private func number(of word: Int, _ search: Search) -> UInt32 {
    search.numbers.isEmpty
      ? search.text.number(ofWord: word, by: numbering) : search.numbers[word]
  }
}

extension LexicalPattern.Slot {
  /// Its place among the classes.
  fileprivate var index: Int {
    switch self {
    case .number: 0
    case .day: 1
    case .month: 2
    case .year: 3
    case .weekday: 4
    }
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
