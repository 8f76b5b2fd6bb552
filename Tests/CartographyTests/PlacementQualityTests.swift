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

  @Test(arguments: Seed.allCases)
  func `of many labels as many are placed as by long annealing`(seed: Seed) {
    var generator = seed.generator
    let window = PixelBox(left: 0, top: 0, right: 420, bottom: 300)
    let requests = requests(60, in: window, using: &generator)
    let annealed = AnnealedPlacement.most(
      requests, in: window, steps: 12_000, using: &generator)
    let chosen = LabelPlacement.place(requests, in: window, avoiding: [], circles: [])
    let count = chosen.count { $0 != nil }
    #expect(annealed > 35)
    #expect(count >= annealed, "\(count), annealed \(annealed)")
  }

  @Test func `a more important label is not left out for one that is less so`() {
    let window = PixelBox(left: 0, top: 0, right: 60, bottom: 20)
    let candidate = LabelPlacement.Candidate(
      lines: [], box: OrientedBox(PixelBox(left: 5, top: 5, right: 50, bottom: 15)), cost: 0)
    let requests = [1.0, 4, 2].map {
      LabelPlacement.Request(candidates: [candidate], weight: $0)
    }
    #expect(
      LabelPlacement.place(requests, in: window, avoiding: [], circles: []) == [nil, 0, nil])
  }

  @Test func `a label that is nearer to another's dot is avoided where it can be`() {
    let window = PixelBox(left: 0, top: 0, right: 300, bottom: 100)
    let points = [PixelPoint(x: 100, y: 50), PixelPoint(x: 152, y: 50)]
    let requests = points.map { point in
      let dot = PixelCircle(center: point, radius: 3)
      return LabelPlacement.Request(
        candidates: LabelCandidates.around(
          dot, names: ["Zvečan"], first: style, second: style, gaps: [3]), dot: dot)
    }
    let chosen = LabelPlacement.place(requests, in: window, avoiding: [], circles: [])
    for (number, request) in requests.enumerated() {
      guard let index = chosen[number] else {
        Issue.record("label \(number) is not placed")
        continue
      }
      let box = request.candidates[index].box
      #expect(box.distance(to: points[number]) < box.distance(to: points[1 - number]))
    }
  }
}
