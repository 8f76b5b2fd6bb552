import Foundation
import NamedSeeds

@testable import Cartography

/// Finds places for many labels by long simulated annealing: the yardstick where looking at all ways
/// would take too long.
///
/// - SeeAlso: Christensen, Marks and Shieber (1995), doi:10.1145/212332.212334.
enum AnnealedPlacement {
  /// The most labels that were placed at any moment.
  static func most(
    _ requests: [LabelPlacement.Request], in window: PixelBox, steps: Int,
    using generator: inout SplitMix64
  ) -> Int {
    var labels: [Int] = []
    var boxes: [OrientedBox] = []
    var choices: [[Int]] = []
    for (label, request) in requests.enumerated() {
      let open = request.candidates.filter { candidate in window.contains(candidate.box) }
      choices.append(Array(boxes.count..<boxes.count + open.count))
      boxes += open.map(\.box)
      labels += open.map { _ in label }
    }
    let dots = requests.map { $0.dot ?? PixelCircle(center: .init(x: -9, y: -9), radius: 0) }
    // A label is at odds with others of its own point as well.
    let odds = boxes.indices.map { a in
      boxes.indices.filter { b in
        labels[a] != labels[b]
          && (boxes[a].overlaps(boxes[b]) || boxes[a].overlaps(dots[labels[b]])
            || boxes[b].overlaps(dots[labels[a]]) || dots[labels[a]].touches(dots[labels[b]]))
      }
    }
    var chosen = [Int?](repeating: nil, count: requests.count)
    var (placed, best) = (0, 0)
    for step in 0..<steps {
      let label = Int.random(in: requests.indices, using: &generator)
      guard let choice = choices[label].randomElement(using: &generator) else { continue }
      let lost = Set(
        odds[choice].map { labels[$0] }.filter { other in
          chosen[other].map { odds[choice].contains($0) } ?? false
        })
      let gain = (chosen[label] == nil ? 1 : 0) - lost.count
      let temperature = 1 - 0.95 * Double(step) / Double(steps)
      guard
        gain >= 0
          || Double.random(in: 0..<1, using: &generator) < exp(3 * Double(gain) / temperature)
      else { continue }
      for other in lost { chosen[other] = nil }
      chosen[label] = choice
      placed += gain
      best = max(best, placed)
    }
    return best
  }
}
