package import IncidentModel
package import Toponymy

/// What one language's words mean for reading reports: the content of `Data/lexicon/<tag>.lexicon`.
///
/// Adding a language is adding a file: no rule of the program knows a language. The form of the files
/// is described in `Data/lexicon/README.md`.
public struct Lexicon: Sendable {
  /// The BCP 47 tag, from the file's name; `und` for what holds in every language.
  public let language: String

  // MARK: Places

  package var functionWords: Set<UInt64> = []
  package var commonWords: Set<UInt64> = []
  package var beforeLocation = PatternTable<Bool>()
  package var afterLocation = PatternTable<Bool>()
  package var beforeNear = PatternTable<Bool>()
  package var beforeOrigin = PatternTable<Bool>()
  package var beforeMetonym = PatternTable<Bool>()
  package var placeNounsBefore = PatternTable<PlaceKind>()
  package var placeNounsAfter = PatternTable<PlaceKind>()
  package var sites = PatternTable<String>()
  package var groups = PatternTable<String>()
  package var groupOfDemonyms = "civilians"
  package var titles = PatternTable<Bool>()
  package var givenNames: Set<UInt64> = []
  package var speech = PatternTable<Bool>()
  package var nameParts = PatternTable<Bool>()
  package var namedAfterPlaces = PatternTable<Bool>()
  package var organisations = PatternTable<Organisation>()
  package var actors = PatternTable<ActorGroup>()
  package var countries: [String: String] = [:]
  package var nameEndings: [NameEnding] = []
  package var typedNameEndings: [NameEnding] = []
  package var nameWords: [EqualWords] = []
  package var compassWords: [EqualWords] = []
  package var vagueBefore = PatternTable<VagueRelation>()
  package var vagueAfter = PatternTable<VagueRelation>()
  package var compassPrefixes: [CompassPrefix] = []
  package var distanceUnits: [UInt64: Double] = [:]

  // MARK: Sentences

  package var clauseBreaks = PatternTable<Bool>()
  package var timeShifts = PatternTable<Bool>()
  package var abbreviations: Set<UInt64> = []
  package var teaserEnds = PatternTable<Bool>()
  package var boilerplate = PatternTable<Bool>()

  // MARK: Numbers and dates

  package var numbers: [UInt64: Int] = [:]
  package var multipliers: [UInt64: Int] = [:]
  package var numberJoiners: Set<UInt64> = []
  package var vagueNumbers = PatternTable<Count>()
  package var qualifiers = PatternTable<String>()
  package var notCounts = PatternTable<Bool>()
  package var ofThem = PatternTable<Bool>()
  package var numberRanges = PatternTable<Bool>()
  package var numberRoles = PatternTable<NumberRole>()
  package var countedPeople = PatternTable<Count?>()
  package var agedPeople = PatternTable<Bool>()
  package var months: [UInt64: CapitalizedNumber] = [:]
  package var weekdays: [UInt64: CapitalizedNumber] = [:]
  package var dates = PatternTable<DateRule>()
  package var beforeOngoingDate = PatternTable<Bool>()
  package var beforeEndOfDates = PatternTable<Bool>()
  package var timesOfDay = PatternTable<DayHalf>()
  package var beforeTimeOfDay = PatternTable<Bool>()
  package var clockTimes = PatternTable<Int>()
  package var publication = PatternTable<PublicationCue>()
  package var ordersOfDays: [String: DayOrder] = [:]

  // MARK: Events

  package var events = PatternTable<EventRule>()
  package var effects = PatternTable<EffectRule>()
  package var suppressions = PatternTable<Suppression>()
  package var agentsBefore = PatternTable<Bool>()
  package var agentsAfter = PatternTable<Bool>()
  package var passive = PatternTable<Bool>()

  // MARK: Who says so

  package var saying = PatternTable<Bool>()
  package var sourcesBefore = PatternTable<Bool>()
  package var sourcesAfter = PatternTable<Bool>()
  package var sources = PatternTable<Bool>()

  /// An organisation by its usual name, and what it is.
  package struct Organisation: Hashable, Sendable {
    package let name: String
    package let kind: String
    /// What it is as an actor; `nil` for what acts in no incident, such as a union of states.
    package let type: ActorType?
    /// The ISO 3166-1 alpha-2 code of the country it is known to act in, or empty.
    package let country: String
    /// Whether a text means it only in capitals, so that `SAF` is not "saf".
    package let mustBeCapitals: Bool
  }

  /// An ending that inflection puts on names, and what stands in its place in the basic form.
  package struct NameEnding: Hashable, Sendable {
    package let ending: [UInt8]
    package let replacement: [UInt8]
  }

  /// Words that stand for one another in names, each folded, and what they all mean.
  package struct EqualWords: Hashable, Sendable {
    /// What people are told they mean: `Saint`, or a wind of the compass.
    package let meaning: String
    /// Each form's words: `severna`, or `e veriut`.
    package let forms: [[[UInt8]]]
  }

  /// The beginning of a word that makes a part of the place that the rest of it names.
  package struct CompassPrefix: Hashable, Sendable {
    package let prefix: [UInt8]
    package let relation: VagueRelation
  }

  /// A number that a word stands for, and whether the word must be capitalised to do so.
  package struct CapitalizedNumber: Hashable, Sendable {
    package let number: Int
    package let mustBeCapitalized: Bool
  }

  /// What an event word makes.
  package struct EventRule: Hashable, Sendable {
    package let type: EventType
    package let subType: String
    /// The field that the number of people in it goes to.
    package let countField: ClaimField?
    /// Whether the announcement by who decides it counts.
    package let countsWhenAnnounced: Bool
    /// Whether only a date close by is the event's.
    package let needsDateNearby: Bool
  }

  /// What a word for an effect on people makes.
  package struct EffectRule: Hashable, Sendable {
    package let field: ClaimField
    /// The event that an effect told alone is.
    package let type: EventType
    package let subType: String
  }

  /// Why an event word beside a pattern is no current event, and up to how many words away.
  package struct Suppression: Hashable, Sendable {
    package let reason: String
    /// How many words the event word may come after the pattern.
    package let reach: Int
    /// How many words it may come before the pattern.
    package let reachBefore: Int
  }

  init(language: String) {
    self.language = language
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

  /// Whether a word is nothing the lexicon knows: a capitalised one may then be a part of a name.
  func isUnknown(_ word: Int, in text: FoldedText) -> Bool {
    let hash = text.words[word].hash
    if functionWords.contains(hash) || commonWords.contains(hash) || months[hash] != nil
      || weekdays[hash] != nil
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
