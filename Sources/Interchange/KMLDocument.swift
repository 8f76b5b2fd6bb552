internal import IncidentModel

/// What stands around the placemarks of a KML document.
enum KMLDocument {
  /// Opens a document: its name, a style for each type of incident, the schema of the data.
  static func appendHead(name: String, columns: RowColumns, to buffer: inout ByteBuffer) {
    buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    buffer.append("<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n<name>")
    buffer.append(xml: name)
    buffer.append("</name>\n")
    for type in EventType.allCases { appendStyle(of: type, to: &buffer) }
    buffer.append("<Schema name=\"\(schema)\" id=\"\(schema)\">\n")
    let added = (columns.leading.map { ($0, $0.name) }, columns.trailing.map { ($0, $0.name) })
    let own = columns.fields.map { field in
      (ColumnHeading(IncidentField.all[field]), IncidentField.all[field].title)
    }
    for (heading, title) in added.0 + own + added.1 {
      buffer.append("<SimpleField type=\"\(typeName(heading.type))\" name=\"")
      buffer.append(xml: heading.name)
      buffer.append("\"><displayName>")
      buffer.append(xml: title)
      buffer.append("</displayName></SimpleField>\n")
    }
    buffer.append("</Schema>\n")
  }

  /// What stands before a placemark's data.
  static let dataOpening = Array(
    "<ExtendedData><SchemaData schemaUrl=\"#\(schema)\">".utf8)

  /// The types of incidents as texts, and how a placemark refers to the style of each.
  static let styles = EventType.allCases.map { type in
    (
      type: Array(type.rawValue.utf8),
      reference: Array("<styleUrl>#\(identifier(of: type))</styleUrl>".utf8)
    )
  }

  private static let schema = "incident"

  private static func appendStyle(of type: EventType, to buffer: inout ByteBuffer) {
    // KML writes colours as opacity, blue, green, red.
    let rgb = type.symbol.color
    let bgr = (rgb & 0xFF) << 16 | rgb & 0xFF00 | rgb >> 16
    let digits = String(0xFF00_0000 | bgr, radix: 16)
    // No icon is named: it would be fetched from a network.
    buffer.append("<Style id=\"\(identifier(of: type))\"><IconStyle><color>\(digits)</color>")
    buffer.append("</IconStyle></Style>\n")
  }

  private static func identifier(of type: EventType) -> String {
    "type-" + type.rawValue.lowercased().map { $0.isLetter ? String($0) : "-" }.joined()
  }

  /// The type in a schema; days and moments have none there.
  private static func typeName(_ type: FieldType) -> String {
    switch type {
    case .text, .date, .dateTime: "string"
    case .integer: "int"
    case .real: "double"
    case .boolean: "bool"
    }
  }
}
