public import IncidentModel
public import SimpleFeatures

/// Rows as placemarks of KML (OGC 07-147r2), for Google Earth and every map program that reads it.
///
/// A placemark is called by its headline, or by type and place. Its days are a time stamp or a time
/// span, its colour is its type's, its fields are the data of a schema, so that readers know their
/// types. What is not stated is left out; an incident without a place is a placemark without a point.
/// Characters that XML 1.0 cannot hold are left out of texts.
public struct KMLRows: IncidentRowWriter, CellWriter {
  /// What it writes of each incident.
  public let columns: RowColumns
  /// The data of the row that is being received.
  var cells: RowCells
  private let name: String
  private var buffer = ByteBuffer()
  private var point: (position: Position, places: Int)?
  /// The part that a field plays beside being data, by its index.
  private let parts: [Part?]
  /// Where the text of each part stands among the data; nowhere is an empty range.
  private var texts = Part.noTexts

  private enum Part: Int, CaseIterable, Sendable {
    case type, start, end, place, headline

    static let noTexts = Array(repeating: 0..<0, count: allCases.count)
    static let names = ["event_type", "date_start", "date_end", "location", "headline"]
  }

  /// Prepares placemarks.
  ///
  /// - Parameters:
  ///   - columns: What to write of each incident.
  ///   - name: What the document is called.
  public init(_ columns: RowColumns, name: String = "incidents") {
    self.columns = columns
    self.name = name
    parts = IncidentField.all.map { Part.names.firstIndex(of: $0.name).flatMap(Part.init) }
    cells = RowCells(columns, null: nil) { name, _ in
      var opening = ByteBuffer()
      opening.append("<SimpleData name=\"")
      opening.append(xml: name)
      opening.append("\">")
      return opening.bytes
    }
  }

  // MARK: - The file

  /// How many bytes have not been taken yet.
  public var byteCount: Int { buffer.count }

  /// Hands out the bytes that have not been taken yet.
  public mutating func drain() -> [UInt8] { buffer.drain() }

  /// Opens the document, with a style for each type and the schema of the data.
  public mutating func appendHead(box: BoundingBox?) {
    KMLDocument.appendHead(name: name, columns: columns, to: &buffer)
  }

  /// Closes the document.
  public mutating func appendTail() {
    buffer.append("</Document>\n</kml>\n")
  }

  // MARK: - A row

  /// Begins a placemark.
  public mutating func beginRow(id: Span<UInt8>, position: Position?, uncertainty: Meters?) {
    cells.buffer.remove(from: 0)
    texts = Part.noTexts
    point = nil
    if let position, position.isValid {
      point = (position, CoordinatePlaces.forUncertainty(uncertainty))
    }
    cells.begin(uncertainty: uncertainty)
  }

  /// Leaves the field out.
  public mutating func receiveNull(field: Int) {}

  /// Writes a text as data.
  public mutating func receive(text: Span<UInt8>, field: Int) {
    cells.open(field)
    let start = cells.buffer.count
    cells.buffer.append(text, escapedBy: XMLEscaping.self)
    if field < parts.count, let part = parts[field] {
      texts[part.rawValue] = start..<cells.buffer.count
    }
    closeData()
  }

  /// Writes a whole number as data.
  public mutating func receive(integer: Int, field: Int) {
    cells.open(field)
    cells.buffer.append(integer: integer)
    closeData()
  }

  /// Writes a real number as data.
  public mutating func receive(real: Double, field: Int) {
    cells.open(field)
    _ = cells.append(real, of: field)
    closeData()
  }

  /// Writes a truth value as data, 1 or 0 (XML Schema, `boolean`).
  public mutating func receive(boolean: Bool, field: Int) {
    cells.open(field)
    cells.buffer.append(boolean ? "1" : "0")
    closeData()
  }

  private mutating func closeData() {
    cells.buffer.append("</SimpleData>")
  }

  /// Writes the placemark, its parts in the order of the standard.
  public mutating func endRow(adding values: [FieldValue]) {
    buffer.append("<Placemark>")
    appendName()
    appendTime()
    appendStyle()
    append(added: values)  // moves the texts that were just written
    buffer.append(KMLDocument.dataOpening)
    buffer.append(0..<cells.buffer.count, of: cells.buffer)
    buffer.append("</SchemaData></ExtendedData>")
    if let (position, places) = point {
      buffer.append("<Point><coordinates>")
      _ = buffer.append(position.longitude, places: places, hasPoint: false)
      buffer.append(UInt8(ascii: ","))
      _ = buffer.append(position.latitude, places: places, hasPoint: false)
      buffer.append("</coordinates></Point>")
    }
    buffer.append("</Placemark>\n")
  }
}

// MARK: - Name, time and style

extension KMLRows {
  private func range(_ part: Part) -> Range<Int>? {
    texts[part.rawValue].isEmpty ? nil : texts[part.rawValue]
  }

  private mutating func appendName() {
    let headline = range(.headline)
    let first = headline ?? range(.type)
    let second = headline == nil ? range(.place) : nil
    guard first != nil || second != nil else { return }
    buffer.append("<name>")
    if let first { buffer.append(first, of: cells.buffer) }
    if first != nil, second != nil { buffer.append(", ") }
    if let second { buffer.append(second, of: cells.buffer) }
    buffer.append("</name>")
  }

  private mutating func appendTime() {
    let (start, end) = (range(.start), range(.end))
    if let start, let end, cells.buffer[start] == cells.buffer[end] {
      append("<TimeStamp><when>", start, "</when></TimeStamp>")
    } else if start != nil || end != nil {
      buffer.append("<TimeSpan>")
      if let start { append("<begin>", start, "</begin>") }
      if let end { append("<end>", end, "</end>") }
      buffer.append("</TimeSpan>")
    }
  }

  private mutating func appendStyle() {
    guard let range = range(.type) else { return }
    let type = cells.buffer[range]
    for style in KMLDocument.styles where type.elementsEqual(style.type) {
      buffer.append(style.reference)
    }
  }

  private mutating func append(_ opening: String, _ range: Range<Int>, _ closing: String) {
    buffer.append(opening)
    buffer.append(range, of: cells.buffer)
    buffer.append(closing)
  }
}

extension ByteBuffer {
  /// Appends a text of XML, between tags or quotes.
  mutating func append(xml text: String) {
    append(text.utf8.span, escapedBy: XMLEscaping.self)
  }
}
