internal import ArgumentParser
internal import Geoparsing
internal import IncidentModel
internal import IncidentStore
internal import Interchange
internal import SimpleFeatures
internal import Toponymy

/// `incidentmap along`.
struct AlongCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "along",
    abstract: "List the incidents along a road, a river or a border, nearest to it first.",
    discussion: """
      Distances, in metres, run along the WGS 84 ellipsoid from the nearest point of the line, which \
      is straight in degrees between its positions (RFC 7946); azimuth_deg is from that point.

      Example:
        incidentmap along Ibar --within 2km
      """)

  @Argument(
    help: "A river that the basemap has, or a file of lines: GeoJSON, GeoPackage or WKT (.wkt).")
  var line: String
  @Option(help: "The distance from the line, with a unit: 20km, 500m, 3mi, 2nmi; 20100km at most.")
  var within: Meters
  @Flag(help: "Include incidents that may lie within the distance, their uncertainty considered.")
  var possibly = false
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
    try columns.fields?.check(adding: DistanceColumns.headings)
  }

  func run() async throws {
    try await reportingErrors {
      let store = try store.open(for: .reading)
      let (lines, label) = try lines()
      try store.withIncidents(
        along: lines, within: within, includingPossible: possibly, matching: filter.filter
      ) { try answer($0, $1, label) }
    }
  }

  /// The lines of the argument, the rings of polygons among them, and what people call them.
  private func lines() throws -> (lines: [[Position]], label: String) {
    if GeometryFile.isNamed(line) {
      let lines = try GeometryFile.geometries(at: line).flatMap { geometry in
        geometry.lines + geometry.polygons.flatMap { [$0.exterior] + $0.interiors }
      }
      guard !lines.isEmpty else { throw PlaceQueryError("\(line) holds no line") }
      return (lines, line)
    }
    let query = try PlaceReader(knowledge).place(line, for: .area)
    guard let place = query.place else { throw PlaceQueryError("\(query.label) is no line") }
    let lines = try DataFolder().lines(of: place.id)
    guard !lines.isEmpty else {
      throw PlaceQueryError(
        "no line is known for \(query.label) (\(place.id)); give a file of lines")
    }
    return (lines, "\(query.label) (\(place.id))")
  }

  private func answer(
    _ incidents: StoredIncidents, _ distances: [IncidentDistance], _ label: String
  ) throws {
    let query = { (json: inout JSONWriter) in
      json.object { json in
        json.member("line", label)
        json.member("within_m", within.value, places: 1)
      }
    }
    if let by { return try by.print(incidents, as: format, query: query) }
    guard format != .text else {
      let values = try incidents.incidents()
      let noun = values.count == 1 ? "incident" : "incidents"
      let lines = zip(values, distances).flatMap { incident, distance in
        [""]
          + IncidentText.lines(
            incident, distance: "\(IncidentText.length(distance.distance)) from the line",
            isPossible: !distance.isCertainlyInPeriod)
      }
      let head = "\(values.count) \(noun) within \(IncidentText.length(within)) of \(label)"
      return try Console.write(([head] + lines).joined(separator: "\n") + "\n")
    }
    let hasPeriod = filter.filter.hasPeriod
    try RowPrinter(
      format: format, choice: columns.fields,
      trailing: DistanceColumns.headings(hasPeriod: hasPeriod)
    ).print(
      incidents, adding: { DistanceColumns.values(distances[$0], hasPeriod: hasPeriod) },
      query: query)
  }
}
