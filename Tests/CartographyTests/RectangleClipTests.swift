import NamedSeeds
import Testing

@testable import Cartography

@Suite("Cutting to the frame") struct RectangleClipTests {
  private let box = PixelBox(left: 0, top: 0, right: 10, bottom: 10)

  private func points(_ pairs: [(Double, Double)]) -> [PixelPoint] {
    pairs.map { PixelPoint(x: $0.0, y: $0.1) }
  }

  @Test func `a line that leaves and comes back is cut in two`() {
    let line = points([(2, 5), (12, 5), (12, 8), (2, 8)])
    #expect(
      RectangleClip.line(line, to: box)
        == [points([(2, 5), (10, 5)]), points([(10, 8), (2, 8)])])
  }

  @Test func `a line past a corner leaves nothing`() {
    #expect(RectangleClip.line(points([(-3, 2), (2, -3)]), to: box).isEmpty)
  }

  @Test func `a ring around the box becomes the box`() {
    let ring = points([(-5, -5), (15, -5), (15, 15), (-5, 15)])
    let cut = RectangleClip.ring(ring, to: box)
    #expect(Set(cut) == Set(box.corners))
  }

  @Test func `a ring inside is left as it is and one outside vanishes`() {
    let inside = points([(1, 1), (2, 1), (2, 2)])
    #expect(RectangleClip.ring(inside, to: box) == inside)
    #expect(RectangleClip.ring(points([(11, 1), (12, 1), (12, 2)]), to: box).isEmpty)
  }

  @Test(arguments: Seed.allCases)
  func `no cut point lies outside`(seed: Seed) {
    var generator = seed.generator
    for _ in 0..<60 {
      let ring = (0..<6).map { _ in
        PixelPoint(
          x: .random(in: -10...20, using: &generator), y: .random(in: -10...20, using: &generator))
      }
      let wide = box.expanded(by: 1e-9)
      #expect(RectangleClip.ring(ring, to: box).allSatisfy(wide.contains))
      #expect(RectangleClip.line(ring, to: box).joined().allSatisfy(wide.contains))
    }
  }
}
