internal import FoundationEssentials
internal import GRDB
internal import IncidentModel
internal import SimpleFeatures

/// What the program last wrote of each incident, as a hash: by it, what people did is told apart.
///
/// A row of `incidents` that is not named here, a person added; one of another content, a person
/// edited; one that is named here and is no more, a person deleted.
struct WrittenIncidents {
  static let table = "written_incidents"

  private let stored: [String: String]
  private var current: [String: String]

  init(_ db: Database) throws {
    var stored: [String: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT incident, content FROM \(Self.table)") {
      stored[row[0]] = row[1]
    }
    self.stored = stored
    current = stored
  }

  /// The incidents that the program wrote and did not remove, in order.
  var all: [String] { stored.keys.sorted() }

  /// Whether the program wrote an incident and did not remove it.
  func contains(_ id: String) -> Bool { stored[id] != nil }

  /// Whether a row is as the program left it, or `nil` where the program did not write it.
  func isUntouched(_ values: [DatabaseValue], of id: String) -> Bool? {
    stored[id].map { $0 == Self.content(of: values) }
  }

  mutating func write(_ values: [DatabaseValue], of id: String) {
    current[id] = Self.content(of: values)
  }

  mutating func remove(_ id: String) { current[id] = nil }

  /// Writes what differs; returns whether anything did.
  func save(in db: Database) throws -> Bool {
    guard current != stored else { return false }
    for id in stored.keys where current[id] == nil {
      try db.cachedStatement(sql: "DELETE FROM \(Self.table) WHERE incident = ?")
        .execute(arguments: [id])
    }
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO \(Self.table) (id, incident, content) VALUES (?, ?, ?)
        ON CONFLICT (incident) DO UPDATE SET content = excluded.content
        """)
    for (id, content) in current.sorted(by: { $0.key < $1.key }) where stored[id] != content {
      try statement.execute(arguments: [IncidentRow.key(ofIncident: id), id, content])
    }
    return true
  }

  /// The hash of a row; a point counts by its coordinates, as programs encode it in several ways.
  private static func content(of values: [DatabaseValue]) -> String {
    let parts = values.map { value in
      switch value.storage {
      case .null: "null"
      case .int64(let number): "integer \(number)"
      case .double(let number): "real \(number + 0)"  // -0, which SQLite does not keep, becomes 0
      case .string(let text): "text \(text.utf8.count) \(text)"
      case .blob(let data):
        if let position = PointBlob.decode(data) {
          "point \(position.longitude + 0) \(position.latitude + 0)"
        } else {
          "bytes \(data.base64EncodedString())"
        }
      }
    }
    return Report.sha256(of: Array(parts.joined(separator: "\n").utf8))
  }
}
