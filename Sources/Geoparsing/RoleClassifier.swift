internal import IncidentModel
internal import Toponymy

/// Tells how a name is used in its sentence: a place on the ground, or something spoken of by a name.
///
/// A settlement is a place unless something says otherwise; a country, or a capital, stands for its
/// government unless something says that it is meant as a place.
struct RoleClassifier {
  let gazetteer: Gazetteer
  let lexicon: Lexicon
  let structure: TextStructure
  let names: [RecognizedName]

  var text: FoldedText { structure.text }

  /// A role, why, and the kind of place that words beside the name ask for.
  struct Classification {
    var role: MentionRole
    var reason: String
    var kindCue: PlaceKind?
    var isNear = false
    /// Whether a word beside the name says that it is where something is.
    var isSigned: Bool { reason != Self.unsigned }

    static let unsigned = "a place named without a sign of another use"
  }

  /// The classification of every name, in order.
  func classifications() -> [Classification] {
    var results: [Classification] = []
    for index in names.indices {
      results.append(classify(index, previous: results.last))
    }
    spreadKindsBackwards(&results)
    return results
  }

  private func classify(_ index: Int, previous: Classification?) -> Classification {
    let name = names[index]
    if let reason = name.dropReason { return Classification(role: .dropped, reason: reason) }
    guard let number = structure.sentence(holding: name.words.lowerBound) else {
      return Classification(role: .dropped, reason: "outside every sentence")
    }
    let sentence = structure.sentences[number]
    if name.isDemonym {
      return Classification(role: .demonym, reason: "people or things by their land")
    }
    if let embedded = embedding(name, in: sentence) { return embedded }
    let before = placeNounBefore(name, in: sentence)
    let after = placeNounAfter(name, in: sentence)
    let kindCue = after ?? before
    if index > 0, let previous, let role = listed(index, after: previous, in: sentence) {
      return Classification(
        role: role.role, reason: role.reason, kindCue: kindCue ?? role.kindCue,
        isNear: previous.isNear)
    }
    if mayHoldDateline(number), isDateline(name, in: sentence) {
      return Classification(role: .dateline, reason: "opens the report", kindCue: kindCue)
    }
    if kindCue != nil || hasSite(after: name, in: sentence) {
      let isNear = precedes(lexicon.beforeNear, name, in: sentence)
      return Classification(
        role: .location, reason: "beside a word for a kind of place", kindCue: kindCue,
        isNear: isNear)
    }
    if isPolity(name) || !precedes(lexicon.beforeLocation, name, in: sentence),
      let modifier = modifier(name, in: sentence)
    {
      return modifier
    }
    if isFollowed(by: lexicon.afterLocation, name, in: sentence) {
      return Classification(role: .location, reason: "before a word for where")
    }
    if precedes(lexicon.beforeOrigin, name, in: sentence), !isPolity(name) {
      return Classification(role: .origin, reason: "where something comes from")
    }
    if precedes(lexicon.beforeNear, name, in: sentence) {
      return Classification(role: .location, reason: "near it", isNear: true)
    }
    if isSubject(name, in: sentence), isPolity(name) {
      return Classification(role: .metonym, reason: "acts like a government")
    }
    if precedes(lexicon.beforeMetonym, name, in: sentence), isPolity(name) {
      return Classification(role: .metonym, reason: "spoken of like a government")
    }
    if precedes(lexicon.beforeLocation, name, in: sentence) {
      return Classification(role: .location, reason: "after a word for where")
    }
    if isPolity(name) {
      return Classification(role: .metonym, reason: "a country or capital without a word for where")
    }
    return Classification(role: .location, reason: Classification.unsigned)
  }

  /// Whether a name of people begins at a word; names are in the order of the text.
  private func isDemonym(at word: Int) -> Bool {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle].words.lowerBound < word { low = middle + 1 } else { high = middle }
    }
    return low < names.count && names[low].words.lowerBound == word && names[low].isDemonym
  }

  /// Whether the name most likely is that of a country, a capital or a seat of government.
  func isPolity(_ name: RecognizedName) -> Bool {
    !name.isDemonym && !name.candidates.isEmpty && name.candidates[0].place.kind.isPolity
  }

  func candidates(_ name: RecognizedName) -> [Candidate] {
    name.isDemonym ? [] : name.candidates
  }

  // MARK: - Cues before and after

  private func precedes(
    _ table: PatternTable<Bool>, _ name: RecognizedName, in sentence: TextStructure.Sentence
  ) -> Bool {
    let start = name.words.lowerBound
    if start > sentence.words.lowerBound, structure.gap(after: start - 1, holds: ",;:()|") {
      return false
    }
    // An article may stand between: "across the Balkans".
    for end in [start, start - 1] where end > sentence.words.lowerBound {
      if end < start, !lexicon.functionWords.contains(text.words[end].hash) { break }
      if table.match(
        endingBefore: end, in: text, reaching: 3, notBefore: sentence.words.lowerBound) != nil
      {
        return true
      }
    }
    return false
  }

  /// Whether an ending or postposition for where comes right after: Turkish "Priştine'de".
  private func isFollowed(
    by table: PatternTable<Bool>, _ name: RecognizedName, in sentence: TextStructure.Sentence
  ) -> Bool {
    let next = name.words.upperBound
    guard next < sentence.words.upperBound, !structure.gap(after: next - 1, holds: ",;:()|.")
    else { return false }
    return table.longestMatch(in: structure.text, at: next, before: sentence.words.upperBound)
      != nil
  }

  private func placeNounBefore(
    _ name: RecognizedName, in sentence: TextStructure.Sentence
  ) -> PlaceKind? {
    lexicon.placeNounsBefore.match(
      endingBefore: name.words.lowerBound, in: text, reaching: 3,
      notBefore: sentence.words.lowerBound)
  }

  func placeNounAfter(
    _ name: RecognizedName, in sentence: TextStructure.Sentence
  ) -> PlaceKind? {
    let next = name.words.upperBound
    guard next < sentence.words.upperBound, !structure.gap(after: next - 1, holds: ",;:()|.")
    else { return nil }
    return lexicon.placeNounsAfter.longestMatch(
      in: text, at: next, before: sentence.words.upperBound)?.value
  }

  /// "Zvečan municipality building", "Leposavić’s town hall": the place with a building in it.
  private func hasSite(after name: RecognizedName, in sentence: TextStructure.Sentence) -> Bool {
    guard !isPolity(name) else { return false }
    var next = name.words.upperBound
    if next < sentence.words.upperBound, text.words[next].range.count == 1 { next += 1 }
    guard next < sentence.words.upperBound else { return false }
    return lexicon.sites.longestMatch(in: text, at: next, before: sentence.words.upperBound) != nil
  }

  // MARK: - Other names and nouns

  /// A part of another name, such as a newspaper's or a treaty's.
  private func embedding(
    _ name: RecognizedName, in sentence: TextStructure.Sentence
  ) -> Classification? {
    let limit = sentence.words.upperBound
    var next = name.words.upperBound
    if next < limit, structure.isBlank(after: next - 1),
      lexicon.namedAfterPlaces.longestMatch(in: text, at: next, before: limit) != nil
    {
      return Classification(role: .embedded, reason: "something called after the place")
    }
    // "Belgrade-Pristina Dialogue": the pair is one name.
    while next < limit, structure.gap(after: next - 1).elementsEqual([UInt8(ascii: "-")]) {
      next += 1
    }
    let isPaired =
      next > name.words.upperBound
      || (name.words.lowerBound > sentence.words.lowerBound
        && structure.gap(after: name.words.lowerBound - 1).elementsEqual([UInt8(ascii: "-")]))
    for word in next..<min(limit, next + 1)
    where isPaired || (text.words[word].isCapitalized && !sentence.isTitleCase) {
      if !structure.gap(after: word - 1, holds: ",;:()|"),
        lexicon.nameParts.longestMatch(in: text, at: word, before: limit) != nil
      {
        return Classification(role: .embedded, reason: "part of another name")
      }
    }
    return nil
  }

  /// A name that qualifies a noun: "Kosovo police", "Kosovo Serbs", "Kosovo’s Prime Minister".
  private func modifier(
    _ name: RecognizedName, in sentence: TextStructure.Sentence
  ) -> Classification? {
    let limit = sentence.words.upperBound
    let next = name.words.upperBound
    guard next < limit, !structure.gap(after: next - 1, holds: ",;:()|") else { return nil }
    let isPossessive = text.words[next].range.count == 1
    let reach = min(limit, next + (isPossessive ? 4 : 3))
    for word in next..<reach {
      if word > next, structure.gap(after: word - 1, holds: ",;:()|") { break }
      let isGroup =
        lexicon.groups.longestMatch(in: text, at: word, before: limit) != nil
        || lexicon.titles.longestMatch(in: text, at: word, before: limit) != nil
      let isPeople = isDemonym(at: word)
      if isGroup || isPeople {
        guard isPolity(name) || word == next else { break }
        return Classification(role: .modifier, reason: "qualifies a noun")
      }
      if lexicon.functionWords.contains(text.words[word].hash) {
        if word == next { return nil }
        break
      }
    }
    if isPossessive, isPolity(name) {
      return Classification(role: .metonym, reason: "has something, as a country does")
    }
    return nil
  }
}
