import Foundation
import IncidentModel
import Interchange
import SimpleFeatures
import Toponymy

/// Incidents and folders that several suites use.
enum Sample {
  /// An invented clash in Zvečan, with a value in most kinds of column.
  static var clash: Incident {
    var incident = Incident(id: "i-0123456789ab", eventType: .riots)
    incident.subEventType = "Mob violence"
    let day = CalendarDate(dayNumber: 19_506)  // 2023-05-29
    incident.date = DateSpan(start: day, end: day, precision: .day, basis: .explicit)
    incident.occurredAt = Instant(midnightOf: day)
    incident.location = "Zvečan"
    incident.locationAlternatives = ["Zveçan", "Звечан"]
    incident.placeID = PlaceID("xk:zvecan")
    incident.country = "XK"
    incident.position = Position(longitude: 20.8403, latitude: 42.9075)
    incident.wherePrecision = .exact
    incident.uncertainty = Meters(2000)
    incident.injured = Count(low: 25, best: 30, high: 30)
    incident.hasCountConflict = true
    incident.reports = 2
    incident.confidence = 0.9
    return incident
  }

  /// An incident of which nearly nothing is known.
  static var bare: Incident { Incident(id: "i-ba9876543210", eventType: .protests) }

  /// An incident whose summary has 20,000 bytes, to fill files with few rows.
  static var talkative: Incident {
    var incident = clash
    incident.summary = String(repeating: "sentence, ", count: 2000)
    return incident
  }

  /// An incident at a position that is known so well.
  static func incident(at position: Position, within radius: Double? = nil) -> Incident {
    var incident = Incident(id: "i-000000000001", eventType: .accidents)
    incident.position = position
    incident.uncertainty = radius.map(Meters.init)
    return incident
  }
}

/// A new folder that is gone after the test.
func withTemporaryFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "interchange-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path)
}

func bytes(of path: String) throws -> [UInt8] {
  try [UInt8](Data(contentsOf: URL(filePath: path)))
}

func put(_ bytes: some Sequence<UInt8>, at path: String) throws {
  try Data(bytes).write(to: URL(filePath: path))
}

extension [UInt8] {
  var string: String { String(decoding: self, as: UTF8.self) }
}

extension IncidentRowWriter {
  /// A whole file of incidents, and the values to be added to each.
  func file(_ incidents: [Incident], adding values: [[FieldValue]] = []) -> [UInt8] {
    var writer = self
    var box = WrittenBox()
    for incident in incidents { incident.send([], to: &box) }
    writer.appendHead(box: box.box)
    for (row, incident) in incidents.enumerated() {
      let added = values.isEmpty ? [] : values[row]
      incident.send(columns.fields, adding: added, to: &writer)
    }
    writer.appendTail()
    return writer.drain()
  }
}
