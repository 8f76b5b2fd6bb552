/// Reads a table of Who's On First.
struct WhosOnFirstReader {
  /// The file, `-` being the standard input.
  let path: String
  /// The country of places for which it has none.
  let country: String

  /// Reads all of it.
  func read(_ run: ImportRun) throws {
    var reader = try CSVRecordReader(path)
    run.total = reader.size
    guard let first = try reader.next(columns: nil), first.csv.fault == nil else {
      throw run.wrongHeader(path: path)
    }
    let columns: WhosOnFirstColumns
    switch WhosOnFirstColumns.find(first.csv.fields.map(\.text)) {
    case .success(let found): columns = found
    case .failure(let missing): throw run.wrongHeader(path: path, lacks: missing.column)
    }
    while let record = try reader.next(columns: columns.count) {
      if let place = place(record.csv, columns, run) { try run.add(place) }
      run.advance(to: reader.bytesRead)
    }
    run.finish(reader.bytesRead)
  }

  /// The place of a record, unless it is faulty or of no use, which is counted.
  private func place(
    _ record: CSVRecords.Record, _ columns: WhosOnFirstColumns, _ run: ImportRun
  ) -> Place? {
    func report(_ fault: WhosOnFirstRow.Fault) {
      run.report(fault.message, path: path, line: fault.line, column: fault.column)
    }
    do throws(WhosOnFirstRow.Fault) {
      let row = try WhosOnFirstRow(record, columns)
      guard let kind = row.kind else {
        run.leaveOut(row.reasonToLeaveOut)
        return nil
      }
      var place = try row.place(kind, report: report)
      if !row.namesCountry { place.country = country }
      return place
    } catch {
      report(error)
      return nil
    }
  }
}
