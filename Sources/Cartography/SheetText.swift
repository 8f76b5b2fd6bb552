internal import Geodesy
internal import IncidentModel
internal import SimpleFeatures

/// The words around the map: headline, time span, notes, credits, projection.
struct SheetText {
  let title: Headline
  let subtitle: [String]
  let footer: [String]
  /// What a reader who does not see the map is told.
  let description: String
  let headerHeight: Double
  let footerHeight: Double
  let projection: String

  init(
    survey: IncidentSurvey, places: [IncidentPlace], options: MapOptions, design: MapDesign,
    system: CoordinateReferenceSystem, viewpoint: Viewpoint?, remarks: [String]
  ) {
    let width = Double(options.width) - design.px(60)
    title = Headline(options.title, width: width, design: design)
    let summary = Self.summary(of: survey)
    subtitle = design.subtitle.lines(of: options.subtitle ?? summary, width: width)
    projection = Self.name(of: system)
    var paragraphs: [String] = []
    let notes = Self.notes(on: survey, places) + remarks
    if !notes.isEmpty { paragraphs.append(notes.joined(separator: " ")) }
    if let viewpoint {
      paragraphs.append("Borders as seen by \(viewpoint.phrase).")
    }
    if !options.sources.isEmpty {
      paragraphs.append("Sources: " + options.sources.joined(separator: "; ") + ".")
    }
    paragraphs.append("Projection: \(projection). Made with incidentmap.")
    footer = paragraphs.flatMap { design.footer.lines(of: $0, width: width) }
    description = Self.description(of: survey.shown, summary: summary, places)
    let subtitleHeight = Double(subtitle.count) * design.subtitle.lineHeight
    headerHeight =
      (design.px(title.lines.isEmpty ? 22 : 24) + title.height + subtitleHeight + design.px(14))
      .rounded()
    footerHeight =
      (design.px(26) + Double(footer.count) * design.footer.lineHeight + design.px(12)).rounded()
  }

  /// The time span and the number of the incidents shown, among how many, and how many of these have
  /// no place.
  static func summary(of survey: IncidentSurvey) -> String {
    guard survey.total > 0 else { return "No incidents" }
    var parts: [String] = []
    if let days = survey.shown.days {
      parts.append(DateText.span(from: days.lowerBound, to: days.upperBound))
    }
    let total = NumberText.incidents(survey.total)
    switch survey.shown.total {
    case survey.total: parts.append(total)
    case 0: parts.append("None of \(total) in this area")
    case let shown: parts.append("\(NumberText.grouped(shown)) of \(total)")
    }
    if survey.unplaced > 0 {
      parts.append("\(NumberText.grouped(survey.unplaced)) without a place")
    }
    return parts.joined(separator: " · ")
  }

  /// Sentences on incidents that have a place outside the frame.
  private static func notes(on survey: IncidentSurvey, _ places: [IncidentPlace]) -> [String] {
    var notes: [String] = []
    if !survey.vague.isEmpty {
      notes.append(
        "Not drawn, because known only to a country or vaguer: "
          + "\(names(of: survey.vague, places, most: 6)).")
    }
    if !survey.outside.isEmpty {
      notes.append("Outside this map: \(names(of: survey.outside, places, most: 6)).")
    }
    return notes
  }

  /// The places of incidents with how many each, the most frequent first.
  private static func names(
    of census: IncidentCensus, _ places: [IncidentPlace], most: Int, onlyNamed: Bool = false
  ) -> String {
    var names: [String: Int] = [:]
    for (place, count) in zip(places, census.places) where count > 0 {
      if onlyNamed, place.name == nil { continue }
      names[place.name ?? place.country ?? "unnamed place", default: 0] += count
    }
    let ranked = names.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let named = ranked.prefix(most).map { "\($0.key) \(NumberText.grouped($0.value))" }
      .joined(separator: ", ")
    let rest = ranked.count - most
    return rest > 0 ? "\(named), and \(NumberText.grouped(rest)) other places" : named
  }

  private static func description(
    of census: IncidentCensus, summary: String, _ places: [IncidentPlace]
  ) -> String {
    var text = summary + "."
    if !census.isEmpty { text += " By type: \(census.tally.words)." }
    let named = names(of: census, places, most: 12, onlyNamed: true)
    if !named.isEmpty { text += " By place: \(named)." }
    return text
  }

  /// The system's name for people.
  static func name(of system: CoordinateReferenceSystem) -> String {
    let definition = system.definition
    if definition.hasPrefix("EPSG:"), let code = Int(definition.dropFirst(5)) {
      switch code {
      case 32601...32660: return "WGS 84 / UTM zone \(code - 32600)N (\(definition))"
      case 32701...32760: return "WGS 84 / UTM zone \(code - 32700)S (\(definition))"
      case 8857: return "Equal Earth, WGS 84 (\(definition))"
      case 8858: return "Equal Earth, centred on 90° W (\(definition))"
      case 8859: return "Equal Earth, centred on 150° E (\(definition))"
      default: return definition
      }
    }
    let values = definition.split(separator: " ").reduce(into: [Substring: Double]()) {
      let parts = $1.split(separator: "=")
      if parts.count == 2 { $0[parts[0]] = Double(parts[1]) }
    }
    guard let longitude = values["+lon_0"] else { return definition }
    let east = DecimalText.text(longitude.magnitude, places: 1) + (longitude < 0 ? "° W" : "° E")
    if definition.hasPrefix("+proj=eqearth") { return "Equal Earth, centred on \(east)" }
    guard definition.hasPrefix("+proj=laea"), let latitude = values["+lat_0"] else {
      return definition
    }
    let north = DecimalText.text(latitude.magnitude, places: 1) + (latitude < 0 ? "° S" : "° N")
    return "Lambert azimuthal equal-area, centred on \(north), \(east)"
  }
}
