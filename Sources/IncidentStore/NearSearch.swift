internal import GRDB
internal import Geodesy
internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// The search for the incidents around a position: candidates by box, distances by geodesic.
struct NearSearch {
  /// An incident's key with its distance.
  struct Hit: Comparable {
    let key: Int64
    let id: String
    let distance: IncidentDistance

    static func < (a: Hit, b: Hit) -> Bool {
      (a.distance.distance, a.id, a.key) < (b.distance.distance, b.id, b.key)
    }
  }

  /// Incidents of a larger uncertainty are few; they are looked at whatever their position.
  static let wide = Meters.kilometers(50)

  private let query: NearQuery
  private let outline: IncidentStore.OutlineDistance
  private let db: Database

  init(
    _ query: NearQuery, outline: @escaping IncidentStore.OutlineDistance, in db: Database
  ) {
    self.query = query
    self.outline = outline
    self.db = db
  }

  /// The incidents in reach, in the order of distance, then identifier.
  func hits() throws -> [Hit] {
    switch query.reach {
    case .within(let radius): try within(radius).sorted()
    case .nearest(let count): try nearest(count)
    }
  }

  private func within(_ radius: Meters) throws -> [Hit] {
    guard query.includesPossible else {
      return hits(try candidates(within: radius), within: radius)
    }
    let reach = Meters(radius.value + query.uncertainty.value + Self.wide.value)
    let near = try candidates(within: reach, "ifnull(i.uncertainty_m, 0) <= ?")
    let possible =
      hits(near, within: reach) + hits(try wideCandidates(), within: SearchBoxes.halfTheEarth)
    return possible.filter { $0.distance.minDistance <= radius }
  }

  /// Searches ever wider until enough lie within the radius searched, so that none nearer is missed.
  private func nearest(_ count: Int) throws -> [Hit] {
    var radius = Meters.kilometers(1)
    while true {
      let hits = hits(try candidates(within: radius), within: radius)
      if hits.count >= count || radius >= SearchBoxes.halfTheEarth {
        return Array(hits.sorted().prefix(count))
      }
      radius.value = min(4 * radius.value, SearchBoxes.halfTheEarth.value)
    }
  }

  // MARK: - Candidates by box

  /// What of an incident bears on its distance.
  private struct Candidate {
    let key: Int64
    let id: String
    let position: Position
    let slack: Double
    /// The place, where the incident is known to be in it and no more.
    let area: PlaceID?
    let isCertainlyInPeriod: Bool

    init?(_ row: borrowing RowCursor) {
      guard let position = row.position(1) else { return nil }
      self.position = position
      key = Int64(row.integer(0))
      id = row.text(3)
      slack = row.isNull(2) ? 0 : row.real(2)
      let precision = row.isNull(4) ? nil : WherePrecision(rawValue: row.integer(4))
      area = precision?.isArea == true && !row.isNull(5) ? PlaceID(row.text(5)) : nil
      isCertainlyInPeriod = row.integer(6) == 1
    }
  }

  private static let columns =
    "i.fid, i.geom, i.uncertainty_m, i.incident_id, i.where_precision, i.place_id"

  private func candidates(within radius: Meters, _ limit: String? = nil) throws -> [Candidate] {
    let (condition, certainty) = (query.filter.condition, query.filter.certainty)
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(Self.columns), \(certainty.sql)
        FROM \(FeatureTable.incidents.index) AS r CROSS JOIN incidents AS i ON i.fid = r.id
        WHERE r.maxx >= ? AND r.minx <= ? AND r.maxy >= ? AND r.miny <= ?
          AND \(condition.sql) AND \(limit ?? "1")
        """)
    let limits: StatementArguments = limit == nil ? [] : [Self.wide.value]
    let boxes = SearchBoxes.around(query.center, within: radius)
    var candidates: [Candidate] = []
    for box in boxes {
      let edges: StatementArguments = [box.west, box.east, box.south, box.north]
      let rows = try RowCursor(
        statement, arguments: certainty.arguments + edges + condition.arguments + limits)
      while try rows.next() {
        if let candidate = Candidate(rows) { candidates.append(candidate) }
      }
    }
    // Boxes on both sides of the antimeridian may share a point that lies on it.
    guard boxes.count > 1 else { return candidates }
    var seen: Set<Int64> = []
    return candidates.filter { seen.insert($0.key).inserted }
  }

  private func wideCandidates() throws -> [Candidate] {
    let (condition, certainty) = (query.filter.condition, query.filter.certainty)
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(Self.columns), \(certainty.sql) FROM incidents i
        WHERE i.uncertainty_m > \(Int(Self.wide.value)) AND \(condition.sql)
        """)
    let rows = try RowCursor(statement, arguments: certainty.arguments + condition.arguments)
    var candidates: [Candidate] = []
    while try rows.next() {
      if let candidate = Candidate(rows) { candidates.append(candidate) }
    }
    return candidates
  }

  // MARK: - Distances by geodesic

  /// The candidates within a distance, each with the interval in which the true distance lies.
  private func hits(_ candidates: [Candidate], within radius: Meters) -> [Hit] {
    Geodesic.wgs84.neighbors(
      within: radius, of: query.center, among: candidates.map(\.position)
    ).map { neighbor in
      let candidate = candidates[neighbor.index]
      let geodesic = neighbor.geodesic
      let slack = query.uncertainty.value + candidate.slack
      var distance = IncidentDistance(
        distance: geodesic.distance, azimuth: geodesic.azimuth,
        minDistance: Meters(max(0, geodesic.distance.value - slack)),
        maxDistance: Meters(geodesic.distance.value + slack),
        isCertainlyInPeriod: candidate.isCertainlyInPeriod)
      if let area = candidate.area.flatMap({ outline($0, query.center) }) {
        distance.minDistance = Meters(max(0, area.least.value - query.uncertainty.value))
        distance.maxDistance = Meters(area.most.value + query.uncertainty.value)
      }
      return Hit(key: candidate.key, id: candidate.id, distance: distance)
    }
  }
}
