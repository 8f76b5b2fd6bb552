internal import ArgumentParser
internal import Geodesy
internal import Geoparsing
internal import IncidentModel
internal import IncidentStore
internal import Interchange
internal import SimpleFeatures
internal import Toponymy

/// `incidentmap near`.
struct NearCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "near",
    abstract: "List the incidents around a place, nearest first.",
    discussion: """
      Distances run along the WGS 84 ellipsoid from the place's point to the incident's.

      Example:
        incidentmap near Leposaviq --within 20km --since 2023-05
      """)

  @Argument(
    help: """
      A name in any spelling, words such as "10 km north of Leposavić", a place id, or a position \
      (latitude,longitude).
      """)
  var place: String
  @Option(help: "The radius, with a unit: 20km, 500m, 3mi, 2nmi.")
  var within: Meters?
  @Option(help: "How many incidents, however far.")
  var nearest: Int?
  @Flag(help: "Include incidents that may lie within the radius, their uncertainty considered.")
  var possibly = false
  @Option(help: "text, json, jsonl, csv or geojson.")
  var format = OutputFormat.text
  @Option(help: "Print counts by month, type or municipality instead of the incidents.")
  var by: Grouping?
  @OptionGroup var filter: FilterOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func validate() throws {
    if (within == nil) == (nearest == nil) {
      throw ValidationError("give either --within DISTANCE or --nearest N")
    }
    if possibly, within == nil { throw ValidationError("--possibly goes with --within") }
    if by != nil, format != .text { throw ValidationError("--by prints text only") }
    if let nearest, nearest < 1 { throw ValidationError("--nearest takes a number from 1 on") }
  }

  func run() async throws {
    try await reportingErrors {
      let store = try store.open(for: .reading)
      let center = try knowledge.place(place, for: .point)
      let hits = try store.incidents(
        near: NearQuery(
          within.map { .within($0) } ?? .nearest(nearest ?? 1), of: center.position,
          uncertainty: center.uncertainty, includingPossible: possibly, matching: filter.filter))
      if let by {
        try Console.write(by.table(of: hits.map(\.incident)))
      } else if format == .text {
        try Console.write(text(hits, center))
      } else {
        try Console.write(format.bytes(of: NearTable.table(hits)) { json in query(center, &json) })
      }
    }
  }

  private func query(_ center: PlaceQuery, _ json: inout JSONWriter) {
    json.object { json in
      json.key("place")
      if let place = center.place {
        json.gazetteerPlace(place)
      } else {
        json.object { json in
          json.member("latitude", center.position.latitude, places: 6)
          json.member("longitude", center.position.longitude, places: 6)
        }
      }
      json.member("within_m", within?.value, places: 1)
      json.member("nearest", nearest)
      json.member("since", filter.since?.first.description)
      json.member("until", filter.until?.last.description)
    }
  }

  private func text(_ hits: [NearbyIncident], _ center: PlaceQuery) -> String {
    let reach = within.map { "within \(Self.length($0)) of" } ?? "nearest to"
    let noun = hits.count == 1 ? "incident" : "incidents"
    var lines = ["\(hits.count) \(noun) \(reach) \(center.label)"]
    if let place = center.place { lines[0] += " (\(place.id), \(place.kind.rawValue))" }
    for hit in hits {
      lines.append("")
      lines += IncidentText.lines(
        hit.incident,
        distance: hit.distance.value < 50
          ? nil : "\(Self.length(hit.distance)) \(Self.wind(hit.azimuth)) of \(center.label)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func wind(_ azimuth: Double) -> String {
    CompassDirection(azimuth: azimuth)?.abbreviation ?? ""
  }

  /// "12.3 km", "480 m".
  static func length(_ distance: Meters) -> String {
    distance.value < 1000
      ? "\(Int(distance.value.rounded())) m"
      : "\(DecimalText.text(distance.value / 1000, places: 1)) km"
  }
}

/// The rows of a near query.
enum NearTable {
  /// The incidents with their distances and azimuths as columns.
  static func table(_ hits: [NearbyIncident]) -> IncidentTable {
    IncidentTable(
      hits.map(\.incident),
      trailing: [
        AddedColumn("distance_m", places: 3, values: hits.map { .real($0.distance.value) }),
        AddedColumn("azimuth_deg", places: 3, values: hits.map { .real($0.azimuth) }),
        AddedColumn("distance_min_m", places: 3, values: hits.map { .real($0.minDistance.value) }),
        AddedColumn("distance_max_m", places: 3, values: hits.map { .real($0.maxDistance.value) }),
      ])
  }
}
