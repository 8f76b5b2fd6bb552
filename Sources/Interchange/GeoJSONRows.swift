public import IncidentModel
public import SimpleFeatures

/// Rows as GeoJSON features (RFC 7946) that GDAL and QGIS read with the right types.
///
/// Every feature has the same flat properties in the same order, each of one type throughout: full
/// dates, moments in UTC, reals with a decimal point, lists as `"; "` text. A position has 6
/// decimals at most, fewer where it is vague; an incident without a place has a null geometry.
public struct GeoJSONRows: IncidentRowWriter {
  /// What the features make together.
  public enum Form: Sendable {
    /// A FeatureCollection with `name`, which becomes the layer's, and `bbox`; a feature a line.
    case collection(name: String)
    /// A feature a line (GeoJSON text sequences without the record separators of RFC 8142).
    case lines
  }

  /// What it writes of each incident.
  public let columns: RowColumns
  private let form: Form
  private var members: JSONMembers
  private var hasRows = false

  /// Prepares features.
  public init(_ columns: RowColumns, form: Form) {
    self.columns = columns
    self.form = form
    members = JSONMembers(columns)
  }

  // MARK: - The file

  /// How many bytes have not been taken yet.
  public var byteCount: Int { members.cells.buffer.count }

  /// Hands out the bytes that have not been taken yet.
  public mutating func drain() -> [UInt8] { members.cells.buffer.drain() }

  /// Writes `{"type":"FeatureCollection","name":…,"bbox":[W,S,E,N],"features":[`, without `bbox` where
  /// there is none; nothing before lines.
  public mutating func appendHead(box: BoundingBox?) {
    guard case .collection(let name) = form else { return }
    var json = JSONWriter()
    json.raw(Array(#"{"type":"FeatureCollection","name":"#.utf8))
    json.string(name)
    if let box {
      json.raw(Array(#","bbox":"#.utf8))
      json.array { json in
        for edge in [box.west, box.south, box.east, box.north] { json.number(edge, places: 6) }
      }
    }
    members.cells.buffer.append(json.bytes)
    members.cells.buffer.append(",\"features\":[\n")
  }

  /// Closes the collection.
  public mutating func appendTail() {
    if case .collection = form { members.cells.buffer.append("\n]}\n") }
  }

  // MARK: - A row

  /// Begins a feature with its geometry.
  public mutating func beginRow(id: Span<UInt8>, position: Position?, uncertainty: Meters?) {
    if hasRows, case .collection = form { members.cells.buffer.append(",\n") }
    hasRows = true
    members.cells.buffer.append(#"{"type":"Feature","id":"#)
    members.cells.buffer.append(quoted: id)
    if let position, position.isValid {
      let places = CoordinatePlaces.forUncertainty(uncertainty)
      members.cells.buffer.append(#","geometry":{"type":"Point","coordinates":["#)
      _ = members.cells.buffer.append(position.longitude, places: places, hasPoint: false)
      members.cells.buffer.append(UInt8(ascii: ","))
      _ = members.cells.buffer.append(position.latitude, places: places, hasPoint: false)
      members.cells.buffer.append(#"]},"properties":"#)
    } else {
      members.cells.buffer.append(#","geometry":null,"properties":"#)
    }
    members.beginRow(id: id, position: position, uncertainty: uncertainty)
  }

  /// Writes a property without a value.
  public mutating func receiveNull(field: Int) { members.receiveNull(field: field) }

  /// Writes a property with a text.
  public mutating func receive(text: Span<UInt8>, field: Int) {
    members.receive(text: text, field: field)
  }

  /// Writes a property with a whole number.
  public mutating func receive(integer: Int, field: Int) {
    members.receive(integer: integer, field: field)
  }

  /// Writes a property with a real number.
  public mutating func receive(real: Double, field: Int) {
    members.receive(real: real, field: field)
  }

  /// Writes a property with a truth value.
  public mutating func receive(boolean: Bool, field: Int) {
    members.receive(boolean: boolean, field: field)
  }

  /// Writes the added properties and closes the feature.
  public mutating func endRow(adding values: [FieldValue]) {
    members.endRow(adding: values)
    members.cells.buffer.append(UInt8(ascii: "}"))
    if case .lines = form { members.cells.buffer.append(0x0A) }
  }
}

extension GeoJSONRows {
  /// Writes a whole FeatureCollection, with the columns in which at least one incident has a value.
  ///
  /// - Parameters:
  ///   - incidents: The features, in their order.
  ///   - name: The collection's name, which becomes the layer's.
  /// - Returns: The file's bytes.
  public static func collection(of incidents: [Incident], name: String = "incidents") -> [UInt8] {
    var unstated = RowColumns.allFields
    var box = WrittenBox()
    for incident in incidents {
      unstated.removeAll { IncidentField.all[$0].value(incident) != .null }
      incident.send([], to: &box)
    }
    let fields = RowColumns.allFields.filter { !unstated.contains($0) }
    var rows = GeoJSONRows(RowColumns(fields: fields), form: .collection(name: name))
    rows.appendHead(box: box.box)
    for incident in incidents { incident.send(fields, to: &rows) }
    rows.appendTail()
    return rows.drain()
  }
}
