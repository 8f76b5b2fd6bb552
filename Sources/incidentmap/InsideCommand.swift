internal import ArgumentParser
internal import IncidentModel
internal import IncidentStore
internal import Interchange

/// `incidentmap inside`.
struct InsideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inside",
    abstract: "List the incidents in a municipality, a country, a box or a polygon file.",
    discussion: """
      Example:
        incidentmap inside "Zvečan" --since 2023-05-26 --format csv
      """)

  @Argument(help: "A place with a known outline, a box W,S,E,N, or a GeoJSON file.")
  var area: String
  @Option(help: "text, json, jsonl, csv or geojson.")
  var format = OutputFormat.text
  @Option(help: "Print counts by month, type or municipality instead of the incidents.")
  var by: Grouping?
  @OptionGroup var filter: FilterOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func validate() throws {
    if by != nil, format != .text { throw ValidationError("--by prints text only") }
  }

  func run() async throws {
    try await reportingErrors {
      let store = try store.open(for: .reading)
      let area = try AreaArgument(area, knowledge: knowledge)
      let incidents: [Incident]
      switch area.extent {
      case .box(let box):
        var filter = filter.filter
        filter.box = box
        incidents = try store.incidents(matching: filter)
      case .outline(let geometry):
        incidents = try store.withIncidents(inside: geometry, matching: filter.filter) {
          try $0.incidents()
        }
      }
      if let by {
        try Console.write(by.table(of: incidents))
      } else if format == .text {
        let noun = incidents.count == 1 ? "incident" : "incidents"
        let lines = incidents.flatMap { [""] + IncidentText.lines($0) }
        try Console.write(
          (["\(incidents.count) \(noun) in \(area.label)"] + lines).joined(separator: "\n") + "\n")
      } else {
        try Console.write(
          format.bytes(of: IncidentTable(incidents)) { json in
            json.object { json in json.member("area", area.label) }
          })
      }
    }
  }
}
