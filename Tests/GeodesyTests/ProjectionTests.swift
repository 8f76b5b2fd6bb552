import Geodesy
import NamedSeeds
import SimpleFeatures
import Testing

@Suite("Projections")
struct ProjectionTests {
  private let leposavić = Position(longitude: 20.8028, latitude: 43.1039)

  // MARK: - Values

  @Test(arguments: [
    // Source: GDAL 3.6.2 with PROJ 9.1.1.
    ("EPSG:32634", 20.8028, 43.1039, 483_953.660_413, 4_772_371.688_868),
    ("EPSG:32634", 20.8403, 42.9075, 486_963.605_822, 4_750_555.280_902),
    ("EPSG:32634", 21, 0, 500_000, 0),
    ("EPSG:32734", 21, -1, 500_000, 9_889_469.841_198),
    ("EPSG:3035", 20.8028, 43.1039, 5_199_446.418_622, 2_285_117.391_785),
    ("EPSG:3035", 10, 52, 4_321_000, 3_210_000),
  ])
  func `eastings and northings are the known ones`(
    system: String, longitude: Double, latitude: Double, easting: Double, northing: Double
  ) throws {
    let projection = try Projection(to: CoordinateReferenceSystem(system))
    let geographic = Position(longitude: longitude, latitude: latitude)
    let planar = try projection.forward(geographic)
    #expect(abs(planar.easting - easting) < 1e-5)
    #expect(abs(planar.northing - northing) < 1e-5)
    let back = try projection.inverse(planar)
    #expect(abs(back.longitude - longitude) < 1e-8)
    #expect(abs(back.latitude - latitude) < 1e-8)
  }

  @Test func `an equal-area map has its origin at its centre`() throws {
    let center = Position(longitude: 20.8, latitude: 42.7)
    let projection = try Projection(to: .lambertAzimuthalEqualArea(center: center))
    let origin = try projection.forward(center)
    #expect(abs(origin.easting) < 1e-6 && abs(origin.northing) < 1e-6)
    // Source: GDAL 3.6.2 with PROJ 9.1.1.
    let planar = try projection.forward(leposavić)
    #expect(abs(planar.easting - 227.932_841) < 1e-5)
    #expect(abs(planar.northing - 44_869.319_440) < 1e-5)
    #expect(projection.areaOfUse == nil)
    #expect(projection.contains(leposavić))
  }

  @Test func `many positions are projected in their order`() throws {
    let projection = try Projection(to: .epsg(32634))
    let positions = (0..<50).map { Position(longitude: 20 + Double($0) / 50, latitude: 43) }
    let planar = try projection.forward(positions)
    #expect(try planar == positions.map { try projection.forward($0) })
    #expect(try projection.inverse(planar) == planar.map { try projection.inverse($0) })
    #expect(planar.map(\.easting) == planar.map(\.easting).sorted())
  }

  @Test(arguments: Seed.allCases)
  func `projecting there and back ends where it began`(_ seed: Seed) throws {
    let projection = try Projection(to: .epsg(32634))
    var generator = seed.generator
    for _ in 0..<300 {
      let position = Position(
        longitude: .random(in: 18...24, using: &generator),
        latitude: .random(in: 0...84, using: &generator))
      let back = try projection.inverse(try projection.forward(position))
      #expect(Geodesic.wgs84.distance(from: position, to: back).value < 1e-6)
    }
  }

  // MARK: - Failure

  @Test func `a latitude beyond the pole is an error in PROJ's words`() throws {
    let projection = try Projection(to: .epsg(32634))
    let error = #expect(throws: ProjectionError.self) {
      _ = try projection.forward(Position(longitude: 43, latitude: 95))
    }
    #expect(error?.code == 2049)
    #expect(error?.attempt == "project longitude 43.0, latitude 95.0 to EPSG:32634")
    #expect(error?.message.contains("Invalid latitude") == true)
  }

  @Test func `after a failure the next position is projected`() throws {
    let projection = try Projection(to: .epsg(32634))
    let before = try projection.forward(leposavić)
    #expect(throws: ProjectionError.self) {
      _ = try projection.forward(Position(longitude: 20, latitude: -95))
    }
    #expect(try projection.forward(leposavić) == before)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `what is not finite is not projected`(_ coordinate: Double) throws {
    let projection = try Projection(to: .epsg(32634))
    #expect(throws: ProjectionError.self) {
      _ = try projection.forward(Position(longitude: coordinate, latitude: 43))
    }
    #expect(throws: ProjectionError.self) {
      _ = try projection.forward([leposavić, Position(longitude: 20, latitude: coordinate)])
    }
    #expect(throws: ProjectionError.self) {
      _ = try projection.inverse(PlanarPosition(easting: 500_000, northing: coordinate))
    }
  }

  @Test func `off the edge of the plane there is no position`() throws {
    let center = Position(longitude: 20.8, latitude: 42.7)
    let projection = try Projection(to: .lambertAzimuthalEqualArea(center: center))
    #expect(throws: ProjectionError.self) {
      _ = try projection.inverse(PlanarPosition(easting: 2e7, northing: 0))
    }
  }

  @Test func `an unknown system is named in PROJ's words`() {
    let error = #expect(throws: ProjectionError.self) { _ = try Projection(to: .epsg(999_999)) }
    #expect(error?.attempt == "project to EPSG:999999")
    #expect(error?.message.contains("crs not found") == true)
    #expect(error?.description.hasSuffix(" (PROJ error 4096)") == true)
  }

  @Test(arguments: [
    (4326, "degrees"), (4978, "middle of the Earth"), (5703, "heights only"),
    (7405, "heights as well"), (2263, "US survey foot"), (2048, "west and south"),
    (5513, "south and west"),
  ])
  func `only metres on a plane with north up are projected to`(code: Int, reason: String) {
    let error = #expect(throws: ProjectionError.self) { _ = try Projection(to: .epsg(code)) }
    #expect(error?.message.contains(reason) == true, "\(error?.message ?? "none")")
  }

  @Test(arguments: [
    // Northing first, Universal Polar Stereographic, polar of the north and the south, Krovak.
    (2193, 174.0, -41.0), (32661, 90, 85), (3413, 45, 80), (3031, 90, -80), (5514, 15, 50),
  ])
  func `the first coordinate grows to the east, whatever the system's order`(
    code: Int, longitude: Double, latitude: Double
  ) throws {
    let projection = try Projection(to: .epsg(code))
    let here = try projection.forward(Position(longitude: longitude, latitude: latitude))
    let east = try projection.forward(Position(longitude: longitude + 0.01, latitude: latitude))
    let north = try projection.forward(Position(longitude: longitude, latitude: latitude + 0.01))
    let (dx, dy) = (east.easting - here.easting, east.northing - here.northing)
    let (nx, ny) = (north.easting - here.easting, north.northing - here.northing)
    #expect(dx * ny - dy * nx > 0, "north lies to the left of east, as on every map")
  }

  // MARK: - Area, scale, convergence

  @Test func `the area of use tells a swapped position`() throws {
    let projection = try Projection(to: .epsg(32634))
    // Source: EPSG registry, area 1944.
    #expect(projection.areaOfUse == BoundingBox(west: 18, south: 0, east: 24, north: 84))
    #expect(projection.contains(leposavić))
    let swapped = Position(longitude: leposavić.latitude, latitude: leposavić.longitude)
    #expect(!projection.contains(swapped))
    #expect(throws: Never.self) { _ = try projection.forward(swapped) }
  }

  @Test func `the scale is that of proj`() throws {
    // Source: proj 9.1.1, -VS.
    let utm = try Projection(to: .epsg(32634))
    let position = Position(longitude: 20.15, latitude: 42)
    #expect(abs(try utm.scaleFactor(at: position) - 0.999_660_98) < 1e-8)
    let meridian = Position(longitude: 21, latitude: 42)
    #expect(abs(try utm.scaleFactor(at: meridian) - 0.9996) < 1e-9)
    let center = Position(longitude: 21.8, latitude: 42.7)
    let equalArea = try Projection(to: .lambertAzimuthalEqualArea(center: center))
    #expect(abs(try equalArea.scaleFactor(at: position) - 1) < 1e-7)
  }

  @Test func `the scale is that of a short geodesic`() throws {
    let utm = try Projection(to: .epsg(32634))
    let ground = Meters(10)
    let start = try utm.forward(leposavić)
    for azimuth in stride(from: 0.0, to: 360, by: 45) {
      let end = try utm.forward(
        Geodesic.wgs84.destination(from: leposavić, azimuth: azimuth, distance: ground))
      let east = end.easting - start.easting
      let north = end.northing - start.northing
      let length = (east * east + north * north).squareRoot()
      #expect(abs(length / ground.value - (try utm.scaleFactor(at: leposavić))) < 1e-8)
    }
  }

  @Test func `the convergence is that of proj and its sign that of the grid`() throws {
    // Source: proj 9.1.1, -VS.
    let utm = try Projection(to: .epsg(32634))
    let west = Position(longitude: 20.15, latitude: 42)
    #expect(abs(try utm.gridConvergence(at: west) + 0.568_784_32) < 1e-8)
    #expect(abs(try utm.gridConvergence(at: Position(longitude: 21, latitude: 42))) < 1e-9)
    #expect(try utm.gridConvergence(at: Position(longitude: 22, latitude: 42)) > 0)
    // West of the central meridian true north leans to the right of the grid's north.
    let start = try utm.forward(west)
    let north = try utm.forward(Position(longitude: 20.15, latitude: 42.001))
    #expect(north.easting > start.easting)
  }

  @Test func `beyond the pole there is no scale`() throws {
    let utm = try Projection(to: .epsg(32634))
    let beyond = Position(longitude: 20, latitude: 95)
    #expect(throws: ProjectionError.self) { _ = try utm.scaleFactor(at: beyond) }
    #expect(throws: ProjectionError.self) { _ = try utm.gridConvergence(at: beyond) }
    #expect(throws: ProjectionError.self) {
      _ = try utm.scaleFactor(at: Position(longitude: .nan, latitude: 43))
    }
  }

  // MARK: - Sharing

  @Test func `tasks that share a projection get what one alone gets`() async throws {
    let projection = try Projection(to: .epsg(32634))
    let positions = (0..<200).map { Position(longitude: 18 + Double($0) * 0.03, latitude: 43) }
    let alone = try projection.forward(positions)
    try await withThrowingTaskGroup(of: [PlanarPosition].self) { group in
      for task in 0..<6 {
        group.addTask {
          // Every second task also fails again and again, into the same error state.
          try positions.map { position in
            if task.isMultiple(of: 2) {
              _ = try? projection.forward(Position(longitude: 0, latitude: 91))
            }
            return try projection.forward(position)
          }
        }
      }
      for try await together in group { #expect(together == alone) }
    }
  }

  @Test func `PROJ gives its version`() {
    #expect(Projection.projVersion.split(separator: ".").count == 3)
  }
}
