internal import GRDB
public import IncidentModel

extension IncidentStore {
  /// Adds incidents of somebody else's, such as the rows of a spreadsheet, in one transaction.
  ///
  /// They are what a person gave: nothing that is read or computed later changes them. Of several with
  /// one identifier the first counts. An empty store is filled without keeping its indexes, which are
  /// made at the end.
  ///
  /// - Parameters:
  ///   - record: Where they come from.
  ///   - expected: About how many there are, by which the way of adding them is chosen.
  ///   - replacesKnown: Whether an incident that the store has is written over.
  ///   - next: Gives one incident after the other, `nil` after the last; it must not use the store.
  /// - Returns: What became of them.
  /// - Throws: What `next` throws, ``StoreError/invalidPosition(of:)``, ``StoreError/locked(path:)``,
  ///   ``StoreError/full(path:)``. Nothing is changed then, nor where the program is stopped.
  /// - Complexity: O(*n* log *n*) time; memory for some ten thousand incidents, and 30 bytes for each.
  public func importIncidents(
    _ record: ImportRecord, expecting expected: Int = 0, replacingKnown replacesKnown: Bool = false,
    next: () throws -> Incident?
  ) throws -> ImportSummary {
    let now = clock()
    return try writeComputed { db, failure in
      var importer = try IncidentImporter(db, replacesKnown: replacesKnown)
      return try importer.run(record, expecting: expected, at: now) {
        do {
          return try next()
        } catch {
          failure = error
          throw error
        }
      }
    }
  }
}
