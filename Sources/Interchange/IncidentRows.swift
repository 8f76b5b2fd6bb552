internal import IncidentModel

/// The columns of a table, prepared for writing many rows as flat JSON objects.
struct IncidentRows {
  /// A column and its name in quotes.
  private typealias Member = (key: [UInt8], column: IncidentTable.Column)

  private let incidents: [Incident]
  private let columns: [Member]

  init(_ table: IncidentTable, includesEmptyColumns: Bool) {
    incidents = table.incidents
    columns = (includesEmptyColumns ? table.columns : table.columnsWithValues).map(Self.member)
  }

  private static func member(_ column: IncidentTable.Column) -> Member {
    var key: [UInt8] = []
    JSONWriter.append(quoted: column.name, to: &key)
    return (key, column)
  }

  private static let ownColumns = IncidentTable.ownColumns.map(member)

  /// Writes a row as an object, its members in the order of the columns.
  func write(_ row: Int, to json: inout JSONWriter) {
    Self.write(incidents[row], row: row, columns, to: &json)
  }

  /// Writes an incident as an object with all its own columns.
  static func write(_ incident: Incident, to json: inout JSONWriter) {
    write(incident, row: 0, ownColumns, to: &json)
  }

  private static func write(
    _ incident: Incident, row: Int, _ columns: [Member], to json: inout JSONWriter
  ) {
    json.object { json in
      for index in columns.indices {
        json.key(encoded: columns[index].key)
        let value = columns[index].column.value(for: incident, row: row)
        json.value(value, places: columns[index].column.places(for: incident))
      }
    }
  }
}

extension IncidentTable {
  /// Writes the rows as an array of flat objects with the properties of the GeoJSON features, all
  /// columns in every object.
  public func write(to json: inout JSONWriter) {
    let rows = IncidentRows(self, includesEmptyColumns: true)
    json.array { json in
      for row in incidents.indices { rows.write(row, to: &json) }
    }
  }

  /// The rows as JSON lines: a flat object a line, all columns in every object.
  public var jsonLines: [UInt8] {
    let rows = IncidentRows(self, includesEmptyColumns: true)
    var json = JSONWriter()
    for row in incidents.indices {
      rows.write(row, to: &json)
      json.newline()
    }
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func value(_ value: FieldValue, places: Int) {
    switch value {
    case .null: null()
    case .text(let text): string(text)
    case .integer(let number): integer(number)
    case .real(let number): real(number, places: places)
    case .boolean(let value): boolean(value)
    case .date(let date): string(date.description)
    case .dateTime(let moment): string(moment.description)
    }
  }
}
