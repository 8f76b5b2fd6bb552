internal import IncidentModel
internal import Toponymy

/// Drops names of places that are parts of people's names: "George Washington", "Mayor Lincoln", and
/// then "Lincoln" alone.
///
/// What speaks for a person is weighed against what speaks for a place, over the whole report: a
/// title, a given name or an initial decides where it stands; a capitalised word that nobody knows, or
/// that someone "said", does only where the report does not more often say that it is a place.
struct PersonNames {
  let gazetteer: Gazetteer
  let lexicon: Lexicon
  let structure: TextStructure

  private var text: FoldedText { structure.text }

  /// What speaks for a person where a name stands.
  private enum Evidence {
    case none
    /// Enough for a little known place that the report nowhere says is one.
    case weak
    /// Enough for a well known place too that the report nowhere says is one.
    case fair
    /// Enough for any.
    case strong
  }

  /// How often a report uses one name for a person, and for a place.
  private struct Uses {
    var person = 0
    var place = 0
  }

  /// Gives a reason to every name that is a person's.
  func drop(_ names: inout [RecognizedName]) {
    let known = names.indices.filter { names[$0].dropReason == nil && !names[$0].isPinned }
    let wordsOfNames = Dictionary(
      known.flatMap { index in names[index].words.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    var evidence: [Int: Evidence] = [:]
    var isCued: Set<Int> = []
    var uses: [[UInt8]: Uses] = [:]
    for index in known {
      guard let sentence = structure.sentence(holding: names[index].words.lowerBound) else {
        continue
      }
      let found = personEvidence(
        names[index], in: structure.sentences[sentence], names: names, wordsOfNames: wordsOfNames)
      evidence[index] = found
      let key = text.key(of: names[index].words)
      if isPlace(index, of: names, in: structure.sentences[sentence]) {
        isCued.insert(index)
        uses[key, default: Uses()].place += 1
      } else if found != .none {
        uses[key, default: Uses()].person += 1
      }
    }
    var people: Set<UInt64> = []
    for index in known {
      let key = text.key(of: names[index].words)
      let count = uses[key] ?? Uses()
      switch evidence[index] ?? .none {
      case .none: continue
      case .weak where isProminent(names[index]): continue
      case .weak where count.place >= count.person: continue
      case .fair where count.place >= count.person: continue
      case .weak, .fair, .strong: break
      }
      names[index].dropReason = "part of a person's name"
      people.formUnion(text.words[names[index].words].map(\.hash))
    }
    for index in known where names[index].dropReason == nil {
      let name = names[index]
      let key = text.key(of: name.words)
      guard name.words.count == 1, people.contains(text.words[name.words.lowerBound].hash),
        !isCued.contains(index),
        !isLarge(name), !name.isDemonym, (uses[key]?.place ?? 0) < (uses[key]?.person ?? 0)
      else { continue }
      names[index].dropReason = "a person's name elsewhere in the report"
    }
  }

  // MARK: - For a person

  private func personEvidence(
    _ name: RecognizedName, in sentence: TextStructure.Sentence, names: [RecognizedName],
    wordsOfNames: [Int: Int]
  ) -> Evidence {
    guard !name.isDemonym else { return .none }
    let first = name.words.lowerBound
    if isCountry(name) {
      // "Chad Foster" is none, whatever stands before "Chad".
      let isGiven =
        !sentence.isTitleCase && lexicon.givenNames.contains(text.words[first].hash)
        && isBeforeSurname(name, in: sentence, names: names, wordsOfNames: wordsOfNames)
      return isGiven ? .strong : .none
    }
    if hasTitle(before: first, in: sentence) { return .strong }
    if hasGivenName(before: first, in: sentence, names: names, wordsOfNames: wordsOfNames) {
      return .strong
    }
    if name.words.count == 1, lexicon.givenNames.contains(text.words[first].hash) {
      if isBeforeSurname(name, in: sentence, names: names, wordsOfNames: wordsOfNames) {
        // "Sydney Opera House" is no woman.
        return isProminent(name) ? .fair : .strong
      }
      if !isProminent(name) { return .weak }
    }
    guard !sentence.isTitleCase else { return .none }
    if isAfterUnknownWord(first, in: sentence, wordsOfNames: wordsOfNames) { return .weak }
    return speaks(name, in: sentence) ? .weak : .none
  }

  private func hasTitle(before first: Int, in sentence: TextStructure.Sentence) -> Bool {
    guard first > sentence.words.lowerBound, text.words[first - 1].isCapitalized,
      isJoined(first - 1), !sentence.isTitleCase
    else { return false }
    return lexicon.titles.match(
      endingBefore: first, in: text, reaching: 3, notBefore: sentence.words.lowerBound) != nil
  }

  /// "George", or an initial after it, before a name.
  private func hasGivenName(
    before first: Int, in sentence: TextStructure.Sentence, names: [RecognizedName],
    wordsOfNames: [Int: Int]
  ) -> Bool {
    var word = first - 1
    guard word >= sentence.words.lowerBound, isJoined(word) else { return false }
    if isInitial(word), word > sentence.words.lowerBound, isJoined(word - 1) {
      word -= 1
      let previous = text.words[word]
      if previous.isCapitalized, previous.range.count > 1, lexicon.isUnknown(word, in: text) {
        return true
      }
    }
    guard text.words[word].isCapitalized, lexicon.givenNames.contains(text.words[word].hash) else {
      return false
    }
    // "St. Paul, Minnesota" has no given name, and "in Charlotte Harbor" none either.
    if let index = wordsOfNames[word], names[index].words.count > 1 { return false }
    return !isAfterLocationCue(word, in: sentence)
  }

  /// A given name before a word that may be a surname: "Virginia Woolf", "Christina Allen".
  private func isBeforeSurname(
    _ name: RecognizedName, in sentence: TextStructure.Sentence, names: [RecognizedName],
    wordsOfNames: [Int: Int]
  ) -> Bool {
    var word = name.words.upperBound
    guard word < sentence.words.upperBound, structure.isBlank(after: word - 1),
      !isAfterLocationCue(name.words.lowerBound, in: sentence)
    else { return false }
    if isInitial(word), word + 1 < sentence.words.upperBound, isJoined(word) { word += 1 }
    let next = text.words[word]
    guard next.isCapitalized, next.range.count > 1, lexicon.isUnknown(word, in: text),
      !sentence.isTitleCase || word > name.words.upperBound
    else { return false }
    guard let index = wordsOfNames[word] else { return true }
    return names[index].words.count == 1 && !names[index].isDemonym && !isLarge(names[index])
  }

  private func isAfterUnknownWord(
    _ first: Int, in sentence: TextStructure.Sentence, wordsOfNames: [Int: Int]
  ) -> Bool {
    guard first > sentence.words.lowerBound, isJoined(first - 1) else { return false }
    let previous = text.words[first - 1]
    return previous.isCapitalized && !previous.isAllCaps && previous.range.count > 1
      && wordsOfNames[first - 1] == nil && lexicon.isUnknown(first - 1, in: text)
  }

  /// "Lincoln said", "said Lincoln".
  private func speaks(_ name: RecognizedName, in sentence: TextStructure.Sentence) -> Bool {
    guard name.words.count == 1 else { return false }
    let next = name.words.upperBound
    if next < sentence.words.upperBound, structure.isBlank(after: next - 1),
      lexicon.speech.longestMatch(in: text, at: next, before: sentence.words.upperBound) != nil
    {
      return true
    }
    let previous = name.words.lowerBound - 1
    return previous >= sentence.words.lowerBound && structure.isBlank(after: previous)
      && lexicon.speech.match(
        endingBefore: previous + 1, in: text, reaching: 1, notBefore: sentence.words.lowerBound)
        != nil
  }

  // MARK: - For a place

  /// Whether words beside a name say that it is a place.
  private func isPlace(
    _ index: Int, of names: [RecognizedName], in sentence: TextStructure.Sentence
  ) -> Bool {
    let name = names[index]
    if isAfterLocationCue(name.words.lowerBound, in: sentence) { return true }
    let next = name.words.upperBound
    guard next < sentence.words.upperBound else { return false }
    if structure.isBlank(after: next - 1), isCivic(next, before: sentence.words.upperBound) {
      return true
    }
    guard index + 1 < names.count, names[index + 1].words.lowerBound == next,
      structure.gap(after: next - 1, holds: ",")
    else { return false }
    return isLarge(names[index + 1])
  }

  /// Whether a word is what towns have and people have not: residents, a police, a mayor, a school.
  private func isCivic(_ word: Int, before limit: Int) -> Bool {
    lexicon.placeNounsAfter.longestMatch(in: text, at: word, before: limit) != nil
      || lexicon.groups.longestMatch(in: text, at: word, before: limit) != nil
      || lexicon.sites.longestMatch(in: text, at: word, before: limit) != nil
      || text.words[word].isCapitalized
        && lexicon.titles.longestMatch(in: text, at: word, before: limit) != nil
  }

  private func isAfterLocationCue(_ first: Int, in sentence: TextStructure.Sentence) -> Bool {
    guard first > sentence.words.lowerBound, structure.isBlank(after: first - 1) else {
      return false
    }
    return lexicon.beforeLocation.match(
      endingBefore: first, in: text, reaching: 2, notBefore: sentence.words.lowerBound) != nil
  }

  // MARK: - Words

  /// Whether a word goes on in the next: white space, or the full stop of an abbreviation.
  private func isJoined(_ word: Int) -> Bool {
    if structure.isBlank(after: word) { return true }
    return structure.gap(after: word).first == UInt8(ascii: ".")
      && structure.gap(after: word).count == 2
      && (isInitial(word) || lexicon.abbreviations.contains(text.words[word].hash))
  }

  /// Whether a word is a capital letter with a full stop, as between a given name and a surname.
  private func isInitial(_ word: Int) -> Bool {
    text.words[word].range.count == 1 && text.words[word].isCapitalized
      && structure.gap(after: word).first == UInt8(ascii: ".")
  }

  private func isCountry(_ name: RecognizedName) -> Bool {
    name.named.contains { gazetteer.places[$0.place].kind == .country }
  }

  /// Whether a name may be that of a country or of a first-level division.
  private func isLarge(_ name: RecognizedName) -> Bool {
    name.named.contains {
      let kind = gazetteer.places[$0.place].kind
      return !$0.isDemonym && (kind == .country || kind == .admin1)
    }
  }

  /// Whether a name is so well known that weak evidence makes no person of it.
  private func isProminent(_ name: RecognizedName) -> Bool {
    isLarge(name)
      || name.named.contains {
        let place = gazetteer.places[$0.place]
        return !$0.isDemonym && $0.name.text == place.name
          && (place.kind == .capital || place.population ?? 0 >= Self.prominentPopulation)
      }
  }

  private static let prominentPopulation = 250_000
}
