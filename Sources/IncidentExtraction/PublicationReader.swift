internal import Geoparsing
internal import IncidentModel
internal import Toponymy

/// Finds the day a report was published in its own first lines.
struct PublicationReader {
  let structure: TextStructure
  let lexicon: Lexicon
  let dates: DateReader

  private static let longestHead = 8
  private static let longestHeaderLine = 20

  /// What a text says of its publication.
  struct Finding {
    var date: PublicationDate?
    /// The year of dates without one, where the day of publication is not known.
    var year: Int?
    /// The words that give the date, which tell of no event.
    var words: Range<Int>?
    /// The words of the dateline up to the date, with the name of the place it was written in.
    var dateline: Range<Int>?
  }

  /// A date of the head, and what it rests on.
  private struct Opening {
    var mention: DateMention
    var basis: PublicationBasis
    var dateline: Range<Int>?
  }

  /// The date of a header or dateline, if the text begins with either; else the latest full date that
  /// the text tells of.
  ///
  /// A header is a date after a word for publishing, a full date with at most two words before it that
  /// opens one of the first lines, or a short line that holds one; a dateline is a date after a name
  /// that opens a paragraph. A dateline may lack the year, or say the weekday alone: then the latest full
  /// date of the text gives the rest.
  func finding(isKnown: Bool) -> Finding {
    let opening = cued(.published) ?? opening() ?? cued(.updated)
    guard let opening else { return isKnown ? Finding() : Finding(date: latestDate) }
    var finding = Finding(words: opening.mention.words, dateline: opening.dateline)
    switch opening.mention.expression {
    case .calendar(let year?, nil, nil): finding.year = year
    case let expression where !isKnown || Self.isDay(expression):
      finding.date = day(of: expression).map { PublicationDate(date: $0, basis: opening.basis) }
    default: break
    }
    if finding.date == nil, !isKnown { finding.date = latestDate }
    return finding
  }

  /// The day that the expression of a header or dateline means; of a span its last.
  private func day(of expression: DateExpression) -> CalendarDate? {
    switch expression {
    case .calendar(nil, let month?, let day?):
      firstDay(month, day, notBefore: latestDay)
    case .weekday(let weekday, weeksEarlier: 0):
      latestDay.map { $0 + (weekday - $0.weekday + 7) % 7 }
    default: expression.days(published: nil, basis: .explicit)?.end
    }
  }

  // MARK: - Headers with a word for publishing

  /// The date after a word for publishing that opens a part of one of the first lines, or of the last:
  /// "Published: 12 May 2024".
  private func cued(_ cue: Lexicon.PublicationCue) -> Opening? {
    let head = structure.sentences.prefix(12)
    let rest = structure.sentences.dropFirst(12)
    for sentence in head + rest.suffix(3) where sentence.words.count <= Self.longestHeaderLine {
      for word in sentence.words where opensPart(word, of: sentence) {
        guard
          let match = lexicon.publication.longestMatch(
            in: structure.text, at: word, before: sentence.words.upperBound),
          match.value == cue,
          let mention = dates.dates(in: sentence.words).first(where: {
            let distance = $0.words.lowerBound - match.match.words.upperBound
            return (0...3).contains(distance)
          }), Self.isDay(mention.expression)
        else { continue }
        return Opening(mention: mention, basis: .header)
      }
    }
    return nil
  }

  /// Whether a word begins a line, or a part of one set off by a bar or a dash.
  private func opensPart(_ word: Int, of sentence: TextStructure.Sentence) -> Bool {
    word == sentence.words.lowerBound || structure.gap(after: word - 1, holds: "|\n-")
      || structure.gap(after: word - 1).contains(0xC2)
      || structure.gap(after: word - 1).contains(0xE2)
  }

  /// Whether an expression says a day, or a year of a day that could not be told from the month.
  private static func isDay(_ expression: DateExpression) -> Bool {
    switch expression {
    case .calendar(_?, _?, _?), .calendar(_?, nil, nil): true
    default: false
    }
  }

  // MARK: - Other headers, and datelines

  private func opening() -> Opening? {
    for (index, sentence) in structure.sentences.prefix(Self.longestHead).enumerated() {
      guard let mention = dates.dates(in: sentence.words).first else { continue }
      if let dateline = dateline(sentence, endingIn: mention) {
        return Opening(mention: mention, basis: .dateline, dateline: dateline)
      }
      guard isFull(mention.expression) || isYearOfNumbers(mention) else { continue }
      let leading = mention.words.lowerBound - sentence.words.lowerBound
      let opensLine = leading <= 2 && opensParagraph(sentence)
      // A short sentence that tells something first is none: "A clash broke out in Peja on 1 June 2023."
      let isShort =
        sentence.words.count <= 14
        && (sentence.isHeading || (index < 3 && isTitle(sentence, endingIn: mention)))
        || sentence.words.count <= 8 && leading <= 5
      if leading == 0 && opensLine || isShort || (opensLine && isNumeric(mention)) {
        return Opening(mention: mention, basis: .header)
      }
    }
    return nil
  }

  /// Whether an expression gives a day with its year, or ends in one.
  private func isFull(_ expression: DateExpression) -> Bool {
    switch expression {
    case .calendar(_?, _?, _?): true
    case .span(_, let last): isFull(last)
    default: false
    }
  }

  /// Whether a date in digits was read as its year alone, since its day could be its month.
  private func isYearOfNumbers(_ mention: DateMention) -> Bool {
    guard case .calendar(_?, nil, nil) = mention.expression else { return false }
    return isNumeric(mention) && mention.words.count == 3
  }

  /// The words of "GOMA, 14 March 2024 (Agency) –", "Bamako, le 3 septembre." up to the date: a name
  /// that opens a paragraph, the date, and a dash, a colon or the end of the sentence.
  private func dateline(
    _ sentence: TextStructure.Sentence, endingIn mention: DateMention
  ) -> Range<Int>? {
    let words = sentence.words.lowerBound..<mention.words.lowerBound
    guard opensParagraph(sentence), (1...8).contains(words.count), isName(words),
      isDatelineDate(mention.expression), endsDateline(mention, sentence)
    else { return nil }
    return words.lowerBound..<mention.words.upperBound
  }

  private func isDatelineDate(_ expression: DateExpression) -> Bool {
    switch expression {
    case .calendar(_, _?, _?), .weekday(_, weeksEarlier: 0): true
    default: false
    }
  }

  /// Whether words are those of a name, with small ones between at most: "GOMA,", "Bamako, le".
  private func isName(_ words: Range<Int>) -> Bool {
    let first = structure.text.words[words.lowerBound]
    return first.isCapitalized
      && (words.contains { structure.gap(after: $0, holds: ",(-") }
        || first.isAllCaps)
      && words.allSatisfy {
        let word = structure.text.words[$0]
        return word.isCapitalized || word.range.count <= 3
          || lexicon.functionWords.contains(word.hash)
          || lexicon.weekdays[word.hash] != nil
      }
  }

  /// Whether the date, and the agency in brackets after it, end in a dash or a colon, or the sentence
  /// does.
  private func endsDateline(_ mention: DateMention, _ sentence: TextStructure.Sentence) -> Bool {
    var isInBrackets = false
    for word in mention.words.upperBound - 1..<sentence.words.upperBound {
      let gap = structure.gap(after: word)
      if gap.contains(UInt8(ascii: "(")) { isInBrackets = true }
      if Self.isDash(gap) { return true }
      if gap.contains(UInt8(ascii: ")")) { isInBrackets = false }
      if !isInBrackets { return word + 1 == sentence.words.upperBound }
    }
    return false
  }

  /// A dash with a space beside it, two hyphens, or a colon.
  private static func isDash(_ gap: ArraySlice<UInt8>) -> Bool {
    if gap.contains(UInt8(ascii: ":")) { return true }
    let text = String(decoding: gap, as: UTF8.self)
    return text.contains { "–—―".contains($0) } || text.contains("--")
      || text.contains("- ") || text.contains(" -")
  }

  /// Whether a sentence is its paragraph's only one, above others, tells of no event, and ends in a date.
  ///
  /// For example: "Situation report, as of 31 August 2015."
  private func isTitle(
    _ sentence: TextStructure.Sentence, endingIn mention: DateMention
  ) -> Bool {
    mention.words.upperBound >= sentence.words.upperBound - 1
      && sentence.words.upperBound < structure.text.words.count
      && lexicon.events.matches(in: structure.text, words: sentence.words).isEmpty
      && structure.sentences.count { $0.paragraph == sentence.paragraph } == 1
  }

  private func opensParagraph(_ sentence: TextStructure.Sentence) -> Bool {
    sentence.words.lowerBound == firstWord(of: sentence)
  }

  private func firstWord(of sentence: TextStructure.Sentence) -> Int {
    structure.sentences.first { $0.paragraph == sentence.paragraph }?.words.lowerBound
      ?? sentence.words.lowerBound
  }

  private func isNumeric(_ mention: DateMention) -> Bool {
    mention.words.allSatisfy { structure.text.startsWithDigit(structure.text.words[$0]) }
  }

  // MARK: - The dates that the text tells of

  /// The latest day that the text gives with its year, but not as planned or as long past; else the
  /// latest of the days that it gives with their weekday.
  private var latestDay: CalendarDate? { latestFullDay ?? latestDayByWeekday }

  /// The latest day that is given with month and weekday: of the years from the last that the text names
  /// on, the first in which they agree.
  private var latestDayByWeekday: CalendarDate? {
    let text = structure.text
    let years = text.words.compactMap { word -> Int? in
      guard word.range.count == 4, let year = text.number(word), (1990...2100).contains(year)
      else { return nil }
      return year
    }
    guard let first = years.max() else { return nil }
    return structure.sentences.lazy.filter { $0.exclusion == nil }.flatMap { sentence in
      dates.dates(in: sentence.words).lazy.compactMap { mention -> CalendarDate? in
        guard case .calendar(nil, let month?, let day?) = mention.expression,
          !isOfAnotherTime(mention, sentence), let weekday = weekday(of: mention, sentence)
        else { return nil }
        return (first...first + 6).lazy
          .compactMap { CalendarDate(year: $0, month: month, day: day) }
          .first { $0.weekday == weekday }
      }
    }.max()
  }

  /// The weekday among the words of a date, or right before them.
  private func weekday(of mention: DateMention, _ sentence: TextStructure.Sentence) -> Int? {
    let start = max(sentence.words.lowerBound, mention.words.lowerBound - 1)
    return (start..<mention.words.upperBound).lazy
      .compactMap { lexicon.weekdays[structure.text.words[$0].hash]?.number }.first
  }

  private var latestFullDay: CalendarDate? {
    structure.sentences.lazy.filter { $0.exclusion == nil }.flatMap { sentence in
      dates.dates(in: sentence.words).lazy.filter { !isOfAnotherTime($0, sentence) }
    }
    .compactMap { mention -> CalendarDate? in
      guard isFull(mention.expression), !mention.isOngoing else { return nil }
      return mention.expression.days(published: nil, basis: .explicit)?.end
    }.max()
  }

  /// The same as a date of publication: the report came out then, or soon after.
  private var latestDate: PublicationDate? {
    latestDay.map { PublicationDate(date: $0, basis: .text) }
  }

  /// Whether words of plans or of history stand before a date.
  private func isOfAnotherTime(
    _ mention: DateMention, _ sentence: TextStructure.Sentence
  ) -> Bool {
    !lexicon.suppressions.matches(
      in: structure.text, words: sentence.words.lowerBound..<mention.words.lowerBound
    )
    .allSatisfy { $0.value.reason == TriggerFinder.negated }
  }

  /// The first such day of a year that does not lie before another.
  private func firstDay(_ month: Int, _ day: Int, notBefore latest: CalendarDate?) -> CalendarDate?
  {
    guard let latest else { return nil }
    return [latest.year, latest.year + 1].lazy
      .compactMap { CalendarDate(year: $0, month: month, day: day) }.first { $0 >= latest }
  }
}
