internal import GRDB
internal import IncidentModel
internal import SimpleFeatures

/// The row of an incident on which a statement stands.
struct StoredIncident: ~Copyable {
  let cursor: RowCursor
  private let types: [FieldType]

  /// The columns before those of the fields: the point, its uncertainty, the identifier.
  private static let heading = ["geom", "uncertainty_m", "incident_id"]

  /// What a statement selects to be read here.
  static func selection(of fields: [Int]) -> String {
    (heading + fields.map { IncidentField.all[$0].name }).map { "i.\"\($0)\"" }
      .joined(separator: ", ")
  }

  /// Reads the rows of a statement that selects ``selection(of:)``.
  init(_ cursor: consuming RowCursor, _ fields: [Int]) {
    self.cursor = cursor
    types = fields.map { IncidentField.all[$0].type }
  }

  /// The point, which a map program may have moved; the columns of degrees follow it.
  var position: Position? { cursor.position(0) }

  var uncertainty: Meters? { cursor.isNull(1) ? nil : Meters(cursor.real(1)) }

  /// Whether a field, by its place among those selected, has a value.
  func hasValue(at index: Int, of field: Int) -> Bool {
    field == Self.latitude || field == Self.longitude
      ? position != nil : !cursor.isNull(Self.heading.count + index)
  }

  /// Hands the row on with all fields that are selected, or none; what a program wrote into a column that is not of its type is not stated.
  func send(
    _ fields: [Int], to receiver: inout some IncidentRowReceiver, adding values: [FieldValue] = []
  ) {
    let position = position
    cursor.withBytes(2) {
      receiver.beginRow(id: $0, position: position, uncertainty: uncertainty)
    }
    for (index, field) in fields.enumerated() {
      if field == Self.latitude || field == Self.longitude {
        let degrees = field == Self.latitude ? position?.latitude : position?.longitude
        guard let degrees else {
          receiver.receiveNull(field: field)
          continue
        }
        receiver.receive(real: degrees, field: field)
      } else {
        send(field, at: Self.heading.count + index, types[index], to: &receiver)
      }
    }
    receiver.endRow(adding: values)
  }

  private func send(
    _ field: Int, at column: Int, _ type: FieldType,
    to receiver: inout some IncidentRowReceiver
  ) {
    switch (type, cursor.type(column)) {
    case (_, .null): receiver.receiveNull(field: field)
    case (.text, .text): receive(text: column, field: field, to: &receiver)
    case (.date, .text):
      cursor.withBytes(column) { bytes in
        if CalendarDate(utf8: bytes) != nil {
          receiver.receive(text: bytes, field: field)
        } else {
          receiver.receiveNull(field: field)
        }
      }
    case (.dateTime, .text):
      cursor.withBytes(column) { bytes in
        if Instant(utf8: bytes) != nil {
          receiver.receive(text: bytes, field: field)
        } else {
          receiver.receiveNull(field: field)
        }
      }
    case (.integer, .integer): receiver.receive(integer: cursor.integer(column), field: field)
    case (.boolean, .integer): receiver.receive(boolean: cursor.integer(column) != 0, field: field)
    case (.real, .real), (.real, .integer):
      receiver.receive(real: cursor.real(column), field: field)
    default: receiver.receiveNull(field: field)
    }
  }

  /// Hands on a text; bytes that are no UTF-8 are replaced, as SQLite keeps any.
  private func receive(
    text column: Int, field: Int, to receiver: inout some IncidentRowReceiver
  ) {
    let isValid = cursor.withBytes(column) { bytes in
      guard (try? UTF8Span(validating: bytes)) != nil else { return false }
      receiver.receive(text: bytes, field: field)
      return true
    }
    if !isValid { receiver.receive(text: cursor.text(column).utf8.span, field: field) }
  }

  private static let latitude = IncidentField.all.firstIndex { $0.name == "latitude" }
  private static let longitude = IncidentField.all.firstIndex { $0.name == "longitude" }
}
