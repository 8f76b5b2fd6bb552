internal import IncidentModel

extension ColumnMapping {
  /// What a file's first rows say of its columns.
  struct Head {
    /// The headers, blanks around them dropped.
    var headers: [String]
    /// The row of HXL tags, where there is one.
    var tags: [String]?
    /// The line of the headers, where the file has lines for them.
    var line: Int?
    /// Whether rows may have a position outside their columns.
    var hasGeometry = false
  }

  /// Recognises the columns of a file.
  ///
  /// - Throws: ``InterchangeError/malformed(path:problems:)`` with all that is wrong.
  init(_ head: Head, options: ImportOptions, path: String) throws(InterchangeError) {
    var claims = Claims(head.headers)
    var problems = claims.take(options.columns)
    // Our own export says more under its names than under its tags.
    let recognised = Convention.recognised(head.headers)
    if let tags = head.tags, recognised != .incidentmap {
      convention = .hxl
      for index in tags.indices where index < head.headers.count {
        problems += claims.claim(index, HXLTag.field(tags[index]), rank: 0)
      }
      // Where a moment is asked for by nobody else, it is the date.
      if claims.column(of: .date) == nil, claims.column(of: .dateStart) == nil {
        claims.rename(.occurredAt, to: .date)
      }
    } else if let found = recognised {
      convention = found
      for (index, header) in head.headers.enumerated() {
        problems += claims.claim(index, found.field(header.lowercased()), rank: 0)
      }
    } else {
      convention = .words
      for (index, header) in head.headers.enumerated() {
        if let field = ImportField.ofTable(header.lowercased()) {
          problems += claims.claim(index, field, rank: -1)
        } else if let meaning = Self.meaning(of: header) {
          problems += claims.claim(index, meaning.field, rank: meaning.rank)
        }
      }
    }
    claims.settle()
    columns = claims.columns
    if !head.hasGeometry { problems += Self.shortcomings(of: claims) }
    guard problems.isEmpty else {
      throw .malformed(
        path: path, problems: problems.map { FileProblem(line: head.line, message: $0) })
    }
  }

  /// Adds a column that turns up later, as properties of features do; it becomes a field where none
  /// other is.
  mutating func add(_ header: String) -> ImportField? {
    let field: ImportField? =
      switch convention {
      case .acled, .ged: convention.field(header.lowercased())
      case .incidentmap, .hxl, .words:
        ImportField.ofTable(header.lowercased()) ?? Self.meaning(of: header)?.field
      }
    let taken = columns.contains { $0.field == field?.rawValue }
    columns.append(
      Column(header: header, number: columns.count + 1, field: taken ? nil : field?.rawValue))
    return taken ? nil : field
  }

  private static func meaning(of header: String) -> (field: ImportField, rank: Int)? {
    ColumnWords.meanings[ColumnWords.key(header)]
  }

  /// Why no incident could come out.
  private static func shortcomings(of claims: Claims) -> [String] {
    var problems: [String] = []
    let has = { (field: ImportField) in claims.column(of: field) != nil }
    if has(.latitude) != has(.longitude), !has(.position) {
      let (there, missing) = has(.latitude) ? ("latitude", "longitude") : ("longitude", "latitude")
      problems.append(
        "there is a column for the \(there) and none for the \(missing): name it with "
          + "--columns \(missing)=HEADER")
    }
    let places: [ImportField] = [
      .latitude, .position, .location, .locationReported, .placeID, .admin3, .admin2, .admin1,
    ]
    if !places.contains(where: has) {
      problems.append(
        "no column is a position or a place's name: say which it is, as with "
          + "--columns location=HEADER or --columns latitude=HEADER,longitude=HEADER")
    }
    return problems
  }
}

/// Which columns ask for which fields.
private struct Claims {
  private(set) var columns: [ColumnMapping.Column]
  private var holders: [ImportField: (column: Int, rank: Int)] = [:]

  /// The fields of which two columns are never guessed apart.
  private static let exclusive: Set<ImportField> = [
    .incidentID, .date, .dateStart, .dateEnd, .latitude, .longitude,
  ]

  init(_ headers: [String]) {
    columns = headers.enumerated().map { index, header in
      ColumnMapping.Column(header: header, number: index + 1)
    }
  }

  func column(of field: ImportField) -> Int? { holders[field]?.column }

  /// Gives fields to columns as the user says; what is wrong with that.
  mutating func take(_ chosen: [String: String]) -> [String] {
    var problems: [String] = []
    for (name, header) in chosen.sorted(by: { $0.key < $1.key }) {
      guard let field = ImportField(rawValue: name) else {
        problems.append(
          "--columns: there is no field \"\(name)\"; the fields are "
            + ColumnMapping.fieldNames.joined(separator: ", "))
        continue
      }
      let exact = columns.indices.filter { columns[$0].header == header }
      let key = ColumnWords.key(header)
      let alike = columns.indices.filter { ColumnWords.key(columns[$0].header) == key }
      let found = exact.isEmpty ? alike : exact
      guard let index = found.first, found.count == 1 else {
        let count = found.isEmpty ? "no column is" : "\(found.count) columns are"
        problems.append("--columns \(name)=\(header): \(count) called so")
        continue
      }
      if let other = holders.first(where: { $0.value.column == index }) {
        problems.append(
          "--columns: one column is to be both \(other.key.rawValue) and \(name): \(header)")
        continue
      }
      holders[field] = (index, .min)
    }
    return problems
  }

  /// Lets a column ask for a field; what is wrong with that.
  mutating func claim(_ index: Int, _ field: ImportField?, rank: Int) -> [String] {
    guard let field, !holders.values.contains(where: { $0.column == index && $0.rank == .min })
    else { return [] }
    guard let holder = holders[field] else {
      holders[field] = (index, rank)
      return []
    }
    if holder.rank == .min { return [] }
    if holder.rank == rank || Self.exclusive.contains(field) {
      return [
        "two columns may be \(field.rawValue), numbers \(holder.column + 1) and \(index + 1) "
          + "(\(columns[holder.column].header), \(columns[index].header)): choose with "
          + "--columns \(field.rawValue)=HEADER"
      ]
    }
    if rank < holder.rank { holders[field] = (index, rank) }
    return []
  }

  mutating func rename(_ field: ImportField, to other: ImportField) {
    holders[other] = holders.removeValue(forKey: field)
  }

  /// Lets go of what something better says, and notes the outcome.
  mutating func settle() {
    if column(of: .latitude) != nil, column(of: .longitude) != nil { holders[.position] = nil }
    if column(of: .dateStart) != nil {
      if column(of: .date) != nil { holders[.date] = nil }
    }
    if column(of: .date) != nil || column(of: .dateStart) != nil { holders[.year] = nil }
    for (field, holder) in holders { columns[holder.column].field = field.rawValue }
  }
}
