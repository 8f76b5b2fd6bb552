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
      Distances run along the WGS 84 ellipsoid from the place's point to the incident's, in metres. \
      distance_min_m and distance_max_m tell how near and how far it may be, as both points are \
      uncertain; in_period says "possible" where only a part of the days that the sources allow lies \
      in the days asked for.

      Examples:
        incidentmap near Leposaviq --within 20km --since 2023-05
        incidentmap near --batch schools.csv --fields incident_id,distance_m
      """)

  @Argument(
    help: """
      A name in any spelling, words such as "10 km north of Leposavić", a place id, or a position \
      (latitude,longitude).
      """)
  var place: String?
  @Option(help: "The radius, with a unit: 20km, 500m, 3mi, 2nmi; 20100km at most.")
  var within: Meters?
  @Option(help: "How many incidents, however far.")
  var nearest: Int?
  @Flag(help: "Include incidents that may lie within the radius, their uncertainty considered.")
  var possibly = false
  @Option(
    help: """
      A CSV of many places to be asked for: columns place, within or nearest, and if wanted id, \
      since, until, type. Each row of the answer begins with the id, or the row's number.
      """)
  var batch: String?
  @Option(help: "text, json, jsonl, csv or geojson; with --batch, csv (the default) or jsonl.")
  var format: OutputFormat?
  @Option(help: "Print counts by month, type or municipality instead of the incidents.")
  var by: Grouping?
  @OptionGroup var columns: FieldOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func validate() throws {
    guard (place == nil) != (batch == nil) else {
      throw ValidationError("give either a place or --batch FILE")
    }
    if batch == nil, (within == nil) == (nearest == nil) {
      throw ValidationError("give either --within DISTANCE or --nearest N")
    }
    if within != nil, nearest != nil {
      throw ValidationError("give either --within DISTANCE or --nearest N")
    }
    if possibly, within == nil, batch == nil {
      throw ValidationError("--possibly goes with --within")
    }
    if by != nil, format == .geojson { throw ValidationError("--by does not print geojson") }
    if let nearest, nearest < 1 { throw ValidationError("--nearest takes a number from 1 on") }
    if batch != nil {
      guard by == nil else { throw ValidationError("--by does not go with --batch") }
      guard [nil, .csv, .jsonl].contains(format) else {
        throw ValidationError("--batch prints csv or jsonl")
      }
    }
    try columns.fields?.check(adding: DistanceColumns.headings)
  }

  func run() async throws {
    try await reportingErrors {
      let store = try store.open(for: .reading)
      let places = PlaceReader(knowledge)
      let outlines = OutlineDistances()
      if let batch {
        return try NearBatch(
          path: batch, format: format ?? .csv, fields: columns.fields, within: within,
          nearest: nearest, possibly: possibly, filter: filter.filter
        ).run(in: store, places: places, outlines: outlines)
      }
      guard let place else { return }
      let center = try places.place(place, for: .point)
      let query = NearQuery(
        within.map { .within($0) } ?? .nearest(nearest ?? 1), of: center.position,
        uncertainty: center.uncertainty, includingPossible: possibly, matching: filter.filter)
      try store.withIncidents(near: query, outline: outlines.distances) { incidents, distances in
        try answer(incidents, distances, center)
      }
    }
  }

  private func answer(
    _ incidents: StoredIncidents, _ distances: [IncidentDistance], _ center: PlaceQuery
  ) throws {
    let format = format ?? .text
    if let by {
      return try by.print(incidents, as: format) { json in query(center, &json) }
    }
    guard format != .text else {
      let hits = zip(try incidents.incidents(), distances).map { NearbyIncident($0, at: $1) }
      return try Console.write(text(hits, center))
    }
    let hasPeriod = filter.filter.hasPeriod
    try RowPrinter(
      format: format, choice: columns.fields,
      trailing: DistanceColumns.headings(hasPeriod: hasPeriod)
    ).print(
      incidents, adding: { DistanceColumns.values(distances[$0], hasPeriod: hasPeriod) },
      query: { json in query(center, &json) })
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
    let reach = within.map { "within \(IncidentText.length($0)) of" } ?? "nearest to"
    let noun = hits.count == 1 ? "incident" : "incidents"
    var lines = ["\(hits.count) \(noun) \(reach) \(center.label)"]
    if let place = center.place { lines[0] += " (\(place.id), \(place.kind.rawValue))" }
    for hit in hits {
      lines.append("")
      lines += IncidentText.lines(
        hit.incident,
        distance: hit.distance.value < 50
          ? nil
          : "\(IncidentText.length(hit.distance)) \(Self.wind(hit.azimuth)) of \(center.label)",
        isPossible: !hit.isCertainlyInPeriod)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func wind(_ azimuth: Double) -> String {
    CompassDirection(azimuth: azimuth)?.abbreviation ?? ""
  }
}
