internal import Geoparsing
internal import IncidentModel
internal import Toponymy

/// Everything a sentence holds that an event may be made of.
struct SentenceFacts {
  let sentence: TextStructure.Sentence
  let dates: [DateMention]
  /// Every year the sentence names, as a date or beside a noun: "the 1999 earthquake".
  let years: [(word: Int, year: Int)]
  let quantities: [Quantity]
  let quantityReader: QuantityReader
  /// The mentions that are places on the ground and resolved.
  let places: [Geoparser.LocatedMention]
  /// The mentions that are places on the ground, but nobody knows which.
  let unresolvedPlaces: [Geoparser.LocatedMention]
  /// The governments and forces named by their country, the first first.
  let agents: [Geoparser.LocatedMention]
  let sites: [(words: Range<Int>, name: String)]
  let actors: [(words: Range<Int>, name: String, population: String)]
  private let clauses: Clauses

  init(
    _ sentence: TextStructure.Sentence, structure: TextStructure, lexicon: Lexicon,
    mentions: [Geoparser.LocatedMention], header: Range<Int>?
  ) {
    let own = Self.mentions(mentions, in: sentence.words)
    let text = structure.text
    self.sentence = sentence
    let allDates = DateReader(lexicon: lexicon, structure: structure).dates(in: sentence.words)
    dates = allDates.filter { date in !(header?.overlaps(date.words) ?? false) }
    years = sentence.words.compactMap { word in
      guard text.words[word].range.count == 4, let year = text.number(text.words[word]),
        (1900...2100).contains(year)
      else { return nil }
      return (word, year)
    }
    let people = own.filter { $0.mention.role == .demonym || $0.mention.role == .modifier }
    let demonyms = Set(own.filter { $0.mention.role == .demonym }.flatMap(\.words))
    quantityReader = QuantityReader(
      lexicon: lexicon, structure: structure, demonyms: demonyms,
      dates: allDates.map(\.words))
    quantities = quantityReader.quantities(in: sentence.words)
    let locative = own.filter { $0.mention.role.isLocative }
    places = own.filter {
      !$0.isPartOfArea && $0.mention.resolution.place != nil
        && ($0.mention.role.isLocative || $0.mention.area != nil)
    }
    unresolvedPlaces = locative.filter { $0.mention.resolution.place == nil }
    agents = own.filter {
      ($0.mention.role == .metonym || $0.mention.role == .modifier)
        && $0.mention.resolution.place?.kind == .country && $0.mention.area == nil
    }
    sites = lexicon.sites.matches(in: text, words: sentence.words).map {
      ($0.match.words, $0.value)
    }
    clauses = Clauses(of: sentence.words, structure: structure, lexicon: lexicon)
    actors = Self.actors(in: sentence.words, structure: structure, lexicon: lexicon, people: people)
  }

  /// The mentions that begin within some words; they are in the order of the text.
  private static func mentions(
    _ mentions: [Geoparser.LocatedMention], in words: Range<Int>
  ) -> [Geoparser.LocatedMention] {
    var (low, high) = (0, mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].words.lowerBound < words.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return Array(mentions[low...].prefix { $0.words.lowerBound < words.upperBound })
  }

  /// How far two ranges of words are apart in meaning: words between, more where a clause ends there.
  func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int { clauses.distance(a, b) }

  /// Whether no clause ends between two ranges of words.
  func areInOneClause(_ a: Range<Int>, _ b: Range<Int>) -> Bool { clauses.areInOneClause(a, b) }

  /// Whether no clause of another time begins between two ranges of words.
  func areOfOneTime(_ a: Range<Int>, _ b: Range<Int>) -> Bool { clauses.areOfOneTime(a, b) }

  /// The words of the clause before a word, at most so many.
  func clauseStart(before word: Int, reaching: Int) -> Int {
    clauses.start(before: word, reaching: reaching)
  }

  /// Organisations, and people with what qualifies them: "KFOR", "Kosovo Serbs", "Serb protesters".
  private static func actors(
    in words: Range<Int>, structure: TextStructure, lexicon: Lexicon,
    people: [Geoparser.LocatedMention]
  ) -> [(words: Range<Int>, name: String, population: String)] {
    let text = structure.text
    var found = lexicon.organisations.matches(in: text, words: words)
      .map { (words: $0.match.words, name: $0.value.name, population: $0.value.kind) }
    for (match, population) in lexicon.groups.matches(in: text, words: words) {
      let qualifier = people.filter { $0.words.upperBound == match.words.lowerBound }
      let start = qualifier.first?.words.lowerBound ?? match.words.lowerBound
      let range = start..<match.words.upperBound
      guard
        !qualifier.isEmpty
          || ["protesters", "armed group", "police", "soldiers"].contains(population),
        !found.contains(where: { $0.words.overlaps(range) })
      else { continue }
      found.append((range, structure.quote(range), population))
    }
    for person in people where person.mention.role == .demonym {
      guard !found.contains(where: { $0.words.overlaps(person.words) }),
        person.words.upperBound >= words.upperBound
          || !structure.text.words[person.words.upperBound].isCapitalized
      else { continue }
      let modifier = people.first { $0.words.upperBound == person.words.lowerBound }
      let range = (modifier?.words.lowerBound ?? person.words.lowerBound)..<person.words.upperBound
      found.append((range, structure.quote(range), lexicon.groupOfDemonyms))
    }
    return found.sorted { $0.words.lowerBound < $1.words.lowerBound }
  }
}
