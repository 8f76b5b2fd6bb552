internal import ArgumentParser
internal import IncidentModel
internal import IncidentStore
internal import Interchange
internal import SimpleFeatures

/// Prints incidents in a form for programs, row by row as they are read.
struct RowPrinter {
  /// Not `text`, which is the command's own.
  let format: OutputFormat
  /// The columns that were asked for; all where `nil`.
  let choice: FieldChoice?
  /// What stands behind the incidents' own columns.
  let trailing: [ColumnHeading]

  /// Prints all incidents of an answer.
  ///
  /// - Parameters:
  ///   - incidents: The incidents.
  ///   - values: The values of the trailing columns for a row.
  ///   - query: Writes what was asked, for `json`.
  /// - Throws: A failure of the store or of the output.
  func print(
    _ incidents: StoredIncidents, adding values: @escaping (Int) -> [FieldValue],
    query: (inout JSONWriter) -> Void
  ) throws {
    let chosen = choice?.trailing(of: trailing) ?? Array(trailing.indices)
    let headings = chosen.map { trailing[$0] }
    let values = { (row: Int) in
      let all = values(row)
      return chosen.map { all[$0] }
    }
    var columns = RowColumns(fields: choice?.fields ?? RowColumns.allFields, trailing: headings)
    switch format {
    case .text: return
    case .csv: try Self.write(incidents, CSVRows(columns), values)
    case .jsonl: try Self.write(incidents, JSONRows(columns), values)
    case .json: try Self.write(incidents, JSONRows(columns, answering: query), values)
    case .geojson:
      var box = WrittenBox()
      let stated = try incidents.survey(fields: choice == nil ? columns.fields : [], to: &box)
      if choice == nil { columns.fields = stated }
      let rows = GeoJSONRows(columns, form: .collection(name: "incidents"))
      try Self.write(incidents, rows, values, box: box.box)
    }
  }

  private static func write<Rows: IncidentRowWriter>(
    _ incidents: StoredIncidents, _ rows: Rows, _ values: (Int) -> [FieldValue],
    box: BoundingBox? = nil
  ) throws {
    var rows = rows
    rows.appendHead(box: box)
    try incidents.send(rows.columns.fields, to: &rows, adding: { row, _ in values(row) }) { rows in
      if rows.isFull { try Console.write(rows.drain()) }
    }
    rows.appendTail()
    try Console.write(rows.drain())
  }
}

/// Which columns are wanted.
struct FieldChoice: ExpressibleByArgument {
  /// The incidents' own, as indices, ascending.
  let fields: [Int]
  /// All names, as given.
  let names: [String]

  init?(argument: String) {
    names = argument.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    let wanted = Set(names)
    fields = IncidentField.all.indices.filter { wanted.contains(IncidentField.all[$0].name) }
  }

  /// Which of the columns that a command adds are wanted, in their order.
  func trailing(of headings: [ColumnHeading]) -> [Int] {
    headings.indices.filter { names.contains(headings[$0].name) }
  }

  /// Refuses names that no column has.
  func check(adding headings: [ColumnHeading]) throws {
    let known = IncidentField.all.map(\.name) + headings.map(\.name)
    let unknown = names.filter { !known.contains($0) }
    guard unknown.isEmpty else {
      throw ValidationError(
        "--fields names no column of incidents: \(unknown.joined(separator: ", ")); "
          + "there are \(known.joined(separator: ", "))")
    }
  }
}

/// Which columns a command prints.
struct FieldOptions: ParsableArguments {
  @Option(
    help: """
      Only these columns, by name with commas between, such as incident_id,distance_m; for json, \
      jsonl, csv, geojson and kml.
      """)
  var fields: FieldChoice?
}
