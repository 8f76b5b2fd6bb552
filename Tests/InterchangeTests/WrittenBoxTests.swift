import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing

@testable import Interchange

@Suite("Box of what is written")
struct WrittenBoxTests {
  func box(around positions: [Position]) -> BoundingBox? {
    var box = WrittenBox()
    positions.forEach { box.add($0) }
    return box.box
  }

  // RFC 7946 §5.2: Fiji lies in [177.0, -20.0, -178.0, -16.0].
  @Test func `the box of Fiji crosses the antimeridian`() {
    let box = self.box(around: [
      Position(longitude: 177, latitude: -20), Position(longitude: -178, latitude: -16),
    ])
    #expect(box == BoundingBox(west: 177, south: -20, east: -178, north: -16))
  }

  @Test func `a box that need not cross does not`() {
    let box = self.box(around: [
      Position(longitude: 20.8028, latitude: 43.1039), Position(longitude: -74, latitude: 40.7),
    ])
    #expect(box == BoundingBox(west: -74, south: 40.7, east: 20.8028, north: 43.1039))
    #expect(self.box(around: []) == nil)
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
      let box = try #require(self.box(around: positions))
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

  @Test func `points are taken as they are written, those that are none are not`() {
    var box = WrittenBox()
    for (longitude, radius) in [(20.8404, 2000.0), (20.84051, 50), (.nan, 10), (181, 10)] {
      Sample.incident(at: Position(longitude: longitude, latitude: 42.90754), within: radius)
        .send([], to: &box)
    }
    #expect(box.box == BoundingBox(west: 20.84, south: 42.90754, east: 20.84051, north: 42.908))
    Sample.bare.send([], to: &box)
    #expect(box.box?.west == 20.84)
  }

  @Test func `the poles and both sides of the antimeridian are points like others`() {
    let corners = [-180.0, 180].flatMap { longitude in
      [-90.0, 90].map { Position(longitude: longitude, latitude: $0) }
    }
    #expect(box(around: corners) == BoundingBox(west: 180, south: -90, east: -180, north: 90))
  }

  @Test(arguments: Seed.allCases)
  func `the order of the points does not matter`(_ seed: Seed) {
    var generator = seed.generator
    let positions = (0..<2000).map { _ in
      Position(
        longitude: Double.random(in: -180...180, using: &generator),
        latitude: Double.random(in: -90...90, using: &generator))
    }
    #expect(box(around: positions) == box(around: positions.shuffled(using: &generator)))
  }
}
