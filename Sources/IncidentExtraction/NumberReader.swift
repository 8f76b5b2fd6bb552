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

  /// The number that begins at a word and ends before a limit, or `nil`.
  func number(at word: Int, before limit: Int) -> Number? {
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
      // The fraction of "3.5" is no number of people.
      if word > 0, structure.gap(after: word - 1).elementsEqual([UInt8(ascii: ".")]),
        text.number(text.words[word - 1]) != nil
      {
        return nil
      }
      value = digits
      while end < limit, let group = thousands(at: end) {
        value = value * 1000 + group
        end += 1
      }
      if end < limit, isFraction(at: end) { return nil }
    } else if let (small, length) = small(at: word, before: limit) {
      value = small
      end = word + length
    } else {
      return nil
    }
    var unit = Int.max
    while end < limit, value < 1_000_000_000,
      let multiplier = lexicon.multipliers[text.words[end].hash]
    {
      value *= multiplier
      unit = multiplier
      end += 1
    }
    if unit < Int.max, unit >= 100,
      let (rest, length) = remainder(at: end, before: limit, below: unit)
    {
      value += rest
      end += length
    }
    return (value, end - word)
  }

  /// "thirty", "thirty-two".
  private func small(at word: Int, before limit: Int) -> (value: Int, length: Int)? {
    guard let named = lexicon.numbers[text.words[word].hash] else { return nil }
    guard named >= 20, word + 1 < limit, let unit = lexicon.numbers[text.words[word + 1].hash],
      unit < 10
    else { return (named, 1) }
    return (named + unit, 2)
  }

  /// What follows "two hundred" or "three thousand": "and fifty", "two hundred".
  private func remainder(
    at word: Int, before limit: Int, below unit: Int
  ) -> (value: Int, length: Int)? {
    guard word < limit, structure.gap(after: word - 1).allSatisfy({ $0 == 0x20 || $0 == 0x2D })
    else { return nil }
    let joint = text.words[word]
    let start =
      lexicon.functionWords.contains(joint.hash) && joint.range.count <= 3 ? word + 1 : word
    guard start < limit, text.number(text.words[start]) == nil,
      let (value, length) = exact(at: start, before: limit), value < unit
    else { return nil }
    return (value, start + length - word)
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
      || gap.elementsEqual(" ".utf8) && text.words[word - 1].range.count <= 3
    return isMark ? group : nil
  }

  private func isFraction(at word: Int) -> Bool {
    let gap = structure.gap(after: word - 1)
    return (gap.elementsEqual(".".utf8) || gap.elementsEqual(",".utf8))
      && text.number(text.words[word]) != nil && text.words[word].range.count < 3
  }
}
