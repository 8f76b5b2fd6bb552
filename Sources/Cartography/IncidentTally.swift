internal import IncidentModel

/// How many incidents there are of each class, apart by whether their place is known exactly, and
/// what their measure adds up to.
struct IncidentTally: Hashable {
  /// In the order of ``EventType/allCases``: those placed exactly, then the others.
  private(set) var counts = [Int](repeating: 0, count: 2 * EventType.allCases.count)
  /// The measure of the same incidents, added up.
  private(set) var values = [Int](repeating: 0, count: 2 * EventType.allCases.count)

  var total: Int { counts.reduce(0, +) }
  /// What the symbols of all of them together stand for.
  var value: Int { values.reduce(0, +) }
  /// Whether no place is known exactly.
  var isRough: Bool { counts[..<EventType.allCases.count].allSatisfy { $0 == 0 } }

  mutating func add(_ point: IncidentPoint) {
    let row = Self.row(of: point.eventType, isExact: point.isPlacedExactly)
    counts[row] += 1
    if let value = point.value { values[row] += value }
  }

  mutating func add(_ other: IncidentTally) {
    for row in counts.indices {
      counts[row] += other.counts[row]
      values[row] += other.values[row]
    }
  }

  /// Whether any place is not known exactly.
  var hasRough: Bool { counts[EventType.allCases.count...].contains { $0 > 0 } }

  func count(of type: EventType) -> Int {
    exact(of: type) + counts[Self.row(of: type, isExact: false)]
  }

  /// The incidents of a class whose place is known exactly.
  func exact(of type: EventType) -> Int { counts[Self.row(of: type, isExact: true)] }

  /// The shares of a disc, by class, the exactly placed before the others: of the measure where it
  /// adds up to anything, else of the incidents.
  var shares: [(type: EventType, isExact: Bool, share: Double)] {
    let parts = value > 0 ? values : counts
    let whole = Double(parts.reduce(0, +))
    return EventType.allCases.flatMap { [($0, true), ($0, false)] }.compactMap { type, isExact in
      let part = parts[Self.row(of: type, isExact: isExact)]
      return part > 0 ? (type, isExact, Double(part) / whole) : nil
    }
  }

  /// `Riots 3, Battles 1`, in the order of the classes.
  var words: String {
    EventType.allCases.compactMap { type in
      let count = count(of: type)
      return count > 0 ? "\(type.rawValue) \(NumberText.grouped(count))" : nil
    }.joined(separator: ", ")
  }

  private static func row(of type: EventType, isExact: Bool) -> Int {
    type.number + (isExact ? 0 : EventType.allCases.count)
  }
}
