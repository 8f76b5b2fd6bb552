internal import IncidentModel
internal import SimpleFeatures

/// The incidents of a GeoJSON file: properties become fields as the columns of a spreadsheet do, points
/// become positions.
final class FeatureIncidents {
  private(set) var mapping: ColumnMapping
  private var scanner: FeatureScanner
  private var rows: IncidentRowReader
  private var number = 0
  private let isDateOrderFound: Bool
  /// The feature as a row: its identifier, then a field for each name.
  private var fields = [DelimitedField(start: 0, end: 0, origin: 0)]

  init(_ window: InputWindow, options: ImportOptions) throws(InterchangeError) {
    let names = Self.names(in: window)
    let mapping = try ColumnMapping(
      ColumnMapping.Head(headers: names, tags: nil, line: nil, hasGeometry: true),
      options: options, path: window.path)
    let order = try Self.dateOrder(of: mapping, options: options, window: window)
    var rows = IncidentRowReader(fields: [], options: options, dateOrder: order)
    let found = mapping.columns.map { $0.field.flatMap(ImportField.init) }
    if !found.contains(.incidentID) { rows.map(0, to: .incidentID) }
    for (index, field) in found.enumerated() { rows.map(index + 1, to: field) }
    var scanner = FeatureScanner(window)
    scanner.know(names)
    isDateOrderFound = order != nil && options.dateOrder == nil
    self.mapping = mapping
    self.rows = rows
    self.scanner = scanner
  }

  var bytesRead: Int { scanner.bytesRead }
  var size: Int? { scanner.window.size }

  /// What was done to values, for people.
  var notes: [String] {
    if isDateOrderFound, let order = rows.dateOrder {
      return ["dates are read in the order \(order.rawValue), as some of them demand"] + rows.notes
    }
    return rows.notes
  }

  /// The next feature; `nil` at the end.
  func next() throws(InterchangeError) -> ImportedRow? {
    guard try scanner.advance() else { return nil }
    number += 1
    let shortcoming =
      scanner.feature.isBare ? "a geometry alone tells no incident" : scanner.shortcoming
    if let shortcoming {
      return ImportedRow(
        line: scanner.line, number: number, problems: [problem(.refused, shortcoming, at: nil)])
    }
    layOut()
    var (position, message) = (scanner.feature.point, String?.none)
    if position == nil, scanner.feature.geometry != nil { (position, message) = point() }
    let buffer = scanner.window.buffer
    return rows.read(
      buffer.span, fields, line: scanner.line, number: number, geometry: position,
      geometryNote: message, identify: { identifier() },
      locate: { problem($0.consequence, $0.message, at: $0.column) })
  }

  /// Puts the properties into the fields of their names.
  private func layOut() {
    while mapping.columns.count < scanner.names.count {
      let field = mapping.add(scanner.names[mapping.columns.count])
      rows.map(mapping.columns.count, to: field)
    }
    let empty = DelimitedField(start: 0, end: 0, origin: scanner.feature.range.lowerBound)
    if fields.count <= scanner.names.count {
      fields += repeatElement(empty, count: scanner.names.count + 1 - fields.count)
    }
    for index in fields.indices { fields[index] = empty }
    for property in scanner.properties { fields[property.name + 1] = Self.field(property.value) }
    if let id = scanner.feature.id { fields[0] = Self.field(id) }
  }

  private static func field(_ value: FeatureScanner.Value) -> DelimitedField {
    let isFlat = value.kind != .nested && value.kind != .null
    return DelimitedField(
      start: value.range.lowerBound, end: isFlat ? value.range.upperBound : value.range.lowerBound,
      origin: value.origin)
  }

  /// The position of a geometry that is no plain point, or why there is none.
  private func point() -> (Position?, String?) {
    do {
      switch try scanner.geometry() {
      case nil: return (nil, nil)
      case .point(let position)?: return (position, nil)
      default:
        return (
          nil, "its geometry is no point: the place's name is taken, if there is one"
        )
      }
    } catch {
      return (nil, error.messages.joined(separator: "; "))
    }
  }

  /// The identifier that follows from all properties, in the order of their names, and the geometry.
  private func identifier() -> String {
    var joined = JoinedFields()
    let buffer = scanner.window.buffer
    let bytes = buffer.span
    let written = scanner.properties.map { property in
      (name: Array(scanner.names[property.name].utf8), range: property.value.range)
    }
    for (name, range) in written.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
      joined.append(name.span)
      joined.append(bytes.extracting(range))
    }
    if let point = scanner.feature.point {
      let text = Array("\(point.longitude) \(point.latitude)".utf8)
      joined.append(text.span)
    } else if let range = scanner.feature.geometry {
      joined.append(bytes.extracting(range))
    }
    return joined.identifier
  }

  private func problem(
    _ consequence: RowProblem.Consequence, _ message: String, at column: Int?
  ) -> RowProblem {
    let start = scanner.feature.range.lowerBound
    let place = scanner.place(of: column.map { fields[$0].origin } ?? start)
    return RowProblem(
      consequence,
      FileProblem(
        line: place.line, column: place.column,
        message: "feature \(number): \(message)"))
  }

  // MARK: - Before the first feature

  /// The names of the properties in what a window shows.
  private static func names(in window: InputWindow) -> [String] {
    var scanner = FeatureScanner(window.copy)
    // The copy may end within a feature: whatever is wrong is told when it is read.
    while (try? scanner.advance()) == true {}
    return scanner.names
  }

  private static func dateOrder(
    of mapping: ColumnMapping, options: ImportOptions, window: InputWindow
  ) throws(InterchangeError) -> DateOrder? {
    let dates = Set(
      mapping.columns.filter { $0.field.flatMap(ImportField.init)?.isDate ?? false }.map(\.header))
    if dates.isEmpty || options.dateOrder != nil { return options.dateOrder }
    var votes = DateOrderVotes()
    count(dates, window: window.copy, into: &votes)
    if !votes.isSettled, !window.isAtEnd, window.size != nil {
      votes = DateOrderVotes()
      count(dates, window: try InputWindow.opening(window.path), into: &votes)
    }
    do {
      return try votes.order()
    } catch {
      throw .malformed(path: window.path, problems: [FileProblem(message: error.message)])
    }
  }

  private static func count(
    _ names: Set<String>, window: InputWindow, into votes: inout DateOrderVotes
  ) {
    var scanner = FeatureScanner(window)
    while (try? scanner.advance()) == true {
      let buffer = scanner.window.buffer
      let bytes = buffer.span
      for property in scanner.properties where names.contains(scanner.names[property.name]) {
        votes.count(bytes.extracting(FieldBytes.trimmed(bytes, property.value.range)))
      }
    }
  }
}
