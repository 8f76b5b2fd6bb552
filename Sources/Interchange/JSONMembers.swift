internal import IncidentModel
internal import SimpleFeatures

/// Rows as flat JSON objects, a member a column: the objects alone, nothing around them.
struct JSONMembers: CellWriter {
  var cells: RowCells
  private let closing: [UInt8]

  /// Prepares objects.
  ///
  /// - Parameters:
  ///   - columns: The members.
  ///   - style: How they are laid out.
  ///   - depth: In how many objects and arrays each object stands.
  init(_ columns: RowColumns, style: JSONWriter.Style = .compact, depth: Int = 0) {
    func lineBreak(_ depth: Int) -> [UInt8] {
      style == .pretty ? [0x0A] + Array(repeating: 0x20, count: 2 * depth) : []
    }
    cells = RowCells(columns, null: "null") { name, isFirst in
      var opening = ByteBuffer()
      if !isFirst { opening.append(UInt8(ascii: ",")) }
      opening.append(lineBreak(depth + 1))
      opening.append(quoted: name.utf8.span)
      opening.append(style == .pretty ? ": " : ":")
      return opening.bytes
    }
    closing = (columns.headings.isEmpty ? [] : lineBreak(depth)) + [UInt8(ascii: "}")]
  }

  mutating func beginRow(id: Span<UInt8>, position: Position?, uncertainty: Meters?) {
    cells.buffer.append(UInt8(ascii: "{"))
    cells.begin(uncertainty: uncertainty)
  }

  mutating func receiveNull(field: Int) {
    cells.appendNull(field)
  }

  mutating func receive(text: Span<UInt8>, field: Int) {
    cells.open(field)
    cells.buffer.append(quoted: text)
  }

  mutating func receive(integer: Int, field: Int) {
    cells.open(field)
    cells.buffer.append(integer: integer)
  }

  mutating func receive(real: Double, field: Int) {
    cells.open(field)
    if !cells.append(real, of: field) { cells.buffer.append("null") }
  }

  mutating func receive(boolean: Bool, field: Int) {
    cells.open(field)
    cells.buffer.append(boolean ? "true" : "false")
  }

  mutating func endRow(adding values: [FieldValue]) {
    append(added: values)
    cells.buffer.append(closing)
  }
}

extension ByteBuffer {
  /// Appends a text of JSON in quotes.
  @inline(__always)
  mutating func append(quoted text: Span<UInt8>) {
    append(UInt8(ascii: "\""))
    append(text, escapedBy: JSONEscaping.self)
    append(UInt8(ascii: "\""))
  }
}
