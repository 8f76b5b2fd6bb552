import NamedSeeds
import Testing

@testable import Cartography

@Suite("Label placement") struct LabelPlacementTests {
  private let window = PixelBox(left: 0, top: 0, right: 500, bottom: 400)
  private let style = TextStyle(size: 12)

  private func request(_ names: [String], at point: PixelPoint) -> LabelPlacement.Request {
    let dot = PixelCircle(center: point, radius: 3)
    return LabelPlacement.Request(
      candidates: LabelCandidates.around(
        dot, names: names, first: style, second: style, gaps: [3, 8]),
      dot: dot)
  }

  @Test(arguments: Seed.allCases)
  func `no label covers another, a symbol or the furniture`(seed: Seed) {
    var generator = seed.generator
    let names = ["Leposavić", "Leposaviq", "Zvečan", "Zubin Potok", "Mitrovica", "Vushtrri"]
    let requests = (0..<70).map { _ in
      request(
        Array(names.shuffled(using: &generator).prefix(Int.random(in: 1...2, using: &generator))),
        at: PixelPoint(
          x: .random(in: 5...495, using: &generator), y: .random(in: 5...395, using: &generator)))
    }
    let circles = (0..<12).map { _ in
      PixelCircle(
        center: PixelPoint(
          x: .random(in: 0...500, using: &generator), y: .random(in: 0...400, using: &generator)),
        radius: 12)
    }
    let furniture = [PixelBox(left: 350, top: 10, right: 490, bottom: 180)]
    let chosen = LabelPlacement.place(
      requests, in: window, avoiding: furniture, circles: circles)
    let placed = zip(requests, chosen).compactMap { request, number in
      number.map { (box: request.candidates[$0].box, dot: request.dot) }
    }
    #expect(placed.count > 30)
    for (index, label) in placed.enumerated() {
      #expect(window.contains(label.box))
      #expect(!furniture.contains { $0.overlaps(label.box) })
      #expect(!circles.contains { label.box.overlaps($0) })
      for (number, other) in placed.enumerated() where number != index {
        #expect(!label.box.overlaps(other.box))
        if let dot = other.dot { #expect(!label.box.overlaps(dot)) }
      }
    }
    #expect(
      chosen
        == LabelPlacement.place(requests, in: window, avoiding: furniture, circles: circles))
  }

  @Test func `a lone label stands to the right of its place`() {
    let lone = request(["Zvečan"], at: PixelPoint(x: 100, y: 100))
    let chosen = LabelPlacement.place([lone], in: window, avoiding: [], circles: [])
    #expect(chosen == [0])
    #expect(lone.candidates[0].lines[0].anchor == .start)
    #expect(lone.candidates[0].box.bounds.left > 103)
  }

  @Test func `an earlier label moves aside for one that has no other place`() {
    let fixed = { (left: Double) in
      LabelPlacement.Candidate(
        lines: [],
        box: OrientedBox(PixelBox(left: left, top: 100, right: left + 50, bottom: 112)), cost: 0)
    }
    let earlier = LabelPlacement.Request(candidates: [fixed(100), fixed(200)])
    let later = LabelPlacement.Request(candidates: [fixed(120)])
    let chosen = LabelPlacement.place(
      [earlier, later], in: window, avoiding: [], circles: [])
    #expect(chosen == [1, 0])
  }

  @Test func `a label without room is left out`() {
    let blocked = request(["Zvečan"], at: PixelPoint(x: 100, y: 100))
    let chosen = LabelPlacement.place([blocked], in: window, avoiding: [window], circles: [])
    #expect(chosen == [nil])
  }

  @Test func `two names share a line or stand one under the other`() {
    let candidates = LabelCandidates.around(
      PixelCircle(center: PixelPoint(x: 0, y: 0), radius: 3), names: ["Zvečan", "Zveçan"],
      first: style, second: style, gaps: [3])
    let texts = Set(candidates.map { $0.lines.map(\.text) })
    #expect(texts == [["Zvečan / Zveçan"], ["Zvečan", "Zveçan"]])
    #expect(candidates.map(\.cost) == candidates.map(\.cost).sorted())
  }

  @Test func `a long name may stand on several lines, a short one not`() {
    func texts(_ name: String) -> Set<[String]> {
      let circle = PixelCircle(center: PixelPoint(x: 0, y: 0), radius: 3)
      let candidates = LabelCandidates.around(
        circle, names: [name], first: style, second: style, gaps: [3])
      return Set(candidates.map { $0.lines.map(\.text) })
    }
    #expect(texts("Zubin Potok") == [["Zubin Potok"]])
    let long = texts("Khuraybat as Sūq al Gharbīyah")
    #expect(long.count == 2)
    #expect(long.allSatisfy { $0.joined(separator: " ") == "Khuraybat as Sūq al Gharbīyah" })
  }

  @Test func `a name inside an area touches no edge of it`() {
    let area = PixelArea(rings: [
      PixelBox(left: 0, top: 0, right: 120, bottom: 40).corners
    ])
    let candidates = LabelCandidates.inside(area, names: ["ZVEČAN"], style: style)
    #expect(!candidates.isEmpty)
    #expect(candidates.allSatisfy { area.contains($0.box.bounds) })
    #expect(LabelCandidates.inside(area, names: ["SEVERNA MITROVICA"], style: style).isEmpty)
  }
}
