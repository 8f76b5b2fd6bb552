package import IncidentModel
package import Toponymy

/// What one language's words mean for reading reports: the content of `Data/lexicon/<tag>.lexicon`.
///
/// Adding a language is adding a file: no rule of the program knows a language. The form of the files
/// is described in `Data/lexicon/README.md`. The words of its patterns are numbered, and texts that are
/// numbered by it are asked about integers: see ``PatternTable``.
public final class Lexicon: Sendable {
  /// The BCP 47 tag, from the file's name; `und` for what holds in every language.
  public let language: String
  /// What it was made of.
  let file: LexiconFile
  /// What holds in every language, where that was taken in.
  let common: Lexicon?
  /// What numbers the words of texts in the language.
  let numbering: WordNumbering
  /// For each number, a bit for each table of which a pattern may begin with it.
  let marks: [UInt64]

  // MARK: Places

  package let functionWords: HashSet
  package let commonWords: HashSet
  package let beforeLocation: PatternTable<Bool>
  package let afterLocation: PatternTable<Bool>
  package let beforeNear: PatternTable<Bool>
  package let beforeOrigin: PatternTable<Bool>
  package let beforeMetonym: PatternTable<Bool>
  package let placeNounsBefore: PatternTable<PlaceKind>
  package let placeNounsAfter: PatternTable<PlaceKind>
  package let sites: PatternTable<String>
  package let groups: PatternTable<String>
  package let groupOfDemonyms: String
  package let titles: PatternTable<Bool>
  package let givenNames: HashSet
  package let speech: PatternTable<Bool>
  package let nameParts: PatternTable<Bool>
  package let namedAfterPlaces: PatternTable<Bool>
  package let organisations: PatternTable<Organisation>
  package let acronyms: [Acronym]
  package let actors: PatternTable<ActorGroup>
  /// The names of countries in English by ISO 3166-1 alpha-2 code.
  package let countries: [String: String]
  package let nameEndings: [NameEnding]
  package let typedNameEndings: [NameEnding]
  package let nameWords: [EqualWords]
  package let compassWords: [EqualWords]
  /// What the language says of the forms of names, and the forms by these rules alone.
  let nameRules: NameVariants.Rules
  let nameVariants: NameVariants
  package let vagueBefore: PatternTable<VagueRelation>
  package let vagueAfter: PatternTable<VagueRelation>
  package let compassPrefixes: [CompassPrefix]
  package let distanceUnits: HashedValues<Double>

  // MARK: Sentences

  package let clauseBreaks: PatternTable<Bool>
  package let timeShifts: PatternTable<Bool>
  package let sequels: PatternTable<Bool>
  package let abbreviations: HashSet
  package let teaserEnds: PatternTable<Bool>
  package let teaserStarts: PatternTable<Bool>
  package let commentStarts: PatternTable<Bool>
  package let boilerplate: PatternTable<Bool>

  // MARK: Numbers and dates

  package let numbers: HashedValues<Int>
  /// Marks the words that a number may begin with.
  private let numberMark: UInt64
  package let multipliers: HashedValues<Int>
  package let numberJoiners: HashSet
  package let vagueNumbers: PatternTable<Count>
  package let qualifiers: PatternTable<String>
  package let notCounts: PatternTable<Bool>
  package let ofThem: PatternTable<Bool>
  package let numberRanges: PatternTable<Bool>
  package let numberRoles: PatternTable<NumberRole>
  package let countedPeople: PatternTable<Count?>
  package let agedPeople: PatternTable<Bool>
  package let months: HashedValues<CapitalizedNumber>
  package let weekdays: HashedValues<CapitalizedNumber>
  package let dates: PatternTable<DateRule>
  package let beforeOngoingDate: PatternTable<Bool>
  package let beforeEndOfDates: PatternTable<Bool>
  package let timesOfDay: PatternTable<DayHalf>
  package let beforeTimeOfDay: PatternTable<Bool>
  package let clockTimes: PatternTable<Int>
  package let publication: PatternTable<PublicationCue>
  /// Which of two numbers in a date comes first, by publishers' countries; `any` where none is known.
  package let ordersOfDays: [String: DayOrder]

  // MARK: Events

  package let events: PatternTable<EventRule>
  package let effects: PatternTable<EffectRule>
  package let suppressions: PatternTable<Suppression>
  package let agentsBefore: PatternTable<Bool>
  package let agentsAfter: PatternTable<Bool>
  package let passive: PatternTable<Bool>

  // MARK: Who says so

  package let saying: PatternTable<Bool>
  package let sayingLast: PatternTable<Bool>
  package let sourcesBefore: PatternTable<Bool>
  package let sourcesAfter: PatternTable<Bool>
  package let sources: PatternTable<Bool>

  /// Reads a lexicon file.
  ///
  /// - Parameters:
  ///   - bytes: The file, UTF-8.
  ///   - path: Its path, for messages.
  ///   - language: The BCP 47 tag it is for.
  ///   - common: What holds in every language.
  /// - Throws: ``LexiconError`` naming every faulty line at once.
  public convenience init(
    _ bytes: [UInt8], path: String, language: String, common: Lexicon? = nil
  ) throws(LexiconError) {
    let file = LexiconFile(bytes, path: path, sectionNames: LexiconReader.sectionNames)
    var reader = LexiconReader(file, common: common?.file)
    self.init(&reader, language: language, common: common)
    guard reader.faults.isEmpty else { throw LexiconError(faults: reader.faults) }
  }

  /// The same together with what holds in every language.
  convenience init(_ lexicon: Lexicon, common: Lexicon) {
    var reader = LexiconReader(lexicon.file, common: common.file)
    self.init(&reader, language: lexicon.language, common: common)
  }

  /// A lexicon that knows no word.
  static var empty: Lexicon {
    var reader = LexiconReader(LexiconFile([], path: "", sectionNames: []), common: nil)
    return Lexicon(&reader, language: "und", common: nil)
  }

  private init(_ reader: inout LexiconReader, language: String, common: Lexicon?) {
    self.language = language
    self.common = common
    file = reader.file
    numbering = reader.numbering

    functionWords = reader.words("function words")
    commonWords = reader.words("common words")
    beforeLocation = reader.patterns("before location")
    afterLocation = reader.patterns("after location")
    beforeNear = reader.patterns("before near")
    beforeOrigin = reader.patterns("before origin")
    beforeMetonym = reader.patterns("before metonym")
    placeNounsBefore = reader.patterns("place nouns before", PlaceKind.init)
    placeNounsAfter = reader.patterns("place nouns after", PlaceKind.init)
    sites = reader.patterns("sites") { $0 }
    groups = reader.patterns("groups") { $0 }
    groupOfDemonyms =
      reader.entries("group of demonyms").compactMap(\.patterns.first?.text).last
      ?? "civilians"
    titles = reader.patterns("titles")
    givenNames = reader.words("given names", withCommon: true)
    speech = reader.patterns("speech")
    nameParts = reader.patterns("name parts")
    namedAfterPlaces = reader.patterns("named after places")
    organisations = reader.organisations()
    acronyms = reader.acronyms()
    actors = reader.patterns("actors", ActorGroup.init)
    countries = reader.countries()
    nameEndings = reader.nameEndings("name endings")
    typedNameEndings = reader.nameEndings("typed name endings")
    nameWords = reader.equalWords("name words")
    compassWords = reader.equalWords("compass words")
    vagueBefore = reader.patterns("vague places before", VagueRelation.init)
    vagueAfter = reader.patterns("vague places after", VagueRelation.init)
    compassPrefixes = reader.compassPrefixes()
    nameRules = NameVariants.Rules(
      endings: nameEndings, typedEndings: typedNameEndings, prefixes: compassPrefixes,
      nameWords: nameWords, compassWords: compassWords)
    nameVariants = NameVariants([nameRules])
    distanceUnits = reader.distanceUnits()

    clauseBreaks = reader.patterns("clause breaks")
    timeShifts = reader.patterns("time shifts")
    sequels = reader.patterns("sequels")
    abbreviations = reader.words("abbreviations")
    teaserEnds = reader.patterns("teaser ends")
    teaserStarts = reader.patterns("teaser starts")
    commentStarts = reader.patterns("comment starts")
    boilerplate = reader.patterns("boilerplate")

    reader.setClasses()
    numbers = reader.numbers("numbers")
    multipliers = reader.numbers("multipliers")
    numberJoiners = reader.words("number joiners")
    vagueNumbers = reader.patterns("vague numbers", LexiconReader.count)
    numberRanges = reader.patterns("number ranges")
    // Numbers in the patterns of dates and people may be vague, or ranges.
    numberMark = reader.markNumbers([vagueNumbers.patterns, numberRanges.patterns])
    qualifiers = reader.patterns("qualifiers") { $0 }
    notCounts = reader.patterns("not counts")
    ofThem = reader.patterns("of them")
    numberRoles = reader.patterns("number roles", NumberRole.init)
    countedPeople = reader.patterns("counted people", LexiconReader.countOfPeople)
    agedPeople = reader.patterns("aged people")
    months = reader.calendarNames("months", upTo: 12)
    weekdays = reader.calendarNames("weekdays", upTo: 7)
    dates = reader.patterns("dates", LexiconReader.dateRule)
    beforeOngoingDate = reader.patterns("before ongoing date")
    beforeEndOfDates = reader.patterns("before end of dates")
    timesOfDay = reader.patterns("times of day", DayHalf.init)
    beforeTimeOfDay = reader.patterns("before time of day", LexiconReader.isHour)
    clockTimes = reader.patterns("clock times", LexiconReader.clockTime)
    publication = reader.patterns("publication", PublicationCue.init)
    ordersOfDays = reader.ordersOfDays()

    events = reader.patternsByHead("events", LexiconReader.eventRule)
    effects = reader.patternsByHead("effects", LexiconReader.effectRule)
    suppressions = reader.patternsByHead("not an event:", LexiconReader.suppression)
    agentsBefore = reader.patterns("agents before")
    agentsAfter = reader.patterns("agents after")
    passive = reader.patterns("passive")

    saying = reader.patterns("saying")
    sayingLast = reader.patterns("saying last")
    sourcesBefore = reader.patterns("sources before")
    sourcesAfter = reader.patterns("sources after")
    sources = reader.patterns("sources")

    marks = reader.marks
  }

  /// The organisations named in a range of words, in its order.
  package func organisations(
    in text: FoldedText, words: Range<Int>
  ) -> [(words: Range<Int>, organisation: Organisation)] {
    organisations.matches(in: text, words: words)
      .filter { match, organisation in
        !organisation.mustBeCapitals || text.words[match.words.lowerBound].isAllCaps
      }
      .map { ($0.match.words, $0.value) }
  }

  /// Whether a number, in digits or words, exact or vague, may begin at a word: `false` is certain, and
  /// cheap to learn.
  package func mayBeginNumber(at word: Int, in text: FoldedText) -> Bool {
    text.marks(ofWord: word, by: numbering).map { $0 & numberMark != 0 } ?? true
  }

  /// Whether a word is nothing the lexicon knows: a capitalised one may then be a part of a name.
  func isUnknown(_ word: Int, in text: FoldedText) -> Bool {
    let hash = text.words[word].hash
    if functionWords.contains(hash) || commonWords.contains(hash) || months.contains(hash)
      || weekdays.contains(hash)
    {
      return false
    }
    let limit = word + 1
    return beforeLocation.longestMatch(in: text, at: word, before: limit) == nil
      && placeNounsAfter.longestMatch(in: text, at: word, before: limit) == nil
      && sites.longestMatch(in: text, at: word, before: limit) == nil
      && nameParts.longestMatch(in: text, at: word, before: limit) == nil
      && groups.longestMatch(in: text, at: word, before: limit) == nil
      && titles.longestMatch(in: text, at: word, before: limit) == nil
      && organisations.longestMatch(in: text, at: word, before: limit) == nil
  }
}
