internal import FoundationEssentials
internal import GRDB
internal import IncidentModel
internal import SimpleFeatures

/// An incident as a row of its table: the geometry, then every ``IncidentField``.
enum IncidentRow {
  /// The columns in the order of the values, `geom` first.
  static let columns = ["geom"] + IncidentField.all.map(\.name)

  /// Where in a row the review status stands.
  static let statusIndex = columns.firstIndex(of: "review_status") ?? 0

  /// The columns as SQL, each of a table named `i`.
  static let selection = columns.map { "i.\"\($0)\"" }.joined(separator: ", ")

  /// The key that follows from an identifier, so that it does not depend on the order in which
  /// incidents came: its 48 bits as a number; above all of these, a hash, where its form is another.
  static func key(ofIncident id: String) -> Int {
    if id.utf8.count == 14, id.hasPrefix("i-"), let number = Int(id.dropFirst(2), radix: 16) {
      return number
    }
    let hash = Report.sha256(of: Array(id.utf8)).prefix(12)
    return 1 << 48 + (Int(hash, radix: 16) ?? 0)
  }

  static func values(of incident: Incident) throws -> [DatabaseValue] {
    var values = [DatabaseValue.null]
    if let position = incident.position {
      guard position.isValid else { throw StoreError.invalidPosition(of: incident.id) }
      values[0] = PointBlob.encode(position).databaseValue
    }
    return values + IncidentField.all.map { stored($0.value(incident)) }
  }

  /// Reads a row back; the position is the geometry's, which a map program may have moved.
  static func incident(_ row: Row) -> Incident {
    var incident = Incident(id: "", eventType: .strategicDevelopments)
    incident.position = (row[0] as Data?).flatMap(PointBlob.decode)
    for (index, field) in IncidentField.all.enumerated() {
      field.assign(&incident, value(of: field.type, at: index + 1, in: row))
    }
    return incident
  }

  private static func stored(_ value: FieldValue) -> DatabaseValue {
    switch value {
    case .null: .null
    case .text(let text): text.stored
    case .integer(let number): number.databaseValue
    case .real(let number): number.isFinite ? number.databaseValue : .null
    case .boolean(let flag): flag.databaseValue
    case .date(let date): date.description.databaseValue
    case .dateTime(let moment): moment.description.databaseValue
    }
  }

  private static func value(of type: FieldType, at index: Int, in row: Row) -> FieldValue {
    switch type {
    case .text: (row[index] as String?).map { .text($0) } ?? .null
    case .integer: (row[index] as Int?).map { .integer($0) } ?? .null
    case .real: (row[index] as Double?).map { .real($0) } ?? .null
    case .boolean: (row[index] as Bool?).map { .boolean($0) } ?? .null
    case .date: (row[index] as String?).flatMap { CalendarDate($0) }.map { .date($0) } ?? .null
    case .dateTime: (row[index] as String?).flatMap { Instant($0) }.map { .dateTime($0) } ?? .null
    }
  }
}
