internal import IncidentModel
internal import SimpleFeatures

/// What clusters are made of: the incidents with a point, some of their columns.
struct ClusterMembers: IncidentRowReceiver {
  static let fields = ["date_start", "date_end", "location", "killed_best"].compactMap { name in
    IncidentField.all.firstIndex { $0.name == name }
  }

  private(set) var positions: [Position] = []
  private(set) var firstDays: [CalendarDate?] = []
  private(set) var lastDays: [CalendarDate?] = []
  private(set) var locations: [String?] = []
  private(set) var killed: [Int] = []
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
    if isLocated { killed[positions.count - 1] = integer }
  }

  func receiveNull(field: Int) {}
  func receive(real: Double, field: Int) {}
  func receive(boolean: Bool, field: Int) {}
  func endRow(adding values: [FieldValue]) {}
}
