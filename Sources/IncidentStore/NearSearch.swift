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
      return try candidates(within: radius) { $0.distance <= radius }
    }
    var slack = query.uncertainty
    slack.value += Self.wide.value
    let reach = Meters(radius.value + slack.value)
    let isPossible = { (distance: IncidentDistance) in distance.minDistance <= radius }
    return try candidates(within: reach, "ifnull(i.uncertainty_m, 0) <= ?", isPossible)
      + wideCandidates(isPossible)
  }

  /// Searches ever wider until enough lie within the radius searched, so that none nearer is missed.
  private func nearest(_ count: Int) throws -> [Hit] {
    var radius = Meters.kilometers(1)
    while true {
      let isWhole = radius >= SearchBoxes.halfTheEarth
      let hits = try candidates(within: radius) { isWhole || $0.distance <= radius }
      if hits.count >= count || isWhole { return Array(hits.sorted().prefix(count)) }
      radius.value *= 4
    }
  }

  // MARK: -

  private static let columns =
    "i.fid, i.geom, i.uncertainty_m, i.incident_id, i.where_precision, i.place_id"

  private func candidates(
    within radius: Meters, _ limit: String? = nil, _ isHit: (IncidentDistance) -> Bool
  ) throws -> [Hit] {
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
    var hits: [Hit] = []
    for box in boxes {
      let edges: StatementArguments = [box.west, box.east, box.south, box.north]
      let rows = try RowCursor(
        statement, arguments: certainty.arguments + edges + condition.arguments + limits)
      while try rows.next() {
        if let hit = hit(rows, isHit) { hits.append(hit) }
      }
    }
    // Boxes on both sides of the antimeridian may share a point that lies on it.
    guard boxes.count > 1 else { return hits }
    var seen: Set<Int64> = []
    return hits.filter { seen.insert($0.key).inserted }
  }

  private func wideCandidates(_ isHit: (IncidentDistance) -> Bool) throws -> [Hit] {
    let (condition, certainty) = (query.filter.condition, query.filter.certainty)
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(Self.columns), \(certainty.sql) FROM incidents i
        WHERE i.uncertainty_m > \(Int(Self.wide.value)) AND \(condition.sql)
        """)
    let rows = try RowCursor(statement, arguments: certainty.arguments + condition.arguments)
    var hits: [Hit] = []
    while try rows.next() {
      if let hit = hit(rows, isHit) { hits.append(hit) }
    }
    return hits
  }

  private func hit(
    _ row: borrowing RowCursor, _ isHit: (IncidentDistance) -> Bool
  ) -> Hit? {
    guard let position = row.position(1) else { return nil }
    let inverse = Geodesic.wgs84.inverse(from: query.center, to: position)
    let slack = query.uncertainty.value + (row.isNull(2) ? 0 : row.real(2))
    var distance = IncidentDistance(
      distance: inverse.distance, azimuth: inverse.azimuth,
      minDistance: Meters(max(0, inverse.distance.value - slack)),
      maxDistance: Meters(inverse.distance.value + slack),
      isCertainlyInPeriod: row.integer(6) == 1)
    if let area = area(row) {
      distance.minDistance = Meters(max(0, area.least.value - query.uncertainty.value))
      distance.maxDistance = Meters(area.most.value + query.uncertainty.value)
    }
    guard isHit(distance) else { return nil }
    return Hit(key: Int64(row.integer(0)), id: row.text(3), distance: distance)
  }

  /// The distances to the area that an incident is known to, where that is all that is known.
  private func area(_ row: borrowing RowCursor) -> (least: Meters, most: Meters)? {
    let precision = row.isNull(4) ? nil : WherePrecision(rawValue: row.integer(4))
    guard let precision, precision.isArea, !row.isNull(5) else { return nil }
    return outline(PlaceID(row.text(5)), query.center)
  }
}
