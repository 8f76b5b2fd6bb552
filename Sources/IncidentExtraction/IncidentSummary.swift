internal import IncidentModel

/// Writes the one sentence that says what an incident is, with its figures and their dissent.
///
/// For example: "Riots (Violent demonstration) in Zvečan, municipal building, on 29 May 2023: 52
/// protesters injured (2 reports), 30 soldiers injured (3 reports); 1 report counts 93 soldiers injured
/// in May 2023."
struct IncidentSummary {
  let incident: Incident
  /// What is claimed of each field that counts people.
  let figures: [ClaimField: [CountMerging.Figure]]
  /// The fields that a person set.
  let reviewed: Set<String>

  /// The sentence.
  var sentence: String {
    let told = Self.fields.flatMap(statements)
    var parts = [head]
    let known = told.compactMap(\.figure)
    if !known.isEmpty { parts[0] += ": " + known.joined(separator: ", ") }
    parts += told.flatMap { $0.dissent(isAlone: told.count == 1, incident.reports) }
    if told.allSatisfy(\.supporters.isEmpty) || incident.reports == 1 {
      parts.append(CountedWords.reports(incident.reports))
    }
    return parts.joined(separator: "; ") + "."
  }

  // MARK: - What, where, when

  private var head: String {
    var text = incident.eventType.rawValue
    if let subType = incident.subEventType { text += " (\(subType))" }
    if let place = place { text += " \(place)" }
    if let site = incident.site { text += ", \(site)" }
    text += ", " + (incident.date.map(DateText.adverbial) ?? "date unknown")
    if incident.eventClarity == 2 { text += ", a summary of several events" }
    return text
  }

  /// The place with its preposition; an area's name, such as "10 km N of Zvečan", has its own.
  private var place: String? {
    guard let location = incident.location else { return nil }
    let isProper = location.first.map(\.isUppercase) ?? false
    switch incident.wherePrecision {
    case .near, .vague: return isProper ? "near \(location)" : location
    case .municipality: return "in the municipality of \(location)"
    default: return isProper ? "in \(location)" : location
    }
  }

  // MARK: - Figures

  private static let fields: [ClaimField] = [
    .killed, .injured, .detained, .abducted, .released, .displaced, .participants, .deployed,
  ]

  private func statements(_ field: ClaimField) -> [FigureStatement] {
    let name = field.rawValue
    if reviewed.contains(where: { $0.hasPrefix(name) && $0 != "injured_serious" }) {
      guard let figure = incident.figure(of: name) else { return [] }
      return [FigureStatement(figure: "\(figure) (reviewed)", field: field)]
    }
    let populations = CountMerging.byPopulation(
      figures[field] ?? [], isSummary: incident.eventClarity == 2)
    var statements = populations.map { FigureStatement($0, field: field, of: incident.reports) }
    if field == .injured, let serious = incident.injuredSerious {
      let sources = Set((figures[.injuredSerious] ?? []).map(\.report))
      let own = statements.firstIndex { !$0.supporters.isDisjoint(with: sources) }
      if let own { statements[own].figure?.append(", \(serious) of them seriously") }
    }
    return statements
  }
}

/// One figure in words, who gives it, and what others say.
struct FigureStatement {
  /// "at least 30 soldiers injured (3 reports)"; `nil` where there are figures for a longer time only.
  var figure: String?
  /// The reports that give it.
  var supporters: Set<String> = []
  private let field: ClaimField
  private var population = ""
  private var others: [[CountMerging.Figure]] = []

  /// A figure that a person set.
  init(figure: String, field: ClaimField) {
    self.figure = figure
    self.field = field
  }

  /// What reports say of one population.
  init(_ merged: CountMerging.Population, field: ClaimField, of reports: Int) {
    let best = merged.count.best
    let isSummaryOnly = merged.figures.allSatisfy(\.isSummary)
    let own = merged.figures.filter { $0.value == best && (isSummaryOnly || !$0.isSummary) }
    self.field = field
    population = merged.name
    supporters = Set(own.map(\.report))
    if let best {
      let people = CountedWords.people(best, merged.name)
      let support = reports > 1 ? " (\(CountedWords.reports(supporters.count)))" : ""
      figure = "\(Self.quantity(own)) \(people) \(Self.verb(field))\(support)"
    }
    let dissenting = merged.figures.filter { $0.value != best }
    let byValue = Dictionary(grouping: dissenting) { [$0.value, $0.isSummary ? 1 : 0] }
    others = byValue.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  /// What others say: "1 report says 93", or with of whom, where the sentence has several figures.
  func dissent(isAlone: Bool, _ reports: Int) -> [String] {
    others.compactMap { figures in
      guard let first = figures.first else { return nil }
      let sources = Set(figures.map(\.report))
      var text = Self.quantity(figures)
      if !isAlone || first.isSummary {
        text += " \(CountedWords.people(first.value, population)) \(Self.verb(field))"
      }
      if first.isSummary, let period = figures.compactMap(\.period).min(by: Self.isEarlier) {
        text += " \(DateText.adverbial(period))"
      }
      let verb = first.isSummary ? "count" : "say"
      if reports == 1 { return "the report also \(verb)s \(text)" }
      if sources.isSubset(of: supporters) {
        return "\(sources.count) of them also \(sources.count == 1 ? verb + "s" : verb) \(text)"
      }
      return
        "\(CountedWords.reports(sources.count)) \(sources.count == 1 ? verb + "s" : verb) \(text)"
    }
  }

  private static func isEarlier(_ a: DateSpan, _ b: DateSpan) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }

  /// The number as exactly as the most exact of equal figures gives it.
  private static func quantity(_ figures: [CountMerging.Figure]) -> String {
    guard let value = figures.first?.value else { return "" }
    let claims = figures.map(\.claim)
    if claims.contains(where: { $0.low == $0.high && [nil, value].contains($0.low) }) {
      return "\(value)"
    }
    if claims.contains(where: { $0.high == nil }) { return "at least \(value)" }
    if claims.contains(where: { $0.low == nil }) { return "up to \(value)" }
    return "about \(value)"
  }

  /// What happened to people, as it stands after their number.
  static func verb(_ field: ClaimField) -> String {
    field == .participants ? "taking part" : field.rawValue
  }
}

/// Numbers with their nouns, in the singular and the plural.
enum CountedWords {
  /// "1 report", "3 reports".
  static func reports(_ count: Int) -> String { count == 1 ? "1 report" : "\(count) reports" }

  /// "soldier", "soldiers": a population as a noun that goes with a number.
  static func people(_ count: Int, _ population: String) -> String {
    let nouns: (one: String, many: String) =
      switch population {
      // People of whom nothing more is said count as civilians, but no report calls them so.
      case "unknown", "civilians": ("person", "people")
      case "police": ("police officer", "police officers")
      case "armed group": ("fighter", "fighters")
      default:
        (population.hasSuffix("s") ? String(population.dropLast()) : population, population)
      }
    return count == 1 ? nouns.one : nouns.many
  }
}
