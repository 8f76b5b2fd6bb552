import NamedSeeds
import SimpleFeatures
import Testing

@testable import Cartography

@Suite("Where furniture stands") struct FurnitureTests {
  private let window = PixelBox(left: 0, top: 0, right: 600, bottom: 400)

  private func costs(_ items: [(Double, PixelBox)]) -> SheetCost {
    var costs = SheetCost(window: window, cell: 10)
    for (cost, box) in items { costs.add(cost, over: box) }
    costs.finish()
    return costs
  }

  private func placement(
    _ items: [(Double, PixelBox)] = [], circles: [PixelCircle] = []
  ) -> FurniturePlacement {
    FurniturePlacement(window: window, circles: circles, costs: costs(items), gap: 10)
  }

  @Test(arguments: Seed.allCases)
  func `the cost of a box is the sum of what lies in it`(seed: Seed) {
    var generator = seed.generator
    let items = (0..<40).map { _ in
      // On whole cells, where sums are exact.
      let (x, y) = (
        Double(Int.random(in: 0..<58, using: &generator) * 10),
        Double(Int.random(in: 0..<38, using: &generator) * 10)
      )
      return (
        Double(Int.random(in: 1...9, using: &generator)),
        PixelBox(left: x, top: y, right: x + 10, bottom: y + 10)
      )
    }
    let costs = costs(items)
    for _ in 0..<50 {
      let (x, y) = (
        Double(Int.random(in: 0..<50, using: &generator) * 10),
        Double(Int.random(in: 0..<30, using: &generator) * 10)
      )
      let box = PixelBox(left: x, top: y, right: x + 100, bottom: y + 80)
      let sum = items.filter { box.contains($0.1) }.reduce(0) { $0 + $1.0 }
      #expect((costs.cost(of: box) - sum).magnitude < 1e-9)
    }
  }

  @Test func `lines and areas cost what they are long and large`() {
    var costs = SheetCost(window: window, cell: 10)
    costs.add(1, along: [[PixelPoint(x: 0, y: 205), PixelPoint(x: 600, y: 205)]])
    let square = [(300.0, 0.0), (400, 0), (400, 100), (300, 100)]
      .map { PixelPoint(x: $0.0, y: $0.1) }
    costs.add(1, in: PixelArea(rings: [square]))
    costs.finish()
    #expect((costs.cost(of: window) - 60 - 100).magnitude < 1e-6)
    let left = PixelBox(left: 0, top: 0, right: 300, bottom: 400)
    #expect((costs.cost(of: left) - 30).magnitude < 1e-6)
  }

  @Test func `the first corner is taken where nothing is hidden`() {
    var placement = placement()
    let first = placement.place(width: 100, height: 50, preferring: [.topRight, .topLeft])
    #expect(first == PixelBox(left: 490, top: 10, right: 590, bottom: 60))
    let second = placement.place(width: 100, height: 50, preferring: [.topRight, .topLeft])
    #expect(second?.left == 10)
  }

  @Test func `a town moves furniture to another corner, an incident by force`() throws {
    let town = (1.0, PixelBox(left: 500, top: 20, right: 560, bottom: 40))
    var first = placement([town])
    let beside = first.place(width: 100, height: 50, preferring: [.topRight, .topLeft])
    #expect(beside?.left == 10)
    let circles = [(560.0, 40.0), (40, 40), (560, 360), (40, 360)].map {
      PixelCircle(center: PixelPoint(x: $0.0, y: $0.1), radius: 5)
    }
    var second = placement(circles: circles)
    let place = second.place(
      width: 100, height: 50, preferring: FurniturePlacement.Corner.allCases)
    let box = try #require(place)
    #expect(!circles.contains { box.overlaps($0) })
    #expect(box.left > 10 && box.right < 590 || box.top > 10 && box.bottom < 390)
  }

  @Test func `a legend gets another column where that hides less`() {
    let incident = PixelCircle(center: PixelPoint(x: 550, y: 150), radius: 5)
    let forms = [(width: 100.0, height: 200.0), (width: 200, height: 100)]
    var placement = placement(circles: [incident])
    let place = placement.place(forms, preferring: [.topRight])
    #expect(place?.form == 1)
    #expect(place?.box.right == 590 && place?.box.top == 10)
  }

  @Test func `where every place would hide an incident there is none`() {
    let circles = (0...30).flatMap { column in
      (0...20).map { row in
        PixelCircle(center: PixelPoint(x: Double(column) * 20, y: Double(row) * 20), radius: 3)
      }
    }
    var placement = placement(circles: circles)
    let place = placement.place(
      width: 100, height: 50, preferring: FurniturePlacement.Corner.allCases)
    #expect(place == nil)
  }

  @Test func `the far side of a ball is not seen, and what crosses the rim follows it`() throws {
    let view = SphereView(
      center: PixelPoint(x: 50, y: 50), radius: 40, over: Position(longitude: 0, latitude: 0))
    #expect(view.pixel(Position(longitude: 0, latitude: 0)) == PixelPoint(x: 50, y: 50))
    #expect(view.pixel(Position(longitude: 100, latitude: 0)) == nil)
    let east = try #require(view.pixel(Position(longitude: 30, latitude: 0)))
    #expect((east.x - 70).magnitude < 1e-9)
    let band = [(60.0, -50.0), (120, -50), (120, 50), (60, 50)].map {
      Position(longitude: $0.0, latitude: $0.1)
    }
    let ring = view.ring(band)
    let radii = ring.map { $0.distance(to: view.center) }
    #expect(radii.allSatisfy { $0 <= 40.001 })
    #expect(radii.count { $0 > 39.99 } > 8, "the seam runs along the rim")
    #expect(
      view.ring(band.map { Position(longitude: $0.longitude + 60, latitude: $0.latitude) }) == [])
  }
}
