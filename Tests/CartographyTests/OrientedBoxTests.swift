import NamedSeeds
import Testing

@testable import Cartography

@Suite("Turned boxes") struct OrientedBoxTests {
  @Test func `a turned box leaves the corners of its hull free`() {
    let river = OrientedBox(
      center: PixelPoint(x: 50, y: 50), width: 80, height: 10, rotation: 45)
    let corner = OrientedBox(PixelBox(left: 20, top: 65, right: 40, bottom: 80))
    #expect(river.bounds.overlaps(corner.bounds))
    #expect(!river.overlaps(corner) && !corner.overlaps(river))
    #expect(river.overlaps(OrientedBox(PixelBox(left: 60, top: 60, right: 70, bottom: 70))))
  }

  @Test(arguments: Seed.allCases)
  func `two boxes overlap where a point of one lies in the other`(seed: Seed) {
    var generator = seed.generator
    func box() -> OrientedBox {
      OrientedBox(
        center: PixelPoint(
          x: .random(in: 0...60, using: &generator), y: .random(in: 0...60, using: &generator)),
        width: .random(in: 5...40, using: &generator),
        height: .random(in: 5...40, using: &generator),
        rotation: .random(in: -90...90, using: &generator))
    }
    for _ in 0..<300 {
      let (a, b) = (box(), box())
      #expect(a.overlaps(b) == b.overlaps(a))
      var hasCommonPoint = false
      for column in stride(from: -30.0, to: 90, by: 0.5) where !hasCommonPoint {
        for row in stride(from: -30.0, to: 90, by: 4) {
          let point = PixelPoint(x: column, y: row)
          if a.distance(to: point) == 0, b.distance(to: point) == 0 { hasCommonPoint = true }
        }
      }
      if hasCommonPoint { #expect(a.overlaps(b)) }
      let apart = a.center.distance(to: b.center)
      if apart > 57 { #expect(!a.overlaps(b)) }
      #expect(a.corners.allSatisfy { a.distance(to: $0) < 1e-9 })
    }
  }
}
