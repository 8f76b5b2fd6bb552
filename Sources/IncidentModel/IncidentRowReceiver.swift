public import SimpleFeatures

/// Takes rows of the incident table field by field, without an ``Incident`` being made of each.
///
/// What hands out a million rows, such as a store, and what writes them, such as a file format, meet
/// here. A row is ``beginRow(id:position:uncertainty:)``, then one call for each of the fields that
/// were agreed upon, in the order of ``IncidentField/all``, then ``endRow(adding:)``. A field is named
/// by its index in ``IncidentField/all``; a value has the field's type, texts are UTF-8.
///
/// `latitude` and `longitude` are handed out as the position has them: how many of their decimals
/// mean anything is for the receiver to say.
public protocol IncidentRowReceiver {
  /// Begins a row.
  ///
  /// - Parameters:
  ///   - id: The incident's identifier.
  ///   - position: Its point; `nil` where it has none.
  ///   - uncertainty: The radius that holds the true point; `nil` where none is stated.
  mutating func beginRow(id: Span<UInt8>, position: Position?, uncertainty: Meters?)

  /// The field is not stated.
  mutating func receiveNull(field: Int)
  /// The field is a text; a date as `YYYY-MM-DD`, a moment as `YYYY-MM-DDTHH:MM:SS.000Z`.
  mutating func receive(text: Span<UInt8>, field: Int)
  /// The field is a whole number.
  mutating func receive(integer: Int, field: Int)
  /// The field is a finite real number.
  mutating func receive(real: Double, field: Int)
  /// The field is a truth value.
  mutating func receive(boolean: Bool, field: Int)

  /// Ends the row.
  ///
  /// - Parameter values: The values of columns that are not the incident's own, such as a distance.
  mutating func endRow(adding values: [FieldValue])
}

extension IncidentRowReceiver {
  /// Takes a value of any type; a number that is not finite is not stated.
  public mutating func receive(_ value: FieldValue, field: Int) {
    switch value {
    case .null: receiveNull(field: field)
    case .text(let text): receive(text: text.utf8.span, field: field)
    case .integer(let number): receive(integer: number, field: field)
    case .real(let number) where number.isFinite: receive(real: number, field: field)
    case .real: receiveNull(field: field)
    case .boolean(let value): receive(boolean: value, field: field)
    case .date(let date): receive(text: date.utf8.span, field: field)
    case .dateTime(let moment): receive(text: moment.utf8.span, field: field)
    }
  }
}

extension Incident {
  /// Hands out the incident as a row.
  ///
  /// - Parameters:
  ///   - fields: Which fields, as indices in ``IncidentField/all``, ascending.
  ///   - values: The values of columns that are not its own.
  ///   - receiver: What takes them.
  public func send(
    _ fields: [Int], adding values: [FieldValue] = [], to receiver: inout some IncidentRowReceiver
  ) {
    receiver.beginRow(id: id.utf8.span, position: position, uncertainty: uncertainty)
    for field in fields {
      receiver.receive(IncidentField.all[field].value(self), field: field)
    }
    receiver.endRow(adding: values)
  }
}
