internal import Geoparsing
internal import IncidentModel
internal import Toponymy

/// Reads dates in digits: `2023-06-01`, `2023-06-01T14:30`, `01.06.2023`, `1/6/2023`, `01.06.23`.
struct NumericDateReader {
  let lexicon: Lexicon
  let structure: TextStructure
  /// Which of two numbers comes first, where the language or the publisher's country says so.
  let order: Lexicon.DayOrder?

  private var text: FoldedText { structure.text }

  /// The date that begins at a word of a sentence.
  func date(at word: Int, in sentence: Range<Int>) -> DateMention? {
    guard word + 2 < sentence.upperBound, let first = text.number(text.words[word]),
      let second = text.number(text.words[word + 1]), let mark = mark(after: word),
      mark == self.mark(after: word + 1)
    else { return nil }
    let lengths = (word..<word + 3).map { text.words[$0].range.count }
    if lengths[0] == 4 {
      guard mark != ". ", let day = dayBeforeTime(word + 2) else { return nil }
      return mention(word, year: first, month: second, day: day)
    }
    guard let third = text.number(text.words[word + 2]) else { return nil }
    if lengths[2] == 4 {
      if mark == ". " || mark == "." {
        return mention(word, year: third, month: second, day: first)
      }
      return ambiguous(word, first, second, year: third, in: sentence)
    }
    // Years of two digits only where everything has two, as versions of programs do not.
    guard mark == ".", lengths == [2, 2, 2], !continues(after: word + 2) else { return nil }
    return mention(word, year: 2000 + third, month: second, day: first)
  }

  /// What parts the numbers of a date.
  private func mark(after word: Int) -> String? {
    let gap = structure.gap(after: word)
    return ["-", ".", "/", ". "].first { gap.elementsEqual($0.utf8) }
  }

  private func continues(after word: Int) -> Bool {
    guard word + 1 < text.words.count, text.startsWithDigit(text.words[word + 1]) else {
      return false
    }
    return structure.gap(after: word).elementsEqual(".".utf8)
  }

  /// "12", and the 12 of "12T14:30:00".
  private func dayBeforeTime(_ word: Int) -> Int? {
    let folded = text.folded(text.words[word])
    if folded.count <= 2 { return text.number(text.words[word]) }
    let digits = Array(folded.prefix(4))
    guard folded.count >= 4, digits[2] == UInt8(ascii: "t"),
      [digits[0], digits[1], digits[3]].allSatisfy({ $0 &- 0x30 < 10 })
    else { return nil }
    return Int(digits[0] &- 0x30) * 10 + Int(digits[1] &- 0x30)
  }

  /// "06/01/2023" is June in one country and January in the next: the weekday beside it decides, the
  /// language or the publisher's country; else only the year is sure.
  private func ambiguous(
    _ word: Int, _ first: Int, _ second: Int, year: Int, in sentence: Range<Int>
  ) -> DateMention? {
    let dayFirst = mention(word, year: year, month: second, day: first)
    let monthFirst = mention(word, year: year, month: first, day: second)
    guard let dayFirst, let monthFirst, first != second else { return dayFirst ?? monthFirst }
    if let weekday = weekday(beside: word..<word + 3, in: sentence) {
      let fitting = [dayFirst, monthFirst].filter {
        $0.expression.days(published: nil, basis: .explicit)?.start.weekday == weekday
      }
      if fitting.count == 1 { return fitting[0] }
    }
    switch order {
    case .dayFirst: return dayFirst
    case .monthFirst: return monthFirst
    case nil:
      return DateMention(
        words: word..<word + 3, expression: .calendar(year: year, month: nil, day: nil),
        basis: .explicit)
    }
  }

  private func weekday(beside words: Range<Int>, in sentence: Range<Int>) -> Int? {
    [words.lowerBound - 1, words.lowerBound - 2, words.upperBound].lazy
      .filter { sentence.contains($0) }
      .compactMap { lexicon.weekdays[text.words[$0].hash]?.number }.first
  }

  private func mention(_ word: Int, year: Int, month: Int, day: Int) -> DateMention? {
    guard CalendarDate(year: year, month: month, day: day) != nil, (1900...2100).contains(year)
    else { return nil }
    return DateMention(
      words: word..<word + 3, expression: .calendar(year: year, month: month, day: day),
      basis: .explicit)
  }
}
