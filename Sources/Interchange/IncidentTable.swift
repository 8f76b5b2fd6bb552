public import IncidentModel

/// Incidents as rows to be written: their own columns, and those the caller adds.
public struct IncidentTable: Sendable {
  /// The rows, in the order in which they are written.
  public var incidents: [Incident]
  /// Columns before the incidents' own, such as the number of a batch row.
  public var leading: [AddedColumn]
  /// Columns after the incidents' own, such as `distance_m`.
  public var trailing: [AddedColumn]
  /// Which of the incidents' own columns are written.
  private var fields = RowColumns.allFields

  /// Makes a table; every added column has a value for each incident.
  public init(
    _ incidents: [Incident], leading: [AddedColumn] = [], trailing: [AddedColumn] = []
  ) {
    for column in leading + trailing {
      precondition(column.values.count == incidents.count, "a value for each incident")
    }
    self.incidents = incidents
    self.leading = leading
    self.trailing = trailing
  }
}

/// A column that stands beside the incidents' own.
public struct AddedColumn: Sendable {
  /// What it is called.
  public var heading: ColumnHeading
  /// Its values, one an incident, all of one type or null.
  public var values: [FieldValue]

  /// Makes a column from its values.
  public init(_ name: String, hxlTag: String? = nil, places: Int = 1, values: [FieldValue]) {
    let type = values.lazy.compactMap(\.type).first ?? .text
    heading = ColumnHeading(name, hxlTag: hxlTag, type: type, places: places)
    self.values = values
  }

  fileprivate var hasValues: Bool { values.contains { $0 != .null } }
}

extension FieldValue {
  /// The type of a column that holds this; `nil` where it is not stated.
  fileprivate var type: FieldType? {
    switch self {
    case .null: nil
    case .text: .text
    case .integer: .integer
    case .real: .real
    case .boolean: .boolean
    case .date: .date
    case .dateTime: .dateTime
    }
  }
}

// MARK: - Columns

extension IncidentTable {
  /// The columns that are written, in their order.
  var columns: RowColumns {
    RowColumns(
      fields: fields, leading: leading.map(\.heading), trailing: trailing.map(\.heading))
  }

  /// The table with the columns in which at least one row has a value.
  var withoutEmptyColumns: IncidentTable {
    var table = self
    var empty = fields
    for incident in incidents where !empty.isEmpty {
      empty.removeAll { IncidentField.all[$0].value(incident) != .null }
    }
    table.fields.removeAll(where: empty.contains)
    table.leading.removeAll { !$0.hasValues }
    table.trailing.removeAll { !$0.hasValues }
    return table
  }
}

// MARK: - Rows

extension IncidentTable {
  /// Writes the rows as an array of flat objects with the properties of the GeoJSON features, all
  /// columns in every object.
  public func write(to json: inout JSONWriter) {
    json.array { json in
      var members = JSONMembers(columns, style: json.style, depth: json.depth)
      for (row, incident) in incidents.enumerated() {
        incident.send(fields, adding: added(to: row), to: &members)
        json.raw(members.cells.buffer.drain())
      }
    }
  }

  /// The rows as JSON lines: a flat object a line, all columns in every object.
  public var jsonLines: [UInt8] { bytes(JSONRows(columns)) }

  /// A file of the rows.
  func bytes(_ writer: some IncidentRowWriter) -> [UInt8] {
    var bytes: [UInt8] = []
    send(to: writer) { bytes += $0 }
    return bytes
  }

  /// Hands out a file of the rows in pieces of about a mebibyte.
  func send<Failure: Error>(
    to writer: some IncidentRowWriter, _ write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = writer
    var box = WrittenBox()
    for incident in incidents { incident.send([], to: &box) }
    writer.appendHead(box: box.box)
    for (row, incident) in incidents.enumerated() {
      incident.send(fields, adding: added(to: row), to: &writer)
      if writer.isFull { try write(writer.drain()) }
    }
    writer.appendTail()
    try write(writer.drain())
  }

  private func added(to row: Int) -> [FieldValue] {
    leading.map { $0.values[row] } + trailing.map { $0.values[row] }
  }
}
