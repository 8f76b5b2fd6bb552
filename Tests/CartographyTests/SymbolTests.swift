import IncidentModel
import Testing

@testable import Cartography

@Suite("Symbols") struct SymbolTests {
  private func area(of corners: [PixelPoint]) -> Double {
    zip(corners, corners.dropFirst() + corners.prefix(1))
      .reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }.magnitude / 2
  }

  @Test(arguments: EventSymbol.Shape.allCases.filter { $0 != .circle }, [10.0, 400])
  func `every shape covers the area that it stands for`(
    shape: EventSymbol.Shape, wanted: Double
  ) {
    let outline = SymbolOutline(shape: shape, area: wanted)
    let center = PixelPoint(x: 30, y: 40)
    let corners = outline.corners(around: center)
    #expect((area(of: corners) - wanted).magnitude < 1e-9 * wanted)
    let reach = corners.map { $0.distance(to: center) }.max() ?? 0
    #expect((reach - outline.circumradius).magnitude < 1e-9)
  }

  @Test func `a circle covers the area that it stands for`() {
    let radius = SymbolOutline(shape: .circle, area: 314).circumradius
    #expect((.pi * radius * radius - 314).magnitude < 1e-9)
  }

  @Test func `area is proportional to the measure, not the radius`() {
    var large = Samples.incident("a")
    large.injured = Count(low: 80, best: 80, high: 80)
    let points = ListedIncidents([large]).points(sizedBy: .injured).points
    #expect(points[0].value == 80)
    let scale = SymbolScale(measure: .injured, largest: 80, scale: 1)
    #expect((scale.area(of: 80) / scale.area(of: 20) - 4).magnitude < 1e-9)
  }

  @Test func `what is not stated is drawn small, not left out`() {
    let points = ListedIncidents([Samples.incident("a")]).points(sizedBy: .killed).points
    #expect(points[0].value == nil)
    let scale = SymbolScale(measure: .killed, largest: 0, scale: 1)
    #expect(scale.area(of: nil) == scale.leastArea)
    #expect(scale.leastArea > 0)
  }

  @Test(arguments: [(82, [50, 12, 2]), (1, [1]), (0, []), (9, [5, 1]), (1000, [1000, 250, 50])])
  func `the legend's sizes are round and not above the largest`(largest: Int, examples: [Int]) {
    #expect(Legend.examples(upTo: largest) == examples)
  }
}
