/// The search for places that do not disturb each other: chains of labels that move aside.
struct LabelSearch {
  /// A candidate that covers nothing but perhaps other labels.
  struct Choice {
    var candidate: Int
    var cost: Double
  }

  /// How many labels may have to move for one that moves.
  private static let mostBlockers = 2
  /// How long a chain of labels that move may get.
  private static let longestChain = 3
  /// How many candidates are looked at for one label before it is given up.
  private static let patience = 400
  /// How many candidates are looked at in all walks together, and how many rounds they make.
  private static let longestWalk = 30_000
  private static let mostRounds = 20

  private let requests: [LabelPlacement.Request]
  /// The choices of each request, the cheapest first.
  private let open: [[Choice]]
  /// The number of each request's choice.
  private var chosen: [Int?]
  /// The requests that are placed, by the cells of their boxes and dots.
  private var grid: PixelGrid
  /// What was chosen before, for each step that may have to be undone.
  private var history: [(request: Int, before: Int?)] = []
  private var looks = 0

  init(requests: [LabelPlacement.Request], open: [[Choice]], in window: PixelBox) {
    self.requests = requests
    self.open = open
    chosen = Array(repeating: nil, count: requests.count)
    grid = PixelGrid(over: window, side: 40)
  }

  /// The candidate chosen for each request, `nil` where there was no room.
  mutating func run() -> [Int?] {
    for request in requests.indices { insert(request) }
    walk()
    for request in requests.indices where chosen[request] == nil { exchange(for: request) }
    for _ in 0..<2 {
      for request in requests.indices { improve(request) }
    }
    return requests.indices.map { request in
      chosen[request].map { open[request][$0].candidate }
    }
  }

  // MARK: - Moves

  /// Places a request, others moving aside where they must; changes nothing where that fails.
  private mutating func insert(_ request: Int) {
    looks = 0
    for depth in [0, 1, Self.longestChain] where settle(request, depth: depth, fixed: []) { break }
    history.removeAll(keepingCapacity: true)
  }

  /// Lets labels that found no place take that of others, no more worth than they are, and these that
  /// of yet others, until nothing moves or the work set aside is done.
  ///
  /// What the placed labels are worth never falls, and each walk around a label begins at another of
  /// its places, so that the search leaves places where it would stay.
  private mutating func walk() {
    var work = 0
    var round = 0
    while work < Self.longestWalk, round < Self.mostRounds {
      let waiting = requests.indices.filter { chosen[$0] == nil && !open[$0].isEmpty }
      if waiting.isEmpty { return }
      for request in waiting where chosen[request] == nil && work < Self.longestWalk {
        let count = open[request].count
        let own = worth(request)
        _ = take(request, from: round * 7 % count) { lost in lost <= own }
        work += looks
      }
      round += 1
    }
  }

  /// Places a request where it takes the place of no label, or of ones that are worth less, or of one
  /// that came after it.
  private mutating func exchange(for request: Int) {
    let own = worth(request)
    _ = take(request, from: 0) { lost in lost < own }
    if chosen[request] == nil {
      _ = take(request, from: 0, keeping: 0..<request) { lost in lost <= own }
    }
  }

  /// Places a request and moves aside or leaves out what is in its way, where what is left out is
  /// acceptable; changes nothing where nothing is.
  private mutating func take(
    _ request: Int, from start: Int, keeping kept: Range<Int> = 0..<0,
    where isAcceptable: (_ lost: Double) -> Bool
  ) -> Bool {
    looks = 0
    let count = open[request].count
    for step in 0..<count {
      let choice = (start + step) % count
      guard looks < Self.patience else { return false }
      looks += 1
      let blockers = blockers(of: request, choice).sorted()
      guard blockers.count <= 4 else { continue }
      set(request, choice)
      for blocker in blockers { set(blocker, nil) }
      var lost = 0.0
      for blocker in blockers where isAcceptable(lost) {
        if settle(blocker, depth: 2, fixed: [request]) { continue }
        lost += kept.contains(blocker) ? .infinity : worth(blocker)
      }
      if isAcceptable(lost) {
        history.removeAll(keepingCapacity: true)
        return true
      }
      undo(to: 0)
    }
    return false
  }

  private func worth(_ request: Int) -> Double { requests[request].weight }

  /// Moves a label to the cheapest place that is free.
  private mutating func improve(_ request: Int) {
    guard let current = chosen[request] else { return }
    for choice in 0..<current where blockers(of: request, choice).isEmpty {
      set(request, choice)
      break
    }
    history.removeAll(keepingCapacity: true)
  }

  /// Places a request by chains no longer than some number; changes nothing where that fails.
  private mutating func settle(_ request: Int, depth: Int, fixed: [Int]) -> Bool {
    var waiting: [(choice: Int, blockers: [Int])] = []
    for choice in open[request].indices {
      looks += 1
      let blockers = blockers(of: request, choice)
      if blockers.isEmpty {
        set(request, choice)
        return true
      }
      if depth > 0, blockers.count <= Self.mostBlockers, !blockers.contains(where: fixed.contains) {
        waiting.append((choice, blockers))
      }
    }
    for (choice, blockers) in waiting {
      guard looks < Self.patience else { return false }
      let start = history.count
      for blocker in blockers { set(blocker, nil) }
      set(request, choice)
      var isSettled = true
      for blocker in blockers.sorted() where isSettled {
        isSettled = settle(blocker, depth: depth - 1, fixed: fixed + [request])
      }
      if isSettled { return true }
      undo(to: start)
    }
    return false
  }

  // MARK: - What lies where

  /// The labels that a choice would disturb.
  private func blockers(of request: Int, _ choice: Int) -> [Int] {
    let box = requests[request].candidates[open[request][choice].candidate].box
    let dot = requests[request].dot
    var found: [Int] = []
    func look(_ other: Int) {
      guard other != request, !found.contains(other), let label = self.box(of: other) else {
        return
      }
      let sign = requests[other].dot
      if box.overlaps(label) || sign.map(box.overlaps) ?? false
        || dot.map({ own in label.overlaps(own) || sign.map(own.touches) ?? false }) ?? false
      {
        found.append(other)
      }
    }
    grid.forEach(near: box.bounds, look)
    if let dot { grid.forEach(near: dot.bounds, look) }
    return found
  }

  private func box(of request: Int) -> OrientedBox? {
    chosen[request].map { requests[request].candidates[open[request][$0].candidate].box }
  }

  private mutating func set(_ request: Int, _ choice: Int?) {
    history.append((request, chosen[request]))
    put(request, at: choice)
  }

  private mutating func undo(to start: Int) {
    while history.count > start, let step = history.popLast() {
      put(step.request, at: step.before)
    }
  }

  private mutating func put(_ request: Int, at choice: Int?) {
    let dot = requests[request].dot
    if let box = box(of: request) {
      grid.remove(request, from: box.bounds)
      if let dot { grid.remove(request, from: dot.bounds) }
    }
    chosen[request] = choice
    if let box = box(of: request) {
      grid.insert(request, in: box.bounds)
      if let dot { grid.insert(request, in: dot.bounds) }
    }
  }
}
