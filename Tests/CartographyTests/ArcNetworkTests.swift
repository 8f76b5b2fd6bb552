import NamedSeeds
import SimpleFeatures
import Testing
import Topology

@testable import Cartography

@Suite("Shared arcs") struct ArcNetworkTests {
  struct Edge: Hashable {
    var a: PixelPoint
    var b: PixelPoint

    init(_ a: PixelPoint, _ b: PixelPoint) {
      (self.a, self.b) = (a.x, a.y) < (b.x, b.y) ? (a, b) : (b, a)
    }
  }

  private func network(_ rings: [[PixelPoint]]) -> ArcNetwork {
    ArcNetwork(rings.map { ($0, true) })
  }

  private func points(_ pairs: [(Double, Double)]) -> [PixelPoint] {
    pairs.map { PixelPoint(x: $0.0, y: $0.1) }
  }

  /// How often each edge is drawn.
  private func uses(of rings: [[PixelPoint]]) -> [Edge: Int] {
    var uses: [Edge: Int] = [:]
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
        uses[Edge(a, b), default: 0] += 1
      }
    }
    return uses
  }

  private func fault(of rings: [[PixelPoint]]) -> ValidityFault? {
    let closed = rings.map { ring in
      (ring + ring.prefix(1)).map { Position(longitude: $0.x, latitude: $0.y) }
    }
    return PlanarTopology.validityFault(
      of: .polygon(Polygon(exterior: closed[0], interiors: Array(closed.dropFirst()))))
  }

  @Test func `two squares side by side share one arc and have one each`() {
    let west = points([(0, 0), (1, 0), (1, 1), (0, 1)])
    let east = points([(1, 0), (2, 0), (2, 1), (1, 1)])
    let network = network([west, east])
    #expect(network.arcs.count == 3)
    let shared = Set(network.passages[0].map(\.arc)).intersection(network.passages[1].map(\.arc))
    #expect(shared.count == 1)
    #expect(shared.first.map { Set(network.arcs[$0]) } == Set(points([(1, 0), (1, 1)])))
  }

  @Test func `an island and the hole around it are one arc, wherever they begin`() {
    let island = points([(0, 0), (1, 0), (2, 1), (0, 1)])
    let hole = points([(2, 1), (1, 0), (0, 0), (0, 1)])
    let network = network([island, hole])
    #expect(network.arcs.count == 1)
    #expect(network.passages.map(\.count) == [1, 1])
    #expect(network.passages[0][0].isReversed != network.passages[1][0].isReversed)
  }

  @Test func `a line that ends on a ring makes a junction there`() {
    let ring = points([(0, 0), (4, 0), (4, 4), (0, 4)])
    let network = ArcNetwork([(ring, true), (points([(4, 4), (9, 9)]), false)])
    #expect(network.arcs.count == 2)
    #expect(network.arcs[0].first == PixelPoint(x: 4, y: 4))
    #expect(network.arcs[0].last == PixelPoint(x: 4, y: 4))
  }

  @Test(arguments: Seed.allCases)
  func `unchanged arcs give the same rings`(seed: Seed) {
    let coverage = Coverage(seed, cells: 5, side: 300, depth: 4)
    let network = network(coverage.rings)
    let again = network.lines(through: network.arcs)
    #expect(again.map(\.count) == coverage.rings.map(\.count))
    #expect(uses(of: again) == uses(of: coverage.rings))
  }

  @Test(arguments: Seed.allCases, [0.25, 1, 4])
  func `simplified neighbours share every edge, and no ring crosses itself or its holes`(
    seed: Seed, tolerance: Double
  ) throws {
    let coverage = Coverage(seed, cells: 5, side: 300, depth: 7)
    #expect(coverage.areas.allSatisfy { fault(of: $0) == nil })
    let network = network(coverage.rings)
    let rings = network.lines(through: try network.simplifiedArcs(within: tolerance))
    let simplified = coverage.with(rings)
    #expect(uses(of: rings).values.allSatisfy { $0 == 2 })
    #expect(rings.joined().count < coverage.rings.joined().count / 2)
    #expect(rings.allSatisfy { $0.count >= 3 })
    for (before, after) in zip(coverage.areas, simplified.areas) {
      #expect(fault(of: after) == nil)
      for (a, b) in zip(before, after) {
        #expect(abs(a.doubledArea - b.doubledArea) / 2 <= tolerance * a.perimeter)
      }
    }
  }

  @Test(arguments: Seed.allCases)
  func `thinned neighbours share every edge`(seed: Seed) {
    let coverage = Coverage(seed, cells: 5, side: 300, depth: 7)
    let rings = network(coverage.rings).simplified(to: .thinned).filter { $0.count > 2 }
    #expect(rings.joined().count < coverage.rings.joined().count * 2 / 3)
    #expect(uses(of: rings).values.allSatisfy { $0 == 2 })
  }

  @Test func `two arcs with the same ends keep an area between them`() throws {
    let lens = points([(0, 0), (5, 0.3), (10, 0), (5, -0.3)])
    let above = points([(0, 0), (5, 0.3), (10, 0), (5, 9)])
    let below = points([(0, 0), (5, -0.3), (10, 0), (5, -9)])
    let network = network([lens, above, below])
    let rings = network.lines(through: try network.simplifiedArcs(within: 1))
    #expect(abs(rings[0].doubledArea) > 1)
    #expect(uses(of: rings).values.filter { $0 == 2 }.count == 4)
  }

  @Test func `detail is left out only where the sheet cannot show it`() {
    let sheet = PixelBox(left: 0, top: 0, right: 1000, bottom: 1000)
    func line(_ count: Int) -> [PixelPoint] {
      (0..<count).map { PixelPoint(x: 1000 * Double($0) / Double(count), y: 500) }
    }
    #expect(ArcNetwork.Detail(of: [line(200)], on: sheet) == nil)
    #expect(ArcNetwork.Detail(of: [line(600)], on: sheet) == nil)
    #expect(ArcNetwork.Detail(of: [line(3000)], on: sheet) == .thinned)
    #expect(ArcNetwork.Detail(of: [line(60_000)], on: sheet) == .simplified)
    #expect(
      ArcNetwork.Detail(of: [line(60_000).map { $0 + PixelPoint(x: 5000, y: 0) }], on: sheet) == nil
    )
  }
}
