import Geodesy
import NamedSeeds
import SimpleFeatures
import Testing

@Suite("Clusters by density")
struct DensityClustersTests {
  @Test(arguments: Seed.allCases)
  func `clusters are those of the definition`(_ seed: Seed) {
    var generator = seed.generator
    for count in [1, 40, 250] {
      let positions = mixedPositions(count, using: &generator)
      let index = GeodesicIndex(positions)
      let distances = Self.distances(between: positions)
      for radius in [0, 0.02, 800, 3000, 40_000, 3e6, 2.1e7] {
        let minimumCount = [1, 2, 4, 9].randomElement(using: &generator) ?? 1
        let clusters = DensityClusters(
          of: index, radius: Meters(radius), minimumCount: minimumCount)
        let expected = Self.clusters(
          distances: distances, radius: radius, minimumCount: minimumCount)
        #expect(clusters.numbers == expected)
        #expect(clusters.count == Set(expected.compactMap(\.self)).count)
      }
    }
  }

  @Test(arguments: Seed.allCases)
  func `many blocks have the same clusters as few`(_ seed: Seed) {
    var generator = seed.generator
    let center = Position(longitude: 179.99, latitude: 60)
    let positions = (0..<800).map { _ in
      Position.random(around: center, degrees: 0.1, using: &generator)
    }
    let index = GeodesicIndex(positions)
    let distances = Self.distances(between: positions)
    for (radius, minimumCount) in [(200.0, 2), (350, 4), (600, 8), (1200, 20)] {
      let clusters = DensityClusters(of: index, radius: Meters(radius), minimumCount: minimumCount)
      #expect(
        clusters.numbers
          == Self.clusters(distances: distances, radius: radius, minimumCount: minimumCount))
    }
  }

  @Test func `a chain holds together across the antimeridian and around the pole`() {
    let parallel = (0..<360).map { Position(longitude: Double($0) - 180, latitude: 89) }
    let clusters = DensityClusters(
      of: GeodesicIndex(parallel), radius: .kilometers(2), minimumCount: 3)
    #expect(clusters.count == 1)
    #expect(clusters.numbers.allSatisfy { $0 == 0 })
    let gap = DensityClusters(
      of: GeodesicIndex(Array(parallel[..<180]) + [Position(longitude: 90, latitude: 89)]),
      radius: .kilometers(2), minimumCount: 3)
    #expect(gap.count == 1)
    #expect(gap.numbers.last == .some(nil))
  }

  @Test func `coincident positions are counted each`() {
    let town = Position(longitude: 20.8, latitude: 43.1)
    let positions =
      [Position](repeating: town, count: 20_000) + [
        Position(longitude: 20.800_1, latitude: 43.1), Position(longitude: 22, latitude: 43.1),
        Position(longitude: 22, latitude: 43.1), Position(longitude: .nan, latitude: 43.1),
      ]
    let index = GeodesicIndex(positions)
    let clusters = DensityClusters(of: index, radius: Meters(100), minimumCount: 3)
    #expect(clusters.count == 1)
    #expect(clusters.numbers[..<20_001].allSatisfy { $0 == 0 })
    #expect(clusters.numbers[20_001...].allSatisfy { $0 == nil })
    let exact = DensityClusters(of: index, radius: Meters(0), minimumCount: 2)
    #expect(exact.count == 2)
    #expect(exact.numbers[20_000] == nil && exact.numbers[20_001] == 1)
  }

  @Test(arguments: [(114.0, 1), (112, 0)])
  func `a position between two clusters is of the nearer`(place: Double, cluster: Int) {
    let positions = [0, 5, 10, 15, 210, 215, 220, 225, place].map { meters in
      Geodesic.wgs84.destination(
        from: Position(longitude: 20, latitude: 0), azimuth: 90, distance: Meters(meters))
    }
    let clusters = DensityClusters(
      of: GeodesicIndex(positions), radius: Meters(100), minimumCount: 4)
    #expect(clusters.numbers == [0, 0, 0, 0, 1, 1, 1, 1, cluster])
  }

  @Test func `nothing clusters within nothing`() {
    let none = DensityClusters(of: GeodesicIndex([]), radius: Meters(1), minimumCount: 1)
    #expect(none.count == 0 && none.numbers.isEmpty)
    for radius in [-1, Double.nan] {
      let negative = DensityClusters(
        of: GeodesicIndex(Position.remarkable), radius: Meters(radius), minimumCount: 1)
      #expect(negative.count == 0)
      #expect(negative.numbers == [Int?](repeating: nil, count: 10))
    }
  }

  /// All distances, from each position to each.
  private static func distances(between positions: [Position]) -> [[Double]] {
    positions.map { start in
      positions.map { Geodesic.wgs84.distance(from: start, to: $0).value }
    }
  }

  /// The definition, step by step.
  private static func clusters(
    distances: [[Double]], radius: Double, minimumCount: Int
  ) -> [Int?] {
    let places = distances.indices
    let neighbors = places.map { place in places.filter { distances[place][$0] <= radius } }
    let isCore = neighbors.map { $0.count >= minimumCount }
    var labels = [Int?](repeating: nil, count: distances.count)
    for place in places where isCore[place] && labels[place] == nil {
      var queue = [place]
      labels[place] = place
      while let next = queue.popLast() {
        for other in neighbors[next] where isCore[other] && labels[other] == nil {
          labels[other] = place
          queue.append(other)
        }
      }
    }
    let coreLabels = labels
    for place in places where !isCore[place] {
      let nearest = neighbors[place].filter { isCore[$0] }
        .min { (distances[place][$0], $0) < (distances[place][$1], $1) }
      labels[place] = nearest.flatMap { coreLabels[$0] }
    }
    var numbers: [Int: Int] = [:]
    return labels.map { label in
      label.map { label in
        let number = numbers[label] ?? numbers.count
        numbers[label] = number
        return number
      }
    }
  }
}
