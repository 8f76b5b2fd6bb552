import Geodesy
import SimpleFeatures
import Testing

@Suite("Coordinate reference systems")
struct CoordinateReferenceSystemTests {
  @Test func `a system is known by its authority and code`() throws {
    let system = try CoordinateReferenceSystem("epsg:32634")
    #expect(system == .epsg(32634))
    #expect(system.description == "EPSG:32634")
    #expect(CoordinateReferenceSystem.wgs84.definition == "EPSG:4326")
    #expect(throws: Never.self) { _ = try CoordinateReferenceSystem("ESRI:54030") }
  }

  @Test func `an unknown code is named in PROJ's words`() {
    let error = #expect(throws: ProjectionError.self) {
      _ = try CoordinateReferenceSystem("EPSG:999999")
    }
    #expect(error?.attempt == "find the coordinate reference system EPSG:999999")
    #expect(error?.message.contains("crs not found") == true)
  }

  @Test(arguments: [
    "", "32634", "EPSG:", ":32634", "EPSG:32634:1", "EPSG 32634", "+proj=utm +zone=34", "EPSG:3 4",
  ])
  func `any other form is refused`(_ text: String) {
    let error = #expect(throws: ProjectionError.self) { _ = try CoordinateReferenceSystem(text) }
    #expect(error?.message == "expected an authority and a code, such as EPSG:32634")
  }

  @Test(arguments: [
    (20.8, 43.1, 32634), (18, 43.1, 32634), (17.999, 43.1, 32633), (23.999, 0, 32634),
    (24, 0, 32635), (20.8, -0.1, 32734), (-180, 10, 32601), (180, 10, 32660),
    (-70.5, -33.4, 32719),
  ])
  func `a position lies in its zone`(longitude: Double, latitude: Double, code: Int) throws {
    let position = Position(longitude: longitude, latitude: latitude)
    #expect(CoordinateReferenceSystem.utm(containing: position) == .epsg(code))
    #expect(try Projection(to: .epsg(code)).contains(position))
  }

  /// The zones of the UTM grid of NGA.SIG.0012, section 7.
  @Test(arguments: [
    (5.3, 60.4, 32632), (2.999, 60.4, 32631), (11.999, 63.999, 32632), (12, 60, 32633),
    (5.3, 55.999, 32631), (5.3, 64, 32631), (8.999, 72, 32631), (9, 78, 32633),
    (15.6, 78.2, 32633), (20.999, 84, 32633), (21, 80, 32635), (32.999, 80, 32635),
    (33, 80, 32637), (41.999, 80, 32637), (42, 80, 32638), (-0.001, 80, 32630),
    (15.6, 71.999, 32633),
  ])
  func `Norway and Svalbard have wider zones`(longitude: Double, latitude: Double, code: Int) {
    let position = Position(longitude: longitude, latitude: latitude)
    #expect(CoordinateReferenceSystem.utm(containing: position) == .epsg(code))
  }

  @Test(arguments: [0, -90, 150, 170, -160.5])
  func `Equal Earth has its meridian in the middle`(meridian: Double) throws {
    let projection = try Projection(to: .equalEarth(around: meridian))
    let middle = try projection.forward(Position(longitude: meridian, latitude: 40))
    #expect(middle.easting.magnitude < 0.001)
  }

  @Test func `an equal-area system has its centre in its definition`() {
    let system = CoordinateReferenceSystem.lambertAzimuthalEqualArea(
      center: Position(longitude: 20.8, latitude: -0.000_000_001))
    #expect(
      system.definition == "+proj=laea +lat_0=-0.000000001 +lon_0=20.8"
        + " +datum=WGS84 +units=m +no_defs +type=crs")
  }
}
