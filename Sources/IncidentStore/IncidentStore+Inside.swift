internal import GRDB
internal import IncidentModel
public import SimpleFeatures
internal import Topology

extension IncidentStore {
  /// Reads the incidents whose point lies in a geometry or on its boundary row by row, by their first
  /// day, then their identifier; undated ones last.
  ///
  /// - Parameters:
  ///   - geometry: An area, cut at the antimeridian where it crosses it.
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
    let area = try PreparedGeometry(geometry)
    var filter = filter
    filter.box = area.bounds
    return try withIncidents(filter, where: { area.covers($0) }, body)
  }

  /// Reads the incidents whose point lies in the box of a filter, as
  /// ``withIncidents(inside:matching:_:)-(Geometry,_,_)``.
  public func withIncidents<Value>(
    inside filter: IncidentFilter, _ body: (StoredIncidents, [Bool]) throws -> Value
  ) throws -> Value {
    try withIncidents(filter, where: { _ in true }, body)
  }

  private func withIncidents<Value>(
    _ filter: IncidentFilter, where isInside: (Position) -> Bool,
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
      var isCertain: [Bool] = []
      while try rows.next() {
        if let position = rows.position(1), isInside(position) {
          keys.append(Int64(rows.integer(0)))
          isCertain.append(rows.integer(2) == 1)
        }
      }
      return try body(StoredIncidents(database: db, source: .keys(keys)), isCertain)
    }
  }
}
