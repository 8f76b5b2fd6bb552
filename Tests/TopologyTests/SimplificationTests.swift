import SimpleFeatures
import Testing
import Topology

@Suite("Simplification") struct SimplificationTests {
  private func line(_ pairs: [(Double, Double)]) -> [PlanarPosition] {
    pairs.map { PlanarPosition(easting: $0.0, northing: $0.1) }
  }

  @Test func `vertices within the tolerance are left out, ends are kept`() throws {
    let bent = line([(0, 0), (1, 0.1), (2, -0.1), (3, 5), (4, 6), (5, 7), (6, 8.1), (7, 9)])
    #expect(
      try PlanarTopology.simplified([bent], within: 0.2) == [
        line([(0, 0), (2, -0.1), (3, 5), (7, 9)])
      ])
  }

  @Test func `a line is not laid over one that it goes around`() throws {
    let around = line([(0, 0), (4, 0.5), (5, 1), (6, 0.5), (10, 0)])
    let below = line([(5, -3), (5, 0.9)])
    let alone = try PlanarTopology.simplified([around], within: 2)
    let together = try PlanarTopology.simplified([around, below], within: 2)
    #expect(alone == [line([(0, 0), (10, 0)])])
    #expect(together[0].contains(PlanarPosition(easting: 5, northing: 1)))
    #expect(together[1] == below)
  }

  @Test func `a closed line keeps an area`() throws {
    let ring = line(
      (0...36).map { step in
        let quarter = Double(step % 36) / 9
        return (quarter < 2 ? quarter : 4 - quarter, (quarter - 1).magnitude)
      })
    let simplified = try PlanarTopology.simplified([ring], within: 100)
    #expect(simplified[0].count >= 4)
    #expect(simplified[0].first == simplified[0].last)
  }

  @Test func `a line of one position is refused`() {
    #expect(throws: TopologyError.self) {
      try PlanarTopology.simplified([line([(0, 0)])], within: 1)
    }
  }

  @Test func `no lines are no lines`() throws {
    #expect(try PlanarTopology.simplified([], within: 1).isEmpty)
  }
}
