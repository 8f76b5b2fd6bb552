internal import IncidentModel
internal import Toponymy

/// Gives the sections of a lexicon file their meaning, one after the other, and gathers what is wrong.
struct LexiconReader {
  typealias Section = LexiconFile.Section
  typealias Entry = LexiconFile.Entry

  let file: LexiconFile
  private let common: LexiconFile?
  /// What numbers the words of all patterns.
  let numbering: WordNumbering
  /// For each number, a bit for each table of which a pattern may begin with it.
  private(set) var marks: [UInt64]
  private var nextMark: UInt64 = 1
  private var classes: [LexicalPattern.Slot: Set<UInt32>] = [:]
  private var faultyEntries: [(line: Int, text: String)] = []

  /// Everything that is wrong in the file, in its order.
  var faults: [String] {
    file.faults + faultyEntries.sorted { $0.line < $1.line }.map(\.text)
  }

  /// Reads a file, and the sections that hold in every language from another.
  init(_ file: LexiconFile, common: LexiconFile?) {
    self.file = file
    self.common = common
    let sections = file.sections + (common?.sections ?? [])
    let patterns = sections.flatMap(\.entries).flatMap(\.patterns).compactMap(\.pattern)
    let sets = patterns.flatMap(\.elements).compactMap(\.wordSet)
    let named = sections.filter { Self.classSections.contains($0.name) }
      .flatMap(\.entries).flatMap(\.patterns).compactMap(Self.word)
    numbering = WordNumbering(
      words: sets.flatMap(\.whole) + named, beginnings: sets.flatMap(\.stems))
    marks = Array(repeating: 0, count: numbering.count)
  }

  static let sectionNames = [
    "function words", "common words", "before location", "after location", "before near",
    "before origin",
    "before metonym", "place nouns before", "place nouns after", "sites", "groups",
    "group of demonyms", "titles", "given names", "speech", "name parts", "named after places",
    "organisations", "name endings", "typed name endings", "name words", "compass words",
    "vague places before", "vague places after", "compass prefixes", "distance units",
    "clause breaks", "time shifts", "sequels", "of them",
    "abbreviations", "teaser ends", "teaser starts", "comment starts", "boilerplate", "numbers",
    "number joiners", "multipliers",
    "vague numbers",
    "qualifiers", "not counts", "number ranges", "number roles", "counted people", "aged people",
    "months", "weekdays", "dates", "before ongoing date", "before end of dates", "times of day",
    "before time of day", "clock times", "publication", "order of days", "events", "effects",
    "not an event:", "actors", "countries", "agents before",
    "agents after", "passive", "saying", "saying last",
    "sources before", "sources after", "sources",
  ]

  /// The sections of single words that classes in patterns stand for.
  private static let classSections = ["months", "weekdays", "numbers"]

  /// The entries of a section, in the file's order.
  func entries(_ name: String) -> [Entry] {
    file.sections.filter { $0.name == name }.flatMap(\.entries)
  }

  /// Says which words may begin what a class in a pattern stands for.
  mutating func setClasses() {
    func words(_ section: String) -> Set<UInt32> {
      Set(entries(section).flatMap(\.patterns).compactMap(Self.word).compactMap(numbering.number))
    }
    let figures = Set(numbering.figures)
    classes = [
      .day: figures, .year: figures, .month: words("months"), .weekday: words("weekdays"),
      .number: figures.union(words("numbers")),
    ]
  }

  /// Says that numbers may begin with the words of some patterns too, and marks all that may.
  mutating func markNumbers(_ patterns: [NumberedPatterns]) -> UInt64 {
    for patterns in patterns {
      classes[.number] = patterns.beginnings.flatMap { classes[.number]?.union($0) }
    }
    return mark(classes[.number].map { Array($0) })
  }

  // MARK: - Sections

  /// A set of words.
  mutating func words(_ name: String, withCommon: Bool = false) -> HashSet {
    var set = HashSet()
    for section in sections(name, withCommon: withCommon) {
      for text in section.entries.flatMap(\.patterns) {
        for word in FoldedText(text.text).words { set.insert(word.hash) }
      }
    }
    return set
  }

  /// Patterns that say nothing but that they are there.
  mutating func patterns(_ name: String) -> PatternTable<Bool> { patterns(name) { _ in true } }

  /// Patterns with the value of their entry.
  mutating func patterns<Value>(
    _ name: String, withCommon: Bool = false, _ value: (String) -> Value?
  ) -> PatternTable<Value> {
    table(sections(name, withCommon: withCommon)) { _, entry, _ in value(entry.value) }
  }

  /// Patterns with the value of their section's head.
  mutating func patternsByHead<Value>(
    _ name: String, _ value: (Section) -> Value?
  ) -> PatternTable<Value> {
    table(sections(name)) { section, _, _ in value(section) }
  }

  /// Organisations, those that hold in every language last.
  mutating func organisations() -> PatternTable<Lexicon.Organisation> {
    table(sections("organisations", withCommon: true)) { _, entry, pattern in
      Self.organisation(entry.value, named: pattern.text)
    }
  }

  /// The acronyms among the names of organisations, which misspelt ones may be taken for.
  func acronyms() -> [Lexicon.Acronym] {
    sections("organisations", withCommon: true).flatMap(\.entries).flatMap { entry in
      entry.patterns.compactMap { pattern -> Lexicon.Acronym? in
        let text = pattern.text
        guard text.count >= 4, text.allSatisfy({ $0.isASCII && $0.isUppercase }),
          let organisation = Self.organisation(entry.value, named: text),
          organisation.type != nil
        else { return nil }
        return Lexicon.Acronym(letters: Array(text.lowercased().utf8), organisation: organisation)
      }
    }
  }

  private mutating func table<Value>(
    _ sections: [Section], _ value: (Section, Entry, LexiconFile.Pattern) -> Value?
  ) -> PatternTable<Value> {
    var rows: [(pattern: LexicalPattern, value: Value)] = []
    for section in sections {
      for entry in section.entries {
        for text in entry.patterns {
          guard let value = value(section, entry, text) else {
            add(
              entry, section,
              entry.value.isEmpty
                ? "the section's head is not understood" : "cannot be read: \(entry.value)")
            break
          }
          guard let pattern = text.pattern else {
            add(entry, section, "no pattern: \(text.text)")
            break
          }
          rows.append((pattern, value))
        }
      }
    }
    let table = PatternTable(
      rows,
      words: NumberedPatterns.Words(numbering: numbering, mark: nextMark, classes: classes))
    _ = mark(table.patterns.beginnings)
    return table
  }

  /// Gives some numbers, or all, the next mark.
  private mutating func mark(_ numbers: [UInt32]?) -> UInt64 {
    precondition(nextMark != 0, "there are at most 64 tables of patterns")
    defer { nextMark <<= 1 }
    for number in numbers ?? marks.indices.map({ UInt32($0) }) { marks[Int(number)] |= nextMark }
    return nextMark
  }

  /// Numbers by words.
  mutating func numbers(_ name: String) -> HashedValues<Int> {
    values(name, "lacks a number") { entry, _ in Int(entry.value) }
  }

  /// Months or weekdays by words.
  mutating func calendarNames(
    _ name: String, upTo limit: Int
  ) -> HashedValues<Lexicon.CapitalizedNumber> {
    values(name, "lacks a number from 1 to \(limit)") { entry, word in
      guard let value = Int(entry.value), (1...limit).contains(value) else { return nil }
      return Lexicon.CapitalizedNumber(number: value, mustBeCapitalized: word.isCapitalized)
    }
  }

  /// Lengths in metres by words.
  mutating func distanceUnits() -> HashedValues<Double> {
    values("distance units", "lacks a number of metres") { entry, _ in
      Double(entry.value).flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    }
  }

  private mutating func values<Value>(
    _ name: String, _ fault: String, _ value: (Entry, FoldedText.Word) -> Value?
  ) -> HashedValues<Value> {
    var values = HashedValues<Value>()
    for section in sections(name) {
      for entry in section.entries {
        for text in entry.patterns {
          guard let word = FoldedText(text.text).words.first else {
            add(entry, section, "no word: \(text.text)")
            break
          }
          guard let value = value(entry, word) else {
            add(entry, section, fault)
            break
          }
          values.set(value, for: word.hash)
        }
      }
    }
    return values
  }

  /// `XK = Kosovo`: the names of countries, which hold in every language.
  mutating func countries() -> [String: String] {
    var countries: [String: String] = [:]
    for section in sections("countries", withCommon: true) {
      for entry in section.entries {
        if entry.value.isEmpty { add(entry, section, "lacks a name") }
        for code in entry.patterns { countries[code.text] = entry.value }
      }
    }
    return countries
  }

  /// `US, PH = month day`, by publishers' countries; `any` where the country says nothing.
  mutating func ordersOfDays() -> [String: Lexicon.DayOrder] {
    var orders: [String: Lexicon.DayOrder] = [:]
    for section in sections("order of days") {
      for entry in section.entries {
        guard let order = Lexicon.DayOrder(rawValue: entry.value) else {
          add(entry, section, "lacks an order")
          continue
        }
        for country in entry.patterns { orders[country.text] = order }
      }
    }
    return orders
  }

  /// `-ut = `: endings, and what stands in their place; the longest first.
  mutating func nameEndings(_ name: String) -> [Lexicon.NameEnding] {
    var endings: [Lexicon.NameEnding] = []
    for section in sections(name) {
      for entry in section.entries {
        let replacement = Self.word(entry.value.replacing("-", with: ""))
        for text in entry.patterns {
          guard text.text.hasPrefix("-"), let ending = Self.word(text) else {
            add(entry, section, "no ending: \(text.text)")
            break
          }
          endings.append(Lexicon.NameEnding(ending: ending, replacement: replacement ?? []))
        }
        endings.sort { $0.ending.count > $1.ending.count }
      }
    }
    return endings
  }

  /// Groups of words that stand for one another, those that hold in every language last.
  mutating func equalWords(_ name: String) -> [Lexicon.EqualWords] {
    var groups: [Lexicon.EqualWords] = []
    for section in sections(name, withCommon: true) {
      for entry in section.entries {
        guard !entry.value.isEmpty else {
          add(entry, section, "lacks what the words mean")
          continue
        }
        let forms = entry.patterns.map { pattern in
          let text = FoldedText(pattern.text)
          return text.words.map { Array(text.folded($0)) }
        }
        guard !forms.contains([]) else {
          let words = entry.patterns.map(\.text).joined(separator: ", ")
          add(entry, section, "no word: \(words)")
          continue
        }
        groups.append(Lexicon.EqualWords(meaning: entry.value, forms: forms))
      }
    }
    return groups
  }

  /// Beginnings of words that make a part of the place that the rest names.
  mutating func compassPrefixes() -> [Lexicon.CompassPrefix] {
    var prefixes: [Lexicon.CompassPrefix] = []
    for section in sections("compass prefixes") {
      for entry in section.entries {
        guard let relation = VagueRelation("part \(entry.value)") else {
          add(entry, section, "lacks a direction")
          continue
        }
        for text in entry.patterns {
          guard let word = Self.word(text) else {
            add(entry, section, "no word: \(text.text)")
            break
          }
          prefixes.append(Lexicon.CompassPrefix(prefix: word, relation: relation))
        }
      }
    }
    return prefixes
  }

  private func sections(_ name: String, withCommon: Bool = false) -> [Section] {
    file.sections.filter { $0.name == name }
      + (withCommon ? common?.sections.filter { $0.name == name } ?? [] : [])
  }

  private mutating func add(_ entry: Entry, _ section: Section, _ fault: String) {
    faultyEntries.append((entry.line, "\(file.path):\(entry.line): [\(section.name)] \(fault)"))
  }

  /// The first word of a text, folded.
  private static func word(_ text: String) -> [UInt8]? {
    let folded = FoldedText(text)
    return folded.words.first.map { Array(folded.folded($0)) }
  }

  private static func word(_ pattern: LexiconFile.Pattern) -> [UInt8]? { word(pattern.text) }
}
