import NamedSeeds
import Testing

@testable import Cartography

@Suite("How well labels are placed") struct PlacementQualityTests {
  private let style = TextStyle(size: 12)
  private let names = ["Zvečan", "Leposavić", "Zubin Potok", "Peja", "Mitrovica", "Banja"]

  private func requests(
    _ count: Int, in window: PixelBox, using generator: inout SplitMix64
  ) -> [LabelPlacement.Request] {
    (0..<count).map { number in
      let point = PixelPoint(
        x: .random(in: window.left + 4...window.right - 4, using: &generator),
        y: .random(in: window.top + 4...window.bottom - 4, using: &generator))
      let dot = PixelCircle(center: point, radius: 3)
      return LabelPlacement.Request(
        candidates: LabelCandidates.around(
          dot, names: [names[number % names.count]], first: style, second: style, gaps: [3]),
        dot: dot)
    }
  }

  @Test(arguments: Seed.allCases)
  func `nearly as many of a dozen labels are placed as can be`(seed: Seed) {
    var generator = seed.generator
    var (placed, possible, decided) = (0, 0, 0)
    for round in 0..<16 {
      let side = Double(130 + 10 * (round % 6))
      let window = PixelBox(left: 0, top: 0, right: side, bottom: side * 0.7)
      let circles = [PixelCircle(center: window.center, radius: 9)]
      let requests = requests(6 + round % 7, in: window, using: &generator)
      guard let most = ExactPlacement.most(requests, in: window, circles: circles) else { continue }
      let chosen = LabelPlacement.place(requests, in: window, avoiding: [], circles: circles)
      let count = chosen.count { $0 != nil }
      #expect(count <= most)
      #expect(Double(count) >= 0.9 * Double(most), "round \(round): \(count) of \(most)")
      placed += count
      possible += most
      decided += 1
    }
    #expect(decided >= 10)
    #expect(Double(placed) >= 0.97 * Double(possible))
  }
}
