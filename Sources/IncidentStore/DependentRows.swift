internal import GRDB

/// Rows that belong to one row of another table and are rewritten together, only where they differ.
struct DependentRows {
  /// The table that holds them.
  let table: String
  /// The column that names what they belong to.
  let parent: String
  /// The other columns, but the key.
  let columns: [String]

  /// The rows of one parent, in the order in which they were written.
  func rows(of owner: DatabaseValue, in db: Database) throws -> [[DatabaseValue]] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(list) FROM \(table) WHERE \(parent) = ? ORDER BY id")
    return try Row.fetchAll(statement, arguments: [owner]).map { Array($0.databaseValues) }
  }

  /// Makes these the rows of a parent; returns whether anything had to change.
  func replace(
    of owner: DatabaseValue, by rows: [[DatabaseValue]], in db: Database
  ) throws -> Bool {
    let stored = try self.rows(of: owner, in: db)
    guard !stored.elementsEqual(rows, by: { $0.isSame(as: $1) }) else { return false }
    try remove(of: owner, in: db)
    try insert(rows, of: owner, in: db)
    return true
  }

  /// Adds rows of a parent.
  func insert(_ rows: [[DatabaseValue]], of owner: DatabaseValue, in db: Database) throws {
    guard !rows.isEmpty else { return }
    let marks = Array(repeating: "?", count: columns.count + 1).joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "INSERT INTO \(table) (\(parent), \(list)) VALUES (\(marks))")
    for row in rows { try statement.execute(arguments: StatementArguments([owner] + row)) }
  }

  /// Removes the rows of a parent.
  func remove(of owner: DatabaseValue, in db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM \(table) WHERE \(parent) = ?")
      .execute(arguments: [owner])
  }

  private var list: String { columns.map { "\"\($0)\"" }.joined(separator: ", ") }
}

extension [DatabaseValue] {
  /// Whether two rows are the same to the byte: texts that merely look the same, one composed and
  /// one decomposed, are not.
  func isSame(as other: [DatabaseValue]) -> Bool {
    elementsEqual(other) { a, b in
      if case (.string(let a), .string(let b)) = (a.storage, b.storage) {
        a.utf8.elementsEqual(b.utf8)
      } else {
        a == b
      }
    }
  }
}

extension String? {
  /// The text as SQLite keeps it whole: a NUL, at which C's strings end, becomes a space, so that
  /// offsets stay true.
  var stored: DatabaseValue {
    guard let self else { return .null }
    return self.utf8.contains(0) ? self.replacing("\0", with: " ").databaseValue : databaseValue
  }
}

extension String {
  /// The text as SQLite keeps it whole.
  var stored: DatabaseValue { Optional(self).stored }
}
