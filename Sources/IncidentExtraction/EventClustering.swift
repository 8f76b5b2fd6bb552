internal import IncidentModel

/// Groups events of many reports into incidents: complete linkage over pairwise judgements.
///
/// Two events may be one where kind, place and date agree and nothing contradicts; a group holds only
/// events of which every two may be one. Pairs are joined the strongest first, ties in the canonical
/// order of event keys, so the result does not depend on the order of reports.
///
/// Events that a person took for one are one from the start: another may join where it goes with any of
/// them. Events that a person told apart never meet.
struct EventClustering {
  /// Events taken as one, in canonical order, and why.
  struct Cluster {
    var events: [DatedEvent]
    var merges: [Merge]

    /// Whether all of them sum up a period or an area.
    var isSummary: Bool { events.allSatisfy(\.event.isSummary) }
  }

  /// A judgement that two events may be one.
  private struct Pair {
    let first: Int
    let second: Int
    let strength: Int
  }

  /// Two events or units, in order.
  struct PairKey: Hashable {
    let smaller: Int
    let larger: Int

    init(_ a: Int, _ b: Int) {
      smaller = min(a, b)
      larger = max(a, b)
    }
  }

  /// The clusters, in the order of their smallest keys.
  ///
  /// - Complexity: O(*n*²) in the events of one family.
  static func clusters(of events: [DatedEvent], links: EventLinks = .none) -> [Cluster] {
    let ordered = events.sorted { $0.event.key < $1.event.key }
    let units = LinkedUnits(links, in: ordered)
    let families = Dictionary(grouping: ordered.indices) { units.family(ordered[$0].family) }
    var clusters: [Cluster] = []
    for family in families.keys.sorted() {
      clusters += linked(families[family] ?? [], of: ordered, units)
    }
    return clusters.sorted { $0.events[0].event.key < $1.events[0].event.key }
  }

  private static func linked(
    _ members: [Int], of events: [DatedEvent], _ units: LinkedUnits
  ) -> [Cluster] {
    var compatible: Set<PairKey> = []
    var pairs: [Pair] = []
    let outlines = members.map { Outline(events[$0]) }
    for (position, first) in members.enumerated() {
      for other in position + 1..<members.count where outlines[position].mayBe(outlines[other]) {
        let second = members[other]
        let unitPair = PairKey(units.unit(of: first), units.unit(of: second))
        guard unitPair.smaller != unitPair.larger,
          !units.apart.contains(unitPair), let pair = judge(first, second, of: events)
        else { continue }
        compatible.insert(unitPair)
        pairs.append(pair)
      }
    }
    pairs.sort { a, b in
      (b.strength, a.first, a.second) < (a.strength, b.first, b.second)
    }
    var groupOf = Dictionary(
      uniqueKeysWithValues: members.map { ($0, units.unit(of: $0)) })
    var groups = Dictionary(grouping: members) { units.unit(of: $0) }
    var merges = units.merges.filter { groups[$0.key] != nil }
    for pair in pairs {
      guard let a = groupOf[pair.first], let b = groupOf[pair.second], a != b,
        let left = groups[a], let right = groups[b],
        left.allSatisfy({ x in
          right.allSatisfy {
            compatible.contains(PairKey(units.unit(of: x), units.unit(of: $0)))
          }
        })
      else { continue }
      let (kept, absorbed) = (min(a, b), max(a, b))
      groups[kept] = (left + right).sorted()
      groups[absorbed] = nil
      for member in left + right { groupOf[member] = kept }
      let merge = Merge(
        kept: events[pair.first].event.key, absorbed: events[pair.second].event.key,
        why: MergeReason(events[pair.first], events[pair.second]).text)
      merges[kept] = (merges[kept] ?? []) + (merges[absorbed] ?? []) + [merge]
      merges[absorbed] = nil
    }
    return groups.sorted { $0.key < $1.key }.map { key, members in
      Cluster(
        events: members.map { events[$0] },
        merges: (merges[key] ?? []).sorted { ($0.kept, $0.absorbed) < ($1.kept, $1.absorbed) })
    }
  }

  /// What most pairs are told apart by: their days.
  private struct Outline {
    let isSummary: Bool
    /// Whether the event has days that another's can contradict.
    let isDated: Bool
    /// The first and the last day it may have been.
    var first = Int.max
    var last = Int.min

    init(_ dated: DatedEvent) {
      isSummary = dated.event.isSummary
      isDated = dated.span != nil
      if let days = dated.possibleSpan {
        (first, last) = (days.start.dayNumber, days.end.dayNumber)
      }
    }

    /// Whether two events may be one by their days.
    func mayBe(_ other: Outline) -> Bool {
      isSummary == other.isSummary
        && (!isDated || !other.isDated || first <= other.last && other.first <= last)
    }
  }

  /// Whether two events may be one, and how much speaks for it.
  private static func judge(_ first: Int, _ second: Int, of events: [DatedEvent]) -> Pair? {
    let (a, b) = (events[first], events[second])
    guard a.family == b.family else { return nil }
    // Places that one sentence lists are different by its own words.
    if a.event.key.report == b.event.key.report, a.event.key.offset == b.event.key.offset {
      return nil
    }
    guard a.event.isSummary == b.event.isSummary else { return nil }
    let place = PlaceComparison(a.event.place, b.event.place)
    guard place != .apart else { return nil }
    var strength = 0
    switch place {
    case .same: strength += 3
    case .nested:
      // Reports that only name the region may each mean another town of it.
      let isSure =
        a.event.key.report == b.event.key.report || PlaceComparison.areClose(a.event, b.event)
      strength += isSure ? 1 : -2
    case .unknown, .apart: break
    }
    if let x = a.span, let y = b.span {
      guard let first = a.possibleSpan, let second = b.possibleSpan, first.overlaps(second) else {
        return nil
      }
      strength += x.start == y.start && x.end == y.end ? 3 : 1
    }
    if a.event.type == b.event.type, a.event.subType == b.event.subType { strength += 1 }
    if !Self.counts(a.event).isDisjoint(with: Self.counts(b.event)) { strength += 3 }
    return strength >= 3 ? Pair(first: first, second: second, strength: strength) : nil
  }

  private static func counts(_ event: Event) -> Set<[String]> {
    Set(
      event.claims.filter { $0.population != nil }.map { [$0.field.rawValue, $0.value] })
  }
}
