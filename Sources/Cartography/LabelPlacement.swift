/// Finds places for labels so that none covers another, a symbol, or the furniture.
///
/// Labels come in the order of their weight. Each takes its cheapest free candidate; one that finds
/// none may move a single earlier label aside, if that has another free candidate. The answer
/// depends on the input alone.
struct LabelPlacement {
  /// One way to set a label.
  struct Candidate {
    var lines: [LabelLine]
    /// What the text covers, a margin included.
    var box: PixelBox
    var cost: Double
  }

  /// A label that wants a place.
  struct Request {
    /// The ways to set it, the cheapest first.
    var candidates: [Candidate]
    /// The symbol that is drawn only together with the label.
    var dot: PixelCircle?
  }

  private struct Placed {
    var request: Int
    var candidate: Int
  }

  private let window: PixelBox
  private let boxes: [PixelBox]
  private let circles: [PixelCircle]
  private let requests: [Request]
  private var placed: [Placed] = []

  /// The candidate chosen for each request, `nil` where there was no room.
  static func place(
    _ requests: [Request], in window: PixelBox, avoiding boxes: [PixelBox], circles: [PixelCircle]
  ) -> [Int?] {
    var search = LabelPlacement(
      window: window, boxes: boxes, circles: circles, requests: requests)
    for index in requests.indices { search.place(index) }
    var chosen = [Int?](repeating: nil, count: requests.count)
    for label in search.placed { chosen[label.request] = label.candidate }
    return chosen
  }

  private init(
    window: PixelBox, boxes: [PixelBox], circles: [PixelCircle], requests: [Request]
  ) {
    self.window = window
    self.boxes = boxes
    self.circles = circles
    self.requests = requests
  }

  private mutating func place(_ index: Int) {
    let request = requests[index]
    if let dot = request.dot {
      guard window.contains(dot.bounds), !boxes.contains(where: { $0.overlaps(dot) }),
        !circles.contains(where: { touch($0, dot) }),
        !placed.contains(where: { self.box(of: $0).overlaps(dot) })
      else { return }
    }
    var movable: (candidate: Int, blocker: Int, instead: Int)?
    for (number, candidate) in request.candidates.enumerated() where isOpen(candidate.box) {
      let blockers = placed.indices.filter { conflicts(candidate.box, placed[$0]) }
      if blockers.isEmpty {
        placed.append(Placed(request: index, candidate: number))
        return
      }
      if movable == nil, blockers.count == 1,
        let instead = alternative(
          to: blockers[0], when: candidate.box, dot: request.dot)
      {
        movable = (number, blockers[0], instead)
      }
    }
    if let movable {
      placed[movable.blocker].candidate = movable.instead
      placed.append(Placed(request: index, candidate: movable.candidate))
    }
  }

  /// Another candidate for a placed label that frees a box without touching anything else.
  private func alternative(to blocker: Int, when box: PixelBox, dot: PixelCircle?) -> Int? {
    let label = placed[blocker]
    if let own = requests[label.request].dot, box.overlaps(own) { return nil }
    return requests[label.request].candidates.indices.first { number in
      let other = requests[label.request].candidates[number].box
      return number != label.candidate && isOpen(other) && !other.overlaps(box)
        && !(dot.map { other.overlaps($0) } ?? false)
        && !placed.indices.contains { $0 != blocker && conflicts(other, placed[$0]) }
    }
  }

  private func isOpen(_ box: PixelBox) -> Bool {
    window.contains(box) && !boxes.contains { $0.overlaps(box) }
      && !circles.contains { box.overlaps($0) }
  }

  private func conflicts(_ box: PixelBox, _ label: Placed) -> Bool {
    self.box(of: label).overlaps(box)
      || (requests[label.request].dot.map { box.overlaps($0) } ?? false)
  }

  private func box(of label: Placed) -> PixelBox {
    requests[label.request].candidates[label.candidate].box
  }

  private func touch(_ a: PixelCircle, _ b: PixelCircle) -> Bool {
    a.center.distance(to: b.center) < a.radius + b.radius
  }
}

/// A line of a label: a text, its baseline's point, and how it is set.
struct LabelLine {
  var text: String
  var point: PixelPoint
  var anchor: TextAnchor
  var style: TextStyle
  /// Degrees clockwise around the point.
  var rotation = 0.0
}
