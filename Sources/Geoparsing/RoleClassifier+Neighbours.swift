internal import IncidentModel
internal import Toponymy

/// Roles by the names and the clauses around: lists, containers, subjects and datelines.
extension RoleClassifier {
  /// A name after "," or "and" is used as the one before it: a list; after a settlement and a comma a
  /// larger place is its container.
  func listed(
    _ index: Int, after previous: Classification, in sentence: TextStructure.Sentence
  ) -> Classification? {
    let before = names[index - 1]
    let start = names[index].words.lowerBound
    let isNamedByKind = followsKind(index, after: before)
    let between = isNamedByKind ? 0 : start - before.words.upperBound
    guard before.words.lowerBound >= sentence.words.lowerBound, between <= 1,
      previous.role.isLocative
    else { return nil }
    let hasComma = structure.gap(after: before.words.upperBound - 1, holds: ",")
    if between == 0 {
      guard hasComma else { return nil }
      let held = candidates(before)
      // Municipalities stand in lists with each other; one is a container of what lies in it.
      let larger =
        isNamedByKind
        || candidates(names[index]).contains { area in
          area.place.kind.isArea
            && (area.place.kind != .municipality
              || held.contains { PlaceResolver.holds(area.place, $0.place) })
        }
      let smaller = held.first?.place.kind
      let noun = placeNounAfter(names[index], in: sentence)
      if larger, smaller.map({ !$0.isArea || $0 == .municipality }) ?? false,
        noun == nil || noun == .admin1 || noun == .region
      {
        return Classification(role: .container, reason: "holds the place before it")
      }
      return inList(after: previous)
    }
    let word = text.words[before.words.upperBound]
    guard lexicon.functionWords.contains(word.hash), word.range.count <= 3, !isPolity(names[index])
    else { return nil }
    if lexicon.beforeLocation.longestMatch(
      in: text, at: before.words.upperBound, before: start) != nil
    {
      return isHeld(before, by: names[index])
        ? Classification(role: .container, reason: "holds the place before it")
        : Classification(role: .location, reason: "after a word for where")
    }
    return inList(after: previous)
  }

  /// A name in a list is used as the one before it.
  private func inList(after previous: Classification) -> Classification {
    Classification(
      role: previous.role == .origin ? .origin : .location, reason: "in a list of places",
      kindCue: previous.kindCue)
  }

  /// Whether what a name stands for lies in an area of another name: "Akola in Maharashtra".
  private func isHeld(_ name: RecognizedName, by area: RecognizedName) -> Bool {
    let held = candidates(name)
    return candidates(area).contains { area in
      area.place.kind.isArea && held.contains { PlaceResolver.holds(area.place, $0.place) }
    }
  }

  /// "Corinto, in the department of Cauca": only words for a kind of area stand between two names.
  private func followsKind(_ index: Int, after before: RecognizedName) -> Bool {
    let end = names[index].words.lowerBound
    var word = before.words.upperBound
    guard word < end,
      structure.gap(after: word - 1, holds: ",")
        || lexicon.beforeLocation.longestMatch(in: text, at: word, before: end) != nil
    else { return false }
    for _ in 0...3 where word < end {
      if let noun = lexicon.placeNounsBefore.longestMatch(in: text, at: word, before: end),
        noun.match.words.upperBound == end
      {
        return noun.value.isArea
      }
      guard isSmallWord(word) else { return false }
      word += 1
    }
    return false
  }

  /// An article, or a preposition of place.
  private func isSmallWord(_ word: Int) -> Bool {
    lexicon.functionWords.contains(text.words[word].hash)
      || lexicon.beforeLocation.longestMatch(in: text, at: word, before: word + 1) != nil
  }

  /// "Zveçan, Zubin Potok and Leposavic municipalities": the noun at the end is said of all.
  func spreadKindsBackwards(_ results: inout [Classification]) {
    for index in results.indices.reversed().dropLast() {
      guard results[index].reason == "in a list of places" || results[index].kindCue != nil,
        let kind = results[index].kindCue, results[index - 1].kindCue == nil,
        results[index - 1].role.isLocative, results[index - 1].role != .dateline,
        names[index].words.lowerBound - names[index - 1].words.upperBound <= 1,
        structure.sentence(holding: names[index].words.lowerBound)
          == structure.sentence(holding: names[index - 1].words.lowerBound)
      else { continue }
      results[index - 1].kindCue = kind
      results[index - 1].role = .location
    }
  }

  /// A name that begins a clause and is followed by a word of lower case that is no preposition.
  func isSubject(_ name: RecognizedName, in sentence: TextStructure.Sentence) -> Bool {
    let start = name.words.lowerBound
    let begins =
      start == sentence.words.lowerBound || structure.gap(after: start - 1, holds: ",;:\"")
      || lexicon.clauseBreaks.match(
        endingBefore: start, in: text, reaching: 2, notBefore: sentence.words.lowerBound) != nil
    guard begins, name.words.upperBound < sentence.words.upperBound else { return false }
    let next = text.words[name.words.upperBound]
    return !next.isCapitalized
      && !structure.gap(after: name.words.upperBound - 1, holds: ",;:|»-")
  }

  /// Whether a sentence may be a dateline's: it opens one of the first paragraphs.
  func mayHoldDateline(_ number: Int) -> Bool {
    number == 0
      || number < 8
        && structure.sentences[number - 1].paragraph < structure.sentences[number].paragraph
  }

  /// "KOSOVO—Several hundred", "PRISTINA, June 1 (Agency) –", "Bamako, le 3 septembre 2023.": a name,
  /// and after it no more than names, a date and an agency before the dash, or the full stop.
  func isDateline(_ name: RecognizedName, in sentence: TextStructure.Sentence) -> Bool {
    guard name.words.lowerBound == sentence.words.lowerBound else { return false }
    let gap = structure.gap(after: name.words.upperBound - 1).drop { $0 == UInt8(ascii: " ") }
    let dash =
      gap.contains(UInt8(ascii: "(")) || gap.starts(with: [0xE2, 0x80])
      || gap.starts(with: "--".utf8)
    let shouts = text.words[name.words.lowerBound].isAllCaps && name.surface.utf8.count > 3
    return dash && !gap.starts(with: [0xE2, 0x80, 0x99])
      || shouts && gap.contains(UInt8(ascii: ","))
      || gap.first == UInt8(ascii: ",") && endsDateline(from: name.words.upperBound, in: sentence)
  }

  /// Whether from a word on a dateline goes on to its end, and names a month or a number on the way.
  private func endsDateline(from start: Int, in sentence: TextStructure.Sentence) -> Bool {
    var isDated = false
    for word in start..<min(sentence.words.upperBound, start + 10) {
      let isMonth = lexicon.months.contains(text.words[word].hash)
      let isNumber = text.startsWithDigit(text.words[word])
      guard
        isMonth || isNumber || text.words[word].isCapitalized
          || text.words[word].range.count <= 3
      else { return false }
      isDated = isDated || isMonth || isNumber
      let gap = structure.gap(after: word)
      let isDash =
        gap.contains(0xE2)
        || ["- ", "-- "].contains { mark in
          gap.contains(UInt8(ascii: " ")) && gap.suffix(mark.utf8.count).elementsEqual(mark.utf8)
            && gap.first != UInt8(ascii: "-")
        }
      if isDash { return isDated }
    }
    return isDated && sentence.words.count <= 8 && !sentence.isHeading
  }
}
