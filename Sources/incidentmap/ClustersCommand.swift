internal import ArgumentParser
internal import Foundation
internal import Geodesy
internal import IncidentModel
internal import IncidentStore
internal import Interchange
internal import SimpleFeatures

/// `incidentmap clusters`.
struct ClustersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusters",
    abstract: "Find where incidents lie densely, as a layer of points with a radius.",
    discussion: """
      Density-based (DBSCAN): an incident with enough others within the distance, itself counted, is \
      the core of a cluster, and cores that near to each other share one. Distances are geodesic; \
      radius_m is that from the centre to the farthest member. Numbers go from the largest cluster.

      Example:
        incidentmap clusters --within 2km --least 5 --format geojson
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, geojson }

  @Option(help: "How near incidents of a cluster are to each other: 2km, 500m.")
  var within: Meters
  @Option(help: "How many incidents lie within this distance at least, the one in the middle counted.")
  var least = 3
  @Option(help: "text, csv or geojson.")
  var format = Format.text
  @OptionGroup var filter: FilterOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    if least < 1 { throw ValidationError("--least takes a number from 1 on") }
  }

  func run() async throws {
    try await reportingErrors {
      let store = try store.open(for: .reading)
      var members = ClusterMembers()
      try store.withIncidents(matching: filter.filter) {
        try $0.send(ClusterMembers.fields, to: &members)
      }
      let index = GeodesicIndex(members.positions)
      let clusters = IncidentClusterSummary.summaries(
        of: members, DensityClusters(of: index, radius: within, minimumCount: least))
      switch format {
      case .text: try Console.write(text(clusters, members))
      case .csv: try Console.write(IncidentClusterSummary.csv(clusters))
      case .geojson: try Console.write(IncidentClusterSummary.geoJSON(clusters))
      }
    }
  }

  private func text(
    _ clusters: [IncidentClusterSummary], _ members: ClusterMembers
  ) -> String {
    let inside = clusters.reduce(0) { $0 + $1.incidents }
    let head =
      "\(clusters.count) clusters with \(inside) of \(members.positions.count) incidents, "
      + "\(least) or more within \(IncidentText.length(within))"
    let lines = clusters.map { cluster in
      let days = [cluster.firstDay, cluster.lastDay].compactMap { $0 }.map(\.description)
      let when = days.isEmpty ? "dates unknown" : days.joined(separator: " to ")
      return "\(cluster.number)  \(cluster.incidents) incidents around "
        + "\(cluster.location ?? "?"), radius \(IncidentText.length(cluster.radius)), \(when)"
        + (cluster.killed > 0 ? ", \(cluster.killed) killed" : "")
    }
    return ([head] + lines).joined(separator: "\n") + "\n"
  }
}

/// What clusters are made of: the incidents with a point, some of their columns.
struct ClusterMembers: IncidentRowReceiver {
  static let fields = ["date_start", "date_end", "location", "killed_best"].compactMap { name in
    IncidentField.all.firstIndex { $0.name == name }
  }

  private(set) var positions: [Position] = []
  private(set) var firstDays: [CalendarDate?] = []
  private(set) var lastDays: [CalendarDate?] = []
  private(set) var locations: [String?] = []
  private(set) var killed: [Int] = []
  private var isLocated = false

  mutating func beginRow(id: Span<UInt8>, position: Position?, uncertainty: Meters?) {
    isLocated = position != nil
    guard let position else { return }
    positions.append(position)
    firstDays.append(nil)
    lastDays.append(nil)
    locations.append(nil)
    killed.append(0)
  }

  mutating func receive(text: Span<UInt8>, field: Int) {
    guard isLocated else { return }
    let row = positions.count - 1
    switch field {
    case Self.fields[0]: firstDays[row] = CalendarDate(utf8: text)
    case Self.fields[1]: lastDays[row] = CalendarDate(utf8: text)
    default: locations[row] = String(decoding: text.indices.map { text[$0] }, as: UTF8.self)
    }
  }

  mutating func receive(integer: Int, field: Int) {
    if isLocated { killed[positions.count - 1] = integer }
  }

  func receiveNull(field: Int) {}
  func receive(real: Double, field: Int) {}
  func receive(boolean: Bool, field: Int) {}
  func endRow(adding values: [FieldValue]) {}
}

/// A cluster of incidents, all in all.
struct IncidentClusterSummary {
  var number: Int
  var incidents: Int
  /// The mean of the members' points, on the earth's surface.
  var center: Position
  /// The geodesic distance from the center to the farthest member.
  var radius: Meters
  /// The place of most members.
  var location: String?
  var firstDay: CalendarDate?
  var lastDay: CalendarDate?
  /// The sum of the best figures.
  var killed: Int

  /// The clusters, that of most members first, then from the north.
  static func summaries(
    of members: ClusterMembers, _ clusters: DensityClusters
  ) -> [IncidentClusterSummary] {
    var groups = Array(repeating: [Int](), count: clusters.count)
    for (row, number) in clusters.numbers.enumerated() {
      if let number { groups[number].append(row) }
    }
    var summaries = groups.map { summary(of: $0, members) }
    summaries.sort {
      ($1.incidents, $0.center.latitude, $0.center.longitude)
        < ($0.incidents, $1.center.latitude, $1.center.longitude)
    }
    for index in summaries.indices { summaries[index].number = index + 1 }
    return summaries
  }

  private static func summary(
    of rows: [Int], _ members: ClusterMembers
  ) -> IncidentClusterSummary {
    let positions = rows.map { members.positions[$0] }
    let center = Geodesic.wgs84.mean(of: positions)
    let radius = positions.map { Geodesic.wgs84.distance(from: center, to: $0) }.max()
    var places: [String: Int] = [:]
    for case let name? in rows.map({ members.locations[$0] }) { places[name, default: 0] += 1 }
    return IncidentClusterSummary(
      number: 0, incidents: rows.count, center: center, radius: radius ?? Meters(0),
      location: places.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key,
      firstDay: rows.compactMap { members.firstDays[$0] }.min(),
      lastDay: rows.compactMap { members.lastDays[$0] }.max(),
      killed: rows.reduce(0) { $0 + members.killed[$1] })
  }

  static func csv(_ clusters: [IncidentClusterSummary]) -> [UInt8] {
    let names = [
      "cluster", "incidents", "location", "latitude", "longitude", "radius_m", "first_day", "last_day",
      "killed",
    ]
    var csv = CSVRows(
      RowColumns(fields: [], leading: names.map { ColumnHeading($0, places: $0 == "radius_m" ? 1 : 6) }))
    csv.appendHead(box: nil)
    for cluster in clusters {
      csv.beginRow(id: Span(), position: nil, uncertainty: nil)
      csv.endRow(adding: [
        .integer(cluster.number), .integer(cluster.incidents),
        cluster.location.map { .text($0) } ?? .null, .real(cluster.center.latitude),
        .real(cluster.center.longitude), .real(cluster.radius.value),
        cluster.firstDay.map { .date($0) } ?? .null, cluster.lastDay.map { .date($0) } ?? .null,
        .integer(cluster.killed),
      ])
    }
    return csv.drain()
  }

  static func geoJSON(_ clusters: [IncidentClusterSummary]) -> [UInt8] {
    var json = JSONWriter()
    json.raw(#"{"type":"FeatureCollection","name":"clusters","features":["#.utf8)
    for (index, cluster) in clusters.enumerated() {
      json.raw((index > 0 ? ",\n" : "\n").utf8)
      json.object { json in
        json.member("type", "Feature")
        json.key("geometry")
        json.object { json in
          json.member("type", "Point")
          json.key("coordinates")
          json.array { json in
            json.number(cluster.center.longitude, places: 6)
            json.number(cluster.center.latitude, places: 6)
          }
        }
        json.key("properties")
        json.object { json in
          json.member("cluster", cluster.number)
          json.member("incidents", cluster.incidents)
          json.member("location", cluster.location)
          json.member("radius_m", cluster.radius.value, places: 1)
          json.member("first_day", cluster.firstDay?.description)
          json.member("last_day", cluster.lastDay?.description)
          json.member("killed", cluster.killed)
        }
      }
    }
    json.raw("\n]}\n".utf8)
    return json.bytes
  }
}
