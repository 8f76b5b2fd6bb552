@testable import Cartography

/// Finds the most labels that can stand together by looking at all ways to set them: the yardstick of
/// a search that does not.
struct ExactPlacement {
  /// The choices that a choice rules out, of all labels, as bits.
  private let excluded: [[UInt64]]
  private let choicesOfLabel: [[Int]]
  private var best = 0
  private var steps = 0

  /// The most labels that can be placed; `nil` where that takes too many steps to find out.
  static func most(
    _ requests: [LabelPlacement.Request], in window: PixelBox, circles: [PixelCircle]
  ) -> Int? {
    var search = ExactPlacement(requests, in: window, circles: circles)
    let all = [UInt64](repeating: .max, count: search.excluded.first?.count ?? 0)
    search.descend(Array(requests.indices), free: all, placed: 0)
    return search.steps > 400_000 ? nil : search.best
  }

  private init(
    _ requests: [LabelPlacement.Request], in window: PixelBox, circles: [PixelCircle]
  ) {
    typealias Choice = (label: Int, box: OrientedBox, dot: PixelCircle?)
    var choices: [Choice] = []
    choicesOfLabel = requests.enumerated().map { number, request in
      if let dot = request.dot, !window.contains(dot.bounds) || circles.contains(where: dot.touches)
      {
        return []
      }
      let open = request.candidates.filter { candidate in
        window.contains(candidate.box) && !circles.contains { candidate.box.overlaps($0) }
      }
      choices += open.map { (number, $0.box, request.dot) }
      return Array(choices.count - open.count..<choices.count)
    }
    func areAtOdds(_ a: Choice, _ b: Choice) -> Bool {
      a.label == b.label || a.box.overlaps(b.box) || (a.dot.map(b.box.overlaps) ?? false)
        || (b.dot.map(a.box.overlaps) ?? false)
        || (a.dot.flatMap { dot in b.dot.map(dot.touches) } ?? false)
    }
    let words = choices.count / 64 + 1
    excluded = choices.map { a in
      var bits = [UInt64](repeating: 0, count: words)
      for (number, b) in choices.enumerated() where areAtOdds(a, b) {
        bits[number / 64] |= 1 << UInt64(number % 64)
      }
      return bits
    }
  }

  /// Branches on the label with the fewest choices, then on leaving it out.
  private mutating func descend(_ labels: [Int], free: [UInt64], placed: Int) {
    steps += 1
    best = max(best, placed)
    guard placed + labels.count > best, steps <= 400_000 else { return }
    let open = labels.map { label in
      (
        label: label,
        choices: choicesOfLabel[label].filter { free[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }
      )
    }
    let hopeful = open.filter { !$0.choices.isEmpty }
    guard placed + hopeful.count > best,
      let next = hopeful.min(by: { $0.choices.count < $1.choices.count })
    else { return }
    let others = hopeful.map(\.label).filter { $0 != next.label }
    for choice in next.choices {
      let left = zip(free, excluded[choice]).map { $0 & ~$1 }
      descend(others, free: left, placed: placed + 1)
    }
    descend(others, free: free, placed: placed)
  }
}
