/// Reads a GNS country file, in which each row is a name, and joins the names of a feature.
///
/// Rows of a feature mostly stand together, but not all: they are sorted into partitions first, so
/// that each feature is one place wherever its rows are. Features come by the remainder of their
/// identity divided by 64, otherwise in the order of their first rows.
struct GNSReader {
  /// The file, `-` being the standard input.
  let path: String
  /// Where it is sorted.
  let folder: String

  /// Reads all of it.
  func read(_ run: ImportRun) throws {
    var reader = try LineReader.opening(path)
    run.total = reader.size.map { 2 * $0 }
    var row = DelimitedRow()
    let columns = try header(&reader, &row, run)
    var file = try PartitionedFile.making(in: folder)
    var divisions = GNSDivisions()
    while true {
      let outcome = try reader.next(&row)
      if outcome == .end { break }
      if let name = check(row, outcome, line: reader.line, columns, run) {
        divisions.note(name)
        try file.append(key: name.feature, line: reader.line, payload: row.bytes)
      }
      run.advance(to: reader.bytesRead)
    }
    run.finish(reader.bytesRead)
    for number in 0..<PartitionedFile.count {
      let partition = try file.partition(number)
      for records in Self.features(partition) {
        let names = records.compactMap { record in
          row.take(partition.bytes[record.payload], line: record.line)
          return try? GNSRow(row, columns)
        }
        guard let feature = GNSFeature(names) else { continue }
        if let reason = feature.reasonToLeaveOut {
          run.leaveOut(reason)
        } else if let place = feature.place(divisions) {
          try run.add(place)
        }
      }
      run.advance(to: reader.bytesRead / PartitionedFile.count * (number + 1))
    }
    run.finish(reader.bytesRead)
  }

  private func header(
    _ reader: inout LineReader, _ row: inout DelimitedRow, _ run: ImportRun
  ) throws(GazetteerImportError) -> GNSColumns {
    guard try reader.next(&row) == .line else { throw run.wrongHeader(path: path) }
    switch GNSColumns.find(row) {
    case .success(let columns): return columns
    case .failure(let missing): throw run.wrongHeader(path: path, lacks: missing.column)
    }
  }

  private func check(
    _ row: DelimitedRow, _ outcome: LineReader.Outcome, line: Int, _ columns: GNSColumns,
    _ run: ImportRun
  ) -> GNSRow? {
    do throws(DelimitedRow.Fault) {
      guard outcome == .line else { throw .overlong }
      return try GNSRow(row, columns)
    } catch {
      run.report(error, path: path, line: line)
      return nil
    }
  }

  /// The records of each feature, in the file's order, the features in that of their first records.
  private static func features(
    _ partition: PartitionedFile.Partition
  ) -> [[PartitionedFile.Partition.Record]] {
    var places: [Int: Int] = [:]
    var features: [[PartitionedFile.Partition.Record]] = []
    for record in partition.records {
      if let place = places[record.key] {
        features[place].append(record)
      } else {
        places[record.key] = features.count
        features.append([record])
      }
    }
    return features
  }
}
