import NamedSeeds
import SimpleFeatures
import Testing
import Topology

@Suite("Locating positions in areas")
struct AreaLocatorTests {
  // MARK: - Equality with GEOS

  @Test(arguments: Seed.allCases)
  func `random positions get the answers of GEOS`(_ seed: Seed) throws {
    var generator = seed.generator
    let areas = (0..<12).map { _ in
      Geometry.polygon(Shapes.star(using: &generator).moved(by: Self.offset(using: &generator)))
    }
    let positions = (0..<4000).map { _ in
      Position(.random(in: -16...16, using: &generator), .random(in: -16...16, using: &generator))
    }
    try Self.expectEqual(areas, at: positions)
  }

  @Test(arguments: Seed.allCases)
  func `positions on corners and edges get the answers of GEOS`(_ seed: Seed) throws {
    var generator = seed.generator
    let areas = (0..<6).map { _ in
      Geometry.polygon(Shapes.star(using: &generator).moved(by: Self.offset(using: &generator)))
    }
    let corners = areas.flatMap(\.positions)
    var positions = corners
    for area in areas {
      for (a, b) in zip(area.positions, area.positions.dropFirst()) {
        let middle = Position(
          (a.longitude + b.longitude) / 2, (a.latitude + b.latitude) / 2)
        // The middle, its neighbours a bit away, and what shares a latitude or a longitude.
        positions.append(middle)
        positions.append(Position(middle.longitude.nextUp, middle.latitude))
        positions.append(Position(middle.longitude, middle.latitude.nextDown))
        positions.append(Position(.random(in: -12...12, using: &generator), a.latitude))
        positions.append(Position(b.longitude, .random(in: -12...12, using: &generator)))
      }
    }
    try Self.expectEqual(areas, at: positions)
    #expect(try AreaLocator(areas).firstAreas(covering: corners).allSatisfy { $0 >= 0 })
  }

  @Test(arguments: Seed.allCases)
  func `shapes on a lattice get the answers of GEOS at every node`(_ seed: Seed) throws {
    // Corners, edges, rays and borders of cells coincide; rings may cross themselves.
    var generator = seed.generator
    let nodes = (-1...9).flatMap { x in (-1...9).map { Position(Double(x), Double($0)) } }
    let halves = nodes.map { Position($0.longitude + 0.5, $0.latitude + 0.5) }
    for _ in 0..<60 {
      let rings = (0..<3).map { _ in
        var ring = (0..<Int.random(in: 3...9, using: &generator)).map { _ in
          Position(
            Double(Int.random(in: 0...8, using: &generator)),
            Double(Int.random(in: 0...8, using: &generator)))
        }
        ring.append(ring[0])
        return ring
      }
      let holed = Polygon(exterior: rings[0], interiors: [rings[1]])
      // GEOS asks for the bounds of the shells first, which a hole may leave.
      let bounds = try #require(BoundingBox(enclosing: rings[0]))
      let positions = (nodes + halves).filter { bounds.contains($0) }
      try Self.expectEqual(
        [.polygon(holed), .multiPolygon([holed, Polygon(exterior: rings[2])])], at: positions)
    }
  }

  @Test(arguments: [1e-9, 1e-3, 1, 1e3], [0, 20, -179.9])
  func `areas of any size at any place get the answers of GEOS`(
    size: Double, place: Double
  ) throws {
    var generator = Seed.alpha.generator
    func ring(_ polygon: Polygon) -> [Position] {
      polygon.exterior.map {
        Position(place + size * $0.longitude, place / 2 + size * $0.latitude)
      }
    }
    let areas = (0..<3).map { _ in
      Geometry.polygon(Polygon(exterior: ring(Shapes.star(using: &generator))))
    }
    let positions = (0..<1000).map { _ in
      Position(
        place + size * .random(in: -6...6, using: &generator),
        place / 2 + size * .random(in: -6...6, using: &generator))
    }
    try Self.expectEqual(areas, at: positions + areas.flatMap(\.positions))
  }

  @Test func `needles are counted exactly`() throws {
    // Three positions on one line but for the last bit: what two products cannot tell apart.
    let end = Position(0.3, 0.1)
    let needle = Polygon(exterior: [
      Position(0, 0), end, Position(end.longitude.nextUp, end.latitude.nextDown), Position(0, 0),
    ])
    var positions: [Position] = []
    for step in 1...200 {
      let share = Double(step) / 200
      let on = Position(0.3 * share, 0.1 * share)
      positions += [
        on, Position(on.longitude.nextUp, on.latitude),
        Position(on.longitude.nextDown, on.latitude),
        Position(on.longitude, on.latitude.nextUp), Position(on.longitude, on.latitude.nextDown),
      ]
    }
    try Self.expectEqual([.polygon(needle)], at: positions)
  }

  // MARK: - Many areas

  @Test func `the first of overlapping areas is found first, and all in their order`() throws {
    let locator = try AreaLocator([
      .polygon(Polygon(west: 2, south: 0, east: 6, north: 4)),
      .polygon(Shapes.frame),
      .collection([
        .polygon(Polygon(west: -9, south: -9, east: 9, north: 9)),
        .polygon(Polygon(west: -8, south: -8, east: 8, north: 8)), .point(Position(50, 50)),
      ]),
    ])
    #expect(locator.firstArea(covering: Position(3.5, 1.5)) == 0)
    #expect(locator.areas(covering: Position(3.5, 1.5)) == [0, 1, 2])
    #expect(locator.firstArea(covering: Position(0.5, 0.5)) == 1)
    // In the hole of the frame.
    #expect(locator.areas(covering: Position(1.5, 2)) == [2])
    #expect(locator.areas(covering: Position(2, 2)) == [0, 2])
    #expect(locator.areas(covering: Position(50, 50)) == [])
    #expect(locator.firstArea(covering: Position(9.000_001, 0)) == nil)
    #expect(
      locator.firstAreas(covering: [Position(9, 9), Position(4, 4), Position(-9.1, 0)])
        == [2, 0, -1])
  }

  @Test func `a thousand areas one over another are all found`() throws {
    let square = Geometry.polygon(Polygon(west: -180, south: -90, east: 180, north: 90))
    let locator = try AreaLocator(Array(repeating: square, count: 1000))
    #expect(locator.firstArea(covering: Position(20, 43)) == 0)
    #expect(locator.areas(covering: Position(180, 90)) == Array(0..<1000))
  }

  @Test func `positions get the areas that shapely finds`() throws {
    // Source: shapely 2.2.0 with GEOS 3.14.1: box(…).covers(points), the first that does, of the
    // twelve boxes i, i, i + 2, i + 2.
    let boxes = (0..<12).map { index in
      let corner = Double(index)
      return Geometry.polygon(
        Polygon(west: corner, south: corner, east: corner + 2, north: corner + 2))
    }
    let positions = (0...14).map { Position(Double($0), Double($0) * 0.9 + 0.5) }
    #expect(
      try AreaLocator(boxes).firstAreas(covering: positions)
        == [0, 0, 1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11, -1])
  }

  // MARK: - Hostile input

  @Test func `a comb of a thousand teeth is told tooth by tooth`() throws {
    var ring: [Position] = [Position(0, 0)]
    for tooth in 0..<1000 {
      ring.append(Position(Double(tooth) / 100, tooth.isMultiple(of: 2) ? 10 : 1))
    }
    ring += [Position(10, 0), Position(0, 0)]
    let locator = try AreaLocator([.polygon(Polygon(exterior: ring))])
    // A tooth is highest at the even hundredths.
    #expect(locator.firstArea(covering: Position(5.02, 9.99)) == 0)
    #expect(locator.firstArea(covering: Position(5.01, 9.99)) == nil)
    #expect(locator.firstArea(covering: Position(5.01, 1)) == 0)
    #expect(locator.firstArea(covering: Position(5.01, 1.01)) == nil)
  }

  @Test func `what is not finite or far off is in no area`() throws {
    let locator = try AreaLocator([.polygon(Shapes.frame)])
    for position in [
      Position(.nan, 1), Position(1, .nan), Position(.infinity, 0.5), Position(0.5, -.infinity),
      Position(1e300, -1e300),
    ] {
      #expect(locator.firstArea(covering: position) == nil)
      #expect(locator.areas(covering: position) == [])
    }
    #expect(try AreaLocator([]).firstArea(covering: Position(0, 0)) == nil)
  }

  @Test func `a ring without any extent covers its one position, as for GEOS`() throws {
    let point = Polygon(exterior: Array(repeating: Position(3, 4), count: 4))
    try Self.expectEqual([.polygon(point)], at: [Position(3, 4), Position(3, 4.000_001)])
  }

  @Test(arguments: Shapes.broken + Shapes.empty + Shapes.notFinite)
  func `what is no area is refused by its number`(_ geometry: Geometry) {
    let error = #expect(throws: TopologyError.self) {
      _ = try AreaLocator([.polygon(Shapes.frame), geometry])
    }
    #expect(error?.description.hasPrefix("cannot take up area 2 of 2: ") == true)
  }

  @Test func `coordinates in metres or worse are refused`() {
    let far = Polygon(west: -1e300, south: 0, east: 1e300, north: 1)
    #expect(throws: TopologyError.self) { _ = try AreaLocator([.polygon(far)]) }
  }

  // MARK: - Oracle

  /// Compares the areas of each position with those whose prepared geometry covers it alone.
  private static func expectEqual(
    _ areas: [Geometry], at positions: [Position],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let locator = try AreaLocator(areas)
    let prepared = try areas.map { try PreparedGeometry($0) }
    let firsts = locator.firstAreas(covering: positions)
    for (position, first) in zip(positions, firsts) {
      let expected = prepared.indices.filter { prepared[$0].covers(position) }
      let found = locator.areas(covering: position)
      #expect(
        found == expected && Int(first) == expected.first ?? -1, "\(position)",
        sourceLocation: sourceLocation)
    }
  }

  private static func offset(using generator: inout SplitMix64) -> Position {
    Position(.random(in: -9...9, using: &generator), .random(in: -9...9, using: &generator))
  }
}

extension Polygon {
  fileprivate func moved(by offset: Position) -> Polygon {
    Polygon(
      exterior: exterior.map {
        Position($0.longitude + offset.longitude, $0.latitude + offset.latitude)
      })
  }
}
