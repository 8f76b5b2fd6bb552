internal import ArgumentParser
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
      radius_m is that from the centre to the farthest member. Numbers go from the largest cluster. \
      Incidents that are known only to a municipality, a region or a country make no clusters.

      Example:
        incidentmap clusters --within 2km --least 5 --format geojson
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, geojson }

  @Option(help: "How near incidents of a cluster are to each other: 2km, 500m.")
  var within: Meters
  @Option(
    help: "How many incidents lie within this distance at least, the one in the middle counted.")
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
      case .csv: try print(clusters, CSVRows(IncidentClusterSummary.columns))
      case .geojson:
        let rows = GeoJSONRows(
          IncidentClusterSummary.columns, form: .collection(name: "clusters"))
        try print(clusters, rows)
      }
    }
  }

  private func print<Rows: IncidentRowWriter>(
    _ clusters: [IncidentClusterSummary], _ rows: Rows
  ) throws {
    var rows = rows
    var box = WrittenBox()
    for cluster in clusters {
      box.beginRow(id: Span(), position: cluster.center, uncertainty: nil)
    }
    rows.appendHead(box: box.box)
    for cluster in clusters { cluster.send(to: &rows) }
    rows.appendTail()
    try Console.write(rows.drain())
  }

  private func text(
    _ clusters: [IncidentClusterSummary], _ members: ClusterMembers
  ) -> String {
    let inside = clusters.reduce(0) { $0 + $1.incidents }
    let head =
      "\(clusters.count) clusters with \(inside) of \(members.positions.count) incidents, "
      + "\(least) or more within \(IncidentText.length(within))"
      + (members.vague > 0 ? "; \(members.vague) known only to an area were left out" : "")
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
