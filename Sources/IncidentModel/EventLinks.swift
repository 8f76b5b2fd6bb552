/// What people decided about which events are one: groups that are, and sides that are not.
///
/// Must-link and cannot-link in the words of constrained clustering. A later decision takes back what an
/// earlier one says of the same two events.
///
/// - SeeAlso: Klein, Kamvar and Manning (2002), "From instance-level constraints to space-level
///   constraints".
public struct EventLinks: Hashable, Sendable {
  /// Events that are one, and who says so.
  public struct Group: Hashable, Sendable {
    /// The events, in the order of their keys.
    public var events: [EventKey]
    /// Who took them for one, in words.
    public var why: String
  }

  /// Two sides of which no event of the one is one with an event of the other.
  fileprivate struct Parting: Hashable {
    var some: Set<EventKey>
    var others: Set<EventKey>
  }

  private var groups: [Group] = []
  private var partings: [Parting] = []

  /// No decision.
  public static let none = EventLinks()

  /// Makes links that say nothing.
  public init() {}

  /// Takes events for one.
  ///
  /// - Parameters:
  ///   - events: The events, in any order.
  ///   - why: Who says so, in words.
  public mutating func join(_ events: [EventKey], why: String) {
    let joined = Set(events)
    partings = partings.flatMap { parting in
      [
        Parting(some: parting.some.subtracting(joined), others: parting.others),
        Parting(
          some: parting.some.intersection(joined), others: parting.others.subtracting(joined)),
      ]
    }
    .filter { !$0.some.isEmpty && !$0.others.isEmpty }
    if joined.count > 1 { groups.append(Group(events: joined.sorted(), why: why)) }
  }

  /// Tells events apart from others.
  ///
  /// - Parameters:
  ///   - events: The events of the one side.
  ///   - others: Those of the other.
  public mutating func part(_ events: [EventKey], from others: [EventKey]) {
    let some = Set(events)
    let others = Set(others).subtracting(some)
    groups = groups.flatMap { group in
      guard !others.isDisjoint(with: group.events) else { return [group] }
      return [
        Group(events: group.events.filter { some.contains($0) }, why: group.why),
        Group(events: group.events.filter { !some.contains($0) }, why: group.why),
      ]
    }
    .filter { $0.events.count > 1 }
    if !some.isEmpty, !others.isEmpty { partings.append(Parting(some: some, others: others)) }
  }

  /// The groups of events that are one, those that share an event joined; the later decision stands
  /// where groups together would hold events that are apart.
  ///
  /// - Returns: Groups without common events, in the order of their first events.
  /// - Complexity: O(groups × partings) set operations.
  public var units: [Group] {
    var units: [(events: Set<EventKey>, why: String)] = []
    for group in groups.reversed() {
      var joined = Set(group.events)
      let touched = units.filter { !$0.events.isDisjoint(with: joined) }
      for unit in touched { joined.formUnion(unit.events) }
      guard !partings.contains(where: { $0.separates(joined) }) else { continue }
      units.removeAll { !$0.events.isDisjoint(with: joined) }
      units.append((joined, group.why))
    }
    return units.map { Group(events: $0.events.sorted(), why: $0.why) }
      .sorted { $0.events[0] < $1.events[0] }
  }

  /// Every two events that are apart.
  public var apart: [(EventKey, EventKey)] {
    partings.flatMap { parting in
      parting.some.sorted().flatMap { some in parting.others.sorted().map { (some, $0) } }
    }
  }

  /// Whether an event of the one side is apart from one of the other.
  public func areApart(_ events: some Sequence<EventKey>, _ others: some Sequence<EventKey>) -> Bool
  {
    guard !partings.isEmpty else { return false }
    let (events, others) = (Set(events), Set(others))
    return partings.contains { parting in
      !parting.some.isDisjoint(with: events) && !parting.others.isDisjoint(with: others)
        || !parting.some.isDisjoint(with: others) && !parting.others.isDisjoint(with: events)
    }
  }
}

extension EventLinks.Parting {
  fileprivate func separates(_ events: Set<EventKey>) -> Bool {
    !some.isDisjoint(with: events) && !others.isDisjoint(with: events)
  }
}
