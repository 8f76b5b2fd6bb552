internal import FoundationEssentials
internal import GRDB
internal import Geodesy
internal import IncidentModel
public import SimpleFeatures

extension IncidentStore {
  /// Returns the incidents within a geodesic distance of a position, nearest first.
  ///
  /// Distance runs along the WGS 84 ellipsoid from point to point. Where either is uncertain, the hit
  /// also carries the interval in which the true distance lies.
  ///
  /// ```swift
  /// try store.incidents(within: .kilometers(10), of: leposavić)  // 3 incidents, 0.0 … 7.9 km
  /// ```
  ///
  /// - Parameters:
  ///   - radius: In metres, 0 or more; what lies at exactly this distance is included.
  ///   - center: A valid position.
  ///   - uncertainty: The radius around `center` that holds the true point.
  ///   - filter: What else the incidents must match.
  ///   - possibly: Whether to decide by the least distance that the uncertainties allow.
  /// - Returns: The incidents in the order of distance, then identifier; empty if there is none.
  /// - Throws: ``StoreError/unreadable(path:reason:)``.
  /// - Complexity: O(log *n* + *k*) for *k* candidates, then one geodesic each.
  public func incidents(
    within radius: Meters, of center: Position, uncertainty: Meters = Meters(0),
    matching filter: IncidentFilter = .all, possibly: Bool = false
  ) throws(StoreError) -> [NearbyIncident] {
    precondition(radius.value >= 0 && uncertainty.value >= 0, "a radius is not below zero")
    return try read { db in
      var reach = radius
      if possibly {
        let largest = try Double.fetchOne(db, sql: "SELECT max(uncertainty_m) FROM incidents") ?? 0
        reach.value += uncertainty.value + largest
      }
      let hits = try Self.candidates(within: reach, of: center, matching: filter, in: db)
        .filter { hit in
          let slack = possibly ? hit.uncertainty + uncertainty.value : 0
          return hit.inverse.distance.value - slack <= radius.value
        }
        .sorted()
      return try Self.documented(hits, uncertainty: uncertainty, in: db)
    }
  }

  /// Returns the incidents nearest to a position by geodesic distance.
  ///
  /// Searches ever wider until enough lie within the radius searched, so that none nearer is missed.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - center: A valid position.
  ///   - uncertainty: The radius around `center` that holds the true point.
  ///   - filter: What else the incidents must match.
  /// - Returns: Up to `count` incidents in the order of distance, then identifier.
  /// - Throws: ``StoreError/unreadable(path:reason:)``.
  public func nearest(
    _ count: Int, to center: Position, uncertainty: Meters = Meters(0),
    matching filter: IncidentFilter = .all
  ) throws(StoreError) -> [NearbyIncident] {
    precondition(count >= 0, "a number of incidents is not below zero")
    return try read { db in
      var radius = Meters.kilometers(1)
      while true {
        let isWhole = radius >= SearchBoxes.halfTheEarth
        let hits = try Self.candidates(within: radius, of: center, matching: filter, in: db)
          .filter { isWhole || $0.inverse.distance <= radius }
        if hits.count >= count || isWhole {
          let nearest = Array(hits.sorted().prefix(count))
          return try Self.documented(nearest, uncertainty: uncertainty, in: db)
        }
        radius.value *= 4
      }
    }
  }

  // MARK: - Candidates by box, distances by geodesic

  /// An incident's key with its distance.
  private struct Hit: Comparable {
    let key: Int64
    let id: String
    let uncertainty: Double
    let inverse: GeodesicInverse

    static func < (a: Hit, b: Hit) -> Bool {
      (a.inverse.distance, a.id, a.key) < (b.inverse.distance, b.id, b.key)
    }
  }

  private static func candidates(
    within radius: Meters, of center: Position, matching filter: IncidentFilter, in db: Database
  ) throws -> [Hit] {
    precondition(center.isValid, "a center is a position on the globe")
    let condition = filter.condition
    let statement = try db.cachedStatement(
      sql: """
        SELECT i.fid, ifnull(i.incident_id, ''), i.uncertainty_m, i.geom
        FROM \(FeatureTable.incidents.index) AS r CROSS JOIN incidents AS i ON i.fid = r.id
        WHERE r.maxx >= ? AND r.minx <= ? AND r.maxy >= ? AND r.miny <= ? AND \(condition.sql)
        """)
    var hits: [Int64: Hit] = [:]
    for box in SearchBoxes.around(center, within: radius) {
      let edges: StatementArguments = [box.west, box.east, box.south, box.north]
      let rows = try Row.fetchCursor(statement, arguments: edges + condition.arguments)
      while let row = try rows.next() {
        guard let position = PointBlob.decode(row[3]) else { continue }
        hits[row[0]] = Hit(
          key: row[0], id: row[1], uncertainty: row[2] ?? 0,
          inverse: Geodesic.wgs84.inverse(from: center, to: position))
      }
    }
    return Array(hits.values)
  }

  private static func documented(
    _ hits: [Hit], uncertainty: Meters, in db: Database
  ) throws -> [NearbyIncident] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(IncidentRow.selection) FROM incidents i WHERE fid = ?")
    return try hits.compactMap { hit in
      guard let row = try Row.fetchOne(statement, arguments: [hit.key]) else { return nil }
      let distance = hit.inverse.distance
      let slack = hit.uncertainty + uncertainty.value
      return NearbyIncident(
        incident: IncidentRow.incident(row), distance: distance,
        azimuth: hit.inverse.azimuth, minDistance: Meters(max(0, distance.value - slack)),
        maxDistance: Meters(distance.value + slack))
    }
  }
}
