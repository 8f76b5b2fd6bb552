internal import GRDB

/// The keys of imported rows: ranges, as the rows of one import have keys side by side.
///
/// What is computed never touches them, so that a million of them cost nothing when a report is read.
struct ImportedKeys {
  private let ranges: [ClosedRange<Int64>]

  init(_ db: Database) throws {
    guard try db.tableExists(AttributesTable.imports.name) else {
      // A store of version 1, which is only read.
      ranges = []
      return
    }
    let rows = try Row.fetchAll(
      db, sql: "SELECT first_fid, last_fid FROM imports ORDER BY first_fid")
    var ranges: [ClosedRange<Int64>] = []
    for row in rows {
      let (first, last): (Int64, Int64) = (row[0], row[1])
      guard first <= last else { throw DamagedValue() }
      if let previous = ranges.last, first <= previous.upperBound + 1 {
        ranges[ranges.count - 1] = previous.lowerBound...max(previous.upperBound, last)
      } else {
        ranges.append(first...last)
      }
    }
    self.ranges = ranges
  }

  /// Whether a row is an imported one.
  func contains(_ key: Int64) -> Bool { ranges.contains { $0.contains(key) } }

  /// A condition that a key fulfils which is none of an imported row.
  func exclusion(of key: String) -> String {
    guard let first = ranges.first, let last = ranges.last else { return "1" }
    var gaps = ["\(key) < \(first.lowerBound)"]
    for (a, b) in zip(ranges, ranges.dropFirst()) {
      gaps.append("\(key) BETWEEN \(a.upperBound + 1) AND \(b.lowerBound - 1)")
    }
    gaps.append("\(key) > \(last.upperBound)")
    return "(" + gaps.joined(separator: " OR ") + ")"
  }
}
