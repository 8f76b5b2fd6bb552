/// Finds events again by the keys that they had under earlier rules.
struct EventAnchors {
  private let events: [Event]
  private let known: Set<EventKey>
  private let byReport: [String: [Event]]

  /// Takes all events, in any order.
  init(_ events: [Event]) {
    self.events = events.sorted { $0.key < $1.key }
    known = Set(events.map(\.key))
    byReport = Dictionary(grouping: self.events) { $0.key.report }
  }

  /// The events of today for keys, each once, in order.
  func events(for keys: [EventKey]) -> [EventKey] {
    Set(keys.compactMap { known.contains($0) ? $0 : nearby($0) }).sorted()
  }

  /// The event that gave an incident its identifier, or `nil` where there is none any more.
  func event(ofIncident id: String) -> EventKey? {
    events.first { $0.key.incidentID == id }?.key
  }

  /// The event of the same report of which a statement covers the place of a key, the nearest.
  private func nearby(_ key: EventKey) -> EventKey? {
    let covering = (byReport[key.report] ?? []).filter { event in
      event.claims.contains { $0.range.contains(key.offset) }
    }
    func distance(_ event: Event) -> (Int, Int, EventKey) {
      (abs(event.key.offset - key.offset), abs(event.key.place - key.place), event.key)
    }
    return covering.min { distance($0) < distance($1) }?.key
  }
}
