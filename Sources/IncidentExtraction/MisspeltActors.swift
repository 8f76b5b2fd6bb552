internal import Geoparsing
internal import IncidentModel
internal import Toponymy

/// Takes a misspelt acronym for the actor that is meant: "ISFOR soldiers" in a report about KFOR.
///
/// Only words of four to seven capitals that nothing else knows, one letter away from an actor's acronym
/// or two from the fifth letter on, with its last three letters; and only where the report also has the
/// right spelling, or tells of the country where that actor serves.
struct MisspeltActors {
  /// What a misspelt word is taken for, and why.
  struct Reading {
    var organisation: Lexicon.Organisation
    var reason: String
  }

  /// The readings by the words' positions.
  let readings: [Int: Reading]

  init(
    structure: TextStructure, lexicon: Lexicon, mentions: [Geoparser.LocatedMention]
  ) {
    let text = structure.text
    let named = Set(
      mentions.filter { $0.mention.role != .dropped }.flatMap(\.words))
    let titles = structure.sentences.filter(\.isTitleCase).map(\.words)
    let strangers = text.words.indices.filter { word in
      let length = text.folded(text.words[word]).count
      return (4...7).contains(length) && text.words[word].isAllCaps && !named.contains(word)
        && lexicon.organisations.longestMatch(in: text, at: word, before: word + 1) == nil
        && !titles.contains { $0.contains(word) }
    }
    guard !strangers.isEmpty else {
      readings = [:]
      return
    }
    let own = Set(
      lexicon.organisations(in: text, words: text.words.indices).map(\.organisation.name))
    let countries = Set(mentions.compactMap(\.mention.resolution.place?.country))
    var readings: [Int: Reading] = [:]
    for word in strangers {
      let letters = Array(text.folded(text.words[word]))
      let near = lexicon.acronyms.compactMap { acronym -> (edits: Int, acronym: Lexicon.Acronym)? in
        let limit = letters.count > 4 ? 2 : 1
        guard acronym.letters.suffix(3) == letters.suffix(3),
          own.contains(acronym.organisation.name)
            || countries.contains(acronym.organisation.country)
        else { return nil }
        let edits = EditDistance(letters).distance(to: acronym.letters, upTo: limit)
        return edits <= limit ? (edits, acronym) : nil
      }
      let best = near.min {
        ($0.edits, $0.acronym.organisation.name) < ($1.edits, $1.acronym.organisation.name)
      }
      guard let best else { continue }
      let isNamed = own.contains(best.acronym.organisation.name)
      readings[word] = Reading(
        organisation: best.acronym.organisation,
        reason: "taken for \(best.acronym.organisation.name), "
          + "\(best.edits == 1 ? "a letter" : "two letters") away, "
          + (isNamed ? "which the report names" : "which serves in a country of the report"))
    }
    self.readings = readings
  }
}
