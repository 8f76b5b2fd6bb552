internal import Toponymy

/// Why a name that was found is no place's here.
extension MentionRecognizer {
  func dropReason(
    _ name: RecognizedName, in sentence: TextStructure.Sentence
  ) -> String? {
    if let exclusion = sentence.exclusion, exclusion == "page debris" { return exclusion }
    if isOrganisation(name, in: sentence) { return "an organisation's name" }
    guard name.words.count == 1, let number = name.words.first else { return nil }
    let word = text.words[number]
    if word.range.count < 2 { return "a single letter" }
    if isTitle(number, in: sentence) { return "a person's title" }
    if lexicon.months[word.hash] != nil || lexicon.weekdays[word.hash] != nil {
      return "a date"
    }
    if isPiece(name, in: sentence) { return "a piece of a longer name" }
    return nil
  }

  /// Whether a hyphen ties a little known name to a word that nobody knows: "Wal-Mart".
  private func isPiece(_ name: RecognizedName, in sentence: TextStructure.Sentence) -> Bool {
    let isKnown = name.named.contains {
      let place = gazetteer.places[$0.place]
      return $0.isDemonym || place.kind.isArea || place.kind == .capital
        || place.population ?? 0 >= 100_000
    }
    guard !isKnown, let word = name.words.first else { return false }
    let hyphen = [UInt8(ascii: "-")]
    for (other, gap) in [(word - 1, word - 1), (word + 1, word)]
    where sentence.words.contains(other) && structure.gap(after: gap).elementsEqual(hyphen) {
      let word = text.words[other]
      guard word.isCapitalized, !word.isAllCaps, word.range.count > 2 else { continue }
      if lexicon.isUnknown(other, in: text), knownName(at: other, in: sentence) == nil {
        return true
      }
    }
    return false
  }

  /// Whether the words are the name of an organisation that the lexicon knows, and not where it is.
  private func isOrganisation(
    _ name: RecognizedName, in sentence: TextStructure.Sentence
  ) -> Bool {
    guard let start = name.words.first else { return false }
    let found = lexicon.organisations.longestMatch(
      in: text, at: start, before: sentence.words.upperBound)
    guard let found, found.match.words == name.words,
      !found.value.mustBeCapitals || text.words[start].isAllCaps
    else { return false }
    // An article may stand between: "across the EU".
    let lower = sentence.words.lowerBound
    let hasArticle = start > lower && lexicon.functionWords.contains(text.words[start - 1].hash)
    return !(hasArticle ? [start, start - 1] : [start]).contains { end in
      lexicon.beforeLocation.match(endingBefore: end, in: text, reaching: 2, notBefore: lower)
        != nil
    }
  }

  /// Whether a word is a title in front of somebody's name: "Marshal Tito".
  private func isTitle(_ word: Int, in sentence: TextStructure.Sentence) -> Bool {
    guard word + 1 < sentence.words.upperBound, text.words[word + 1].isCapitalized,
      lexicon.titles.longestMatch(in: text, at: word, before: word + 1) != nil
    else { return false }
    return structure.isBlank(after: word)
      || structure.gap(after: word).first == UInt8(ascii: ".")
        && lexicon.abbreviations.contains(text.words[word].hash)
  }
}
