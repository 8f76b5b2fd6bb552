import NamedSeeds
import SimpleFeatures
import Testing

@testable import Interchange

@Suite("Narrowest bounding box")
struct BoundingBoxTests {
  // RFC 7946 §5.2: Fiji lies in [177.0, -20.0, -178.0, -16.0].
  @Test func `the box of Fiji crosses the antimeridian`() {
    let box = BoundingBox(narrowestAround: [
      Position(longitude: 177, latitude: -20), Position(longitude: -178, latitude: -16),
    ])
    #expect(box == BoundingBox(west: 177, south: -20, east: -178, north: -16))
  }

  @Test func `a box that need not cross does not`() {
    let box = BoundingBox(narrowestAround: [
      Position(longitude: 20.8028, latitude: 43.1039), Position(longitude: -74, latitude: 40.7),
    ])
    #expect(box == BoundingBox(west: -74, south: 40.7, east: 20.8028, north: 43.1039))
    #expect(BoundingBox(narrowestAround: []) == nil)
  }

  @Test(arguments: Seed.allCases)
  func `every position lies in the box and no box is wider than need be`(_ seed: Seed) throws {
    var generator = seed.generator
    for _ in 0..<300 {
      let positions = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        Position(
          longitude: Double.random(in: -180...180, using: &generator),
          latitude: Double.random(in: -90...90, using: &generator))
      }
      let box = try #require(BoundingBox(narrowestAround: positions))
      #expect(positions.allSatisfy(box.contains))
      let width = box.crossesAntimeridian ? box.east + 360 - box.west : box.east - box.west
      for start in positions {
        let reach = positions.map { other in
          let east = other.longitude - start.longitude
          return east < 0 ? east + 360 : east
        }
        #expect(width <= (reach.max() ?? 0) + 1e-9)
      }
    }
  }
}
