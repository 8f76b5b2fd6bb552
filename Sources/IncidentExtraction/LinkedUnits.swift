internal import IncidentModel

/// Events as people's decisions bind them: those that are one make a unit, every other is its own.
///
/// Events are called by their places in a list, units by the first of their events.
struct LinkedUnits {
  /// Units that are not to meet.
  let apart: Set<EventClustering.PairKey>
  /// What makes the units one, by their names.
  let merges: [Int: [Merge]]
  private let units: [Int: Int]
  /// Families of which a unit has events, each with the one that stands for all of them.
  private let families: [String: String]

  /// Binds events by decisions; those about other events say nothing.
  init(_ links: EventLinks, in events: [DatedEvent]) {
    guard links != .none else {
      (apart, merges, units, families) = ([], [:], [:], [:])
      return
    }
    let indices = Dictionary(
      events.enumerated().map { ($1.event.key, $0) }, uniquingKeysWith: { first, _ in first })
    var units: [Int: Int] = [:]
    var merges: [Int: [Merge]] = [:]
    var families: [String: String] = [:]
    for group in links.units {
      let members = group.events.compactMap { indices[$0] }
      guard let first = members.first else { continue }
      for member in members { units[member] = first }
      merges[first] = members.dropFirst().map {
        Merge(kept: events[first].event.key, absorbed: events[$0].event.key, why: group.why)
      }
      let own = Set(members.map { events[$0].family })
      let tied = own.union(own.compactMap { families[$0] })
      guard let least = tied.min() else { continue }
      for (family, known) in families where tied.contains(known) { families[family] = least }
      for family in tied { families[family] = least }
    }
    self.units = units
    self.merges = merges
    self.families = families
    apart = Set(
      links.apart.compactMap { a, b in
        guard let a = indices[a], let b = indices[b] else { return nil }
        return EventClustering.PairKey(units[a] ?? a, units[b] ?? b)
      })
  }

  /// The unit that an event belongs to.
  func unit(of event: Int) -> Int { units[event] ?? event }

  /// The family whose events are compared with an event: its own, or one that a unit ties to it.
  func family(_ own: String) -> String { families[own] ?? own }
}
