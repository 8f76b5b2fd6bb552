import Geodesy
import NamedSeeds
import SimpleFeatures
import Testing

@Suite("Index of positions")
struct GeodesicIndexTests {
  @Test(arguments: Seed.allCases)
  func `what lies within a radius is what PROJ says, anywhere`(_ seed: Seed) {
    var generator = seed.generator
    for count in [1, 8, 9, 257, 2000] {
      let positions = mixedPositions(count, using: &generator)
      let index = GeodesicIndex(positions)
      for round in 0..<24 {
        let center =
          round.isMultiple(of: 2)
          ? positions.randomElement(using: &generator) ?? Position.remarkable[0]
          : Position.random(using: &generator)
        let radius = Meters(
          [0, 0.01, 1000, 20_000, 1e6, 9e6, 1.79e7, 1.95e7, 1.999e7].randomElement(
            using: &generator)
            ?? 0)
        let expected = Self.neighbors(of: center, in: positions).filter { $0.distance <= radius }
        #expect(index.neighbors(within: radius, of: center) == expected)
        #expect(index.indices(within: radius, of: center) == expected.map(\.index).sorted())
        #expect(index.count(within: radius, of: center) == expected.count)
      }
    }
  }

  @Test(arguments: Seed.allCases)
  func `a position found at its own distance is within it`(_ seed: Seed) {
    var generator = seed.generator
    let positions = mixedPositions(1000, using: &generator)
    let index = GeodesicIndex(positions)
    for center in Position.remarkable {
      for neighbor in Self.neighbors(of: center, in: positions).prefix(30) {
        #expect(index.indices(within: neighbor.distance, of: center).contains(neighbor.index))
        let shorter = Meters(neighbor.distance.value.nextDown)
        #expect(!index.indices(within: shorter, of: center).contains(neighbor.index))
      }
    }
  }

  @Test func `an index of nothing finds nothing`() {
    let index = GeodesicIndex([])
    #expect(index.count(within: .kilometers(30_000), of: Position.remarkable[0]) == 0)
    #expect(index.indices(within: .kilometers(30_000), of: Position.remarkable[0]).isEmpty)
    #expect(
      GeodesicIndex([Position(longitude: .nan, latitude: 0)]).count(
        within: .kilometers(30_000), of: Position.remarkable[0]) == 0)
  }

  @Test func `a radius below zero or none finds nothing, beyond half the earth all`() {
    let index = GeodesicIndex(Position.remarkable + [Position(longitude: 0, latitude: 91)])
    for center in Position.remarkable {
      for radius in [-1, -Double.infinity, .nan] {
        #expect(index.count(within: Meters(radius), of: center) == 0)
      }
      #expect(index.indices(within: Meters(0), of: center).count == 1)
      for radius in [20_003_931.459, 3e7, .infinity] {
        #expect(index.indices(within: Meters(radius), of: center) == Array(0..<10))
      }
    }
    let nowhere = Position(longitude: 0, latitude: .nan)
    #expect(index.count(within: .kilometers(30_000), of: nowhere) == 0)
  }

  @Test func `positions without geodesics are passed over, wherever they stand`() {
    let nowhere = Position(longitude: .nan, latitude: 0)
    let somewhere = Position(longitude: 20, latitude: 43)
    for pattern in 0..<64 {
      let isPlace = (0..<6).map { pattern >> $0 & 1 == 1 }
      let index = GeodesicIndex(isPlace.map { $0 ? somewhere : nowhere })
      let places = isPlace.indices.filter { isPlace[$0] }
      #expect(index.indices(within: Meters(0), of: somewhere) == places)
      #expect(index.nearest(6, to: somewhere).map(\.index) == places)
    }
  }

  @Test func `a pole is one place, and so is the antimeridian`() {
    let index = GeodesicIndex([
      Position(longitude: 0, latitude: 90), Position(longitude: 123, latitude: 90),
      Position(longitude: 180, latitude: 1), Position(longitude: -180, latitude: 1),
      Position(longitude: 540, latitude: 1),
    ])
    #expect(index.indices(within: Meters(0), of: Position(longitude: 7, latitude: 90)) == [0, 1])
    #expect(
      index.indices(within: Meters(0), of: Position(longitude: 180, latitude: 1)) == [2, 3, 4])
  }

  @Test(arguments: Seed.allCases)
  func `the order of the positions changes nothing but the indices`(_ seed: Seed) {
    var generator = seed.generator
    let positions = mixedPositions(2000, using: &generator)
    let shuffled = positions.shuffled(using: &generator)
    let first = GeodesicIndex(positions)
    let second = GeodesicIndex(shuffled)
    for center in Position.remarkable {
      for radius in [Meters(500), .kilometers(20), .kilometers(3000)] {
        let distances = first.neighbors(within: radius, of: center).map(\.distance)
        #expect(second.neighbors(within: radius, of: center).map(\.distance) == distances)
      }
    }
  }

  @Test(arguments: Seed.allCases)
  func `the nearest are the nearest, in the order of their geodesics`(_ seed: Seed) {
    var generator = seed.generator
    for count in [1, 9, 300, 2000] {
      let positions = mixedPositions(count, using: &generator)
      let index = GeodesicIndex(positions)
      for round in 0..<20 {
        let center =
          round < 10 ? Position.remarkable[round] : Position.random(using: &generator)
        let expected = Self.neighbors(of: center, in: positions)
        let number = [1, 2, 10, 100, 3000].randomElement(using: &generator) ?? 1
        #expect(index.nearest(number, to: center) == Array(expected.prefix(number)))
        let odd = expected.filter { $0.index % 2 == 1 }
        #expect(index.nearest(number, to: center) { $0 % 2 == 1 } == Array(odd.prefix(number)))
      }
    }
  }

  @Test func `nothing is nearest to nowhere, and none is none`() {
    let index = GeodesicIndex(Position.remarkable)
    #expect(index.nearest(0, to: Position.remarkable[0]).isEmpty)
    #expect(index.nearest(-3, to: Position.remarkable[0]).isEmpty)
    #expect(index.nearest(3, to: Position(longitude: .nan, latitude: 0)).isEmpty)
    #expect(index.nearest(3, to: Position.remarkable[0]) { _ in false }.isEmpty)
    #expect(GeodesicIndex([]).nearest(3, to: Position.remarkable[0]).isEmpty)
  }

  @Test func `neighbours at one distance come by index`() {
    let index = GeodesicIndex([
      Position(longitude: 1, latitude: 0), Position(longitude: -1, latitude: 0),
      Position(longitude: 1, latitude: 0), Position(longitude: 0, latitude: 0),
    ])
    let nearest = index.nearest(3, to: Position(longitude: 0, latitude: 0))
    #expect(nearest.map(\.index) == [3, 0, 1])
  }

  /// The positions with geodesics, nearest first, by asking for each.
  static func neighbors(of center: Position, in positions: [Position]) -> [GeodesicNeighbor] {
    positions.indices.map {
      GeodesicNeighbor(
        index: $0, distance: Geodesic.wgs84.distance(from: center, to: positions[$0]))
    }
    .filter { !$0.distance.value.isNaN }.sorted()
  }
}
