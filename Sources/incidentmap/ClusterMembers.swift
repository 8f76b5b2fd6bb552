internal import IncidentModel
internal import SimpleFeatures

/// What clusters are made of: the incidents with a point, some of their columns.
struct ClusterMembers: IncidentRowReceiver {
  static let fields = ["date_start", "date_end", "location", "where_precision", "killed_best"]
    .compactMap { name in
      IncidentField.all.firstIndex { $0.name == name }
    }

  private(set) var positions: [Position] = []
  private(set) var firstDays: [CalendarDate?] = []
  private(set) var lastDays: [CalendarDate?] = []
  private(set) var locations: [String?] = []
  private(set) var killed: [Int] = []
  /// How many incidents are known to an area, a line or a country only: their points would make
  /// clusters of what lies anywhere in it.
  private(set) var vague = 0
  private var isLocated = false

  mutating func beginRow(id: Span<UInt8>, position: Position?, uncertainty: Meters?) {
    isLocated = position != nil
    guard let position else { return }
    positions.append(position)
    firstDays.append(nil)
    lastDays.append(nil)
    locations.append(nil)
    killed.append(0)
  }

  mutating func receive(text: Span<UInt8>, field: Int) {
    guard isLocated else { return }
    let row = positions.count - 1
    switch field {
    case Self.fields[0]: firstDays[row] = CalendarDate(utf8: text)
    case Self.fields[1]: lastDays[row] = CalendarDate(utf8: text)
    default: locations[row] = String(decoding: text.indices.map { text[$0] }, as: UTF8.self)
    }
  }

  mutating func receive(integer: Int, field: Int) {
    guard isLocated else { return }
    if field == Self.fields[4] {
      killed[positions.count - 1] = integer
    } else if integer > WherePrecision.near.rawValue {
      leaveOut()
    }
  }

  /// Takes the row back.
  private mutating func leaveOut() {
    positions.removeLast()
    firstDays.removeLast()
    lastDays.removeLast()
    locations.removeLast()
    killed.removeLast()
    vague += 1
    isLocated = false
  }

  func receiveNull(field: Int) {}
  func receive(real: Double, field: Int) {}
  func receive(boolean: Bool, field: Int) {}
  func endRow(adding values: [FieldValue]) {}
}
