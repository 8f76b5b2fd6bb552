/// Finds places for labels so that none covers another, a symbol, or the furniture.
///
/// Labels come in the order of their importance. Each takes its cheapest free candidate; one that
/// finds none makes others move aside, those yet others, and so on; what is still left may take the
/// place of labels that weigh less together. At last each moves to the best place that has become
/// free. The answer depends on the input alone.
///
/// Guide: `Documentation/guides/label-placement.md`.
struct LabelPlacement {
  /// One way to set a label.
  struct Candidate {
    var lines: [LabelLine]
    /// What the text covers, a margin included.
    var box: OrientedBox
    var cost: Double
  }

  /// A label that wants a place.
  struct Request {
    /// The ways to set it, the cheapest first.
    var candidates: [Candidate]
    /// The symbol that is drawn only together with the label.
    var dot: PixelCircle?
    /// The symbol that the label names, if it is not the dot: it should be the nearest to the label.
    var anchor: PixelCircle?
    /// What it is worth beside others.
    var weight = 1.0
  }

  private let window: PixelBox
  private let boxes: [PixelBox]
  private let circles: [PixelCircle]
  private let requests: [Request]
  /// The numbers of the circles, then of the requests' dots, where they lie.
  private var symbols: PixelGrid

  /// The candidate chosen for each request, `nil` where there was no room.
  static func place(
    _ requests: [Request], in window: PixelBox, avoiding boxes: [PixelBox], circles: [PixelCircle]
  ) -> [Int?] {
    let placement = LabelPlacement(
      window: window, boxes: boxes, circles: circles, requests: requests)
    var search = LabelSearch(
      requests: requests, open: requests.indices.map(placement.openCandidates), in: window)
    return search.run()
  }

  private init(
    window: PixelBox, boxes: [PixelBox], circles: [PixelCircle], requests: [Request]
  ) {
    self.window = window
    self.boxes = boxes
    self.circles = circles
    self.requests = requests
    symbols = PixelGrid(over: window, side: 32)
    for (number, circle) in circles.enumerated() { symbols.insert(number, in: circle.bounds) }
    for (number, request) in requests.enumerated() {
      if let dot = request.dot { symbols.insert(circles.count + number, in: dot.bounds) }
    }
  }

  /// The candidates of a request that cover nothing, the cheapest first.
  private func openCandidates(of number: Int) -> [LabelSearch.Choice] {
    let request = requests[number]
    if let dot = request.dot {
      guard window.contains(dot.bounds), !boxes.contains(where: { $0.overlaps(dot) }),
        !circles.contains(where: { $0.touches(dot) })
      else { return [] }
    }
    let open = request.candidates.enumerated().compactMap { index, candidate in
      let box = candidate.box
      guard window.contains(box), !boxes.contains(where: { box.overlaps($0) }),
        !coversSymbol(box)
      else { return nil as LabelSearch.Choice? }
      return LabelSearch.Choice(
        candidate: index, cost: candidate.cost + ambiguity(of: box, request: number))
    }
    return open.sorted { ($0.cost, $0.candidate) < ($1.cost, $1.candidate) }
  }

  private func coversSymbol(_ box: OrientedBox) -> Bool {
    var covers = false
    symbols.forEach(near: box.bounds) { number in
      if !covers, number < circles.count, box.overlaps(circles[number]) { covers = true }
    }
    return covers
  }

  /// What it costs that a label stands nearer to another symbol than to its own, or hardly farther.
  private func ambiguity(of box: OrientedBox, request number: Int) -> Double {
    guard let own = requests[number].anchor ?? requests[number].dot else { return 0 }
    let distance = max(box.distance(to: own.center) - own.radius, 1)
    var nearest = Double.infinity
    symbols.forEach(near: box.bounds.expanded(by: 2 * distance)) { symbol in
      guard symbol != circles.count + number,
        let other = symbol < circles.count ? circles[symbol] : requests[symbol - circles.count].dot,
        other.center.distance(to: own.center) > own.radius + 0.5
      else { return }
      nearest = min(nearest, box.distance(to: other.center) - other.radius)
    }
    return nearest < distance ? 8 : nearest < 2 * distance ? 2 : 0
  }
}

extension PixelCircle {
  func touches(_ other: PixelCircle) -> Bool {
    center.distance(to: other.center) < radius + other.radius
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
