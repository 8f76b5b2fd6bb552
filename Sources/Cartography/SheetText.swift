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
    points: IncidentPoints, options: MapOptions, design: MapDesign,
    system: CoordinateReferenceSystem, drawn: [Int], notes: [String],
    viewpoint: Viewpoint?
  ) {
    let width = Double(options.width) - design.px(60)
    title = Headline(options.title, width: width, design: design)
    let shown = drawn.map { points.points[$0] }
    let summary = Self.summary(of: shown, among: points.points)
    subtitle = design.subtitle.brokenLines(of: options.subtitle ?? summary, width: width)
    projection = Self.name(of: system)
    var paragraphs: [String] = []
    if !notes.isEmpty { paragraphs.append(notes.joined(separator: " ")) }
    if let viewpoint {
      paragraphs.append("Borders as seen by \(viewpoint.phrase).")
    }
    if !options.sources.isEmpty {
      paragraphs.append("Sources: " + options.sources.joined(separator: "; ") + ".")
    }
    paragraphs.append("Projection: \(projection). Made with incidentmap.")
    footer = paragraphs.flatMap { design.footer.brokenLines(of: $0, width: width) }
    description = Self.description(of: shown, summary: summary, places: points.places)
    let subtitleHeight = Double(subtitle.count) * design.subtitle.lineHeight
    headerHeight =
      (design.px(title.lines.isEmpty ? 22 : 24) + title.height + subtitleHeight + design.px(14))
      .rounded()
    footerHeight =
      (design.px(26) + Double(footer.count) * design.footer.lineHeight + design.px(12)).rounded()
  }

  /// The time span and the number of the incidents shown, among how many, and how many of these have
  /// no place.
  static func summary(of shown: [IncidentPoint], among incidents: [IncidentPoint]) -> String {
    guard !incidents.isEmpty else { return "No incidents" }
    var parts: [String] = []
    let days = shown.lazy.compactMap(\.days)
    if let start = days.map(\.lowerBound).min(), let end = days.map(\.upperBound).max() {
      parts.append(DateText.span(from: start, to: end))
    }
    let total = incidents.count == 1 ? "1 incident" : "\(incidents.count) incidents"
    switch shown.count {
    case incidents.count: parts.append(total)
    case 0: parts.append("None of \(total) in this area")
    default: parts.append("\(shown.count) of \(total)")
    }
    let unplaced = incidents.count { $0.position == nil }
    if unplaced > 0 { parts.append("\(unplaced) without a place") }
    return parts.joined(separator: " · ")
  }

  /// Sentences on incidents that have a place outside the frame.
  static func notes(
    on incidents: IncidentPoints, at positions: [PlanarPosition?], in frame: MapFrame
  ) -> [String] {
    let outside = zip(incidents.points, positions).compactMap { incident, position in
      guard incident.position != nil else { return IncidentPoint?.none }
      let isSeen = position.map { frame.box.contains(frame.pixel($0)) } ?? false
      return isSeen ? nil : incident
    }
    let rough = outside.filter { !$0.fitsFrame }
    let others = outside.filter(\.fitsFrame)
    var notes: [String] = []
    if !rough.isEmpty {
      notes.append(
        "Not drawn, because known only to a country or vaguer: \(names(of: rough, in: incidents.places, most: 6))."
      )
    }
    if !others.isEmpty {
      notes.append("Outside this map: \(names(of: others, in: incidents.places, most: 6)).")
    }
    return notes
  }

  /// The places of incidents with how many each, the most frequent first.
  private static func names(
    of incidents: [IncidentPoint], in places: [IncidentPlace], most: Int
  ) -> String {
    var counts = [Int](repeating: 0, count: places.count)
    for incident in incidents { counts[incident.place] += 1 }
    var names: [String: Int] = [:]
    for (place, count) in zip(places, counts) where count > 0 {
      names[place.name ?? place.country ?? "unnamed place", default: 0] += count
    }
    let ranked = names.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let named = ranked.prefix(most).map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    let rest = ranked.count - most
    return rest > 0 ? "\(named), and \(rest) other places" : named
  }

  private static func description(
    of incidents: [IncidentPoint], summary: String, places: [IncidentPlace]
  ) -> String {
    var types: [String] = []
    for type in EventType.allCases {
      let count = incidents.count { $0.eventType == type }
      if count > 0 { types.append("\(type.rawValue) \(count)") }
    }
    var text = summary + "."
    if !types.isEmpty { text += " By type: \(types.joined(separator: ", "))." }
    let placed = incidents.filter { places[$0.place].name != nil }
    if !placed.isEmpty { text += " By place: \(names(of: placed, in: places, most: 12))." }
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
