internal import Geoparsing
internal import IncidentModel
internal import Toponymy

/// Reads times of day: "05:30", "17.30", "17h30", "5 p.m.", "0530 local time", "noon".
struct ClockReader {
  let lexicon: Lexicon
  let structure: TextStructure

  private var text: FoldedText { structure.text }

  /// Minutes after midnight of the time that begins at a word and ends before a limit.
  func minuteOfDay(at word: Int, before limit: Int) -> Int? {
    guard text.startsWithDigit(text.words[word]) else {
      return lexicon.clockTimes.longestMatch(in: text, at: word, before: limit)?.value
    }
    guard !isInNumber(word) else { return nil }
    guard let number = text.number(text.words[word]) else { return glued(word, before: limit) }
    let next = word + 1
    if let minutes = minutes(at: next, before: limit) {
      let isTime =
        structure.gap(after: word).elementsEqual(":".utf8)
        || structure.gap(after: word).elementsEqual(".".utf8)
          && (cue(endingBefore: word) != nil || half(at: next + 1, before: limit) != nil)
      guard isTime, number < 24 else { return nil }
      return Self.adjusted(number * 60 + minutes, half(at: next + 1, before: limit))
    }
    if let half = half(at: next, before: limit) {
      if text.words[word].range.count == 4, number / 100 < 24, number % 100 < 60 {
        return Self.adjusted(number / 100 * 60 + number % 100, half)
      }
      guard (1...23).contains(number) else { return nil }
      return Self.adjusted(number * 60 + quarter(after: next, before: limit), half)
    }
    return cue(endingBefore: word) == true && (1...23).contains(number) ? number * 60 : nil
  }

  /// Two digits right after a colon or a full stop.
  private func minutes(at word: Int, before limit: Int) -> Int? {
    guard word < limit, text.words[word].range.count == 2,
      let minutes = text.number(text.words[word]), minutes < 60,
      structure.gap(after: word - 1).count == 1
    else { return nil }
    return minutes
  }

  /// The minutes of "17 h 30": a number right after the word for the hour.
  private func quarter(after word: Int, before limit: Int) -> Int {
    guard word + 1 < limit, structure.isBlank(after: word), text.words[word].range.count <= 3,
      text.words[word + 1].range.count == 2, let minutes = text.number(text.words[word + 1]),
      minutes < 60
    else { return 0 }
    return minutes
  }

  /// "17h30", "17h", "5pm": digits and letters of one word.
  private func glued(_ word: Int, before limit: Int) -> Int? {
    let folded = text.folded(text.words[word])
    let digits = folded.prefix { $0 &- 0x30 < 10 }
    let rest = folded.dropFirst(digits.count)
    let letters = rest.prefix { $0 &- 0x30 >= 10 }
    let minuteDigits = rest.dropFirst(letters.count)
    guard (1...2).contains(digits.count), minuteDigits.isEmpty || minuteDigits.count == 2,
      minuteDigits.allSatisfy({ $0 &- 0x30 < 10 })
    else { return nil }
    let cue = FoldedText(Array(letters))
    guard cue.words.count == 1,
      let half = lexicon.timesOfDay.longestMatch(in: cue, at: 0, before: 1)?.value
    else { return nil }
    let (hour, minute) = (Self.value(digits), Self.value(minuteDigits))
    guard hour < 24, minute < 60 else { return nil }
    let said = half == .any ? self.half(at: word + 1, before: limit) ?? half : half
    return Self.adjusted(hour * 60 + minute, said)
  }

  private static func value(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  /// Whether a number goes on from the one before it, as the minutes of a time do.
  private func isInNumber(_ word: Int) -> Bool {
    guard word > 0, text.startsWithDigit(text.words[word - 1]) else { return false }
    let gap = structure.gap(after: word - 1)
    return gap.count == 1 && gap.first != UInt8(ascii: " ")
  }

  private func half(at word: Int, before limit: Int) -> Lexicon.DayHalf? {
    guard word < limit else { return nil }
    return lexicon.timesOfDay.longestMatch(in: text, at: word, before: limit)?.value
  }

  /// Whether words for a time stand before a number: `true` where they make a lone number an hour.
  private func cue(endingBefore word: Int) -> Bool? {
    lexicon.beforeTimeOfDay.match(endingBefore: word, in: text, reaching: 4, notBefore: 0)
  }

  private static func adjusted(_ minute: Int, _ half: Lexicon.DayHalf?) -> Int {
    switch half {
    case .afternoon where minute < 720: minute + 720
    case .morning where (720..<780).contains(minute): minute - 720
    default: minute
    }
  }
}
