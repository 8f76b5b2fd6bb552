internal import IncidentModel
internal import Toponymy

/// Drops ordinary words that are also names of places somewhere: "Reading", "Buffalo", "Split".
///
/// Such a word is a place where the words beside it say so: after "in" or "from", or before what holds
/// it ("Buffalo, New York"). A report that says so plainly means the place elsewhere too.
struct OrdinaryWords {
  let gazetteer: Gazetteer
  let lexicon: Lexicon
  let structure: TextStructure

  private var text: FoldedText { structure.text }

  /// Gives a reason to every name that is only a word.
  func drop(_ names: inout [RecognizedName]) {
    var cues: [UInt64: Int] = [:]
    for index in names.indices where isOrdinary(names[index]) {
      let word = names[index].words.lowerBound
      guard let number = structure.sentence(holding: word) else { continue }
      let sentence = structure.sentences[number]
      if isHeld(index, in: names) {
        cues[text.words[word].hash, default: 0] += 2
      } else if isCued(word, in: sentence) {
        cues[text.words[word].hash, default: 0] += 1
      } else {
        names[index].dropReason = Self.reason
      }
    }
    for index in names.indices where names[index].dropReason == Self.reason {
      let word = names[index].words.lowerBound
      guard cues[text.words[word].hash] ?? 0 >= 2, isInsideSentence(word), !isBeforeName(word)
      else { continue }
      names[index].dropReason = nil
    }
  }

  static let reason = "an ordinary word"

  private func isOrdinary(_ name: RecognizedName) -> Bool {
    guard name.dropReason == nil, !name.isPinned, name.words.count == 1 else { return false }
    let hash = text.words[name.words.lowerBound].hash
    return (lexicon.commonWords.contains(hash) || lexicon.functionWords.contains(hash))
      && !isAcronym(name)
  }

  /// "US" among words in small letters is no "us".
  private func isAcronym(_ name: RecognizedName) -> Bool {
    let word = name.words.lowerBound
    guard text.words[word].isAllCaps, name.named.contains(where: { $0.name.text == name.surface }),
      let number = structure.sentence(holding: word)
    else { return false }
    return structure.sentences[number].words.contains {
      text.words[$0].hasCase && text.words[$0].range.count > 2 && !text.words[$0].isAllCaps
    }
  }

  /// "Buffalo, New York": the next name, after a comma, holds a place of this name.
  private func isHeld(_ index: Int, in names: [RecognizedName]) -> Bool {
    guard index + 1 < names.count else { return false }
    let next = names[index + 1]
    let end = names[index].words.upperBound
    guard next.words.lowerBound == end, next.dropReason == nil,
      structure.gap(after: end - 1, holds: ",")
    else { return false }
    return next.named.contains { container in
      names[index].named.contains {
        !container.isDemonym
          && PlaceResolver.holds(gazetteer.places[container.place], gazetteer.places[$0.place])
      }
    }
  }

  /// A word for where, in small letters, right before: "in Reading", but not "Town Hall".
  private func isCued(_ word: Int, in sentence: TextStructure.Sentence) -> Bool {
    guard word > sentence.words.lowerBound, !sentence.isTitleCase,
      !lexicon.functionWords.contains(text.words[word].hash),
      !text.words[word - 1].isCapitalized || word - 1 == sentence.words.lowerBound,
      !isBeforeName(word)
    else { return false }
    return [lexicon.beforeLocation, lexicon.beforeOrigin].contains {
      $0.match(
        endingBefore: word, in: text, reaching: 2, notBefore: sentence.words.lowerBound) != nil
    }
  }

  private func isInsideSentence(_ word: Int) -> Bool {
    guard let number = structure.sentence(holding: word) else { return false }
    let sentence = structure.sentences[number]
    return word > sentence.words.lowerBound && !sentence.isTitleCase
      && text.words[word].isCapitalized
      && !lexicon.functionWords.contains(text.words[word].hash)
  }

  /// Whether a capitalised word of no known meaning goes on with the name: "Central State", "North
  /// Texas", "North-Western".
  private func isBeforeName(_ word: Int) -> Bool {
    guard word + 1 < text.words.count, text.words[word + 1].isCapitalized else { return false }
    let isJoined =
      structure.isBlank(after: word)
      || structure.gap(after: word).elementsEqual([UInt8(ascii: "-")])
    let limit = word + 2
    return isJoined && !structure.gap(after: word, holds: "\n")
      && lexicon.groups.longestMatch(in: text, at: word + 1, before: limit) == nil
      && lexicon.placeNounsAfter.longestMatch(in: text, at: word + 1, before: limit) == nil
      && lexicon.sites.longestMatch(in: text, at: word + 1, before: limit) == nil
      && lexicon.titles.longestMatch(in: text, at: word + 1, before: limit) == nil
      && lexicon.weekdays[text.words[word + 1].hash] == nil
  }
}
