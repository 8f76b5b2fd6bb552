internal import Geoparsing
internal import IncidentModel
internal import Toponymy

/// Reads numbers in digits and words.
struct NumberReader {
  let lexicon: Lexicon
  let structure: TextStructure

  private var text: FoldedText { structure.text }

  /// A number, and how many words it takes.
  struct Number {
    var count: Count
    var wordCount: Int
    /// Whether it is a phrase such as "several hundred".
    var isVague: Bool
  }

  /// The number, or the range of two, that begins at a word and ends before a limit.
  func number(at word: Int, before limit: Int) -> Number? {
    guard lexicon.mayBeginNumber(at: word, in: text) else { return nil }
    return range(at: word, before: limit) ?? single(at: word, before: limit)
  }

  /// "10-12", "between 10 and 12", "20 to 30": the smaller is what is sure.
  private func range(at word: Int, before limit: Int) -> Number? {
    if let first = exact(at: word, before: limit) {
      let end = word + first.length
      if end < limit, isDash(after: end - 1), !isDash(after: word - 1),
        let second = exact(at: end, before: limit), !isDash(after: end + second.length - 1)
      {
        return Self.range(first.value, second.value, first.length + second.length)
      }
    }
    let match = lexicon.numberRanges.longestMatch(in: text, at: word, before: limit) { slot, at in
      slot == .number ? exact(at: at, before: limit)?.length ?? 0 : 0
    }
    guard let match = match?.match, match.slots.count == 2 else { return nil }
    let values = match.slots.compactMap { exact(at: $0.words.lowerBound, before: limit)?.value }
    return values.count == 2 ? Self.range(values[0], values[1], match.words.count) : nil
  }

  private static func range(_ low: Int, _ high: Int, _ length: Int) -> Number? {
    guard low < high, high / 100 <= low else { return nil }
    return Number(
      count: Count(low: low, best: low, high: high), wordCount: length, isVague: false)
  }

  private func isDash(after word: Int) -> Bool {
    guard word >= 0 else { return false }
    let gap = structure.gap(after: word)
    return gap.elementsEqual("-".utf8) || gap.elementsEqual("–".utf8)
      || gap.elementsEqual(" – ".utf8) && word + 1 < text.words.count
        && text.startsWithDigit(text.words[word]) && text.startsWithDigit(text.words[word + 1])
  }

  private func single(at word: Int, before limit: Int) -> Number? {
    if let (match, count) = lexicon.vagueNumbers.longestMatch(in: text, at: word, before: limit) {
      return Number(count: count, wordCount: match.words.count, isVague: true)
    }
    guard let (value, length) = exact(at: word, before: limit) else { return nil }
    return Number(
      count: Count(low: value, best: value, high: value), wordCount: length, isVague: false)
  }

  /// "4,000", "4.000", "1 200", "thirty", "two hundred", "3 thousand".
  private func exact(at word: Int, before limit: Int) -> (value: Int, length: Int)? {
    var value: Int
    var end = word + 1
    if let digits = text.number(text.words[word]) {
      // The fraction of "3.5", and what is left of a figure too long, are no numbers of people.
      if word > 0, text.number(text.words[word - 1]) != nil,
        [[UInt8(ascii: ".")], [UInt8(ascii: ",")]].contains(Array(structure.gap(after: word - 1)))
      {
        return nil
      }
      value = digits
      while end < limit, value < Self.largest, let group = thousands(at: end) {
        value = value * 1000 + group
        end += 1
      }
      // Longer figures count no people.
      if end < limit, value >= Self.largest, thousands(at: end) != nil { return nil }
      if end < limit, isFraction(at: end) {
        return million(value, at: end, before: limit).map { ($0, 3) }
      }
    } else if let named = lexicon.numbers[text.words[word].hash] {
      value = named
      addSmaller(to: &value, below: 10, end: &end, before: limit)
    } else {
      return nil
    }
    while end < limit, value < Self.largest,
      let multiplier = lexicon.multipliers[text.words[end].hash], multiplier <= Self.largest
    {
      value *= multiplier
      end += 1
      addSmaller(to: &value, below: multiplier, end: &end, before: limit)
    }
    return (value, end - word)
  }

  /// "twenty five", "two hundred and fifty": a smaller number in words after a round one.
  private func addSmaller(to value: inout Int, below bound: Int, end: inout Int, before limit: Int)
  {
    guard value >= 20, value % bound == 0 else { return }
    var next = end
    if next + 1 < limit, lexicon.numberJoiners.contains(text.words[next].hash) { next += 1 }
    guard next < limit, var smaller = lexicon.numbers[text.words[next].hash], smaller < bound else {
      return
    }
    next += 1
    if smaller >= 20 { addSmaller(to: &smaller, below: 10, end: &next, before: limit) }
    // "three thousand two hundred": the smaller one is round itself.
    if next < limit, let multiplier = lexicon.multipliers[text.words[next].hash],
      multiplier < bound, smaller * multiplier < bound
    {
      smaller *= multiplier
      next += 1
      addSmaller(to: &smaller, below: multiplier, end: &next, before: limit)
    }
    value += smaller
    end = next
  }

  private static let largest = 1_000_000_000

  /// "1.2 million": a whole part, its tenths or hundredths, and a multiplier.
  private func million(_ whole: Int, at word: Int, before limit: Int) -> Int? {
    guard word + 1 < limit, whole < 1000, let decimals = text.number(text.words[word]),
      structure.isBlank(after: word),
      let multiplier = lexicon.multipliers[text.words[word + 1].hash], multiplier >= 1000
    else { return nil }
    let tenth = text.words[word].range.count == 1
    return whole * multiplier + decimals * multiplier / (tenth ? 10 : 100)
  }

  /// A group of three digits after a thousands mark.
  private func thousands(at word: Int) -> Int? {
    guard text.words[word].range.count == 3, let group = text.number(text.words[word]) else {
      return nil
    }
    let gap = structure.gap(after: word - 1)
    let isMark =
      gap.elementsEqual(",".utf8) || gap.elementsEqual(".".utf8)
      || gap.elementsEqual("\u{A0}".utf8) || gap.elementsEqual("\u{202F}".utf8)
      || gap.elementsEqual("'".utf8) || gap.elementsEqual("’".utf8)
      || gap.elementsEqual(" ".utf8) && text.words[word - 1].range.count <= 3
    return isMark ? group : nil
  }

  private func isFraction(at word: Int) -> Bool {
    let gap = structure.gap(after: word - 1)
    return (gap.elementsEqual(".".utf8) || gap.elementsEqual(",".utf8))
      && text.number(text.words[word]) != nil && text.words[word].range.count < 3
  }
}
