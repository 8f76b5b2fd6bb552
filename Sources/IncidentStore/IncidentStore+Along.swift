internal import GRDB
internal import Geodesy
internal import IncidentModel
public import SimpleFeatures

extension IncidentStore {
  /// Reads the incidents along a road, a river or a border row by row, nearest to it first, then by
  /// identifier.
  ///
  /// Distance runs along the WGS 84 ellipsoid from the nearest point of the line, which is straight in
  /// degrees between its positions.
  ///
  /// - Parameters:
  ///   - path: The line.
  ///   - radius: How far from the line; what lies at exactly this distance is included.
  ///   - includesPossible: Whether the least distance that the incidents' uncertainties allow decides.
  ///   - filter: What else the incidents must match.
  ///   - body: Is given the incidents, which last as long as it runs, and the distance of each; the
  ///     azimuth is from the line's nearest point to the incident.
  /// - Returns: What `body` does.
  /// - Throws: What `body` throws, or ``StoreError/unreadable(path:reason:)``.
  /// - Complexity: O(*p* log *n* + *k*) for *p* parts of the line and *k* candidates.
  public func withIncidents<Value>(
    along lines: [[Position]], within radius: Meters,
    includingPossible includesPossible: Bool = false,
    matching filter: IncidentFilter = .all,
    _ body: (StoredIncidents, [IncidentDistance]) throws -> Value
  ) throws -> Value {
    try reading { db in
      let search = LineSearch(lines, within: radius, includesPossible, filter, in: db)
      let hits = try search.hits()
      let incidents = StoredIncidents(database: db, source: .keys(hits.map(\.key)))
      return try body(incidents, hits.map(\.distance))
    }
  }
}

/// The search for the incidents along lines: candidates by the boxes of the lines' parts.
struct LineSearch {
  /// How many positions of a line share a box.
  private static let partLength = 16

  private let lines: [[Position]]
  private let radius: Meters
  private let includesPossible: Bool
  private let filter: IncidentFilter
  private let db: Database

  init(
    _ lines: [[Position]], within radius: Meters, _ includesPossible: Bool,
    _ filter: IncidentFilter, in db: Database
  ) {
    self.lines = lines
    self.radius = radius
    self.includesPossible = includesPossible
    self.filter = filter
    self.db = db
  }

  /// The incidents in reach, in the order of distance, then identifier.
  func hits() throws -> [NearSearch.Hit] {
    let path = GeodesicPath(lines)
    var hits: [Int64: NearSearch.Hit] = [:]
    var seen: Set<Int64> = []
    func take(_ rows: borrowing RowCursor) {
      let key = Int64(rows.integer(0))
      guard seen.insert(key).inserted, let position = rows.position(1),
        let nearest = path.nearest(to: position)
      else { return }
      let slack = rows.isNull(2) ? 0 : rows.real(2)
      let inverse = Geodesic.wgs84.inverse(from: nearest.position, to: position)
      let distance = IncidentDistance(
        distance: nearest.distance, azimuth: inverse.azimuth,
        minDistance: Meters(max(0, nearest.distance.value - slack)),
        maxDistance: Meters(nearest.distance.value + slack),
        isCertainlyInPeriod: rows.integer(4) == 1)
      guard (includesPossible ? distance.minDistance : distance.distance) <= radius else { return }
      hits[key] = NearSearch.Hit(key: key, id: rows.text(3), distance: distance)
    }
    let (condition, certainty) = (filter.condition, filter.certainty)
    let selection = "i.fid, i.geom, i.uncertainty_m, i.incident_id, \(certainty.sql)"
    let statement = try db.makeStatement(
      sql: """
        SELECT \(selection)
        FROM \(FeatureTable.incidents.index) AS r CROSS JOIN incidents AS i ON i.fid = r.id
        WHERE r.maxx >= ? AND r.minx <= ? AND r.maxy >= ? AND r.miny <= ? AND \(condition.sql)
        """)
    let reach = includesPossible ? Meters(radius.value + NearSearch.wide.value) : radius
    for box in parts.flatMap({ SearchBoxes.around($0, within: reach) }) {
      let edges: StatementArguments = [box.west, box.east, box.south, box.north]
      let rows = try RowCursor(
        statement, arguments: certainty.arguments + edges + condition.arguments)
      while try rows.next() { take(rows) }
    }
    if includesPossible {
      let rows = try RowCursor(
        db.makeStatement(
          sql: """
            SELECT \(selection) FROM incidents i
            WHERE i.uncertainty_m > \(Int(NearSearch.wide.value)) AND \(condition.sql)
            """), arguments: certainty.arguments + condition.arguments)
      while try rows.next() { take(rows) }
    }
    return hits.values.sorted()
  }

  /// The boxes around a few positions of a line each, the last of one being the first of the next.
  private var parts: [BoundingBox] {
    lines.flatMap { line in
      stride(from: 0, to: max(1, line.count - 1), by: Self.partLength).compactMap { start in
        BoundingBox(enclosing: line[start..<min(start + Self.partLength + 1, line.count)])
      }
    }
  }
}
