import Geodesy
import NamedSeeds
import SimpleFeatures
import Testing

@Suite("Properties of geodesics")
struct GeodesicPropertyTests {
  private let geodesic = Geodesic.wgs84

  @Test(arguments: Seed.allCases)
  func `there and back are the same length`(_ seed: Seed) {
    var generator = seed.generator
    for _ in 0..<500 {
      let start = Position.random(using: &generator)
      let end = Position.random(using: &generator)
      let there = geodesic.distance(from: start, to: end).value
      let back = geodesic.distance(from: end, to: start).value
      #expect(abs(there - back) < 1e-8)
    }
  }

  @Test(arguments: Seed.allCases)
  func `no detour is shorter than the geodesic`(_ seed: Seed) {
    var generator = seed.generator
    for _ in 0..<500 {
      let start = Position.random(using: &generator)
      let middle = Position.random(using: &generator)
      let end = Position.random(using: &generator)
      let straight = geodesic.distance(from: start, to: end).value
      let detour =
        geodesic.distance(from: start, to: middle).value
        + geodesic.distance(from: middle, to: end).value
      #expect(straight <= detour + 1e-8)
    }
  }

  @Test(arguments: Seed.allCases)
  func `the destination lies where the inverse looks for it`(_ seed: Seed) {
    var generator = seed.generator
    for _ in 0..<500 {
      let start = Position.random(using: &generator)
      let azimuth = Double.random(in: 0..<360, using: &generator)
      let distance = Meters(.random(in: 1...1_000_000, using: &generator))
      let end = geodesic.destination(from: start, azimuth: azimuth, distance: distance)
      let inverse = geodesic.inverse(from: start, to: end)
      #expect(abs(inverse.distance.value - distance.value) < 1e-7)
      let again = geodesic.destination(
        from: start, azimuth: inverse.azimuth, distance: inverse.distance)
      #expect(geodesic.distance(from: end, to: again).value < 1e-7)
    }
  }

  @Test(arguments: Seed.allCases)
  func `azimuths lie in one turn`(_ seed: Seed) {
    var generator = seed.generator
    for _ in 0..<500 {
      let inverse = geodesic.inverse(
        from: .random(using: &generator), to: .random(using: &generator))
      #expect((0..<360).contains(inverse.azimuth))
      #expect((0..<360).contains(inverse.finalAzimuth))
    }
  }
}
