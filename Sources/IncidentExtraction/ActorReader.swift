internal import Geoparsing
internal import IncidentModel
internal import Toponymy

/// Finds whom a sentence names: organisations, and groups of people with what qualifies them.
///
/// "KFOR", "Kosovo police", "policia e Kosovës", "Serb protesters", "gunmen", "two Albanians".
struct ActorReader {
  let structure: TextStructure
  let lexicon: Lexicon
  /// The sentence's mentions of countries, towns and peoples.
  let mentions: [Geoparser.LocatedMention]
  let lands: LandReader
  let misspelt: MisspeltActors

  private var text: FoldedText { structure.text }

  /// The actors of a sentence, in its order.
  func actors(in words: Range<Int>) -> [ActorMention] {
    var found = lexicon.organisations(in: text, words: words).map { match, organisation in
      ActorMention(
        words: match,
        identity: organisation.type.map { .named(organisation.name, $0) }
          ?? .group(.government, country: organisation.name),
        population: organisation.kind, isTelling: organisation.type != nil)
    }
    for word in words {
      guard let reading = misspelt.readings[word], let type = reading.organisation.type else {
        continue
      }
      found.append(
        ActorMention(
          words: word..<word + 1, identity: .named(reading.organisation.name, type),
          population: reading.organisation.kind, isTelling: true, reason: reading.reason))
    }
    for (match, group, population) in groups(in: words) {
      let (range, land) = qualified(match, in: words)
      if found.contains(where: { $0.words.overlaps(range) }) { continue }
      let isTelling = range != match || Self.telling.contains(population)
      found.append(
        ActorMention(
          words: range, identity: .group(group, country: land), population: population,
          isTelling: isTelling))
    }
    for person in mentions where person.mention.role == .demonym {
      guard let land = land(of: person),
        !found.contains(where: { $0.words.overlaps(person.words) })
      else { continue }
      let modifier = mentions.first { $0.words.upperBound == person.words.lowerBound }
      let isName =
        person.words.upperBound < words.upperBound
        && text.words[person.words.upperBound].isCapitalized
      found.append(
        ActorMention(
          words: (modifier?.words.lowerBound ?? person.words.lowerBound)..<person.words.upperBound,
          identity: .land(modifier.flatMap(self.land) ?? land),
          population: lexicon.groupOfDemonyms, isTelling: !isName))
    }
    return found.sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  private static let telling: Set = ["protesters", "armed group", "police", "soldiers"]

  // MARK: - Groups

  /// The nouns for people, by the lexicon's words for actors where it has one there, else by the
  /// population of its counts.
  private func groups(
    in words: Range<Int>
  ) -> [(words: Range<Int>, group: ActorGroup, population: String)] {
    let own = lexicon.actors.matches(in: text, words: words).map {
      (words: $0.match.words, group: $0.value, population: Self.population(of: $0.value))
    }
    let counted = lexicon.groups.matches(in: text, words: words).compactMap {
      match, population -> (words: Range<Int>, group: ActorGroup, population: String)? in
      // "The injured" says what happened to people, not who they are.
      if lexicon.effects.longestMatch(
        in: text, at: match.words.lowerBound, before: match.words.upperBound) != nil
      {
        return nil
      }
      if let better = own.first(where: { $0.words.overlaps(match.words) }) {
        return better.words == match.words || better.words.count >= match.words.count
          ? nil : Self.group(of: population).map { (match.words, $0, population) }
      }
      return Self.group(of: population).map { (match.words, $0, population) }
    }
    let kept = own.filter { actor in !counted.contains { $0.words.overlaps(actor.words) } }
    return joined((kept + counted).sorted { $0.words.lowerBound < $1.words.lowerBound })
  }

  /// "riot police officers", "membres de gangs": nouns that follow each other name the same people, the
  /// last of them in the languages where it is the head.
  private func joined(
    _ groups: [(words: Range<Int>, group: ActorGroup, population: String)]
  ) -> [(words: Range<Int>, group: ActorGroup, population: String)] {
    var joined: [(words: Range<Int>, group: ActorGroup, population: String)] = []
    for next in groups {
      guard let last = joined.last, last.words.upperBound == next.words.lowerBound,
        structure.isBlank(after: last.words.upperBound - 1), last.population == next.population
      else {
        joined.append(next)
        continue
      }
      joined[joined.count - 1].words = last.words.lowerBound..<next.words.upperBound
    }
    return joined
  }

  private static func group(of population: String) -> ActorGroup? {
    switch population {
    case "soldiers": .military
    case "police": .police
    case "protesters": .protesters
    case "armed group": .armedGroup
    case "civilians", "journalists": .civilians
    case "officials": .government
    default: nil
    }
  }

  private static func population(of group: ActorGroup) -> String {
    switch group {
    case .military: "soldiers"
    case .police: "police"
    case .protesters, .rioters: "protesters"
    case .armedGroup, .gang: "armed group"
    case .civilians: "civilians"
    case .government, .localGovernment: "officials"
    }
  }

  // MARK: - Countries

  /// A noun for people with the country before or after it, and that country's name.
  private func qualified(
    _ group: Range<Int>, in sentence: Range<Int>
  ) -> (words: Range<Int>, country: String?) {
    for mention in mentions.reversed() where mention.words.upperBound <= group.lowerBound {
      guard areBeside(mention.words.upperBound, group.lowerBound, smallWords: false) else { break }
      if let land = land(of: mention) { return (mention.words.lowerBound..<group.upperBound, land) }
    }
    for mention in mentions where mention.words.lowerBound > group.upperBound {
      guard areBeside(group.upperBound, mention.words.lowerBound, smallWords: true) else { break }
      if let land = land(of: mention) { return (group.lowerBound..<mention.words.upperBound, land) }
    }
    // "russischen Truppen", "soldats russes"
    for (word, gap) in [
      (group.lowerBound - 1, group.lowerBound - 1), (group.upperBound, group.upperBound - 1),
    ] where sentence.contains(word) && structure.isBlank(after: gap) {
      if let land = lands.land(at: word) {
        return (min(word, group.lowerBound)..<max(word + 1, group.upperBound), land)
      }
    }
    return (group, nil)
  }

  /// Whether at most two words stand between, small ones or others, and no punctuation.
  private func areBeside(_ end: Int, _ start: Int, smallWords: Bool) -> Bool {
    guard start - end <= 2, end > 0 else { return false }
    for word in end - 1..<start {
      if structure.gap(after: word, holds: ".,;:()!?") { return false }
      guard word >= end else { continue }
      let isSmall = lexicon.functionWords.contains(text.words[word].hash)
      if isSmall != smallWords
        || lexicon.clauseBreaks.longestMatch(
          in: text, at: word, before: start) != nil
      {
        return false
      }
    }
    return true
  }

  /// The country of a mention that is no place on the ground.
  private func land(of mention: Geoparser.LocatedMention) -> String? {
    switch mention.mention.role {
    case .modifier, .demonym, .metonym:
      mention.mention.resolution.place.flatMap { place in
        place.kind == .country ? place.name : lexicon.countries[place.country]
      }
    case .location, .container, .dateline, .origin, .embedded, .dropped: nil
    }
  }
}
