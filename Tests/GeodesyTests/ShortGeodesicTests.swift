import NamedSeeds
import SimpleFeatures
import Testing

@testable import Geodesy

@Suite("Short geodesics")
struct ShortGeodesicTests {
  private let geodesic = Geodesic.wgs84

  @Test(arguments: Seed.allCases)
  func `a short geodesic is that of PROJ to a tenth of its bounds`(_ seed: Seed) throws {
    var generator = seed.generator
    var worst = (distance: 0.0, azimuth: 0.0)
    for round in 0..<60_000 {
      let start =
        round % 3 == 0 ? Position.remarkable[round / 3 % 10] : Position.random(using: &generator)
      let length = 49_999 * pow10(.random(in: -6...0, using: &generator))
      let azimuth = Double.random(in: 0..<360, using: &generator)
      let end = geodesic.destination(from: start, azimuth: azimuth, distance: Meters(length))
      let from = try #require(SurfacePoint(start))
      let to = try #require(SurfacePoint(end))
      let short = try #require(ShortGeodesic(from: from, to: to))
      let exact = geodesic.inverse(from: start, to: end)
      worst.distance = max(
        worst.distance,
        abs(short.distance - exact.distance.value) / ShortGeodesic.distanceError)
      let off = abs((short.azimuth - exact.azimuth).remainder(dividingBy: 360))
      worst.azimuth = max(worst.azimuth, off / short.azimuthError)
    }
    #expect(worst.distance < 0.1)
    #expect(worst.azimuth < 0.1)
  }

  @Test func `the azimuth of a direction is its angle`() {
    for step in 0..<36_000 {
      let degrees = Double(step) / 100
      let direction = SineAndCosine(degrees: degrees)
      let azimuth = ShortGeodesic.azimuth(
        north: direction.cosine * 1e3, east: direction.sine * 1e3)
      #expect(abs((azimuth - degrees).remainder(dividingBy: 360)) < 1e-13)
      #expect((0..<360).contains(azimuth))
    }
  }

  @Test(arguments: Seed.allCases)
  func `neighbours have the order and the digits of PROJ`(_ seed: Seed) {
    var generator = seed.generator
    for round in 0..<40 {
      let positions = mixedPositions(400, using: &generator)
      let center =
        round < 10
        ? Position.remarkable[round]
        : positions.randomElement(using: &generator) ?? Position.remarkable[0]
      let radius = Meters([0, 0.02, 3000, 20_000, 49_999, 80_000, 3e7][round % 7])
      let expected = positions.indices.map {
        ($0, geodesic.inverse(from: center, to: positions[$0]))
      }
      .filter { $0.1.distance.value <= radius.value }
      .sorted { ($0.1.distance.value, $0.0) < ($1.1.distance.value, $1.0) }
      let found = geodesic.neighbors(within: radius, of: center, among: positions)
      #expect(found.map(\.index) == expected.map(\.0))
      for (neighbor, (_, exact)) in zip(found, expected) {
        #expect(Self.digits(neighbor.geodesic.distance.value) == Self.digits(exact.distance.value))
        let azimuth = exact.distance.value > 0 ? exact.azimuth : 0
        #expect(Self.digits(neighbor.geodesic.azimuth) == Self.digits(azimuth))
      }
      let indexed = GeodesicIndex(positions).directedNeighbors(within: radius, of: center)
      #expect(indexed.map(\.index) == found.map(\.index))
      #expect(
        indexed.map { Self.digits($0.geodesic.distance.value) }
          == found.map { Self.digits($0.geodesic.distance.value) })
    }
  }

  @Test func `nothing is within nothing, or of nowhere`() {
    for radius in [-1, Double.nan] {
      #expect(
        geodesic.neighbors(
          within: Meters(radius), of: Position.remarkable[0], among: Position.remarkable
        ).isEmpty)
    }
    let nowhere = Position(longitude: 0, latitude: 91)
    #expect(
      geodesic.neighbors(within: .kilometers(1), of: nowhere, among: [nowhere]).isEmpty)
  }

  @Test func `neighbours that no series tells apart are told apart`() throws {
    // All on one circle: the series gives each another distance in the last digits.
    let center = Position(longitude: 20.8, latitude: 43.1)
    let ring = geodesic.ring(around: center, radius: .kilometers(20), vertices: 50)
    let exact = ring.indices.sorted {
      (geodesic.distance(from: center, to: ring[$0]).value, $0)
        < (geodesic.distance(from: center, to: ring[$1]).value, $1)
    }
    let found = geodesic.neighbors(within: .kilometers(30), of: center, among: ring)
    #expect(found.map(\.index) == exact)
    let within = ring.indices.filter {
      geodesic.distance(from: center, to: ring[$0]) <= .kilometers(20)
    }
    #expect(
      geodesic.neighbors(within: .kilometers(20), of: center, among: ring).map(\.index).sorted()
        == within)
  }

  @Test func `what is certain needs no PROJ, what is not is exact`() {
    let origin = GeodesicOrigin(Position(longitude: 20.8, latitude: 43.1))
    let position = Position(longitude: 20.9, latitude: 43.2)
    let exact = geodesic.distance(from: origin.position, to: position)
    #expect(!origin.geodesic(to: position).isExact)
    #expect(!origin.geodesic(to: position, limit: Meters(exact.value + 1e-6)).isExact)
    for limit in [exact.value - 5e-8, exact.value, exact.value + 5e-8] {
      let settled = origin.geodesic(to: position, limit: Meters(limit))
      #expect(settled.isExact && settled.distance == exact)
    }
    #expect(origin.geodesic(to: Position(longitude: 22, latitude: 43)).isExact)
    #expect(origin.geodesic(to: origin.position) == origin.exact(to: origin.position))
    let near = RoundedGeodesic(distance: Meters(exact.value + 1e-7), azimuth: 0, isExact: false)
    #expect(!RoundedGeodesic.isOrderCertain(near, origin.geodesic(to: position)))
    #expect(
      RoundedGeodesic.isOrderCertain(origin.exact(to: position), origin.exact(to: position)))
  }

  /// As the program writes numbers.
  private static func digits(_ value: Double) -> String { DecimalText.text(value, places: 3) }

  private func pow10(_ exponent: Double) -> Double {
    var value = 1.0
    for _ in 0..<Int(-exponent * 10) { value *= 0.794_328_234_724_281_5 }
    return value
  }
}
