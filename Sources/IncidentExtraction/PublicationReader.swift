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
  }

  /// A date of the head, and what it rests on.
  private struct Opening {
    var mention: DateMention
    var basis: PublicationBasis
  }

  /// The date of a header or dateline, if the text begins with either.
  ///
  /// A header is a date after a word for publishing, a full date with at most two words before it that
  /// opens one of the first lines, or a short line that holds one; a dateline is a date after a name
  /// that opens a paragraph. A dateline may lack the year: then the latest full date of the text gives
  /// it. So it does for the text's other dates where nothing says when the report was published.
  func finding(isKnown: Bool) -> Finding {
    let opening = cued(.published) ?? opening() ?? cued(.updated)
    guard let opening else { return Finding(year: isKnown ? nil : latestDay?.year) }
    var finding = Finding(words: opening.mention.words)
    switch opening.mention.expression {
    case .calendar(_?, _?, _?):
      let span = opening.mention.expression.days(published: nil, basis: .explicit)
      finding.date = span.map { PublicationDate(date: $0.start, basis: opening.basis) }
    case .calendar(nil, let month?, let day?) where !isKnown:
      finding.date = firstDay(month, day, notBefore: latestDay).map {
        PublicationDate(date: $0, basis: opening.basis)
      }
    case .calendar(let year?, nil, nil): finding.year = year
    default: break
    }
    return finding
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
    for sentence in structure.sentences.prefix(Self.longestHead) {
      guard let mention = dates.dates(in: sentence.words).first,
        case .calendar(let year, let month, let day) = mention.expression
      else { continue }
      let isFull = year != nil && month != nil && day != nil
      let isYearOfNumbers = month == nil && isNumeric(mention) && mention.words.count == 3
      let leading = mention.words.lowerBound - sentence.words.lowerBound
      let opensLine = leading <= 2 && opensParagraph(sentence)
      let followsName = opensParagraph(sentence) && (1...6).contains(leading) && isName(sentence)
      if followsName, month != nil, day != nil, endsInDash(mention) {
        return Opening(mention: mention, basis: .dateline)
      }
      guard isFull || isYearOfNumbers else { continue }
      let isShort =
        (sentence.words.count <= 12 && sentence.isHeading) || sentence.words.count <= 8
      if followsName, isShort, !sentence.isHeading {
        return Opening(mention: mention, basis: .dateline)
      }
      if leading == 0 && opensLine || isShort || (opensLine && isNumeric(mention)) {
        return Opening(mention: mention, basis: .header)
      }
      if opensParagraph(sentence), leading <= 6, endsInDash(mention) {
        return Opening(mention: mention, basis: .dateline)
      }
    }
    return nil
  }

  private func opensParagraph(_ sentence: TextStructure.Sentence) -> Bool {
    sentence.words.lowerBound == firstWord(of: sentence)
  }

  private func firstWord(of sentence: TextStructure.Sentence) -> Int {
    structure.sentences.first { $0.paragraph == sentence.paragraph }?.words.lowerBound
      ?? sentence.words.lowerBound
  }

  /// Whether a sentence opens with what may be a place's name: "GOMA,", "Bamako, le".
  private func isName(_ sentence: TextStructure.Sentence) -> Bool {
    let first = sentence.words.lowerBound
    guard structure.text.words[first].isCapitalized else { return false }
    return (first..<min(first + 4, sentence.words.upperBound - 1)).contains {
      structure.gap(after: $0, holds: ",")
    }
  }

  private func isNumeric(_ mention: DateMention) -> Bool {
    mention.words.allSatisfy { structure.text.startsWithDigit(structure.text.words[$0]) }
  }

  private func endsInDash(_ mention: DateMention) -> Bool {
    let end = min(mention.words.upperBound + 4, structure.text.words.count)
    return (mention.words.upperBound - 1..<end - 1).contains { word in
      structure.gap(after: word).contains { $0 == 0xE2 }
        || structure.gap(after: word).elementsEqual(" - ".utf8)
        || structure.gap(after: word).elementsEqual(". - ".utf8)
        || structure.gap(after: word).elementsEqual(" -- ".utf8)
        || structure.gap(after: word).elementsEqual(") - ".utf8)
        || structure.gap(after: word).elementsEqual(") -- ".utf8)
    }
  }

  // MARK: - Years

  /// The latest day that the text gives with its year.
  private var latestDay: CalendarDate? {
    structure.sentences.lazy.filter { $0.exclusion == nil }.flatMap { dates.dates(in: $0.words) }
      .compactMap { mention -> CalendarDate? in
        guard case .calendar(_?, _?, _?) = mention.expression else { return nil }
        return mention.expression.days(published: nil, basis: .explicit)?.start
      }.max()
  }

  /// The first such day of a year that does not lie before another.
  private func firstDay(_ month: Int, _ day: Int, notBefore latest: CalendarDate?) -> CalendarDate?
  {
    guard let latest else { return nil }
    return [latest.year, latest.year + 1].lazy
      .compactMap { CalendarDate(year: $0, month: month, day: day) }.first { $0 >= latest }
  }
}
