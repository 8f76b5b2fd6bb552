internal import GRDB
public import IncidentModel
internal import SimpleFeatures

/// Incidents in one state of the store, as points for a map, and in full where it asks for some.
///
/// It lives inside the closure it was given to, as long as the store is being read.
public struct StoredPoints {
  private let database: Database
  private let filter: IncidentFilter

  init(database: Database, filter: IncidentFilter) {
    self.database = database
    self.filter = filter
  }

  /// All incidents as points, in the order of their keys, which follow from their identifiers.
  ///
  /// - Parameter value: The column whose number each counts for; 1 where `nil`.
  /// - Returns: What ``incidents(of:)`` reduced to points would be.
  /// - Throws: A failure of the store.
  /// - Complexity: One pass over the rows; a text is made of each place once.
  public func points(value: String? = nil) throws -> IncidentPoints {
    let condition = filter.condition
    let columns = (Self.columns + [value].compactMap(\.self)).map { "i.\"\($0)\"" }
    let rows = try RowCursor(
      database.makeStatement(
        sql: """
          SELECT \(columns.joined(separator: ", ")) FROM incidents i WHERE \(condition.sql)
          ORDER BY i.fid
          """), arguments: condition.arguments)
    var places = PlaceNumbers()
    var points: [IncidentPoint] = []
    while try rows.next() {
      let place = rows.withBytes(5) { name in
        rows.withBytes(6) { id in
          rows.withBytes(7) { country in places.number(id: id, name: name, country: country) }
        }
      }
      var point = IncidentPoint(
        key: Int64(rows.integer(0)), eventType: rows.eventType(2), place: place)
      point.position = rows.position(1)
      point.days = rows.days(3, 4)
      point.wherePrecision = rows.number(8).flatMap(WherePrecision.init)
      point.uncertainty = rows.isNull(9) ? nil : Meters(rows.real(9))
      point.value = value == nil ? 1 : rows.number(10)
      points.append(point)
    }
    return IncidentPoints(points: points, places: places.places)
  }

  private static let columns = [
    "fid", "geom", "event_type", "date_start", "date_end", "location", "place_id", "country",
    "where_precision", "uncertainty_m",
  ]

  /// The whole incidents of some points, in their order.
  public func incidents(of points: [IncidentPoint]) throws -> [Incident] {
    try StoredIncidents(database: database, source: .keys(points.map(\.key))).incidents()
  }

  /// The whole incidents of some points, in their order, with everything they rest on.
  public func documentedIncidents(of points: [IncidentPoint]) throws -> [DocumentedIncident] {
    try incidents(of: points).map { incident in
      DocumentedIncident(
        incident: incident,
        evidence: try EvidenceRows.evidence(ofIncident: incident.id, in: database))
    }
  }

  /// The reports that tell of some incidents, in the order of their SHA-256.
  public func reports(of incidents: [DocumentedIncident]) throws -> [Report] {
    try Set(incidents.flatMap(\.evidence.reports)).sorted().compactMap { sha256 in
      try IncidentStore.report(sha256, in: database)
    }
  }
}

extension IncidentStore {
  /// Reads the incidents that pass a filter for a map.
  ///
  /// - Parameters:
  ///   - filter: What they must match.
  ///   - body: Is given the incidents, which last as long as it runs, in one state of the store.
  /// - Returns: What `body` does.
  /// - Throws: What `body` throws, or ``StoreError/unreadable(path:reason:)``.
  public func withPoints<Value>(
    matching filter: IncidentFilter = .all, _ body: (StoredPoints) throws -> Value
  ) throws -> Value {
    try reading { try body(StoredPoints(database: $0, filter: filter)) }
  }
}

extension RowCursor {
  /// A whole number; `nil` for anything else.
  fileprivate func number(_ column: Int) -> Int? {
    switch type(column) {
    case .integer: integer(column)
    case .real: Int(exactly: real(column))
    default: nil
    }
  }

  /// The class of a text; what is none of them counts as ``IncidentField`` has it.
  fileprivate func eventType(_ column: Int) -> EventType {
    withBytes(column) { text in
      EventType.allCases.first { $0.isWritten(text) } ?? .strategicDevelopments
    }
  }

  /// The days of two texts; an end that is none or lies before the start counts as the start.
  fileprivate func days(_ first: Int, _ last: Int) -> ClosedRange<CalendarDate>? {
    guard let start = withBytes(first, { CalendarDate(utf8: $0) }) else { return nil }
    let end = withBytes(last) { CalendarDate(utf8: $0) } ?? start
    return start...max(start, end)
  }
}

extension EventType {
  fileprivate func isWritten(_ text: Span<UInt8>) -> Bool {
    let name = rawValue.utf8.span
    guard name.count == text.count else { return false }
    return name.indices.allSatisfy { name[$0] == text[$0] }
  }
}
