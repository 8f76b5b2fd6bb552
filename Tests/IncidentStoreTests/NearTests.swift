import Geodesy
import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing

@testable import IncidentStore

@Suite("Incidents near a place")
struct NearTests {
  let folder: TemporaryFolder
  let store: IncidentStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.makeStore()
  }

  private func fill(
    _ positions: [Position], uncertainty: (Int) -> Meters? = { _ in nil }
  ) throws {
    let incidents = positions.enumerated().map { index, position in
      Fixture.bare(index + 1, at: position, uncertainty: uncertainty(index))
    }
    try store.replaceIncidents(incidents, run: Fixture.run)
  }

  /// PostGIS 3.3.2, geography: 22031.82102995 m from Leposavić to Zvečan; `geod -I` of PROJ 9.1.1:
  /// 172.010142°.
  @Test func `the distance is geodesic and the azimuth is from the place`() throws {
    try fill([Fixture.zvecan])
    let hits = try store.incidents(within: .kilometers(25), of: Fixture.leposavic)
    let hit = try #require(hits.first)
    #expect(abs(hit.distance.value - 22_031.821_029_95) < 1e-4)
    #expect(abs(hit.azimuth - 172.010_142) < 1e-6)
    #expect(hit.minDistance == hit.distance && hit.maxDistance == hit.distance)
    #expect(try store.incidents(within: .kilometers(22), of: Fixture.leposavic) == [])
  }

  @Test func `the radius itself is included`() throws {
    try fill([Fixture.zvecan])
    let distance = Geodesic.wgs84.distance(from: Fixture.leposavic, to: Fixture.zvecan)
    #expect(try store.incidents(within: distance, of: Fixture.leposavic).count == 1)
    #expect(
      try store.incidents(within: Meters(distance.value.nextDown), of: Fixture.leposavic) == [])
    #expect(try store.incidents(within: Meters(0), of: Fixture.zvecan).count == 1)
  }

  struct Circle: Sendable {
    let center: Position
    let radius: Meters

    init(_ longitude: Double, _ latitude: Double, _ meters: Double) {
      center = Position(longitude: longitude, latitude: latitude)
      radius = Meters(meters)
    }
  }

  static let circles = [
    Circle(20.8028, 43.1039, 10_000), Circle(20.8028, 43.1039, 0.5), Circle(0, 0, 250_000),
    Circle(180, 0, 10_000), Circle(-180, 52, 300_000), Circle(179.999, -17, 5_000),
    Circle(-179.9999999, 71, 50), Circle(30, 90, 1_000), Circle(-77, -90, 2_000_000),
    Circle(12, 89.99, 5_000), Circle(12, -89.5, 55_000), Circle(100, 60, 3_400_000),
    Circle(-60, 10, 9_900_000), Circle(20, 43, 15_000_000), Circle(0, 0, 19_900_000),
  ]

  @Test(arguments: circles)
  func `points 1 cm inside the radius are found, points 1 cm outside are not`(
    circle: Circle
  ) throws {
    let azimuths = (0..<24).map { Double($0) * 15 }
    let inside = azimuths.map {
      Geodesic.wgs84.destination(
        from: circle.center, azimuth: $0, distance: Meters(circle.radius.value - 0.01))
    }
    let outside = azimuths.map {
      Geodesic.wgs84.destination(
        from: circle.center, azimuth: $0, distance: Meters(circle.radius.value + 0.01))
    }
    let isBeyondAntipodes = circle.radius.value > 19_000_000
    let expected = (inside + outside).map {
      Geodesic.wgs84.distance(from: circle.center, to: $0) <= circle.radius
    }
    if !isBeyondAntipodes {
      #expect(expected == Array(repeating: true, count: 24) + Array(repeating: false, count: 24))
    }
    try fill(inside + outside)
    let found = Set(
      try store.incidents(within: circle.radius, of: circle.center).map(\.incident.id))
    #expect(found.count >= 24)
    for (index, isInside) in expected.enumerated() {
      #expect(found.contains(Fixture.bare(index + 1, at: nil).incident.id) == isInside)
    }
  }

  /// Random positions, the poles, the antimeridian from both sides, and the place itself.
  private func positions(_ seed: Seed) -> [Position] {
    var random = seed.generator
    let corners = [-180.0, 0, 180].flatMap { longitude in
      [-90.0, -89.999, 0, 43, 90].map { Position(longitude: longitude, latitude: $0) }
    }
    return corners + (0..<60).map { _ in random.position() }
      + (0..<25).map { _ in random.position(longitudes: 179.9...180, latitudes: 42...44) }
      + (0..<25).map { _ in random.position(longitudes: -180 ... -179.9, latitudes: 42...44) }
      + (0..<25).map { _ in random.position(latitudes: 89.5...90) }
      + (0..<25).map { _ in random.position(longitudes: 20...21, latitudes: 42...44) }
  }

  private func bruteForce(
    _ positions: [Position], from center: Position
  ) -> [(id: String, distance: Meters)] {
    positions.enumerated()
      .map {
        (
          Fixture.bare($0.offset + 1, at: nil).incident.id,
          Geodesic.wgs84.distance(from: center, to: $0.element)
        )
      }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
  }

  static let centers = [
    Fixture.leposavic, Position(longitude: 180, latitude: 43),
    Position(longitude: -179.95, latitude: 43), Position(longitude: 0, latitude: 90),
    Position(longitude: 77, latitude: -89.99), Position(longitude: 0, latitude: 0),
  ]

  @Test(arguments: Seed.allCases)
  func `near is what trying every incident finds, in the same order`(seed: Seed) throws {
    let positions = positions(seed)
    try fill(positions)
    for center in Self.centers {
      let all = bruteForce(positions, from: center)
      for radius in [0, 900, 9_000, 80_000, 2_500_000, 12_000_000, 20_003_932] as [Double] {
        let expected = all.filter { $0.distance <= Meters(radius) }
        let found = try store.incidents(within: Meters(radius), of: center)
        #expect(found.map(\.incident.id) == expected.map(\.id))
        // As PROJ gives them to the millimetre, and nearly to its last bit.
        for (hit, expected) in zip(found, expected) {
          #expect(abs(hit.distance.value - expected.distance.value) < 1e-6)
        }
      }
    }
  }

  @Test(arguments: Seed.allCases)
  func `nearest is what trying every incident finds, in the same order`(seed: Seed) throws {
    let positions = positions(seed)
    try fill(positions)
    for center in Self.centers {
      let all = bruteForce(positions, from: center)
      for count in [0, 1, 7, 61, positions.count + 5] {
        let found = try store.nearest(count, to: center)
        #expect(found.map(\.incident.id) == all.prefix(count).map(\.id))
      }
    }
  }

  @Test func `uncertainty widens the interval and decides only where asked`() throws {
    try fill([Fixture.zvecan, Fixture.leposavic], uncertainty: { $0 == 0 ? Meters(3000) : nil })
    let near = try store.incidents(
      within: .kilometers(18), of: Fixture.leposavic, uncertainty: Meters(1500))
    #expect(near.map(\.incident.id) == ["i-000000000002"])
    #expect(near.map(\.minDistance) == [Meters(0)])
    #expect(near.map(\.maxDistance) == [Meters(1500)])
    let possible = try store.incidents(
      within: .kilometers(18), of: Fixture.leposavic, uncertainty: Meters(1500), possibly: true)
    #expect(possible.map(\.incident.id) == ["i-000000000002", "i-000000000001"])
    let far = try #require(possible.last)
    #expect(far.minDistance == Meters(far.distance.value - 4500))
    #expect(far.maxDistance == Meters(far.distance.value + 4500))
    let possibleOnlyByHalf = try store.incidents(
      within: .kilometers(18), of: Fixture.leposavic, uncertainty: Meters(1000), possibly: true)
    #expect(possibleOnlyByHalf.count == 1)
  }

  @Test func `incidents without a place are never near`() throws {
    try store.replaceIncidents([Fixture.bare(1, at: nil)], run: Fixture.run)
    #expect(try store.incidents(within: SearchBoxes.halfTheEarth, of: Fixture.zvecan) == [])
    #expect(try store.nearest(1, to: Fixture.zvecan) == [])
  }

  @Test func `near and nearest take a filter`() throws {
    let incidents = [
      Fixture.bare(1, at: Fixture.leposavic, type: .battles),
      Fixture.bare(2, at: Fixture.zvecan, type: .protests),
      Fixture.bare(3, at: Fixture.leposavic, type: .protests),
    ]
    try store.replaceIncidents(incidents, run: Fixture.run)
    let filter = IncidentFilter(types: [.protests])
    let near = try store.incidents(
      within: .kilometers(30), of: Fixture.leposavic, matching: filter)
    #expect(near.map(\.incident.id) == ["i-000000000003", "i-000000000002"])
    let nearest = try store.nearest(1, to: Fixture.zvecan, matching: filter)
    #expect(nearest.map(\.incident.id) == ["i-000000000002"])
  }

  @Test func `a point that a map program moved is found where it is now`() throws {
    try fill([Fixture.zvecan])
    try store.rows(
      "UPDATE incidents SET geom = "
        + "x'47500001E6100000010100000000000000000024400000000000003440'")
    let place = Position(longitude: 10, latitude: 20)
    let hits = try store.incidents(within: Meters(1), of: place)
    #expect(hits.map(\.incident.position) == [place])
    #expect(try store.info().problems == [])
  }
}
