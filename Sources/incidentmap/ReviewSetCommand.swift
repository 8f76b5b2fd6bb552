internal import ArgumentParser
internal import Geoparsing
internal import IncidentModel
internal import IncidentStore
internal import SimpleFeatures
internal import Toponymy

/// `incidentmap review set`.
struct ReviewSetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Give a field of an incident another value.",
    discussion: """
      Fields: \(CorrectableField.all.map(\.name).joined(separator: ", ")).

      killed, injured and detained set all three estimates; place takes what near takes, and sets \
      the name, the position, the country, the divisions and how well the place is known. An empty \
      value is "not stated".

      Example:
        incidentmap review set i-3f09c1d2a4b5 place Zveçan --why "the report's second paragraph"
      """)

  @Argument(help: "The incident's identifier, or the beginning of it.")
  var incident: String
  @Argument(help: "The field.")
  var field: String
  @Argument(help: "The value; an empty one is \"not stated\".")
  var value: String
  @OptionGroup var options: DecisionOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func validate() throws { _ = try correction() }

  func run() async throws {
    let (field, checked) = try correction()
    try await options.decide(about: incident) { _ in
      guard field.name == "place", let checked else {
        return .set(field: field.name, value: checked)
      }
      let query = try PlaceQuery(checked, for: .point, resolver: try knowledge.resolver())
      return try decision(query)
    }
  }

  /// Other names that a field goes by.
  private static let synonyms = ["location": "place", "place_id": "place"]

  private func correction() throws -> (field: CorrectableField, value: String?) {
    let name = Self.synonyms[field] ?? field
    guard let known = CorrectableField.named(name) else { throw ValidationError(refusal(name)) }
    let text = value.trimmingSpaces
    if text.isEmpty {
      guard known.isOptional else {
        throw ValidationError("\(name) cannot be not stated; it takes \(known.takes)")
      }
      return (known, nil)
    }
    if name == "place" { return (known, text) }
    guard let checked = known.normalised(text) else {
      throw ValidationError("\(name) takes \(known.takes)")
    }
    return (known, checked)
  }

  private func refusal(_ name: String) -> String {
    switch name {
    case "latitude", "longitude": return "set position, as in: position 43.1039,20.8028"
    case "review_status": return "use review accept and review reject"
    default:
      let isComputed = IncidentField.all.contains { $0.name == name }
      let names = CorrectableField.all.map(\.name).joined(separator: ", ")
      return isComputed
        ? "\(name) follows from the reports and the other fields; these can be set: \(names)"
        : "there is no field \(name); these can be set: \(names)"
    }
  }

  private func decision(_ query: PlaceQuery) throws -> Review.Decision {
    guard let place = query.area?.anchors.first ?? query.place else {
      let position = "\(query.position.latitude),\(query.position.longitude)"
      return .set(field: "position", value: position)
    }
    let told =
      if let area = query.area {
        EventPlace(area, of: place, reported: value)
      } else {
        EventPlace(place, reported: value, precision: WherePrecision(placeOf: place.kind))
      }
    return .set(field: "place", value: PlaceCorrection(told).text)
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
