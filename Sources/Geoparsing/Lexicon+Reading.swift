internal import IncidentModel
internal import Toponymy

extension Lexicon {
  /// Reads a lexicon file.
  ///
  /// - Parameters:
  ///   - bytes: The file, UTF-8.
  ///   - path: Its path, for messages.
  ///   - language: The BCP 47 tag it is for.
  /// - Throws: ``LexiconError`` naming every faulty line at once.
  public init(_ bytes: [UInt8], path: String, language: String) throws(LexiconError) {
    self.init(language: language)
    let file = LexiconFile(bytes, path: path, sectionNames: Self.sectionNames)
    var faults = file.faults
    for section in file.sections {
      for entry in section.entries {
        if let fault = read(entry, of: section) {
          faults.append("\(path):\(entry.line): [\(section.name)] \(fault)")
        }
      }
    }
    guard faults.isEmpty else { throw LexiconError(faults: faults) }
  }

  static let sectionNames = [
    "function words", "common words", "before location", "after location", "before near",
    "before origin",
    "before metonym", "place nouns before", "place nouns after", "sites", "groups",
    "group of demonyms", "titles", "given names", "speech", "name parts", "named after places",
    "organisations", "name endings", "typed name endings", "name words", "compass words",
    "vague places before", "vague places after", "compass prefixes", "distance units",
    "clause breaks", "time shifts", "of them",
    "abbreviations", "teaser ends", "boilerplate", "numbers", "number joiners", "multipliers",
    "vague numbers",
    "qualifiers", "not counts", "number ranges", "number roles", "counted people", "aged people",
    "months", "weekdays", "dates", "before ongoing date", "before end of dates", "times of day",
    "before time of day", "clock times", "publication", "order of days", "events", "effects",
    "not an event:", "actors", "countries", "agents before", "agents after", "passive", "saying",
    "sources before", "sources after", "sources",
  ]

  /// Takes one entry in; returns what is wrong with it.
  private mutating func read(_ entry: LexiconFile.Entry, of section: LexiconFile.Section) -> String?
  {
    switch section.name {
    case "function words": return addWords(entry, to: \.functionWords)
    case "common words": return addWords(entry, to: \.commonWords)
    case "abbreviations": return addWords(entry, to: \.abbreviations)
    case "before location": return add(entry, to: \.beforeLocation, true)
    case "after location": return add(entry, to: \.afterLocation, true)
    case "number joiners": return addWords(entry, to: \.numberJoiners)
    case "before near": return add(entry, to: \.beforeNear, true)
    case "before origin": return add(entry, to: \.beforeOrigin, true)
    case "before metonym": return add(entry, to: \.beforeMetonym, true)
    case "place nouns before": return add(entry, to: \.placeNounsBefore, PlaceKind.init)
    case "place nouns after": return add(entry, to: \.placeNounsAfter, PlaceKind.init)
    case "sites": return add(entry, to: \.sites, entry.value)
    case "groups": return add(entry, to: \.groups, entry.value)
    case "group of demonyms":
      groupOfDemonyms = entry.patterns.first ?? groupOfDemonyms
      return nil
    case "titles": return add(entry, to: \.titles, true)
    case "given names": return addWords(entry, to: \.givenNames)
    case "speech": return add(entry, to: \.speech, true)
    case "name parts": return add(entry, to: \.nameParts, true)
    case "named after places": return add(entry, to: \.namedAfterPlaces, true)
    case "organisations": return addOrganisation(entry)
    case "actors": return add(entry, to: \.actors, ActorGroup.init)
    case "countries":
      for code in entry.patterns { countries[code] = entry.value }
      return entry.value.isEmpty ? "lacks a name" : nil
    case "agents before": return add(entry, to: \.agentsBefore, true)
    case "agents after": return add(entry, to: \.agentsAfter, true)
    case "passive": return add(entry, to: \.passive, true)
    case "saying": return add(entry, to: \.saying, true)
    case "sources before": return add(entry, to: \.sourcesBefore, true)
    case "sources after": return add(entry, to: \.sourcesAfter, true)
    case "sources": return add(entry, to: \.sources, true)
    case "name endings": return addNameEnding(entry, to: \.nameEndings)
    case "typed name endings": return addNameEnding(entry, to: \.typedNameEndings)
    case "name words": return addEqualWords(entry, to: \.nameWords)
    case "compass words": return addEqualWords(entry, to: \.compassWords)
    case "vague places before": return add(entry, to: \.vagueBefore, VagueRelation.init)
    case "vague places after": return add(entry, to: \.vagueAfter, VagueRelation.init)
    case "compass prefixes": return addCompassPrefix(entry)
    case "distance units": return addUnit(entry)
    case "clause breaks": return add(entry, to: \.clauseBreaks, true)
    case "time shifts": return add(entry, to: \.timeShifts, true)
    case "of them": return add(entry, to: \.ofThem, true)
    case "teaser ends": return add(entry, to: \.teaserEnds, true)
    case "boilerplate": return add(entry, to: \.boilerplate, true)
    case "numbers": return addNumbers(entry, to: \.numbers)
    case "multipliers": return addNumbers(entry, to: \.multipliers)
    case "vague numbers": return add(entry, to: \.vagueNumbers, Self.count)
    case "qualifiers": return add(entry, to: \.qualifiers, entry.value)
    case "not counts": return add(entry, to: \.notCounts, true)
    case "months": return addCalendarNames(entry, to: \.months, upTo: 12)
    case "weekdays": return addCalendarNames(entry, to: \.weekdays, upTo: 7)
    case "dates": return add(entry, to: \.dates, Self.dateRule)
    case "before ongoing date": return add(entry, to: \.beforeOngoingDate, true)
    case "number ranges": return add(entry, to: \.numberRanges, true)
    case "number roles": return add(entry, to: \.numberRoles, NumberRole.init)
    case "counted people": return add(entry, to: \.countedPeople, Self.countOfPeople)
    case "aged people": return add(entry, to: \.agedPeople, true)
    case "before end of dates": return add(entry, to: \.beforeEndOfDates, true)
    case "times of day": return add(entry, to: \.timesOfDay, DayHalf.init)
    case "before time of day": return add(entry, to: \.beforeTimeOfDay) { Self.isHour($0) }
    case "clock times": return add(entry, to: \.clockTimes, Self.clockTime)
    case "publication": return add(entry, to: \.publication, PublicationCue.init)
    case "order of days": return addDayOrder(entry)
    case "events": return add(entry, to: \.events) { _ in Self.eventRule(section) }
    case "effects": return add(entry, to: \.effects) { _ in Self.effectRule(section) }
    case "not an event:": return add(entry, to: \.suppressions) { _ in Self.suppression(section) }
    default: return "is no section"
    }
  }

  private mutating func add<Value>(
    _ entry: LexiconFile.Entry, to table: WritableKeyPath<Lexicon, PatternTable<Value>>,
    _ value: Value
  ) -> String? {
    add(entry, to: table) { _ in value }
  }

  private mutating func add<Value>(
    _ entry: LexiconFile.Entry, to table: WritableKeyPath<Lexicon, PatternTable<Value>>,
    _ makeValue: (String) -> Value?
  ) -> String? {
    guard let value = makeValue(entry.value) else {
      return entry.value.isEmpty
        ? "the section's head is not understood" : "cannot be read: \(entry.value)"
    }
    for text in entry.patterns {
      guard let pattern = LexicalPattern(text) else { return "no pattern: \(text)" }
      self[keyPath: table].add(pattern, value)
    }
    return nil
  }

  private mutating func addWords(
    _ entry: LexiconFile.Entry, to set: WritableKeyPath<Lexicon, Set<UInt64>>
  ) -> String? {
    for text in entry.patterns {
      for word in FoldedText(text).words { self[keyPath: set].insert(word.hash) }
    }
    return nil
  }

  private mutating func addNumbers(
    _ entry: LexiconFile.Entry, to numbers: WritableKeyPath<Lexicon, [UInt64: Int]>
  ) -> String? {
    guard let value = Int(entry.value) else { return "lacks a number" }
    for text in entry.patterns {
      guard let word = FoldedText(text).words.first else { return "no word: \(text)" }
      self[keyPath: numbers][word.hash] = value
    }
    return nil
  }

  private mutating func addCalendarNames(
    _ entry: LexiconFile.Entry,
    to names: WritableKeyPath<Lexicon, [UInt64: CapitalizedNumber]>, upTo limit: Int
  ) -> String? {
    guard let value = Int(entry.value), (1...limit).contains(value) else {
      return "lacks a number from 1 to \(limit)"
    }
    for text in entry.patterns {
      guard let word = FoldedText(text).words.first else { return "no word: \(text)" }
      self[keyPath: names][word.hash] = CapitalizedNumber(
        number: value, mustBeCapitalized: word.isCapitalized)
    }
    return nil
  }

  /// `-ut = `: the ending, and what stands in its place.
  private mutating func addNameEnding(
    _ entry: LexiconFile.Entry, to endings: WritableKeyPath<Lexicon, [NameEnding]>
  ) -> String? {
    let replacement = FoldedText(entry.value.replacing("-", with: ""))
    for text in entry.patterns {
      guard text.hasPrefix("-"), let word = FoldedText(text).words.first else {
        return "no ending: \(text)"
      }
      let folded = FoldedText(text)
      self[keyPath: endings].append(
        NameEnding(
          ending: Array(folded.folded(word)),
          replacement: replacement.words.first.map { Array(replacement.folded($0)) } ?? []))
    }
    self[keyPath: endings].sort { $0.ending.count > $1.ending.count }
    return nil
  }

  private mutating func addEqualWords(
    _ entry: LexiconFile.Entry, to groups: WritableKeyPath<Lexicon, [EqualWords]>
  ) -> String? {
    guard !entry.value.isEmpty else { return "lacks what the words mean" }
    let forms = entry.patterns.map { pattern in
      let text = FoldedText(pattern)
      return text.words.map { Array(text.folded($0)) }
    }
    guard !forms.contains([]) else { return "no word: \(entry.patterns.joined(separator: ", "))" }
    self[keyPath: groups].append(EqualWords(meaning: entry.value, forms: forms))
    return nil
  }

  private mutating func addCompassPrefix(_ entry: LexiconFile.Entry) -> String? {
    guard let relation = VagueRelation("part \(entry.value)") else { return "lacks a direction" }
    for text in entry.patterns {
      let folded = FoldedText(text)
      guard let word = folded.words.first else { return "no word: \(text)" }
      compassPrefixes.append(
        CompassPrefix(prefix: Array(folded.folded(word)), relation: relation))
    }
    return nil
  }

  private mutating func addUnit(_ entry: LexiconFile.Entry) -> String? {
    guard let length = Double(entry.value), length > 0, length.isFinite else {
      return "lacks a number of metres"
    }
    for text in entry.patterns {
      guard let word = FoldedText(text).words.first else { return "no word: \(text)" }
      distanceUnits[word.hash] = length
    }
    return nil
  }

  private static func eventRule(_ section: LexiconFile.Section) -> EventRule? {
    guard let (type, subType) = kind(section.argument) else { return nil }
    let countField = section.options["counts"].flatMap(ClaimField.init)
    if section.options["counts"] != nil, countField == nil { return nil }
    return EventRule(
      type: type, subType: subType, countField: countField,
      countsWhenAnnounced: section.options["announced"] != nil,
      needsDateNearby: section.options["near"] != nil)
  }

  private static func effectRule(_ section: LexiconFile.Section) -> EffectRule? {
    let sides = section.argument.split(separator: "=").map { String(trimmed($0)) }
    guard sides.count == 2, let field = ClaimField(rawValue: sides[0]),
      let (type, subType) = kind(sides[1])
    else { return nil }
    return EffectRule(field: field, type: type, subType: subType)
  }

  private static func suppression(_ section: LexiconFile.Section) -> Suppression? {
    guard !section.argument.isEmpty, let reach = section.options["within"].flatMap({ Int($0) })
    else { return nil }
    return Suppression(
      reason: section.argument, reach: reach,
      reachBefore: section.options["after"].flatMap { Int($0) } ?? 0)
  }

  /// Splits `Explosions/Remote violence/Grenade` into the type and the sub-type.
  private static func kind(_ text: String) -> (EventType, String)? {
    for type in EventType.allCases where text.hasPrefix(type.rawValue + "/") {
      return (type, String(text.dropFirst(type.rawValue.count + 1)))
    }
    return nil
  }
}
