public import IncidentModel
public import SimpleFeatures

/// Rows as CSV (RFC 4180) in UTF-8, a header line first.
///
/// Departs from RFC 4180 in the line end: LF, which spreadsheets and GDAL read as well as CRLF and
/// which keeps comparisons of files calm. Texts that a spreadsheet would take for a formula, those
/// beginning with `=`, `+`, `-`, `@`, a tab or a carriage return, get an apostrophe before them
/// (OWASP, "CSV Injection"). What is not stated is empty.
public struct CSVRows: IncidentRowWriter, CellWriter {
  /// What it writes of each incident.
  public let columns: RowColumns
  var cells: RowCells
  private let includesHXLTags: Bool

  /// Prepares rows.
  ///
  /// - Parameters:
  ///   - columns: What to write of each incident.
  ///   - includesHXLTags: Whether a row of HXL tags follows the header.
  public init(_ columns: RowColumns, includesHXLTags: Bool = false) {
    self.columns = columns
    self.includesHXLTags = includesHXLTags
    cells = RowCells(columns, null: "") { _, isFirst in isFirst ? [] : [UInt8(ascii: ",")] }
  }

  // MARK: - The file

  /// How many bytes have not been taken yet.
  public var byteCount: Int { cells.buffer.count }

  /// Hands out the bytes that have not been taken yet.
  public mutating func drain() -> [UInt8] { cells.buffer.drain() }

  /// Writes the header, and the tags.
  public mutating func appendHead(box: BoundingBox?) {
    let headings = columns.headings
    append(line: headings.map(\.name))
    if includesHXLTags { append(line: headings.map { $0.hxlTag ?? "" }) }
  }

  /// Nothing stands behind the last row.
  public mutating func appendTail() {}

  private mutating func append(line: [String]) {
    for (index, text) in line.enumerated() {
      if index > 0 { cells.buffer.append(UInt8(ascii: ",")) }
      append(text.utf8.span)
    }
    cells.buffer.append(0x0A)
  }

  // MARK: - A row

  /// Begins a row.
  public mutating func beginRow(id: Span<UInt8>, position: Position?, uncertainty: Meters?) {
    cells.begin(uncertainty: uncertainty)
  }

  /// Leaves a field empty.
  public mutating func receiveNull(field: Int) {
    cells.appendNull(field)
  }

  /// Writes a text, between quotes where it must be.
  public mutating func receive(text: Span<UInt8>, field: Int) {
    cells.open(field)
    append(text)
  }

  /// Writes a whole number.
  public mutating func receive(integer: Int, field: Int) {
    cells.open(field)
    cells.buffer.append(integer: integer)
  }

  /// Writes a real number.
  public mutating func receive(real: Double, field: Int) {
    cells.open(field)
    _ = cells.append(real, of: field)
  }

  /// Writes `true` or `false`.
  public mutating func receive(boolean: Bool, field: Int) {
    cells.open(field)
    cells.buffer.append(boolean ? "true" : "false")
  }

  /// Writes the added fields and ends the line.
  public mutating func endRow(adding values: [FieldValue]) {
    append(added: values)
    cells.buffer.append(0x0A)
  }

  private mutating func append(_ text: Span<UInt8>) {
    let isFormula = text.count > 0 && Self.opensFormula(text[0])
    let start = cells.buffer.count
    if isFormula { cells.buffer.append(UInt8(ascii: "'")) }
    if cells.buffer.append(text, unlessMarkedBy: CSVPlain.self) { return }
    cells.buffer.remove(from: start)
    cells.buffer.append(UInt8(ascii: "\""))
    if isFormula { cells.buffer.append(UInt8(ascii: "'")) }
    cells.buffer.append(text, escapedBy: CSVQuoted.self)
    cells.buffer.append(UInt8(ascii: "\""))
  }

  private static func opensFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }
}
