internal import FoundationEssentials
internal import GRDB
internal import IncidentModel
internal import Synchronization

extension IncidentStore {
  /// Brings a store of an older version to today's, after a copy of it was made.
  ///
  /// | version | what it brought |
  /// |---|---|
  /// | 1 | the first; of a decision, its earliest stores keep neither what it was made on nor what was there before |
  /// | 2 | `imports`; indexes of whole spans and of what is rare; the identifier's index apart from the table |
  func migrate(from version: Int) throws {
    guard version < GeoPackageSchema.version else { return }
    let copy = try copyBeside(version: version)
    let now = clock()
    try queue.write { db in
      // Another program may have been faster.
      guard try Self.version(in: db) == version else { return }
      if version < 2 { try Self.migrateToVersion2(db, at: now) }
      try db.execute(
        sql: "UPDATE \(GeoPackageSchema.versionTable) SET version = ?",
        arguments: [GeoPackageSchema.version])
      try GeoPackageSchema.touch(GeoPackageSchema.versionTable, in: db, at: now)
    }
    migrated.withLock { $0 = copy }
  }

  private static func migrateToVersion2(_ db: Database, at now: Instant) throws {
    let known = try String.fetchSet(db, sql: "SELECT name FROM pragma_table_info('reviews')")
    for column in ["previous", "events"] where !known.contains(column) {
      try db.execute(sql: "ALTER TABLE reviews ADD COLUMN \(column) TEXT")
    }
    try AttributesTable.imports.create(in: db, at: now)
    try db.execute(
      sql: "DROP INDEX IF EXISTS incidents_date; DROP INDEX IF EXISTS incidents_uncertainty")
    try FeatureTable.makeIncidentIndexes(in: db)
  }

  /// Copies the store to a name beside it that nothing has; returns the path.
  private func copyBeside(version: Int) throws -> String {
    let stem = path.hasSuffix(".gpkg") ? String(path.dropLast(5)) : path
    var copy = "\(stem).version-\(version).gpkg"
    var number = 2
    while FileManager.default.fileExists(atPath: copy) {
      copy = "\(stem).version-\(version)-\(number).gpkg"
      number += 1
    }
    do {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM INTO ?", arguments: [copy])
      }
    } catch let error as DatabaseError where error.message == "output file already exists" {
      // Another program made its copy in this moment: the next number is free.
      return try copyBeside(version: version)
    } catch {
      try? FileManager.default.removeItem(atPath: copy)
      throw error
    }
    return copy
  }
}
