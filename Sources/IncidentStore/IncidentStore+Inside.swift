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
  ///   - body: Is given the incidents, which last as long as it runs, in one state of the store.
  /// - Returns: What `body` does.
  /// - Throws: What `body` throws, a `TopologyError` where the geometry is empty or refused,
  ///   ``StoreError`` where the store cannot be read.
  public func withIncidents<Value>(
    inside geometry: Geometry, matching filter: IncidentFilter = .all,
    _ body: (StoredIncidents) throws -> Value
  ) throws -> Value {
    let area = try PreparedGeometry(geometry)
    let bounds = area.bounds
    let condition = filter.condition
    return try reading { db in
      let rows = try RowCursor(
        db.makeStatement(
          sql: """
            SELECT i.fid, i.geom FROM incidents i
            WHERE i.fid IN (SELECT id FROM \(FeatureTable.incidents.index)
              WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?) AND \(condition.sql)
            ORDER BY i.date_start NULLS LAST, i.incident_id
            """),
        arguments: [bounds.west, bounds.east, bounds.south, bounds.north] + condition.arguments)
      var keys: [Int64] = []
      while try rows.next() {
        if let position = rows.position(1), area.covers(position) {
          keys.append(Int64(rows.integer(0)))
        }
      }
      return try body(StoredIncidents(database: db, source: .keys(keys)))
    }
  }
}
