import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing

@testable import Cartography

@Suite("Hexagons for crowds") struct IncidentBinTests {
  @Test(arguments: Seed.allCases)
  func `every incident is in one hexagon, the one whose middle is nearest`(seed: Seed) {
    var generator = seed.generator
    let points = (0..<300).map { _ in
      (
        pixel: PixelPoint(
          x: .random(in: 0...400, using: &generator), y: .random(in: 0...300, using: &generator)),
        type: Int.random(in: 0..<8, using: &generator)
      )
    }
    let bins = IncidentBin.bins(of: points, radius: 12)
    #expect(bins.reduce(0) { $0 + $1.total } == 300)
    for point in points {
      let own = HexagonCell(containing: point.pixel, radius: 12).center(radius: 12)
      let nearest = bins.map { $0.center.distance(to: point.pixel) }.min() ?? .infinity
      #expect(own.distance(to: point.pixel) <= nearest + 1e-9)
      #expect(own.distance(to: point.pixel) <= 12 + 1e-9)
    }
  }

  @Test func `a hexagon's area is proportional to its incidents`() {
    let outline = { (count: Int) in
      IncidentBin(center: PixelPoint(x: 0, y: 0), counts: [count])
        .outline(most: 100, radius: 12, least: 1)
    }
    #expect((outline(100).area / outline(25).area - 4).magnitude < 1e-9)
    #expect(outline(100).circumradius < 12)
  }

  @Test func `a hexagon has the colour of its most frequent type`() {
    let bin = IncidentBin(center: PixelPoint(x: 0, y: 0), counts: [1, 3, 3, 0, 0, 0, 0, 0])
    #expect(bin.type == .protests)
    #expect(bin.total == 7)
  }

  @Test func `a crowd is drawn as hexagons, and a vague place never is`() throws {
    var generator = Seed.gamma.generator
    var incidents = (0..<900).map { number in
      Samples.incident(
        "i-\(number)", longitude: .random(in: 20.4...21.4, using: &generator),
        latitude: .random(in: 42.5...43.2, using: &generator))
    }
    incidents.append(Samples.incident("i-vague", precision: .municipality))
    let map = try RegionMap(
      MapContent(layers: Samples.layers, incidents: incidents), options: MapOptions(title: ""))
    let drawn = map.sheet.incidents
    #expect(drawn.bins.reduce(0) { $0 + $1.total } == 900)
    #expect(drawn.clusters.flatMap(\.marks).map(\.index) == [900])
    let text = String(decoding: map.svg(), as: UTF8.self)
    #expect(text.contains("Incidents in a hexagon") && text.contains("id=\"i-vague\""))
  }
}
