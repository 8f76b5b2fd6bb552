internal import GRDB
public import IncidentModel
public import SimpleFeatures

/// Incidents in one state of the store, handed on row by row without a value being made of each.
///
/// It lives inside the closure it was given to, as long as the store is being read.
public struct StoredIncidents {
  /// Where the rows come from.
  enum Source {
    /// One query after the other.
    case queries([Query])
    /// The rows of these keys, in their order.
    case keys([Int64])
  }

  /// What follows `SELECT … FROM incidents i`, and its arguments.
  struct Query {
    var condition: String
    var order: String
    var arguments: StatementArguments
  }

  let database: Database
  let source: Source

  /// Looks through the rows before they are handed on.
  ///
  /// - Parameters:
  ///   - fields: The fields that are looked at, as indices in `IncidentField.all`, ascending.
  ///   - receiver: Is given each row without any field, so that it can see the points.
  /// - Returns: The fields in which at least one row has a value.
  /// - Throws: A failure of the store.
  /// - Complexity: Reads every row once, in the order of the file; a field that was seen is not looked
  ///   at again.
  public func survey(
    fields: [Int], to receiver: inout some IncidentRowReceiver
  ) throws -> [Int] {
    var unseen = Array(fields.indices)
    try forEach(fields, inAnyOrder: true) { row in
      row.send([], to: &receiver)
      if unseen.contains(where: { row.hasValue(at: $0, of: fields[$0]) }) {
        unseen.removeAll { row.hasValue(at: $0, of: fields[$0]) }
      }
    }
    let empty = Set(unseen)
    return fields.indices.filter { !empty.contains($0) }.map { fields[$0] }
  }

  /// Hands on every row.
  ///
  /// - Parameters:
  ///   - fields: The fields, as indices in `IncidentField.all`, ascending.
  ///   - receiver: What takes them.
  ///   - values: The values of further columns for a row, by its number from 0 on and its point.
  ///   - afterEach: Is called after each row, so that the receiver can pass on what it holds.
  /// - Throws: What `afterEach` throws, or a failure of the store.
  public func send<Receiver: IncidentRowReceiver>(
    _ fields: [Int], to receiver: inout Receiver,
    adding values: (Int, Position?) -> [FieldValue] = { _, _ in [] },
    afterEach: (inout Receiver) throws -> Void = { _ in }
  ) throws {
    var number = 0
    try forEach(fields) { row in
      row.send(fields, to: &receiver, adding: values(number, row.position))
      number += 1
      try afterEach(&receiver)
    }
  }

  /// Every row as a value.
  public func incidents() throws -> [Incident] {
    var incidents: [Incident] = []
    switch source {
    case .queries(let queries):
      for query in queries {
        let rows = try Row.fetchCursor(
          database,
          sql: "SELECT \(IncidentRow.selection) FROM incidents i \(query.condition) \(query.order)",
          arguments: query.arguments)
        while let row = try rows.next() { incidents.append(IncidentRow.incident(row)) }
      }
    case .keys(let keys):
      let statement = try database.makeStatement(
        sql: "SELECT \(IncidentRow.selection) FROM incidents i WHERE fid = ?")
      for key in keys {
        if let row = try Row.fetchOne(statement, arguments: [key]) {
          incidents.append(IncidentRow.incident(row))
        }
      }
    }
    return incidents
  }

  private func forEach(
    _ fields: [Int], inAnyOrder: Bool = false, _ body: (borrowing StoredIncident) throws -> Void
  ) throws {
    let columns = StoredIncident.selection(of: fields)
    switch source {
    case .queries(let queries):
      for query in queries {
        let statement = try database.makeStatement(
          sql: """
            SELECT \(columns) FROM incidents i \(query.condition) \(inAnyOrder ? "" : query.order)
            """)
        let row = StoredIncident(try RowCursor(statement, arguments: query.arguments), fields)
        while try row.cursor.next() { try body(row) }
      }
    case .keys(let keys):
      let statement = try database.makeStatement(
        sql: "SELECT \(columns) FROM incidents i WHERE fid = ?")
      let row = StoredIncident(try RowCursor(statement, arguments: [0]), fields)
      for key in keys {
        row.cursor.restart(key: key)
        if try row.cursor.next() { try body(row) }
      }
    }
  }
}
