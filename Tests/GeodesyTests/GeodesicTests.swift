import Geodesy
import SimpleFeatures
import Testing

@Suite("Geodesics")
struct GeodesicTests {
  private let geodesic = Geodesic.wgs84
  private let leposavić = Position(longitude: 20.8028, latitude: 43.1039)
  private let zvečan = Position(longitude: 20.8403, latitude: 42.9075)

  @Test(arguments: PublishedGeodesic.all)
  func `distance and azimuths are the published ones`(_ published: PublishedGeodesic) {
    let inverse = geodesic.inverse(from: published.start, to: published.end)
    #expect(abs(inverse.distance.value - published.distance) < 1e-8)
    #expect(abs(inverse.azimuth - clockwise(published.azimuth)) < 2e-13)
    #expect(abs(inverse.finalAzimuth - clockwise(published.finalAzimuth)) < 2e-13)
    #expect(geodesic.distance(from: published.start, to: published.end) == inverse.distance)
  }

  @Test(arguments: PublishedGeodesic.all)
  func `the destination is the published one`(_ published: PublishedGeodesic) {
    let end = geodesic.destination(
      from: published.start, azimuth: published.azimuth, distance: Meters(published.distance))
    #expect(abs(end.latitude - published.end.latitude) < 1e-13)
    let turn = (end.longitude - published.end.longitude) / 360
    #expect(abs(turn - turn.rounded()) * 360 < 2e-13)
    #expect((-180...180).contains(end.longitude))
  }

  @Test func `Kennedy to Heathrow is as long as in the example of geod`() {
    // Source: geod(1) of GeographicLib's C library, 40:36N 73:48W to 51:36N 0:30W.
    let distance = geodesic.distance(
      from: Position(longitude: -73.8, latitude: 40.6),
      to: Position(longitude: -0.5, latitude: 51.6))
    #expect(abs(distance.value - 5_551_759.400) < 0.0005)
  }

  @Test func `Leposavić to Zvečan is as long as PostGIS says`() {
    // Source: PostGIS 3.3.2, ST_Distance of geographies; pyproj 3.7.2 gives the azimuth.
    let inverse = geodesic.inverse(from: leposavić, to: zvečan)
    #expect(abs(inverse.distance.value - 22_031.821_029_95) < 1e-7)
    #expect(abs(inverse.azimuth - 172.010_141_529_294_26) < 1e-10)
    #expect(CompassDirection(azimuth: inverse.azimuth) == .south)
  }

  @Test func `longitude and latitude do not change places`() {
    // A degree along the equator and one along the meridian; source: pyproj 3.7.2.
    let origin = Position(longitude: 0, latitude: 0)
    let east = geodesic.distance(from: origin, to: Position(longitude: 1, latitude: 0))
    let north = geodesic.distance(from: origin, to: Position(longitude: 0, latitude: 1))
    #expect(abs(east.value - 111_319.490_793_27) < 1e-7)
    #expect(abs(north.value - 110_574.388_557_8) < 1e-7)
  }

  @Test func `the antimeridian is no obstacle`() {
    let inverse = geodesic.inverse(
      from: Position(longitude: 179.5, latitude: 0), to: Position(longitude: -179.5, latitude: 0))
    #expect(abs(inverse.distance.value - 111_319.490_793_27) < 1e-7)
    #expect(inverse.azimuth == 90)
    let beyond = geodesic.destination(
      from: Position(longitude: 179.5, latitude: 0), azimuth: 90, distance: inverse.distance)
    #expect(abs(beyond.longitude + 179.5) < 1e-12)
  }

  @Test func `from pole to pole every meridian is half the earth's girth`() {
    // Source: pyproj 3.7.2.
    for longitude in stride(from: -180.0, through: 180, by: 30) {
      let distance = geodesic.distance(
        from: Position(longitude: longitude, latitude: 90),
        to: Position(longitude: 10, latitude: -90))
      #expect(abs(distance.value - 20_003_931.458_625_447) < 1e-7)
    }
  }

  @Test func `antipodes are reached over a pole and near ones are solved`() {
    // Source: pyproj 3.7.2; the second pair does not converge in Vincenty's method.
    let origin = Position(longitude: 0, latitude: 0)
    let over = geodesic.inverse(from: origin, to: Position(longitude: 180, latitude: 0))
    #expect(abs(over.distance.value - 20_003_931.458_625_447) < 1e-7)
    #expect(over.azimuth == 0)
    let near = geodesic.inverse(from: origin, to: Position(longitude: 179.5, latitude: 0.5))
    #expect(abs(near.distance.value - 19_936_288.578_965_314) < 1e-7)
    #expect(abs(near.azimuth - 25.671_872_868_291_88) < 1e-10)
  }

  @Test func `a position is no distance from itself`() {
    #expect(geodesic.distance(from: leposavić, to: leposavić).value == 0)
    let there = geodesic.destination(from: leposavić, azimuth: 77, distance: Meters(0))
    #expect(geodesic.distance(from: leposavić, to: there).value < 1e-8)
  }

  @Test func `beyond a pole nothing has a distance`() {
    let beyond = Position(longitude: 20, latitude: 95)
    #expect(geodesic.distance(from: leposavić, to: beyond).value.isNaN)
    #expect(geodesic.inverse(from: beyond, to: leposavić).azimuth.isNaN)
    let missing = Position(longitude: .nan, latitude: 43)
    #expect(geodesic.distance(from: leposavić, to: missing).value.isNaN)
  }

  // MARK: - Rings

  @Test func `every vertex of a ring is at its radius`() throws {
    let ring = geodesic.ring(around: leposavić, radius: .kilometers(25), vertices: 64)
    try #require(ring.count == 65)
    #expect(ring.first == ring.last)
    #expect(Set(ring).count == 64)
    for vertex in ring {
      let distance = geodesic.distance(from: leposavić, to: vertex)
      #expect(abs(distance.value - 25_000) < 1e-8)
    }
  }

  @Test func `a ring starts in the north and runs counter-clockwise`() {
    let ring = geodesic.ring(around: leposavić, radius: .kilometers(25), vertices: 16)
    #expect(abs(ring[0].longitude - leposavić.longitude) < 1e-12)
    #expect(ring[0].latitude > leposavić.latitude)
    let doubleArea = zip(ring, ring.dropFirst()).reduce(0) { area, edge in
      area + edge.0.longitude * edge.1.latitude - edge.1.longitude * edge.0.latitude
    }
    #expect(doubleArea > 0)
  }

  @Test func `a ring of two vertices or without radius is the caller's mistake`() async {
    let nowhere = Position(longitude: 0, latitude: 0)
    await #expect(processExitsWith: .failure) {
      _ = Geodesic.wgs84.ring(
        around: Position(longitude: 0, latitude: 0), radius: Meters(1), vertices: 2)
    }
    await #expect(processExitsWith: .failure) {
      _ = Geodesic.wgs84.ring(
        around: Position(longitude: 0, latitude: 0), radius: Meters(0), vertices: 3)
    }
    #expect(geodesic.ring(around: nowhere, radius: Meters(1), vertices: 3).count == 4)
  }

  /// An azimuth of −180 … 180 degrees as one of 0 ..< 360.
  private func clockwise(_ azimuth: Double) -> Double { azimuth < 0 ? azimuth + 360 : azimuth }
}
