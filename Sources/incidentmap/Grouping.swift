internal import ArgumentParser
internal import IncidentModel
internal import IncidentStore
internal import Interchange
internal import SimpleFeatures

/// By what incidents are counted.
enum Grouping: String, ExpressibleByArgument, CaseIterable {
  case month, type, municipality

  /// Prints the number of incidents of each group; what has no value comes last, as `unknown`.
  ///
  /// - Parameters:
  ///   - incidents: What is counted, row by row.
  ///   - format: Not `geojson`.
  ///   - query: Writes what was asked, for `json`.
  /// - Throws: A failure of the store or of the output.
  func print(
    _ incidents: StoredIncidents, as format: OutputFormat, query: (inout JSONWriter) -> Void
  ) throws {
    var counts = GroupCounts(self)
    try incidents.send([field], to: &counts)
    let rows = counts.rows
    switch format {
    case .text: try Console.write(Self.text(rows))
    case .csv:
      var csv = CSVRows(
        RowColumns(fields: [], leading: [ColumnHeading(rawValue), ColumnHeading("incidents")]))
      csv.appendHead(box: nil)
      for row in rows {
        csv.beginRow(id: Span(), position: nil, uncertainty: nil)
        csv.endRow(adding: [.text(row.name), .integer(row.incidents)])
      }
      try Console.write(csv.drain())
    case .jsonl:
      var json = JSONWriter()
      for row in rows {
        write(row, to: &json)
        json.newline()
      }
      try Console.write(json.bytes)
    case .json, .geojson:
      var json = JSONWriter(style: .pretty)
      json.object { json in
        json.key("query")
        query(&json)
        json.key("counts")
        json.array { json in
          for row in rows { write(row, to: &json) }
        }
      }
      json.newline()
      try Console.write(json.bytes)
    }
  }

  private func write(_ row: GroupCounts.Row, to json: inout JSONWriter) {
    json.object { json in
      json.member(rawValue, row.name)
      json.member("incidents", row.incidents)
    }
  }

  private static func text(_ rows: [GroupCounts.Row]) -> String {
    let width = rows.map(\.name.count).max() ?? 0
    return rows.map { row in
      row.name + String(repeating: " ", count: width - row.name.count + 2) + "\(row.incidents)\n"
    }.joined()
  }

  /// The column that the groups follow from, as an index.
  private var field: Int {
    let name =
      switch self {
      case .month: "date_start"
      case .type: "event_type"
      case .municipality: "admin2"
      }
    return IncidentField.all.firstIndex { $0.name == name } ?? 0
  }
}

/// Counts incidents by a text of theirs.
struct GroupCounts: IncidentRowReceiver {
  /// A group.
  struct Row {
    var name: String
    var incidents: Int
  }

  private let length: Int
  private var counts: [String: Int] = [:]
  private var unknown = 0

  init(_ grouping: Grouping) {
    // The month of a date is its first seven characters.
    length = grouping == .month ? 7 : .max
  }

  /// The groups in the order of their names.
  var rows: [Row] {
    let known = counts.sorted { $0.key < $1.key }.map { Row(name: $0.key, incidents: $0.value) }
    return known + (unknown > 0 ? [Row(name: "unknown", incidents: unknown)] : [])
  }

  mutating func receive(text: Span<UInt8>, field: Int) {
    let bytes = text.extracting(0..<min(length, text.count))
    counts[String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self), default: 0] += 1
  }

  mutating func receiveNull(field: Int) { unknown += 1 }
  func beginRow(id: Span<UInt8>, position: Position?, uncertainty: Meters?) {}
  func receive(integer: Int, field: Int) {}
  func receive(real: Double, field: Int) {}
  func receive(boolean: Bool, field: Int) {}
  func endRow(adding values: [FieldValue]) {}
}
