/// All decisions of a store in the order they were made, and which of them stand.
public struct ReviewHistory: Hashable, Sendable {
  /// Every decision, in the order of their numbers.
  public let reviews: [Review]
  /// The numbers of the decisions that no longer hold, each with the one that took it back.
  public let undone: [Int: Int]

  /// No decision.
  public static let empty = ReviewHistory([])

  /// Takes decisions, in any order.
  public init(_ reviews: [Review]) {
    self.reviews = reviews.sorted { $0.number < $1.number }
    // What takes back comes after what it takes back: from the last, all is settled in one pass.
    var undone: [Int: Int] = [:]
    for review in self.reviews.reversed() where undone[review.number] == nil {
      guard case .undo(let number) = review.decision, number < review.number,
        undone[number] == nil
      else { continue }
      undone[number] = review.number
    }
    self.undone = undone
  }

  /// The decisions that hold, but those that only take back.
  public var standing: [Review] {
    reviews.filter { review in
      if case .undo = review.decision { return false }
      return undone[review.number] == nil
    }
  }
}

/// Decisions brought to the events that are told today.
///
/// A decision is about the events that its incident then had. An event that newer rules no longer find
/// at its place is sought where a statement of the same report covers that place. The decision goes to
/// the incident that has most of these events, so it outlives growing together, new identifiers and
/// re-reading.
public struct AnchoredReviews: Sendable {
  /// What the decisions say about which events are one.
  public let links: EventLinks
  /// The decisions that hold, in order, with their events as they are told today.
  private let anchored: [Anchored]

  private struct Anchored {
    let review: Review
    let events: [EventKey]
    /// Of them, those that a split takes out.
    var parted: [EventKey] = []
  }

  /// Brings decisions to events.
  ///
  /// - Parameters:
  ///   - history: All decisions.
  ///   - events: Every event that the reports tell of, in any order.
  public init(_ history: ReviewHistory, in events: [Event]) {
    let standing = history.standing
    guard !standing.isEmpty else {
      (links, anchored) = (.none, [])
      return
    }
    let anchors = EventAnchors(events)
    var links = EventLinks()
    var anchored: [Anchored] = []
    for review in standing {
      let events =
        review.events.isEmpty
        ? anchors.event(ofIncident: review.target).map { [$0] } ?? []
        : anchors.events(for: review.events)
      var decided = Anchored(review: review, events: events)
      switch review.decision {
      case .merge: links.join(events, why: review.reason)
      case .split(let own):
        decided.parted = anchors.events(for: own)
        links.part(decided.parted, from: events)
      case .accept, .reject, .set, .undo: break
      }
      anchored.append(decided)
    }
    self.links = links
    self.anchored = anchored
  }

  /// The decisions about each of some groups of events, in order.
  ///
  /// - Parameter groups: The events of each incident.
  /// - Returns: For each group, the decisions that are to be applied to it.
  public func decisions(for groups: [[EventKey]]) -> [[Review]] {
    var decisions: [[Review]] = groups.map { _ in [] }
    guard !anchored.isEmpty else { return decisions }
    var groupOf: [EventKey: Int] = [:]
    for (index, group) in groups.enumerated() { for key in group { groupOf[key] = index } }
    for decided in anchored {
      for index in targets(of: decided, groupOf)
      where decided.review.holds(for: decided.events, in: groups[index]) {
        decisions[index].append(decided.review)
      }
    }
    return decisions
  }

  /// What has become of the decisions that hold.
  ///
  /// - Parameter groups: The events of each incident.
  /// - Returns: By the decisions' numbers, what became of them; groups are called by their indices.
  public func outcomes(for groups: [[EventKey]]) -> [Int: ReviewOutcome] {
    var applied: [Int: [Int]] = [:]
    for (index, reviews) in decisions(for: groups).enumerated() {
      for review in reviews { applied[review.number, default: []].append(index) }
    }
    var outcomes: [Int: ReviewOutcome] = [:]
    for decided in anchored {
      let number = decided.review.number
      if let indices = applied[number] {
        outcomes[number] = .applies(indices)
      } else {
        let isSplit = !decided.parted.isEmpty
        let isTold = isSplit ? decided.events.count > decided.parted.count : !decided.events.isEmpty
        outcomes[number] = isTold ? .outgrown : .gone
      }
    }
    return outcomes
  }

  /// The group with most events of a decision, of equals the one with the first; both sides of a split.
  private func targets(of decided: Anchored, _ groupOf: [EventKey: Int]) -> [Int] {
    func main(_ events: [EventKey]) -> Int? {
      var votes: [Int: Int] = [:]
      for index in events.compactMap({ groupOf[$0] }) { votes[index, default: 0] += 1 }
      return events.compactMap { groupOf[$0] }.enumerated().max { a, b in
        let (first, second) = (votes[a.element] ?? 0, votes[b.element] ?? 0)
        return first != second ? first < second : b.offset < a.offset
      }?.element
    }
    guard case .split = decided.review.decision else {
      return [main(decided.events)].compactMap(\.self)
    }
    let rest = decided.events.filter { !decided.parted.contains($0) }
    let sides = [main(rest), main(decided.parted)].compactMap(\.self)
    return sides.count == 2 && sides[0] == sides[1] ? [] : sides
  }
}

/// What has become of a decision.
public enum ReviewOutcome: Hashable, Sendable {
  /// It applies, to incidents called by their indices.
  case applies([Int])
  /// A later decision took it back.
  case undone(by: Int)
  /// Its incident has become another: of a rejected one, most was never rejected; of a merge or a
  /// split, later decisions say otherwise.
  case outgrown
  /// No report tells of its events any more.
  case gone
}

extension Review {
  /// Who decided it and why, in words.
  var reason: String {
    "\(author) took them for one (decision \(number))" + (why.map { ": \($0)" } ?? "")
  }

  /// Whether a decision still fits what its incident has become: a rejection that of an incident of
  /// which at least half was rejected, a merge that of one that has all its events.
  func holds(for events: [EventKey], in group: [EventKey]) -> Bool {
    switch decision {
    case .reject: 2 * Set(events).intersection(group).count >= group.count
    case .merge: Set(events).isSubset(of: group)
    case .accept, .set, .split, .undo: true
    }
  }
}
