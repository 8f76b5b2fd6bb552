internal import ArgumentParser
internal import IncidentModel
internal import Interchange

/// The forms in which a command prints incidents.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, jsonl, csv, geojson

  /// Incidents in this form; `text` is the command's own.
  ///
  /// - Parameters:
  ///   - table: The incidents.
  ///   - query: Writes what was asked, for `json`.
  /// - Returns: The bytes to print; none for `text`.
  func bytes(of table: IncidentTable, query: (inout JSONWriter) -> Void) -> [UInt8] {
    switch self {
    case .text: []
    case .csv: CSVWriter().bytes(of: table)
    case .jsonl: table.jsonLines
    case .geojson: GeoJSONWriter().featureCollection(table)
    case .json: Self.json(table, query: query)
    }
  }

  private static func json(_ table: IncidentTable, query: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter(style: .pretty)
    json.object { json in
      json.key("query")
      query(&json)
      json.key("incidents")
      table.write(to: &json)
    }
    json.newline()
    return json.bytes
  }
}

/// By what incidents are counted.
enum Grouping: String, ExpressibleByArgument, CaseIterable {
  case month, type, municipality

  /// The counts as text, a line a group, in order; what has no value comes last.
  func table(of incidents: [Incident]) -> String {
    var counts: [String: Int] = [:]
    var unknown = 0
    for incident in incidents {
      if let key = key(of: incident) { counts[key, default: 0] += 1 } else { unknown += 1 }
    }
    var rows = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    if unknown > 0 { rows.append(("unknown", unknown)) }
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, count in
      name + String(repeating: " ", count: width - name.count + 2) + "\(count)\n"
    }.joined()
  }

  private func key(of incident: Incident) -> String? {
    switch self {
    case .month: incident.date.map { String("\($0.start)".prefix(7)) }
    case .type: incident.eventType.rawValue
    case .municipality: incident.admin2
    }
  }
}
