import Geodesy
import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing

@testable import Cartography

@Suite("Frame and projection") struct FrameTests {
  private func sheet(_ content: MapContent, _ options: MapOptions = MapOptions(title: "T"))
    throws -> MapSheet
  {
    try MapSheet(content: content, options: options)
  }

  private func content(_ positions: (Double, Double)...) -> MapContent {
    MapContent(
      incidents: positions.enumerated().map {
        Samples.incident("i-\($0)", longitude: $1.0, latitude: $1.1)
      })
  }

  @Test func `a small area is drawn in its UTM zone`() throws {
    let sheet = try sheet(content((20.8, 43.1), (20.6, 42.9)))
    #expect(sheet.frame.projection.system == .epsg(32634))
  }

  @Test func `a wide area is drawn equal in area and the whole world in Equal Earth`() throws {
    let wide = try sheet(content((23, 46), (39, 51)))
    #expect(wide.frame.projection.system.definition.hasPrefix("+proj=laea +lat_0=48.5 +lon_0=31"))
    let world = try sheet(content((-120, 40), (0, 0), (140, -30)))
    #expect(world.frame.projection.system == .epsg(8857))
  }

  @Test func `the world is shown whole, its legend below, without a scale or an arrow`() throws {
    let world = try sheet(content((-120, 40), (0, 0), (140, -30)))
    #expect(world.furniture.scaleBar == nil)
    #expect(!world.furniture.distortion.hasOneNorth)
    let legend = try #require(world.furniture.legendBox)
    #expect(legend.top > world.frame.box.bottom)
    #expect((world.frame.box.width / world.frame.box.height - 2.05).magnitude < 0.05)
    for edge in [(-179.9, 0.0), (179.9, 0), (0, 90), (0, -90)] {
      let pixel = try #require(world.frame.pixel(Position(longitude: edge.0, latitude: edge.1)))
      #expect(world.frame.box.contains(pixel))
    }
  }

  @Test func `a world that reaches across the Pacific has it in the middle`() throws {
    let sheet = try sheet(content((110, 10), (179, -40), (-70, 40)))
    #expect(sheet.frame.projection.system == .equalEarth(around: -160))
    #expect(sheet.text.projection == "Equal Earth, centred on 160° W")
    #expect(sheet.clusters.count == 3)
  }

  /// Each limit of `MapArea+System`, from both sides.
  @Test(arguments: [
    (20.0, 43.0, 26.0, 44.0, "EPSG:32634"), (20, 43, 26.01, 44, "laea"),
    (20, 40, 21, 52, "EPSG:32634"), (20, 40, 21, 52.1, "laea"),
    (50, 83, 51, 84, "EPSG:32639"), (50, 83, 51, 84.5, "laea"),
    (20, -80, 21, -79, "EPSG:32734"), (20, -80.5, 21, -79, "laea"),
    (4, 60, 7, 61, "EPSG:32632"),
    (-70, 40, 80, 50, "laea"), (-71, 40, 80, 50, "EPSG:8857"),
    (-71, 46, 80, 50, "+proj=laea +lat_0=90 +lon_0=0 "),
    (-71, 44, 80, 50, "EPSG:8857"), (-80, -80, 80, -50, "+proj=laea +lat_0=-90 +lon_0=0 "),
    (60, 60, -60, 70, "+proj=laea +lat_0=90 +lon_0=180 "),
    (0, -60, 20, 60, "laea"), (0, -60, 20, 61, "EPSG:8857"), (100, -40, -100, 40, "lon_0=180 "),
  ])
  func `a projection is chosen by how far the area reaches`(
    west: Double, south: Double, east: Double, north: Double, system: String
  ) throws {
    let options = MapOptions(
      title: "", area: BoundingBox(west: west, south: south, east: east, north: north))
    let area = try MapArea(layers: BasemapLayers(), points: [], options: options)
    #expect(area.system.definition.contains(system), "\(area.system)")
    #expect(throws: Never.self) { _ = try Projection(to: area.system) }
  }

  @Test(arguments: Seed.allCases, [(-170.0, 320.0), (15, 12), (174, 11)])
  func `many positions are fitted by their outermost`(
    seed: Seed, longitudes: (west: Double, width: Double)
  ) throws {
    var generator = seed.generator
    let positions = (0..<6_000).map { _ in
      let longitude = longitudes.west + .random(in: 0...longitudes.width, using: &generator)
      return Position(
        longitude: MapArea.normalized(longitude), latitude: .random(in: 40...55, using: &generator))
    }
    let outer = OuterPositions(positions)
    #expect(outer.positions.count <= 800)
    #expect((outer.width - longitudes.width).magnitude < 0.02 * longitudes.width)
    let turn = (outer.west - longitudes.west).magnitude
    #expect(turn < 0.02 * longitudes.width)
    #expect(outer.south == positions.map(\.latitude).min())
    let center = Position(
      longitude: MapArea.normalized(longitudes.west + longitudes.width / 2), latitude: 47)
    let projection = try Projection(to: .lambertAzimuthalEqualArea(center: center))
    let all = try projection.forward(positions)
    let some = try projection.forward(outer.positions)
    for values in [
      (all.map(\.easting), some.map(\.easting)), (all.map(\.northing), some.map(\.northing)),
    ] {
      let span = (values.0.max() ?? 0) - (values.0.min() ?? 0)
      #expect((values.0.max() ?? 0) - (values.1.max() ?? 0) < 0.005 * span)
      #expect((values.1.min() ?? 0) - (values.0.min() ?? 0) < 0.005 * span)
    }
  }

  @Test func `a map is as small as its incidents are known, and no smaller`() throws {
    func width(_ content: MapContent) throws -> Double {
      let sheet = try sheet(content)
      return sheet.frame.box.width * sheet.frame.metersPerPixel
    }
    let village = content((20.80, 43.100), (20.81, 43.104))
    #expect((3000..<4000).contains(try width(village)))
    #expect((25_000..<33_000).contains(try width(content((20.8, 43.1)))))
    var vague = Samples.incident("a", precision: .region)
    vague.uncertainty = .kilometers(35)
    #expect((50_000..<64_000).contains(try width(MapContent(incidents: [vague]))))
    var town = Samples.incident("a")
    town.uncertainty = .kilometers(3)
    let towns = [town, Samples.incident("b", longitude: 20.82)]
    #expect((12_000..<16_000).contains(try width(MapContent(incidents: towns))))
  }

  @Test func `incidents around a pole are drawn from above it`() throws {
    let sheet = try sheet(content((-170, 84), (10, 86), (100, 83)))
    #expect(sheet.frame.projection.system.definition.contains("+lat_0=90 +lon_0=100"))
    #expect(sheet.clusters.count == 3)
  }

  @Test func `an area cut along the antimeridian shows no line there`() throws {
    var content = content((178, -17), (-178, -16))
    let halves = [
      Samples.box(178.5, -16.8, 180, -16.2, [:]), Samples.box(-180, -16.8, -178.5, -16.2, [:]),
    ]
    content.layers.world.features = [
      Feature(geometry: .multiPolygon(halves.flatMap { $0.geometry?.polygons ?? [] }))
    ]
    let sheet = try sheet(content)
    let feature = try #require(sheet.ground.world.features.first)
    #expect(feature.area.rings.count == 2)
    let cut = try #require(
      sheet.frame.pixel(Position(longitude: 180, latitude: -16.5)))
    let near = PixelBox(left: cut.x - 5, top: cut.y - 5, right: cut.x + 5, bottom: cut.y + 5)
    #expect(!feature.outlines.isEmpty)
    #expect(!feature.outlines.contains { !RectangleClip.line($0, to: near).isEmpty })
  }

  @Test func `incidents either side of the antimeridian lie close together`() throws {
    let sheet = try sheet(content((179.6, -17), (-179.7, -16.5)))
    let systems: [CoordinateReferenceSystem] = [.epsg(32760), .epsg(32701)]
    #expect(systems.contains(sheet.frame.projection.system))
    #expect(sheet.clusters.count == 2)
    #expect(sheet.frame.metersPerPixel < 500)
  }

  @Test func `every incident that fits the frame lies in it, with a margin`() throws {
    let sheet = try sheet(content((20.4, 42.8), (21.2, 43.2), (20.9, 42.6)))
    let inner = sheet.frame.box.expanded(by: -40)
    #expect(sheet.clusters.count == 3)
    #expect(sheet.clusters.allSatisfy { inner.contains($0.anchor) })
  }

  @Test func `an incident known only to its country does not widen the frame`() throws {
    let known = Samples.incident("i-0", longitude: 20.8, latitude: 43.1)
    let vague = Samples.incident(
      "i-9", longitude: 20.9, latitude: 44.2, precision: .country, location: "Serbia")
    let alone = try sheet(MapContent(incidents: [known])).frame.metersPerPixel
    let widened = try sheet(MapContent(incidents: [known, vague]))
    #expect((widened.frame.metersPerPixel / alone - 1).magnitude < 0.05)
    #expect(
      widened.text.footer.contains {
        $0.contains("Not drawn, because known only to a country or vaguer: Serbia 1.")
      })
  }

  @Test func `pixels and positions turn into each other`() throws {
    let frame = try sheet(content((20.8, 43.1))).frame
    let position = Position(longitude: 20.9, latitude: 43.0)
    let pixel = try #require(frame.pixel(position))
    let back = try #require(frame.position(pixel))
    #expect(Geodesic.wgs84.distance(from: position, to: back).value < 0.001)
  }

  @Test(arguments: [
    (20.8, 43.1, 20.6, 42.9), (23.0, 46.0, 39.0, 51.0), (15.0, 78.0, 25.0, 80.0),
    (-70.0, -30.0, -69.0, -31.0),
  ])
  func `the scale bar is as long on the ground as it says`(
    west: Double, south: Double, east: Double, north: Double
  ) throws {
    let frame = try sheet(content((west, south), (east, north))).frame
    let bar = try #require(
      ScaleBar(frame: frame, distortion: FrameDistortion(of: frame), longest: 150))
    #expect(bar.pixels <= 150 && bar.pixels > 25)
    let middle = frame.box.center
    let start = try #require(
      frame.position(PixelPoint(x: middle.x - bar.pixels / 2, y: middle.y)))
    let end = try #require(frame.position(PixelPoint(x: middle.x + bar.pixels / 2, y: middle.y)))
    let ground = Geodesic.wgs84.distance(from: start, to: end).value
    #expect((ground / bar.length.value - 1).magnitude < 1e-6)
  }

  @Test func `the north arrow leans as the grid converges`() throws {
    let frame = try sheet(content((20.1, 43.1))).frame
    let middle = try #require(frame.position(frame.box.center))
    let convergence = try frame.projection.gridConvergence(at: middle)
    #expect(convergence.magnitude > 0.3)
    #expect((frame.northDirection + convergence).magnitude < 0.01)
  }

  @Test func `an area that is none is an error that says what to give`() {
    let options = MapOptions(
      title: "", area: BoundingBox(west: 20, south: 44, east: 21, north: 43))
    #expect(throws: CartographyError.invalidArea("20.0,44.0,21.0,43.0")) {
      try sheet(content((20, 43)), options)
    }
    #expect(throws: CartographyError.sheetTooSmall(width: 100, height: 100)) {
      try sheet(content((20, 43)), MapOptions(title: "", width: 100))
    }
  }

  @Test(arguments: [
    (20.75, "20°45′E"), (-0.5, "0°30′W"), (0.0, "0°"), (-120.0, "120°W"), (5 / 60.0, "0°05′E"),
  ])
  func `degrees are written with minutes where they have any`(degrees: Double, text: String) {
    #expect(Graticule.text(degrees, positive: "E", negative: "W") == text)
  }
}
