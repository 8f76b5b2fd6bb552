public import SimpleFeatures
public import Toponymy

extension IncidentStore {
  /// What is known of the outline of a place, such as a municipality: the least and the most distance
  /// from a position to it; `nil` where no outline is known.
  public typealias OutlineDistance = (PlaceID, Position) -> (least: Meters, most: Meters)?

  /// Reads the incidents around a position row by row, nearest first, then by identifier.
  ///
  /// Distance runs along the WGS 84 ellipsoid from point to point. Where either position is uncertain,
  /// the true distance lies in an interval: that of the uncertainty radii, or, of an incident that is
  /// known only to an area, that to the area's outline.
  ///
  /// - Parameters:
  ///   - query: What is asked.
  ///   - outline: The distances to the outline of a place.
  ///   - body: Is given the incidents, which last as long as it runs, and the distance of each.
  /// - Returns: What `body` does.
  /// - Throws: What `body` throws, or ``StoreError/unreadable(path:reason:)``.
  /// - Complexity: O(log *n* + *k*) for *k* candidates; one geodesic for each that may be within reach.
  public func withIncidents<Value>(
    near query: NearQuery, outline: @escaping OutlineDistance = { _, _ in nil },
    _ body: (StoredIncidents, [IncidentDistance]) throws -> Value
  ) throws -> Value {
    try reading { db in
      let hits = try NearSearch(query, outline: outline, in: db).hits()
      let incidents = StoredIncidents(database: db, source: .keys(hits.map(\.key)))
      return try body(incidents, hits.map(\.distance))
    }
  }

  /// Returns the incidents around a position, nearest first, then by identifier.
  ///
  /// ```swift
  /// try store.incidents(near: NearQuery(.within(.kilometers(10)), of: leposavić))
  /// // 3 incidents, 0.0 … 7.9 km
  /// ```
  ///
  /// - Parameters:
  ///   - query: What is asked.
  ///   - outline: The distances to the outline of a place.
  /// - Returns: The incidents; empty if there is none.
  /// - Throws: ``StoreError/unreadable(path:reason:)``.
  public func incidents(
    near query: NearQuery, outline: @escaping OutlineDistance = { _, _ in nil }
  ) throws -> [NearbyIncident] {
    try withIncidents(near: query, outline: outline) { incidents, distances in
      zip(try incidents.incidents(), distances).map { NearbyIncident($0, at: $1) }
    }
  }
}
