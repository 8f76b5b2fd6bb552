internal import ArgumentParser
internal import IncidentModel
internal import IncidentStore
internal import Interchange
internal import SimpleFeatures

/// `incidentmap inside`.
struct InsideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inside",
    abstract: "List the incidents in a municipality, a country, a box or a polygon file.",
    discussion: """
      Example:
        incidentmap inside "Zvečan" --since 2023-05-26 --format csv
      """)

  @Argument(
    help:
      "A place with a known outline, a box W,S,E,N, or a file of polygons: GeoJSON, GeoPackage or WKT (.wkt)."
  )
  var area: String
  @Option(help: "text, json, jsonl, csv or geojson.")
  var format = OutputFormat.text
  @Option(help: "Print counts by month, type or municipality instead of the incidents.")
  var by: Grouping?
  @OptionGroup var columns: FieldOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func validate() throws {
    if by != nil, format == .geojson { throw ValidationError("--by does not print geojson") }
    try columns.fields?.check(adding: [PeriodColumn.heading])
  }

  func run() async throws {
    try await reportingErrors {
      let store = try store.open(for: .reading)
      let area = try AreaArgument(area, knowledge: knowledge)
      switch area.extent {
      case .box(let box):
        var filter = filter.filter
        filter.box = box
        try store.withIncidents(inside: filter) { try answer($0, $1, area) }
      case .outline(let geometry):
        try store.withIncidents(inside: geometry, matching: filter.filter) {
          try answer($0, $1, area)
        }
      }
    }
  }

  private func answer(
    _ incidents: StoredIncidents, _ isCertain: [Bool], _ area: AreaArgument
  ) throws {
    let query = { (json: inout JSONWriter) in
      json.object { json in json.member("area", area.label) }
    }
    if let by { return try by.print(incidents, as: format, query: query) }
    guard format != .text else {
      let values = try incidents.incidents()
      let noun = values.count == 1 ? "incident" : "incidents"
      let lines = zip(values, isCertain).flatMap {
        [""] + IncidentText.lines($0, isPossible: !$1)
      }
      return try Console.write(
        (["\(values.count) \(noun) in \(area.label)"] + lines).joined(separator: "\n") + "\n")
    }
    let hasPeriod = filter.filter.hasPeriod
    try RowPrinter(
      format: format, choice: columns.fields, trailing: hasPeriod ? [PeriodColumn.heading] : []
    ).print(
      incidents, adding: { hasPeriod ? [PeriodColumn.value(isCertain[$0])] : [] }, query: query)
  }
}
