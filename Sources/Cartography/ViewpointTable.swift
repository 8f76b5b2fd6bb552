internal import Toponymy

/// What countries declare on contested areas, as a table: a row for one area and one answer.
///
/// Columns: `area`, the `place_id` of a feature of the basemap; `viewpoints`, the codes of those who
/// see it so, with spaces between; `country`, whose it is in their view, empty for a country of its
/// own that has no code; `since`, the year from which the first of them does; `note`, why.
public struct ViewpointTable: Hashable, Sendable {
  /// One row.
  public struct Row: Hashable, Sendable {
    /// The area's `place_id`.
    public var area: String
    /// The codes of the countries that see it so.
    public var viewpoints: [String]
    /// The code of the country it belongs to in their view; empty for one of its own without a code.
    public var country: String
    /// The first year; `nil` where none can be named.
    public var since: Int?
    /// The reason, in a sentence.
    public var note: String
  }

  /// The rows in the order of the table.
  public var rows: [Row]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: CSV, UTF-8, with the five columns named in its first line.
  ///   - path: What errors call it.
  /// - Throws: ``CartographyError/viewpointsBroken(path:line:reason:)`` for the first faulty line.
  public init(_ bytes: [UInt8], path: String) throws(CartographyError) {
    rows = []
    var isHeader = true
    for record in CSVRecords(bytes) {
      let fields = record.fields.map(\.text)
      func fault(_ reason: String) -> CartographyError {
        .viewpointsBroken(path: path, line: record.line, reason: reason)
      }
      if isHeader {
        guard fields == ["area", "viewpoints", "country", "since", "note"] else {
          throw fault("the columns are not area,viewpoints,country,since,note")
        }
        isHeader = false
        continue
      }
      guard fields.count == 5 else { throw fault("there are \(fields.count) fields, not 5") }
      let viewpoints = fields[1].split(separator: " ").map(String.init)
      guard !fields[0].isEmpty, !viewpoints.isEmpty,
        (viewpoints + [fields[2]]).allSatisfy({ $0.isEmpty || Self.isCode($0) })
      else { throw fault("an area, or a code of two capitals, is missing") }
      rows.append(
        Row(
          area: fields[0], viewpoints: viewpoints, country: fields[2], since: Int(fields[3]),
          note: fields[4]))
    }
  }

  /// The view of a country; `nil` where the table knows of no area that it sees in a way of its own.
  public func viewpoint(of code: String, named name: String) -> Viewpoint? {
    let owners = rows.filter { $0.viewpoints.contains(code) }
      .reduce(into: [:]) { $0[$1.area] = $1.country }
    guard !owners.isEmpty else { return nil }
    return Viewpoint(code: code, name: name, owners: owners, contested: Set(rows.map(\.area)))
  }

  private static func isCode(_ text: String) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { (65...90).contains($0) }
  }
}
