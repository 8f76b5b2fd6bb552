internal import GRDB
internal import IncidentModel
public import SimpleFeatures
internal import Topology

extension IncidentStore {
  /// Reads the incidents whose point lies in a geometry or on its boundary row by row, by their first
  /// day, then their identifier; undated ones last.
  ///
  /// - Parameters:
  ///   - geometry: An area; `ArealGeometry` says how it is understood.
  ///   - filter: What else the incidents must match.
  ///   - body: Is given the incidents, which last as long as it runs, in one state of the store, and of
  ///     each whether it certainly happened in the days asked for.
  /// - Returns: What `body` does.
  /// - Throws: What `body` throws, a `TopologyError` where the geometry is empty or refused,
  ///   ``StoreError`` where the store cannot be read.
  public func withIncidents<Value>(
    inside geometry: Geometry, matching filter: IncidentFilter = .all,
    _ body: (StoredIncidents, [Bool]) throws -> Value
  ) throws -> Value {
    let area = try ArealGeometry(geometry)
    var filter = filter
    filter.box = area.bounds
    return try withIncidents(filter, area: area.geometry, body)
  }

  /// Reads the incidents whose point lies in the box of a filter, as those inside a geometry.
  public func withIncidents<Value>(
    inside filter: IncidentFilter, _ body: (StoredIncidents, [Bool]) throws -> Value
  ) throws -> Value {
    try withIncidents(filter, area: nil, body)
  }

  private func withIncidents<Value>(
    _ filter: IncidentFilter, area: Geometry?,
    _ body: (StoredIncidents, [Bool]) throws -> Value
  ) throws -> Value {
    let (condition, certainty) = (filter.condition, filter.certainty)
    return try reading { db in
      let rows = try RowCursor(
        db.makeStatement(
          sql: """
            SELECT i.fid, i.geom, \(certainty.sql) FROM incidents i WHERE \(condition.sql)
            ORDER BY i.date_start NULLS LAST, i.incident_id
            """),
        arguments: certainty.arguments + condition.arguments)
      var keys: [Int64] = []
      var positions: [Position] = []
      var isCertain: [Bool] = []
      while try rows.next() {
        guard let position = rows.position(1) else { continue }
        keys.append(Int64(rows.integer(0)))
        positions.append(position)
        isCertain.append(rows.integer(2) == 1)
      }
      var inside = Array(positions.indices)
      if let area {
        let areas = try AreaLocator([area]).firstAreas(covering: positions)
        inside.removeAll { areas[$0] < 0 }
      }
      let incidents = StoredIncidents(database: db, source: .keys(inside.map { keys[$0] }))
      return try body(incidents, inside.map { isCertain[$0] })
    }
  }
}
