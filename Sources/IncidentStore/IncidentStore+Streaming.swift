internal import GRDB
internal import IncidentModel

extension IncidentStore {
  /// Reads the incidents that pass a filter row by row, by their first day, then their identifier;
  /// undated ones last.
  ///
  /// ```swift
  /// try store.withIncidents(matching: filter) { incidents in
  ///   let survey = try incidents.survey { extent.include($0) }
  ///   try incidents.send(survey.fields, to: &writer)
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - filter: What they must match.
  ///   - body: Is given the incidents, which last as long as it runs, in one state of the store.
  /// - Returns: What `body` does.
  /// - Throws: What `body` throws, or ``StoreError/unreadable(path:reason:)``.
  public func withIncidents<Value>(
    matching filter: IncidentFilter = .all, _ body: (StoredIncidents) throws -> Value
  ) throws -> Value {
    let condition = filter.condition
    return try reading { db in
      // Two questions, as an index that has the undated first cannot answer in this order.
      let queries = [("NOTNULL", "i.date_start, i.incident_id"), ("ISNULL", "i.incident_id")].map {
        StoredIncidents.Query(
          condition: "WHERE i.date_start \($0) AND \(condition.sql)", order: "ORDER BY \($1)",
          arguments: condition.arguments)
      }
      // The rows of an order lie anywhere in the file: read through a map, none is copied twice.
      try db.execute(sql: "PRAGMA mmap_size = \(Self.mapped)")
      defer { try? db.execute(sql: "PRAGMA mmap_size = 0") }
      return try body(StoredIncidents(database: db, source: .queries(queries)))
    }
  }

  /// How much of the file is mapped, in bytes: what is mapped counts as memory in use.
  private static let mapped = 1 << 26

  /// One read transaction; an error of somebody else's is handed on as it is.
  func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
    var failure: (any Error)?
    do {
      return try read { db in
        do {
          return try body(db)
        } catch {
          if !(error is DatabaseError), !(error is DamagedValue) { failure = error }
          throw error
        }
      }
    } catch {
      throw failure ?? error
    }
  }
}
