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
  var isOngoing = false
  /// Whether something lasts until then: it is no date of an event.
  var isEnd = false
  /// Whether it says when somebody said so, rather than when it was.
  var isOfSaying = false
  /// How far it lies from another date of the text, where it is told so.
  var shift: DateShift?
}

/// Reads dates: what the lexicon's patterns find, and the forms in digits that need no language.
struct DateReader {
  let lexicon: Lexicon
  let structure: TextStructure
  /// Which of two numbers comes first in the publisher's country, where that is known.
  var order: Lexicon.DayOrder?

  private var text: FoldedText { structure.text }

  /// The dates of a sentence, in its order, none overlapping.
  func dates(in sentence: Range<Int>) -> [DateMention] {
    let numbers = NumberReader(lexicon: lexicon, structure: structure)
    var found: [DateMention] = []
    var word = sentence.lowerBound
    while word < sentence.upperBound {
      if text.startsWithDigit(text.words[word]),
        let date = NumericDateReader(
          lexicon: lexicon, structure: structure, order: order ?? lexicon.ordersOfDays["any"]
        ).date(at: word, in: sentence)
      {
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
    var mention = DateMention(
      words: match.words, expression: .daysBefore(0, 0), basis: .relative)
    switch rule {
    case .calendar:
      mention.basis = days.count > 1 ? .span : .explicit
      guard let calendar = Self.calendar(days: days, months: months, year: years.first) else {
        return nil
      }
      mention.expression = calendar
    case .part(let from, let to):
      guard let month = months.first else { return nil }
      mention.basis = .span
      mention.expression = .monthPart(year: years.first, month: month, from: from, to: to)
    case .fixed(let month, let day):
      mention.basis = .explicit
      mention.expression = .calendar(year: years.first, month: month, day: day)
    case .weekday(let weeks):
      guard let first = weekdays.first, let last = weekdays.last else { return nil }
      mention.basis = .weekday
      let start = DateExpression.weekday(first, weeksEarlier: weeks)
      mention.expression =
        weekdays.count > 1 ? .span(start, .weekday(last, weeksEarlier: weeks)) : start
    case .night(let weeks):
      guard let weekday = weekdays.first else { return nil }
      mention.basis = .weekday
      let end = DateExpression.weekday(weekday, weeksEarlier: weeks)
      mention.expression = .span(.shifted(end, days: -1), end)
    case .days(let farther, let nearer): mention.expression = .daysBefore(farther, nearer)
    case .ago(let unit):
      guard let number = number(in: match, numbers) else { return nil }
      let margin = Self.tolerance(ofUnit: unit)
      mention.expression = .daysBefore(number * unit + margin, max(0, number * unit - margin))
    case .later(let unit), .after(let unit):
      let number = number(in: match, numbers) ?? 1
      let isAfter = if case .after = rule { true } else { false }
      let shift = DateShift(
        days: number * unit, tolerance: Self.tolerance(ofUnit: abs(unit)), takesNext: isAfter)
      mention.shift = shift
      mention.expression = shift.expression(from: .daysBefore(0, 0))
    case .week(let offset): mention.expression = .week(offset)
    case .weekend:
      mention.expression = .span(.weekday(6, weeksEarlier: 0), .weekday(7, weeksEarlier: 0))
    case .month(let offset): mention.expression = .month(offset)
    case .year(let offset): mention.expression = .year(offset)
    }
    return mention
  }

  /// The number among the words of a date, small enough to count days.
  private func number(in match: LexicalPattern.Match, _ numbers: NumberReader) -> Int? {
    guard let slot = match.slots.first(where: { $0.slot == .number }),
      let number = numbers.number(at: slot.words.lowerBound, before: slot.words.upperBound),
      let best = number.count.best, best < 4000
    else { return nil }
    return best
  }

  /// How many days more or less a number of days, weeks, months or years means.
  private static func tolerance(ofUnit days: Int) -> Int {
    switch days {
    case ...1: 0
    case ...14: 3
    case ...60: 15
    default: 180
    }
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

  // MARK: - Times of day, and what goes on

  private func complete(_ date: inout DateMention, in sentence: Range<Int>) {
    func precedes(_ table: PatternTable<Bool>) -> Bool {
      table.match(
        endingBefore: date.words.lowerBound, in: text, reaching: 3, notBefore: sentence.lowerBound)
        != nil
    }
    date.isOngoing = precedes(lexicon.beforeOngoingDate)
    date.isEnd = precedes(lexicon.beforeEndOfDates)
    let start = max(sentence.lowerBound, date.words.lowerBound - 7)
    let end = min(sentence.upperBound, date.words.upperBound + 8)
    let clock = ClockReader(lexicon: lexicon, structure: structure)
    for word in start..<end where !date.words.contains(word) {
      if let minute = clock.minuteOfDay(at: word, before: end) {
        date.minuteOfDay = minute
        return
      }
    }
  }
}
