internal import Geoparsing
internal import IncidentModel
internal import Toponymy

/// Everything a sentence holds that an event may be made of.
struct SentenceFacts {
  let sentence: TextStructure.Sentence
  var dates: [DateMention]
  /// The words of every date, those of the publication's among them.
  let wordsOfDates: [Range<Int>]
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
  let actors: [ActorMention]
  /// Of the words that begin a clause, those that say what came before: "after".
  private let sequels: Set<Int>
  private let clauses: Clauses
  private let structure: TextStructure

  init(
    _ sentence: TextStructure.Sentence, structure: TextStructure, lexicon: Lexicon,
    mentions: [Geoparser.LocatedMention], lands: LandReader, misspelt: MisspeltActors,
    header: Range<Int>?, order: Lexicon.DayOrder? = nil
  ) {
    let own = Self.mentions(mentions, in: sentence.words)
    let text = structure.text
    self.sentence = sentence
    self.structure = structure
    let allDates = DateReader(lexicon: lexicon, structure: structure, order: order)
      .dates(in: sentence.words)
    wordsOfDates = allDates.map(\.words)
    let saying = lexicon.saying.matches(in: text, words: sentence.words).map(\.match.words)
    dates = allDates.compactMap { date in
      guard !(header?.overlaps(date.words) ?? false), !date.isEnd else { return nil }
      var date = date
      date.isOfSaying = Self.isOfSaying(date, saying, in: sentence, structure)
      return date
    }
    let demonyms = Set(own.filter { $0.mention.role == .demonym }.flatMap(\.words))
    quantityReader = QuantityReader(
      lexicon: lexicon, structure: structure, demonyms: demonyms,
      dates: allDates.map(\.words))
    quantities = quantityReader.quantities(in: sentence.words)
    // "Around 2000 people" and "2000 farmers" name no year.
    let counted = quantities.filter { $0.qualifier != nil || $0.words.count == 2 }.map(\.words)
    years = sentence.words.compactMap { word in
      guard text.words[word].range.count == 4, let year = text.number(text.words[word]),
        (1900...2100).contains(year), !counted.contains(where: { $0.contains(word) })
      else { return nil }
      return (word, year)
    }
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
    sequels = Set(
      lexicon.sequels.matches(in: text, words: sentence.words).map { $0.match.words.lowerBound })
    clauses = Clauses(of: sentence.words, structure: structure, lexicon: lexicon)
    actors = ActorReader(
      structure: structure, lexicon: lexicon, mentions: own, lands: lands, misspelt: misspelt
    ).actors(in: sentence.words)
  }

  /// Whether a date stands right after a verb of saying, or ends what one begins.
  ///
  /// For example: "said on Tuesday", "said a councillor on Wednesday."
  private static func isOfSaying(
    _ date: DateMention, _ saying: [Range<Int>], in sentence: TextStructure.Sentence,
    _ structure: TextStructure
  ) -> Bool {
    saying.contains { verb in
      let between = date.words.lowerBound - verb.upperBound
      guard (0...3).contains(between),
        !(verb.upperBound - 1..<date.words.lowerBound).contains(where: {
          structure.gap(after: $0, holds: ",;:")
        })
      else { return false }
      return between == 0 || date.words.upperBound == sentence.words.upperBound
        || structure.gap(after: date.words.upperBound - 1, holds: ",;:)")
    }
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

  /// The number without a noun that an event or effect counts.
  func bareQuantity(beside words: Range<Int>) -> Quantity? {
    quantityReader.bareQuantity(
      beside: words, in: sentence.words, besides: quantities.map(\.words))
  }

  /// How far two ranges of words are apart in meaning: words between, more where a clause ends there.
  func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int { clauses.distance(a, b) }

  /// Whether one small word at most stands between two ranges of words, as "and" or a comma does.
  func areListed(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.upperBound <= right.lowerBound else { return false }
    let between = left.upperBound..<right.lowerBound
    return between.count <= 1
      && between.allSatisfy { structure.text.words[$0].range.count <= 4 }
      && !(left.upperBound - 1..<right.lowerBound).contains {
        structure.gap(after: $0, holds: ";:()")
      }
  }

  /// Whether words are the name of a place.
  func isPlace(_ words: Range<Int>) -> Bool {
    (places + unresolvedPlaces).contains { $0.words == words }
  }

  /// Whether no clause ends between two ranges of words.
  func areInOneClause(_ a: Range<Int>, _ b: Range<Int>) -> Bool { clauses.areInOneClause(a, b) }

  /// Whether no clause of another time begins between two ranges of words.
  func areOfOneTime(_ a: Range<Int>, _ b: Range<Int>) -> Bool { clauses.areOfOneTime(a, b) }

  /// From when on something was that a sentence tells as the sequel of what it dates: "After clashes on
  /// Monday, NATO sent troops".
  func sequelDate(of words: Range<Int>) -> DateMention? {
    let dated = dates.last { date in
      DateAnchoring.isAnchor(date.expression) && !areInOneClause(date.words, words)
        && sequels.contains { sequel in
          sequel < date.words.lowerBound && date.words.lowerBound - sequel <= 8
            && areInOneClause(sequel..<sequel + 1, date.words)
            && !(sequel..<date.words.upperBound).overlaps(words)
        }
    }
    guard var since = dated else { return nil }
    since.expression = .span(since.expression, .daysBefore(0, 0))
    (since.basis, since.minuteOfDay) = (.span, nil)
    return since
  }

  /// The words of the clause before a word, at most so many.
  func clauseStart(before word: Int, reaching: Int) -> Int {
    clauses.start(before: word, reaching: reaching)
  }
}
