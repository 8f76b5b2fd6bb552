package import Toponymy

/// A report's text cut into paragraphs and sentences, with what is not told by the report marked.
package struct TextStructure: Sendable {
  /// A sentence, or a heading.
  package struct Sentence: Sendable {
    /// Its words, as indices into the folded text's.
    package var words: Range<Int>
    /// The paragraph it belongs to, from 0.
    package var paragraph: Int
    /// Why it tells nothing of its own: page debris, front matter, another article's teaser, comments.
    package var exclusion: String?
    /// Whether it is a title, a caption or a line of a list.
    package var isHeading: Bool
    /// Whether most of its words are capitalised, so that capitals say nothing.
    package var isTitleCase: Bool
  }

  /// The words of the text.
  package let text: FoldedText
  /// The sentences in order; every word belongs to one.
  package internal(set) var sentences: [Sentence] = []
  /// The text's bytes.
  package let bytes: [UInt8]

  /// Cuts a text; its words may have been cut before.
  package init(_ bytes: [UInt8], words: FoldedText? = nil, lexicon: Lexicon) {
    self.bytes = bytes
    text = (words ?? FoldedText(bytes)).numbered(by: lexicon.numbering, marks: lexicon.marks)
    cut(lexicon)
    excludeDebris(lexicon)
  }

  /// Leaves out the sentences that begin in some bytes, or those that do not, as being in another
  /// language than the lexicon's.
  package mutating func excludeOtherLanguages(_ ranges: [Range<Int>], isWithin: Bool) {
    for index in sentences.indices {
      let start = byteRange(sentences[index].words).lowerBound
      if ranges.contains(where: { $0.contains(start) }) == isWithin {
        sentences[index].exclusion = Self.inAnotherLanguage
      }
    }
  }

  /// Why a sentence is left to another lexicon.
  package static let inAnotherLanguage = "in another language"

  /// The index of the sentence that holds a word.
  package func sentence(holding word: Int) -> Int? {
    // Sentences follow each other without a gap: a binary search.
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].words.upperBound <= word { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].words.contains(word) ? low : nil
  }

  /// The bytes of a range of words.
  package func byteRange(_ words: Range<Int>) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return 0..<0 }
    return text.words[first].range.lowerBound..<text.words[last].range.upperBound
  }

  /// The text of a range of words.
  package func quote(_ words: Range<Int>) -> String {
    String(decoding: bytes[byteRange(words)], as: UTF8.self)
  }

  /// The text between a word and the next.
  package func gap(after word: Int) -> ArraySlice<UInt8> { bytes[gapRange(after: word)] }

  private func gapRange(after word: Int) -> Range<Int> {
    let words = text.words
    let start = words[word].range.upperBound
    return start..<(word + 1 < words.count ? words[word + 1].range.lowerBound : bytes.count)
  }

  /// Whether the text between a word and the next holds one of some ASCII characters, of which a space
  /// is none: nothing else stands after most words.
  package func gap(after word: Int, holds characters: String) -> Bool {
    for index in gapRange(after: word) where bytes[index] != 0x20 {
      let byte = bytes[index]
      for character in characters.utf8 where character == byte { return true }
    }
    return false
  }

  /// Whether the text between a word and the next holds characters beyond ASCII.
  private func isBeyondASCII(_ gap: Range<Int>) -> Bool {
    for index in gap where bytes[index] >= 0x80 { return true }
    return false
  }

  /// Whether nothing but white space, no-break spaces too, stands between a word and the next.
  package func isBlank(after word: Int) -> Bool {
    let gap = gapRange(after: word)
    if isBeyondASCII(gap) {
      return String(decoding: bytes[gap], as: UTF8.self).allSatisfy(\.isWhitespace)
    }
    for index in gap where bytes[index] != 0x20 && bytes[index] &- 0x09 > 4 { return false }
    return true
  }

  /// Whether a dash with space around it stands between a word and the next: what follows is told apart.
  package func hasDash(after word: Int) -> Bool {
    let gap = gap(after: word)
    guard gap.count > 2, gap.first == UInt8(ascii: " "), gap.last == UInt8(ascii: " ") else {
      return false
    }
    let inner = gap.dropFirst().dropLast()
    return inner.elementsEqual([UInt8(ascii: "-")]) || inner.elementsEqual("–".utf8)
      || inner.elementsEqual("—".utf8)
  }

  // MARK: - Cutting

  private mutating func cut(_ lexicon: Lexicon) {
    let isHardWrapped = isHardWrapped
    var start = 0
    var paragraph = 0
    for word in text.words.indices {
      let endsParagraph = endsParagraph(after: word, isHardWrapped: isHardWrapped)
      let isLast = word + 1 == text.words.count
      guard endsParagraph || isLast || endsSentence(after: word, lexicon) || isTooLong(start, word)
      else { continue }
      sentences.append(sentence(start..<word + 1, paragraph: paragraph))
      start = word + 1
      if endsParagraph { paragraph += 1 }
    }
  }

  /// Whether words without a full stop are no sentence any more: lists and tables, cut at a comma.
  private func isTooLong(_ start: Int, _ word: Int) -> Bool {
    word - start >= Self.longestSentence
      && (gap(after: word, holds: ",;\n") || word - start >= 2 * Self.longestSentence)
  }

  private static let longestSentence = 150

  /// A blank line ends a paragraph, and so does a line end, unless the line was only wrapped there.
  private func endsParagraph(after word: Int, isHardWrapped: Bool) -> Bool {
    var lines = 0
    for index in gapRange(after: word) where bytes[index] == UInt8(ascii: "\n") { lines += 1 }
    guard lines == 1, word + 1 < text.words.count else { return lines > 0 }
    return !isContinued(after: word)
      && !(isHardWrapped && lineLength(endingAfter: word) >= Self.shortestWrappedLine)
  }

  /// Whether the next line goes on in the middle of a sentence.
  private func isContinued(after word: Int) -> Bool {
    guard !gap(after: word, holds: ".!?:•*-") else { return false }
    let next = text.words[word + 1]
    if next.hasCase { return !next.isCapitalized }
    return lineLength(endingAfter: word) >= Self.shortestWrappedLine
  }

  /// Whether the lines of a text were broken at a width: then some go on in lower case.
  private var isHardWrapped: Bool {
    var lines = 0
    var continued = 0
    for word in text.words.indices.dropLast() where gap(after: word, holds: "\n") {
      lines += 1
      if isContinued(after: word) { continued += 1 }
    }
    return continued >= 2 && continued * 5 >= lines
  }

  private func lineLength(endingAfter word: Int) -> Int {
    let end = text.words[word].range.upperBound
    let start = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")) ?? -1
    return end - start - 1
  }

  private static let shortestWrappedLine = 40

  private func endsSentence(after word: Int, _ lexicon: Lexicon) -> Bool {
    guard gapRange(after: word).count > 1, word + 1 < text.words.count,
      self.gap(after: word, holds: ".!?") || holdsWideStop(after: word)
    else { return false }
    let gap = gap(after: word)
    let current = text.words[word]
    let next = text.words[word + 1]
    if gap.first == UInt8(ascii: ".") {
      // An abbreviation inside a sentence: "Culiacán, Sin., 20 de septiembre".
      if gap.dropFirst().first == UInt8(ascii: ",") { return false }
      if current.range.count == 1, current.isCapitalized { return false }
      if lexicon.abbreviations.contains(current.hash), !gap.contains(UInt8(ascii: "!")) {
        return false
      }
      if isInDate(word, lexicon) { return false }
    }
    return next.isCapitalized || !next.hasCase || text.startsWithDigit(next)
      || gap.contains(0xE2)
  }

  /// Whether a number is an ordinal that a month or a year follows, as in dates of many languages.
  private func isInDate(_ word: Int, _ lexicon: Lexicon) -> Bool {
    guard let ordinal = text.number(text.words[word]), (1...31).contains(ordinal) else {
      return false
    }
    let next = text.words[word + 1]
    if lexicon.months[next.hash] != nil { return true }
    guard let number = text.number(next) else { return false }
    return (1900...2100).contains(number)
      || (1...12).contains(number) && gap(after: word + 1).first == UInt8(ascii: ".")
  }

  /// An ellipsis, a Devanagari danda, an Arabic or an ideographic full stop or question mark.
  private func holdsWideStop(after word: Int) -> Bool {
    let gap = gapRange(after: word)
    guard isBeyondASCII(gap) else { return false }
    return String(decoding: bytes[gap], as: UTF8.self).contains { "…।؟。۔".contains($0) }
  }

  private func sentence(_ words: Range<Int>, paragraph: Int) -> Sentence {
    let last = words.upperBound - 1
    let isStopped =
      gap(after: last, holds: ".!?:") || holdsWideStop(after: last)
      || words.count > 24
    var (long, capitalized) = (0, 0)
    for word in text.words[words] where word.range.count > 3 {
      long += 1
      if word.isCapitalized { capitalized += 1 }
    }
    let share = isStopped ? 85 : 70
    return Sentence(
      words: words, paragraph: paragraph, exclusion: nil, isHeading: !isStopped,
      isTitleCase: long > 2 && capitalized * 100 >= long * share)
  }
}
