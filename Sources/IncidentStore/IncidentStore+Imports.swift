internal import GRDB
public import IncidentModel

/// An import that the store holds.
public struct StoredImport: Hashable, Sendable {
  /// Where its incidents came from.
  public var record: ImportRecord
  /// How many incidents it added.
  public var incidents: Int
  /// When it was made.
  public var at: Instant
}

extension IncidentStore {
  /// Every import, in the order in which they were made.
  ///
  /// - Returns: None for a store of version 1.
  /// - Throws: ``StoreError/unreadable(path:reason:)``.
  public func imports() throws(StoreError) -> [StoredImport] {
    try read { try Self.imports(in: $0, where: "1") }
  }

  /// The import that an incident came with, or `nil` where it came otherwise.
  ///
  /// - Parameter incident: The incident's identifier.
  /// - Returns: The import.
  /// - Throws: ``StoreError/unreadable(path:reason:)``.
  public func importOrigin(of incident: String) throws(StoreError) -> StoredImport? {
    try read { db in
      try Self.imports(
        in: db,
        where: """
          (SELECT fid FROM incidents WHERE incident_id = ?) BETWEEN first_fid AND last_fid
          """, arguments: [incident]
      ).first
    }
  }

  static func imports(
    in db: Database, where condition: String, arguments: StatementArguments = StatementArguments()
  ) throws -> [StoredImport] {
    guard try db.tableExists(AttributesTable.imports.name) else { return [] }
    let sql = """
      SELECT path, sha256, form, columns, program_version, last_fid - first_fid + 1, at
      FROM imports WHERE \(condition) ORDER BY id
      """
    return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
      guard let at = Instant(row[6] as String) else { throw DamagedValue() }
      return StoredImport(
        record: ImportRecord(
          path: row[0], sha256: row[1], form: row[2], columns: row[3], programVersion: row[4]),
        incidents: row[5], at: at)
    }
  }
}
