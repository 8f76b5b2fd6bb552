internal import GRDB
public import IncidentModel
public import SimpleFeatures
internal import Topology

extension IncidentStore {
  /// Returns the incidents whose point lies in a geometry or on its boundary.
  ///
  /// - Parameters:
  ///   - geometry: An area, cut at the antimeridian where it crosses it.
  ///   - filter: What else the incidents must match.
  /// - Returns: The incidents by their first day, then their identifier; undated ones last.
  /// - Throws: A `TopologyError` where the geometry is empty or refused, ``StoreError`` where the
  ///   store cannot be read.
  public func incidents(
    inside geometry: Geometry, matching filter: IncidentFilter = .all
  ) throws -> [Incident] {
    let area = try PreparedGeometry(geometry)
    let bounds = area.bounds
    let condition = filter.condition
    return try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(IncidentRow.selection) FROM incidents i
          WHERE i.fid IN (SELECT id FROM \(FeatureTable.incidents.index)
            WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?) AND \(condition.sql)
          ORDER BY i.date_start NULLS LAST, i.incident_id
          """,
        arguments: [bounds.west, bounds.east, bounds.south, bounds.north] + condition.arguments)
      var incidents: [Incident] = []
      while let row = try rows.next() {
        guard let position = PointBlob.decode(row[0]), area.covers(position) else { continue }
        incidents.append(IncidentRow.incident(row))
      }
      return incidents
    }
  }
}
