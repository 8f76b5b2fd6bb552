internal import Geoparsing
internal import IncidentModel
internal import Toponymy

/// A date as a sentence gives it.
struct DateMention {
  var words: Range<Int>
  var expression: DateExpression
  var basis: DateBasis
  var minuteOfDay: Int?
  /// Whether something goes on from then: "since May 29".
  var isOngoing: Bool
}

/// Reads dates: what the lexicon's patterns find, and the forms in digits that need no language.
struct DateReader {
  let lexicon: Lexicon
  let structure: TextStructure

  private var text: FoldedText { structure.text }

  /// The dates of a sentence, in its order, none overlapping.
  func dates(in sentence: Range<Int>) -> [DateMention] {
    let numbers = NumberReader(lexicon: lexicon, structure: structure)
    var found: [DateMention] = []
    var word = sentence.lowerBound
    while word < sentence.upperBound {
      if let date = numericDate(at: word, before: sentence.upperBound) {
        found.append(date)
      } else if let (match, rule) = lexicon.dates.longestMatch(
        in: text, at: word, before: sentence.upperBound,
        slotReader: { slot, at in slotLength(slot, at: at, numbers) }),
        let date = date(match, rule, numbers)
      {
        found.append(date)
      }
      word = max(word + 1, found.last?.words.upperBound ?? 0)
    }
    for index in found.indices { complete(&found[index], in: sentence) }
    return found
  }

  // MARK: - Classes of words

  private func slotLength(
    _ slot: LexicalPattern.Slot, at word: Int, _ numbers: NumberReader
  ) -> Int {
    switch slot {
    case .day: day(word) == nil ? 0 : 1
    case .month: month(word) == nil ? 0 : 1
    case .year: year(word) == nil ? 0 : 1
    case .weekday: weekday(word) == nil ? 0 : 1
    case .number: numbers.number(at: word, before: text.words.count)?.wordCount ?? 0
    }
  }

  /// "5", "05", "5th": a day of the month in digits, with up to three letters after it.
  private func day(_ word: Int) -> Int? {
    let folded = text.folded(text.words[word])
    let digits = folded.prefix { $0 &- 0x30 < 10 }
    guard (1...2).contains(digits.count), folded.count - digits.count <= 3 else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    // The minutes of "10:30" and the cents of "3.50" are no days.
    if word > 0, structure.gap(after: word - 1).elementsEqual(":".utf8) { return nil }
    return (1...31).contains(value) ? value : nil
  }

  private func month(_ word: Int) -> Int? {
    named(word, in: lexicon.months)
  }

  private func weekday(_ word: Int) -> Int? {
    named(word, in: lexicon.weekdays)
  }

  private func named(_ word: Int, in names: HashedValues<Lexicon.CapitalizedNumber>) -> Int? {
    guard let name = names[text.words[word].hash],
      !name.mustBeCapitalized || text.words[word].isCapitalized
    else { return nil }
    return name.number
  }

  private func year(_ word: Int) -> Int? {
    guard text.words[word].range.count == 4, let year = text.number(text.words[word]),
      (1900...2100).contains(year)
    else { return nil }
    return year
  }

  // MARK: - Expressions

  private func date(
    _ match: LexicalPattern.Match, _ rule: Lexicon.DateRule, _ numbers: NumberReader
  ) -> DateMention? {
    func values(_ slot: LexicalPattern.Slot, _ value: (Int) -> Int?) -> [Int] {
      match.slots.filter { $0.slot == slot }.compactMap { value($0.words.lowerBound) }
    }
    let days = values(.day, day)
    let months = values(.month, month)
    let years = values(.year, year)
    let weekdays = values(.weekday, weekday)
    var basis = DateBasis.relative
    let expression: DateExpression
    switch rule {
    case .calendar:
      basis = days.count > 1 ? .span : .explicit
      guard let calendar = Self.calendar(days: days, months: months, year: years.first) else {
        return nil
      }
      expression = calendar
    case .weekday(let weeks):
      guard let weekday = weekdays.first else { return nil }
      basis = .weekday
      expression = .weekday(weekday, weeksEarlier: weeks)
    case .days(let farther, let nearer): expression = .daysBefore(farther, nearer)
    case .ago(let unit):
      guard let slot = match.slots.first(where: { $0.slot == .number }),
        let number = numbers.number(at: slot.words.lowerBound, before: slot.words.upperBound),
        let best = number.count.best, best < 4000
      else { return nil }
      let days = best * unit
      expression = .daysBefore(days + (unit > 1 ? 3 : 0), max(0, days - (unit > 1 ? 3 : 0)))
    case .week(let offset): expression = .week(offset)
    case .weekend: expression = .span(.weekday(6, weeksEarlier: 0), .weekday(7, weeksEarlier: 0))
    case .month(let offset): expression = .month(offset)
    case .year(let offset): expression = .year(offset)
    }
    return DateMention(words: match.words, expression: expression, basis: basis, isOngoing: false)
  }

  private static func calendar(days: [Int], months: [Int], year: Int?) -> DateExpression? {
    func single(_ month: Int?, _ day: Int?) -> DateExpression {
      .calendar(year: year, month: month, day: day)
    }
    switch (days.count, months.count) {
    case (0, 0): return year == nil ? nil : single(nil, nil)
    case (0, 1), (1, 1): return single(months[0], days.first)
    case (0, 2): return .span(single(months[0], nil), single(months[1], nil))
    case (2, 1): return .span(single(months[0], days[0]), single(months[0], days[1]))
    case (2, 2): return .span(single(months[0], days[0]), single(months[1], days[1]))
    default: return nil
    }
  }

  /// `2023-06-01`, `01.06.2023`, `1/6/2023`: the day first unless only the month can be.
  private func numericDate(at word: Int, before limit: Int) -> DateMention? {
    guard word + 2 < limit, let first = text.number(text.words[word]),
      let second = text.number(text.words[word + 1]), let third = text.number(text.words[word + 2])
    else { return nil }
    let gaps = [Array(structure.gap(after: word)), Array(structure.gap(after: word + 1))]
    let parts: (year: Int, month: Int, day: Int)
    if gaps == [Array("-".utf8), Array("-".utf8)], text.words[word].range.count == 4 {
      parts = (first, second, third)
    } else if text.words[word + 2].range.count == 4,
      [".", "/", "-", ". "].contains(where: { gaps == [Array($0.utf8), Array($0.utf8)] })
    {
      // "06/01/2023" is June in one country and January in the next: then only the year is sure.
      if structure.gap(after: word).elementsEqual("/".utf8), first <= 12, second <= 12,
        first != second
      {
        return DateMention(
          words: word..<word + 3, expression: .calendar(year: third, month: nil, day: nil),
          basis: .explicit, isOngoing: false)
      }
      parts = second > 12 ? (third, first, second) : (third, second, first)
    } else {
      return nil
    }
    guard CalendarDate(year: parts.year, month: parts.month, day: parts.day) != nil,
      (1900...2100).contains(parts.year)
    else { return nil }
    return DateMention(
      words: word..<word + 3,
      expression: .calendar(year: parts.year, month: parts.month, day: parts.day),
      basis: .explicit, isOngoing: false)
  }

  // MARK: - Times of day, and what goes on

  private func complete(_ date: inout DateMention, in sentence: Range<Int>) {
    date.isOngoing =
      lexicon.beforeOngoingDate.match(
        endingBefore: date.words.lowerBound, in: text, reaching: 3, notBefore: sentence.lowerBound)
      != nil
    let reach =
      max(
        sentence.lowerBound, date.words.lowerBound - 7)..<min(
        sentence.upperBound, date.words.upperBound + 6)
    for word in reach where !date.words.contains(word) {
      if let minute = minuteOfDay(at: word, before: reach.upperBound) {
        date.minuteOfDay = minute
        return
      }
    }
  }

  /// "0530 local time", "05:30", "5 pm": minutes after midnight.
  private func minuteOfDay(at word: Int, before limit: Int) -> Int? {
    guard let number = text.number(text.words[word]) else { return nil }
    let next = word + 1
    var minute: Int?
    var after = next
    if next < limit, structure.gap(after: word).elementsEqual(":".utf8),
      text.words[next].range.count == 2, let minutes = text.number(text.words[next]),
      number < 24, minutes < 60
    {
      minute = number * 60 + minutes
      after = next + 1
    } else if next < limit, isTimeOfDay(next, before: limit) {
      if text.words[word].range.count == 4, number / 100 < 24, number % 100 < 60 {
        minute = number / 100 * 60 + number % 100
      } else if (1...23).contains(number) {
        minute = number * 60
      }
    }
    guard var minute else { return nil }
    let half = after < limit ? text.foldedString(text.words[after]) : ""
    if half == "pm", minute < 720 { minute += 720 }
    if half == "am", (720..<780).contains(minute) { minute -= 720 }
    return minute
  }

  private func isTimeOfDay(_ word: Int, before limit: Int) -> Bool {
    lexicon.timesOfDay.longestMatch(in: text, at: word, before: limit) != nil
  }
}
