internal import Geoparsing
internal import IncidentModel
internal import Interchange
internal import SimpleFeatures
internal import Toponymy

/// Places rows that have a place's name and no position, through the gazetteer; a name that is unknown
/// or ambiguous places none, and is told.
struct ImportedPlaces {
  /// What a name turned out to be.
  private enum Outcome {
    case place(PlaceCorrection)
    case ambiguous([Candidate])
    case unknown
  }

  /// A name that placed nothing, with the rows that have it.
  private struct Unplaced {
    let names: PlaceNames
    let candidates: [Candidate]
    var rows: [Int]
    var count = 0
  }

  /// How many rows are named of each name.
  private static let namedRows = 5
  private static let namedNames = 20

  private let knowledge: KnowledgeOptions
  private var resolver: NameResolver?
  private var outcomes: [PlaceNames: Outcome] = [:]
  private var unplaced: [PlaceNames: Int] = [:]
  private var list: [Unplaced] = []
  /// The names that placed rows, in the order in which they came, with the place and the number of rows.
  private var chosen: [(names: PlaceNames, place: String, rows: Int)] = []
  private var chosenIndex: [PlaceNames: Int] = [:]

  init(_ knowledge: KnowledgeOptions) { self.knowledge = knowledge }

  /// Puts an incident at the place of its row, where the gazetteer knows which it is.
  mutating func locate(_ incident: inout Incident, at names: PlaceNames, row: Int) throws {
    let outcome = try outcomes[names] ?? resolve(names)
    outcomes[names] = outcome
    switch outcome {
    case .place(let place):
      place.apply(to: &incident)
      incident.locationReported = [names.name]
      let index = chosenIndex[names] ?? chosen.count
      if index == chosen.count {
        chosenIndex[names] = index
        chosen.append((names, Self.text(incident), 0))
      }
      chosen[index].rows += 1
    case .ambiguous(let candidates): note(names, candidates, row)
    case .unknown: note(names, [], row)
    }
  }

  private mutating func resolve(_ names: PlaceNames) throws -> Outcome {
    let resolver = try resolver ?? knowledge.resolver()
    self.resolver = resolver
    let hints = NameResolver.Hints(country: names.country)
    let holders = [names.admin3, names.admin2, names.admin1, names.countryName]
      .compactMap { $0 }.filter { $0 != names.name }
    // What holds the place is told first, the smallest; a row may spell it as nobody else does.
    let texts = holders.map { "\(names.name), \($0)" } + [names.name]
    var candidates: [Candidate] = []
    for text in texts {
      let resolution = resolver.resolve(text, hints: hints)
      if let place = resolution.place {
        let told = EventPlace(
          place, reported: names.name, precision: WherePrecision(placeOf: place.kind))
        return .place(PlaceCorrection(told))
      }
      if candidates.isEmpty { candidates = resolution.candidates }
    }
    return candidates.isEmpty ? .unknown : .ambiguous(candidates)
  }

  private mutating func note(_ names: PlaceNames, _ candidates: [Candidate], _ row: Int) {
    let index = unplaced[names] ?? list.count
    if index == list.count {
      unplaced[names] = index
      list.append(Unplaced(names: names, candidates: candidates, rows: []))
    }
    list[index].count += 1
    if list[index].rows.count < Self.namedRows { list[index].rows.append(row) }
  }

  /// How many rows were placed by name, and the names that placed none, those of most rows first.
  var summary: [String] {
    guard !chosen.isEmpty || !list.isEmpty else { return [] }
    let rows = list.reduce(0) { $0 + $1.count }
    let placed = chosen.reduce(0) { $0 + $1.rows }
    var lines = ["placed     \(placed) rows by the names of their places, \(rows) not"]
    for choice in chosen.prefix(Self.namedNames) {
      lines.append("             \(choice.names.name): \(choice.place)")
    }
    if chosen.count > Self.namedNames {
      lines.append("             and \(chosen.count - Self.namedNames) names more")
    }
    if !list.isEmpty, !chosen.isEmpty { lines.append("not placed") }
    let ordered = list.sorted { ($1.count, $0.names.name) < ($0.count, $1.names.name) }
    for name in ordered.prefix(Self.namedNames) { lines.append("             \(Self.text(name))") }
    if list.count > Self.namedNames {
      lines.append("             and \(list.count - Self.namedNames) names more")
    }
    return lines
  }

  /// "xk:zvecan, Zvečan, XK".
  private static func text(_ incident: Incident) -> String {
    [incident.placeID?.text, incident.location, incident.admin1, incident.country]
      .compactMap { $0 }.joined(separator: ", ")
  }

  private static func text(_ unplaced: Unplaced) -> String {
    let more =
      unplaced.count > unplaced.rows.count
      ? " and \(unplaced.count - unplaced.rows.count) more" : ""
    let rows = unplaced.rows.map(String.init).joined(separator: ", ") + more
    let noun = unplaced.count == 1 ? "row" : "rows"
    guard !unplaced.candidates.isEmpty else {
      return "\(unplaced.names.name): no place of that name; \(noun) \(rows)"
    }
    let places = unplaced.candidates.prefix(4).map { candidate in
      let place = candidate.place
      let holder = [place.admin2, place.admin1, place.country].first {
        !$0.isEmpty && $0 != place.name
      }
      return "\(place.id)" + (holder.map { " (\($0))" } ?? "")
    }
    return "\(unplaced.names.name): one of \(places.joined(separator: ", ")); \(noun) \(rows)"
  }
}
