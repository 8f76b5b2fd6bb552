public import IncidentModel
public import SimpleFeatures

/// Rows as flat JSON objects with the properties of the GeoJSON features.
public struct JSONRows: IncidentRowWriter {
  /// What it writes of each incident.
  public let columns: RowColumns
  private var members: JSONMembers
  private let frame: Frame
  private var hasRows = false

  /// What stands around the objects.
  private struct Frame: Sendable {
    var head: [UInt8] = []
    var beforeFirst: [UInt8] = []
    var beforeOthers: [UInt8] = []
    var afterEach: [UInt8] = []
    var afterLast: [UInt8] = []
    var tail: [UInt8] = []
  }

  /// Prepares JSON lines: an object a line.
  public init(_ columns: RowColumns) {
    self.columns = columns
    members = JSONMembers(columns)
    frame = Frame(afterEach: [0x0A])
  }

  /// Prepares an answer, `{"query":…,"incidents":[…]}` with a member a line.
  ///
  /// - Parameters:
  ///   - columns: What to write of each incident.
  ///   - query: Writes what was asked.
  public init(_ columns: RowColumns, answering query: (inout JSONWriter) -> Void) {
    self.columns = columns
    members = JSONMembers(columns, style: .pretty, depth: 2)
    var json = JSONWriter(style: .pretty)
    var head: [UInt8] = []
    json.object { json in
      json.key("query")
      query(&json)
      json.key("incidents")
      json.array { json in head = json.bytes }
    }
    json.newline()
    frame = Frame(
      head: head, beforeFirst: Array("\n    ".utf8), beforeOthers: Array(",\n    ".utf8),
      afterLast: Array("\n  ".utf8), tail: Array(json.bytes[head.count...]))
  }

  // MARK: - The file

  /// How many bytes have not been taken yet.
  public var byteCount: Int { members.cells.buffer.count }

  /// Hands out the bytes that have not been taken yet.
  public mutating func drain() -> [UInt8] { members.cells.buffer.drain() }

  /// Writes the query of an answer.
  public mutating func appendHead(box: BoundingBox?) {
    members.cells.buffer.append(frame.head)
  }

  /// Closes an answer.
  public mutating func appendTail() {
    if hasRows { members.cells.buffer.append(frame.afterLast) }
    members.cells.buffer.append(frame.tail)
  }

  // MARK: - A row

  /// Begins an object.
  public mutating func beginRow(id: Span<UInt8>, position: Position?, uncertainty: Meters?) {
    members.cells.buffer.append(hasRows ? frame.beforeOthers : frame.beforeFirst)
    hasRows = true
    members.beginRow(id: id, position: position, uncertainty: uncertainty)
  }

  /// Writes a member without a value.
  public mutating func receiveNull(field: Int) { members.receiveNull(field: field) }

  /// Writes a member with a text.
  public mutating func receive(text: Span<UInt8>, field: Int) {
    members.receive(text: text, field: field)
  }

  /// Writes a member with a whole number.
  public mutating func receive(integer: Int, field: Int) {
    members.receive(integer: integer, field: field)
  }

  /// Writes a member with a real number.
  public mutating func receive(real: Double, field: Int) {
    members.receive(real: real, field: field)
  }

  /// Writes a member with a truth value.
  public mutating func receive(boolean: Bool, field: Int) {
    members.receive(boolean: boolean, field: field)
  }

  /// Writes the added members and closes the object.
  public mutating func endRow(adding values: [FieldValue]) {
    members.endRow(adding: values)
    members.cells.buffer.append(frame.afterEach)
  }
}
