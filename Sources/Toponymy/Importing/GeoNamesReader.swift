/// Reads a GeoNames dump: as it comes, or joined with the table of alternate names.
struct GeoNamesReader {
  /// The dump, `-` being the standard input.
  let path: String
  /// The table `alternateNamesV2`.
  let alternateNames: String?
  /// Where the two are sorted for the join.
  let folder: String
  /// What the dump's own divisions are added to.
  var divisions: DivisionNames

  /// Reads all of it.
  mutating func read(_ run: ImportRun) throws {
    if let alternateNames {
      try readJoined(alternateNames, run)
    } else {
      try readStraight(run)
    }
  }

  // MARK: - Without alternate names

  /// Places in the order of the dump; a file is read for the names of its divisions first.
  private mutating func readStraight(_ run: ImportRun) throws {
    var reader = try LineReader.opening(path)
    run.total = reader.size
    if reader.canBeReadAgain, divisions.wantsFirst || divisions.wantsSecond {
      run.total = reader.size.map { 2 * $0 }
      try collectDivisions(&reader, run)
      reader = try LineReader.opening(path)
    }
    var row = DelimitedRow()
    while true {
      let outcome = try reader.next(&row)
      if outcome == .end { break }
      if let (checked, kind) = try check(row, outcome, line: reader.line, run) {
        try add(row, checked, kind, names: nil, run)
      }
      run.advance(to: reader.bytesRead)
    }
    try run.requireSound(path: path)
    run.finish(reader.bytesRead)
  }

  private mutating func collectDivisions(
    _ reader: inout LineReader, _ run: ImportRun
  ) throws(GazetteerImportError) {
    var row = DelimitedRow()
    while true {
      let outcome = try reader.next(&row)
      if outcome == .end { break }
      if outcome == .line { collectDivision(row) }
      run.advance(to: reader.bytesRead)
    }
    run.finish(reader.bytesRead)
  }

  // MARK: - With alternate names

  /// Places by the remainder of their geonameid divided by 64, otherwise in the order of the dump.
  private mutating func readJoined(_ table: String, _ run: ImportRun) throws {
    var reader = try LineReader.opening(path)
    run.total = reader.size.map { 2 * $0 }
    var alternates = try AlternateNames.reading(table, folder: folder, run: run)
    var dump = try PartitionedFile.making(in: folder)
    var row = DelimitedRow()
    while true {
      let outcome = try reader.next(&row)
      if outcome == .end { break }
      if let (checked, _) = try check(row, outcome, line: reader.line, run) {
        collectDivision(row)
        try dump.append(key: checked.id, line: reader.line, payload: row.bytes)
      }
      run.advance(to: reader.bytesRead)
    }
    try run.requireSound(path: path)
    run.finish(reader.bytesRead)
    for number in 0..<PartitionedFile.count {
      let names = try alternates.partition(number)
      let partition = try dump.partition(number)
      for record in partition.records {
        row.take(partition.bytes[record.payload], line: record.line)
        guard let checked = try? GeoNamesRow(row), let code = checked.code,
          let kind = FeatureKind(code)
        else { continue }
        try add(row, checked, kind, names: names.names(of: checked.id), run)
      }
      run.advance(to: reader.bytesRead / PartitionedFile.count * (number + 1))
    }
    run.finish(reader.bytesRead)
  }

  // MARK: - Rows

  /// The row's identity and kind, unless it is faulty or of no use, which is counted.
  private func check(
    _ row: DelimitedRow, _ outcome: LineReader.Outcome, line: Int, _ run: ImportRun
  ) throws(GazetteerImportError) -> (GeoNamesRow, FeatureKind)? {
    let checked: GeoNamesRow
    do throws(DelimitedRow.Fault) {
      guard outcome == .line else { throw .overlong }
      checked = try GeoNamesRow(row)
    } catch {
      run.report(error, path: path, line: line)
      try run.noteMalformed(path: path)
      return nil
    }
    run.noteSound()
    guard let code = checked.code, let kind = FeatureKind(code) else {
      run.leaveOut(checked.code?.description ?? "without a code")
      return nil
    }
    return (checked, kind)
  }

  private func add(
    _ row: DelimitedRow, _ checked: GeoNamesRow, _ kind: FeatureKind,
    names: AlternateNames.Names?, _ run: ImportRun
  ) throws {
    var place: Place
    do throws(DelimitedRow.Fault) {
      place = try checked.place(row, kind: kind, divisions: divisions)
    } catch {
      run.report(error, path: path, line: row.line)
      return
    }
    var known: Set<String> = []
    if let names {
      place.names = names.toponyms
      place.references = names.references
      known = names.codes.union(names.toponyms.map(\.text))
    }
    place.names += GeoNamesRow.names(
      row, isCountry: place.kind == .country, isKnown: { known.contains($0) },
      report: { run.report($0, path: path, line: row.line) })
    try run.add(place)
  }

  /// Notes the name of a division, where a row is one.
  private mutating func collectDivision(_ row: DelimitedRow) {
    guard row.count == GeoNamesRow.columns, row.slice(6).elementsEqual([0x41]),
      let code = FeatureCode(class: row.slice(6), designation: row.slice(7)),
      let name = try? row.name(1)
    else { return }
    let first = "\(row.text(8)).\(row.text(10))"
    if code == .firstDivision, divisions.wantsFirst, !row.isEmpty(10) {
      divisions.add(name, code: first)
    } else if code == .secondDivision, divisions.wantsSecond, !row.isEmpty(11) {
      divisions.add(name, code: "\(first).\(row.text(11))")
    }
  }
}
