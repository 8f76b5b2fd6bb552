internal import IncidentModel

/// The incidents of a delimited file: its header read, its columns recognised, then row by row.
final class DelimitedIncidents {
  let mapping: ColumnMapping
  private var reader: DelimitedReader
  private var rows: IncidentRowReader
  private var number = 0
  private var joined = JoinedFields()
  /// What follows the header, where that had to be looked at and is still to be handed out.
  private var pending: DelimitedReader.Outcome?
  private let isDateOrderFound: Bool

  init(_ window: InputWindow, options: ImportOptions) throws(InterchangeError) {
    let separator = try Self.separator(options, path: window.path)
    var reader = DelimitedReader(window, separator: separator)
    let (head, pending) = try Self.head(of: &reader, encoding: options.encoding)
    let mapping = try ColumnMapping(head, options: options, path: window.path)
    let fields = mapping.columns.map { $0.field.flatMap(ImportField.init) }
    let order = try Self.dateOrder(
      of: fields, separator: reader.separator, options: options, window: window)
    rows = IncidentRowReader(
      fields: fields, options: options, dateOrder: order,
      decimalComma: reader.separator == UInt8(ascii: ";"))
    isDateOrderFound = order != nil && options.dateOrder == nil
    self.mapping = mapping
    self.pending = pending
    self.reader = reader
  }

  var bytesRead: Int { reader.bytesRead }
  var size: Int? { reader.size }

  /// The next row; `nil` at the end.
  func next() throws(InterchangeError) -> ImportedRow? {
    let outcome: DelimitedReader.Outcome?
    if let pending {
      outcome = pending
      self.pending = nil
    } else {
      outcome = try reader.advance()
    }
    switch outcome {
    case nil: return nil
    case .row: return row()
    case .fault(let fault):
      number += 1
      return ImportedRow(
        line: fault.line, number: number, problems: [RowProblem(.refused, fault.problem)])
    }
  }

  private func row() -> ImportedRow {
    number += 1
    let buffer = reader.buffer
    return rows.read(
      buffer.span, reader.fields, line: reader.line, number: number, identify: { identifier },
      locate: { problem($0) })
  }

  /// The identifier that follows from all fields of a row.
  private var identifier: String {
    joined.removeAll()
    let buffer = reader.buffer
    let bytes = buffer.span
    for index in 0..<reader.columnCount {
      joined.append(bytes.extracting(reader.fields[index].range))
    }
    return joined.identifier
  }

  private func problem(_ finding: IncidentRowReader.Finding) -> RowProblem {
    let place = finding.column.map { reader.place(of: $0) } ?? (line: reader.line, column: 1)
    return RowProblem(
      finding.consequence,
      FileProblem(
        line: place.line, column: finding.column == nil ? nil : place.column,
        message: finding.message))
  }

  /// What was done to the file's bytes and values, for people.
  var notes: [String] {
    var notes: [String] = []
    if reader.separator != UInt8(ascii: ",") {
      notes.append("the fields are taken to be separated by \(Self.name(of: reader.separator))")
    }
    if isDateOrderFound, let order = rows.dateOrder {
      notes.append("dates are read in the order \(order.rawValue), as some of them demand")
    }
    return notes + rows.notes
  }

  /// The order of day and month in the whole file's dates: what is read is read again for it, and of a
  /// pipe no more than is there.
  private static func dateOrder(
    of fields: [ImportField?], separator: UInt8, options: ImportOptions, window: InputWindow
  ) throws(InterchangeError) -> DateOrder? {
    let columns = fields.indices.filter { fields[$0]?.isDate ?? false }
    if columns.isEmpty || options.dateOrder != nil { return options.dateOrder }
    var votes = DateOrderVotes()
    try count(columns, separator: separator, window: window.copy, into: &votes)
    // A file whose first mebibyte leaves no question is not read twice.
    if !votes.isSettled, !window.isAtEnd, window.size != nil {
      votes = DateOrderVotes()
      let whole = try InputWindow.opening(window.path)
      try count(columns, separator: separator, window: whole, into: &votes)
    }
    do {
      return try votes.order()
    } catch {
      throw .malformed(path: window.path, problems: [FileProblem(message: error.message)])
    }
  }

  private static func count(
    _ columns: [Int], separator: UInt8, window: InputWindow, into votes: inout DateOrderVotes
  ) throws(InterchangeError) {
    var reader = DelimitedReader(window, separator: separator)
    while let outcome = try reader.advance() {
      guard case .row = outcome else { continue }
      let bytes = reader.buffer.span
      for column in columns where column < reader.columnCount {
        let range = FieldBytes.trimmed(bytes, reader.fields[column].range)
        votes.count(bytes.extracting(range))
      }
    }
  }

  // MARK: - The header

  /// The headers and tags, and the row or fault behind them, if that was looked at.
  private static func head(
    of reader: inout DelimitedReader, encoding: String
  ) throws(InterchangeError) -> (ColumnMapping.Head, pending: DelimitedReader.Outcome?) {
    switch try reader.advance() {
    case nil:
      throw .malformed(
        path: reader.path,
        problems: [FileProblem(message: "it is empty: a header should come first")])
    case .fault(let fault): throw .malformed(path: reader.path, problems: [fault.problem])
    case .row: break
    }
    let headers = texts(of: reader, encoding)
    var head = ColumnMapping.Head(headers: headers, tags: nil, line: reader.line)
    if HXLTag.isRow(headers) {
      head.tags = headers
      return (head, nil)
    }
    let next = try reader.advance()
    guard case .row = next, case let tags = texts(of: reader, encoding), HXLTag.isRow(tags) else {
      return (head, next)
    }
    head.tags = tags
    return (head, nil)
  }

  /// The texts of the row, blanks around them dropped.
  private static func texts(
    of reader: borrowing DelimitedReader, _ encoding: String
  ) -> [String] {
    let buffer = reader.buffer
    let bytes = buffer.span
    var texts: [String] = []
    for field in reader.fields[..<reader.columnCount] {
      let range = FieldBytes.trimmed(bytes, field.range)
      texts.append(
        String(validating: buffer[range], as: UTF8.self)
          ?? FieldText.recoded(bytes.extracting(range), from: encoding))
    }
    return texts
  }

  private static func separator(
    _ options: ImportOptions, path: String
  ) throws(InterchangeError) -> UInt8? {
    guard let separator = options.separator else { return nil }
    guard separator.isASCII, !"\"\r\n".unicodeScalars.contains(separator) else {
      throw .malformed(
        path: path,
        problems: [
          FileProblem(message: "a separator is one ASCII character and no quote or line end")
        ])
    }
    return UInt8(ascii: separator)
  }

  private static func name(of separator: UInt8) -> String {
    switch separator {
    case UInt8(ascii: ";"): "semicolons"
    case UInt8(ascii: "\t"): "tabs"
    case UInt8(ascii: "|"): "vertical bars"
    default: "\"\(Unicode.Scalar(separator))\""
    }
  }
}
