internal import GRDB
internal import IncidentModel
internal import SimpleFeatures

/// Inserts incidents as rows of their table, without a value of GRDB's being made of any field.
struct IncidentRowInserter: IncidentRowReceiver {
  private static let fields = Array(IncidentField.all.indices)
  /// The parameters before those of the fields: the key and the point.
  private static let heading = ["fid", "geom"]

  private let binder: RowBinder

  /// Prepares the insertion.
  init(_ db: Database) throws {
    let columns = Self.heading + IncidentField.all.map(\.name)
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    binder = RowBinder(
      try db.makeStatement(sql: "INSERT INTO incidents (\(names)) VALUES (\(marks))"))
  }

  /// Inserts an incident.
  ///
  /// - Throws: ``StoreError/invalidPosition(of:)``, or an error of the database.
  mutating func insert(_ incident: Incident, key: Int64) throws {
    if let position = incident.position, !position.isValid {
      throw StoreError.invalidPosition(of: incident.id)
    }
    binder.bind(integer: key, 1)
    incident.send(Self.fields, to: &self)
    try binder.execute()
  }

  func beginRow(id: Span<UInt8>, position: Position?, uncertainty: Meters?) {
    if let position {
      binder.bind(blob: PointBlob.bytes(of: position).span, Self.heading.count)
    } else {
      binder.bindNull(Self.heading.count)
    }
  }

  func receiveNull(field: Int) { binder.bindNull(parameter(field)) }
  func receive(text: Span<UInt8>, field: Int) { binder.bind(text: text, parameter(field)) }
  func receive(integer: Int, field: Int) { binder.bind(integer: Int64(integer), parameter(field)) }
  func receive(real: Double, field: Int) { binder.bind(real: real, parameter(field)) }
  func receive(boolean: Bool, field: Int) {
    binder.bind(integer: boolean ? 1 : 0, parameter(field))
  }
  func endRow(adding values: [FieldValue]) {}

  private func parameter(_ field: Int) -> Int { Self.heading.count + field + 1 }
}
