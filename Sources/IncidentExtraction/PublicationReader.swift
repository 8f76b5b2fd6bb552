internal import Geoparsing
internal import IncidentModel
internal import Toponymy

/// Finds the day a report was published in its own first lines.
struct PublicationReader {
  let structure: TextStructure
  let dates: DateReader

  /// A publication date and the words that give it, which tell of no event.
  struct Finding {
    var date: PublicationDate
    var words: Range<Int>
  }

  /// The date of a header or dateline; `nil` where the text begins with neither.
  ///
  /// A header is a full date with at most two words before it that opens one of the first lines, or a
  /// short line that holds one; a dateline is one in the report's first sentence, before a dash.
  func finding() -> Finding? {
    for sentence in structure.sentences.prefix(8) {
      guard let mention = dates.dates(in: sentence.words).first,
        case .calendar(_?, _?, _?) = mention.expression,
        let span = mention.expression.days(published: nil, basis: .explicit)
      else { continue }
      let leading = mention.words.lowerBound - sentence.words.lowerBound
      let opensLine = leading <= 2 && opensParagraph(sentence)
      let isShort =
        (sentence.words.count <= 12 && sentence.isHeading) || sentence.words.count <= 8
      if leading == 0 && opensLine || isShort || (opensLine && isNumeric(mention)) {
        return Finding(
          date: PublicationDate(date: span.start, basis: .header), words: mention.words)
      }
      if opensParagraph(sentence), leading <= 6, endsInDash(mention) {
        return Finding(
          date: PublicationDate(date: span.start, basis: .dateline), words: mention.words)
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

  private func isNumeric(_ mention: DateMention) -> Bool {
    mention.words.allSatisfy { structure.text.number(structure.text.words[$0]) != nil }
  }

  private func endsInDash(_ mention: DateMention) -> Bool {
    let end = min(mention.words.upperBound + 4, structure.text.words.count)
    return (mention.words.upperBound - 1..<end - 1).contains { word in
      structure.gap(after: word).contains { $0 == 0xE2 }
        || structure.gap(after: word).elementsEqual(" - ".utf8)
        || structure.gap(after: word).elementsEqual(") - ".utf8)
    }
  }
}
