/// Reads the project's own CSV row by row; a broken row is passed over, where a gazetteer that is
/// used as it is would be refused.
struct GazetteerCSVImport {
  /// The file, `-` being the standard input.
  let path: String

  /// Reads all of it.
  func read(_ run: ImportRun) throws {
    var reader = try CSVRecordReader(path)
    run.total = reader.size
    let header = GazetteerReader.header
    guard let first = try reader.next(columns: header.count),
      first.csv.fault == nil, first.csv.fields.map(\.text) == header
    else { throw run.wrongHeader(path: path) }
    // Each row is read as a file of its own, so that one reader decides what a row means.
    let prefix = Array((header.joined(separator: ",") + "\n").utf8)
    while let record = try reader.next(columns: header.count) {
      let faults = try add(record, prefix: prefix, run)
      for fault in faults {
        run.report(fault.message, path: path, line: fault.line, column: fault.column)
      }
      run.advance(to: reader.bytesRead)
    }
    run.finish(reader.bytesRead)
  }

  /// Hands the place of a record over; else its faults.
  private func add(
    _ record: CSVRecordReader.Record, prefix: [UInt8], _ run: ImportRun
  ) throws -> [GazetteerError.Fault] {
    let line = record.csv.line
    if let fault = record.csv.fault {
      return [
        GazetteerError.Fault(
          path: path, line: fault.line, column: fault.column, message: fault.message)
      ]
    }
    let read = GazetteerReader.read(prefix + record.bytes, path: path)
    guard read.faults.isEmpty else {
      return read.faults.map { fault in
        var fault = fault
        fault.line += line - 2
        return fault
      }
    }
    if !read.decisions.isEmpty {
      let message = "pins and bans of names are for gazetteer build, not for import"
      return [GazetteerError.Fault(path: path, line: line, column: 1, message: message)]
    }
    for place in read.places {
      if let message = Self.fault(of: place) {
        return [GazetteerError.Fault(path: path, line: line, column: 1, message: message)]
      }
      try run.add(place)
    }
    return []
  }

  /// What is wrong with a name of a place.
  private static func fault(of place: Place) -> String? {
    for name in [place.name] + (place.names + place.demonyms).map(\.text) {
      do throws(PlaceName.Fault) {
        _ = try PlaceName.checked(Array(name.utf8)[...])
      } catch {
        return "a name \(error.message)"
      }
    }
    return nil
  }
}
