internal import Geodesy
internal import IncidentModel
internal import Interchange
internal import SimpleFeatures

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

  /// The columns of a cluster.
  static let columns = RowColumns(
    fields: [],
    leading: [
      ColumnHeading("cluster"), ColumnHeading("incidents"), ColumnHeading("location"),
      ColumnHeading("latitude", places: 6), ColumnHeading("longitude", places: 6),
      ColumnHeading("radius_m", places: 1), ColumnHeading("first_day"), ColumnHeading("last_day"),
      ColumnHeading("killed"),
    ])

  /// Hands on the cluster as a row of ``columns``.
  func send(to rows: inout some IncidentRowWriter) {
    rows.beginRow(id: "cluster-\(number)".utf8.span, position: center, uncertainty: nil)
    rows.endRow(adding: [
      .integer(number), .integer(incidents), location.map { .text($0) } ?? .null,
      .real(center.latitude), .real(center.longitude), .real(radius.value),
      firstDay.map { .date($0) } ?? .null, lastDay.map { .date($0) } ?? .null, .integer(killed),
    ])
  }
}
