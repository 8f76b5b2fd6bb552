import NamedSeeds
import SimpleFeatures
import Testing
import Topology

@Suite("Areas as users bring them")
struct ArealGeometryTests {
  // MARK: - Plain areas

  @Test func `a valid area stays what it is, without a word`() throws {
    let area = try ArealGeometry(.polygon(Shapes.frame))
    #expect(area.polygons == [Shapes.frame])
    #expect(area.geometry == .polygon(Shapes.frame))
    #expect(area.notes.isEmpty)
    #expect(area.bounds == BoundingBox(west: 0, south: 0, east: 4, north: 4))
  }

  @Test func `polygons are taken out of any geometry`() throws {
    let far = Polygon(west: 10, south: 0, east: 11, north: 1)
    let area = try ArealGeometry(
      .collection([
        .point(Position(50, 50)), .multiPolygon([Shapes.frame, Polygon(exterior: [])]),
        .collection([.lineString([Position(0, 0), Position(9, 9)]), .polygon(far)]),
      ]))
    #expect(area.polygons == [Shapes.frame, far])
    #expect(area.notes.isEmpty)
  }

  @Test func `polygons that overlap or touch become what they cover together`() throws {
    let parts = [
      Polygon(west: 0, south: 0, east: 2, north: 2), Polygon(west: 1, south: 1, east: 3, north: 3),
      Polygon(west: 3, south: 0, east: 4, north: 3),
    ]
    let area = try ArealGeometry(.multiPolygon(parts))
    #expect(area.polygons.map(\.doubleArea) == [20])
    #expect(try PreparedGeometry(area.geometry).covers(Position(1.5, 1.5)))
    #expect(area.notes.isEmpty)
  }

  // MARK: - Repair

  @Test func `a bow-tie becomes two triangles, with a note on where it crosses itself`() throws {
    // Source: shapely 2.2.0 with GEOS 3.14.1, make_valid and is_valid_reason.
    let area = try ArealGeometry(.multiPolygon([Shapes.frame.movedEast(by: 10), Shapes.bowTie]))
    #expect(area.polygons.map(\.doubleArea) == [32, 2, 2])
    let fault = ValidityFault(reason: "Self-intersection", position: Position(1, 1))
    #expect(area.notes == [ArealGeometry.Note(polygon: 2, change: .repaired(fault))])
    #expect(
      area.notes.map(\.description)
        == ["polygon 2: repaired (Self-intersection at 1.0, 1.0)"])
  }

  @Test func `a polygon without area is left out with a note, or is an error alone`() throws {
    let flat = Polygon(exterior: [Position(0, 0), Position(1, 1), Position(2, 2), Position(0, 0)])
    let point = Polygon(exterior: Array(repeating: Position(3, 3), count: 4))
    let area = try ArealGeometry(.multiPolygon([flat, Shapes.frame, point]))
    #expect(area.polygons == [Shapes.frame])
    // Source: shapely 2.2.0: "Self-intersection[1 1]", "Too few points in geometry component[0 0]".
    #expect(
      area.notes.map(\.description) == [
        "polygon 1: left out, as it has no area (Self-intersection at 1.0, 1.0)",
        "polygon 3: left out, as it has no area (Too few points in geometry component at 3.0, 3.0)",
      ])
    let error = #expect(throws: TopologyError.self) { _ = try ArealGeometry(.polygon(flat)) }
    #expect(error?.attempt == "take a geometry as an area")
    #expect(
      error?.message
        == "nothing is left of it: polygon 1: left out, as it has no area "
        + "(Self-intersection at 1.0, 1.0)")
  }

  @Test func `positions written twice are no fault`() throws {
    let ring = Shapes.frame.exterior.flatMap { [$0, $0] }
    let area = try ArealGeometry(.polygon(Polygon(exterior: ring)))
    #expect(area.polygons.map(\.doubleArea) == [32])
    #expect(area.notes.isEmpty)
  }

  @Test(arguments: Seed.allCases)
  func `whatever ring comes, the area is valid and covers what the ring surrounds`(
    _ seed: Seed
  ) throws {
    var generator = seed.generator
    for _ in 0..<40 {
      var ring = (0..<Int.random(in: 3...12, using: &generator)).map { _ in
        Position(.random(in: -40...40, using: &generator), .random(in: -40...40, using: &generator))
      }
      ring.append(ring[0])
      let area = try ArealGeometry(.polygon(Polygon(exterior: ring)))
      #expect(PlanarTopology.validityFault(of: area.geometry) == nil)
      let ready = try PreparedGeometry(area.geometry)
      for _ in 0..<100 {
        let position = Position(
          .random(in: -40...40, using: &generator), .random(in: -40...40, using: &generator))
        #expect(ready.covers(position) == (Self.winding(of: ring, round: position) != 0))
      }
    }
  }

  @Test func `a polygon with a hole over its edge loses what both surround`() throws {
    let exterior = Polygon(west: 0, south: 0, east: 4, north: 4).exterior
    let hole = Polygon(west: 3, south: 1, east: 5, north: 2).exterior
    let area = try ArealGeometry(.polygon(Polygon(exterior: exterior, interiors: [hole])))
    // Source: shapely 2.2.0, make_valid(method="structure") has the area 15.
    #expect(area.polygons.map(\.doubleArea) == [30])
    // Where the fault is seen, at 4 1 or 4 2, depends on the version of GEOS.
    #expect(area.notes.map(\.polygon) == [1])
  }

  /// How often a ring goes round a position.
  private static func winding(of ring: [Position], round position: Position) -> Int {
    zip(ring, ring.dropFirst()).reduce(0) { sum, edge in
      let (a, b) = edge
      guard (a.latitude > position.latitude) != (b.latitude > position.latitude) else {
        return sum
      }
      let share = (position.latitude - a.latitude) / (b.latitude - a.latitude)
      guard a.longitude + share * (b.longitude - a.longitude) > position.longitude else {
        return sum
      }
      return sum + (b.latitude > a.latitude ? 1 : -1)
    }
  }

  // MARK: - Antimeridian

  /// Islands of Fiji in rough outline, longitudes running on to 181.6.
  private static let fiji = [
    Position(177.2, -18.3), Position(178.8, -18.3), Position(180.3, -17.2), Position(181.6, -17.4),
    Position(181.2, -16.4), Position(178.4, -16.3), Position(177.2, -18.3),
  ]

  /// The same with longitudes of at most 180.
  private static let fijiWrapped = fiji.map(\.wrapped)

  @Test(arguments: [fiji, fijiWrapped, fijiWrapped.reversed(), fiji.map(\.aTurnBack)])
  func `Fiji is cut in two, however it is written`(_ ring: [Position]) throws {
    let area = try ArealGeometry(.polygon(Polygon(exterior: ring)))
    // Source: shapely 2.2.0 with GEOS 3.14.1, areas of the intersections with both hemispheres.
    #expect(area.polygons.count == 2)
    for (part, expected) in zip(area.polygons, [7.652_571_428_571_46, 2.537_428_571_428_557]) {
      #expect(abs(part.doubleArea - expected) < 1e-9)
    }
    for part in area.polygons {
      let cut = part.exterior.filter { $0.longitude.magnitude == 180 }.map(\.latitude).sorted()
      #expect(cut.count == 2 && abs(cut[0] - -17.42) < 1e-12)
    }
    let isValid = area.geometry.positions.allSatisfy { $0.isValid }
    #expect(isValid)
    #expect(area.notes == [ArealGeometry.Note(polygon: 1, change: .cutAtAntimeridian)])
    let bounds = area.bounds
    #expect(bounds.crossesAntimeridian)
    #expect(bounds.west == 177.2 && abs(bounds.east - -178.4) < 1e-9)
    #expect(bounds.south == -18.3 && bounds.north == -16.3)
  }

  @Test func `Chukotka covers what it covers with longitudes up to 190`() throws {
    let ring = [
      Position(170, 70), Position(-180, 68.9), Position(-170.2, 66), Position(-173, 64.3),
      Position(178, 62.4), Position(170, 66), Position(170, 70),
    ]
    let area = try ArealGeometry(.polygon(Polygon(exterior: ring)))
    // Source: shapely 2.2.0 with GEOS 3.14.1, on longitudes of 0 … 360.
    for (part, expected) in zip(area.polygons, [111.355_555_555_555_63, 67.324_444_444_444_57]) {
      #expect(abs(part.doubleArea - expected) < 1e-9)
    }
    let covered = try PreparedGeometry(area.geometry).covers([
      Position(179.9, 67), Position(-179.9, 67), Position(-171, 66), Position(-171, 67.5),
      Position(170, 68), Position(180, 68.9), Position(-180, 68.9), Position(0, 67),
    ])
    #expect(covered == [true, true, true, false, true, true, true, false])
  }

  @Test(arguments: Seed.allCases)
  func `a star covers the same across the antimeridian as elsewhere`(_ seed: Seed) throws {
    var generator = seed.generator
    for _ in 0..<20 {
      let shift = Double.random(in: 175...185, using: &generator)
      let star = Shapes.star(using: &generator).movedEast(by: shift)
      let wrapped = Polygon(exterior: star.exterior.map(\.wrapped))
      let elsewhere = try PreparedGeometry(.polygon(star))
      let across = try PreparedGeometry(ArealGeometry(.polygon(wrapped)).geometry)
      for _ in 0..<100 {
        let position = Position(
          shift + .random(in: -6...6, using: &generator), .random(in: -6...6, using: &generator))
        #expect(across.covers(position.wrapped) == elsewhere.covers(position))
      }
    }
  }

  @Test(arguments: Seed.allCases)
  func `any ring on the globe gives a valid area in range, or an error`(_ seed: Seed) throws {
    var generator = seed.generator
    var areas = 0
    for round in 0..<300 {
      let reach = round.isMultiple(of: 2) ? 180.0 : 360
      let rings = (0..<Int.random(in: 1...2, using: &generator)).map { _ in
        var ring = (0..<Int.random(in: 3...8, using: &generator)).map { _ in
          let corner = Bool.random(using: &generator)
          return Position(
            corner
              ? [-180, -90, 0, 179, 180].randomElement(using: &generator) ?? 0
              : .random(in: -reach...reach, using: &generator),
            corner
              ? [-90, -60, 0, 60, 90].randomElement(using: &generator) ?? 0
              : .random(in: -90...90, using: &generator))
        }
        ring.append(ring[0])
        return ring
      }
      let polygon = Polygon(exterior: rings[0], interiors: Array(rings.dropFirst()))
      do throws(TopologyError) {
        let area = try ArealGeometry(.multiPolygon([polygon, Shapes.frame]))
        areas += 1
        let isInRange = area.geometry.positions.allSatisfy { $0.isValid }
        #expect(isInRange)
        #expect(PlanarTopology.validityFault(of: area.geometry) == nil)
        #expect(try PreparedGeometry(area.geometry).covers(Position(0.5, 2)))
      } catch {
        #expect(error.description.hasPrefix("cannot take polygon 1 of 2 as an area: a ring goes"))
      }
    }
    #expect(areas > 30)
  }

  @Test func `a hole across the antimeridian is cut as well`() throws {
    let exterior = Polygon(west: 170, south: -10, east: 190, north: 10).exterior
    let hole = [
      Position(179, -1), Position(-179, -1), Position(-179, 1), Position(179, 1), Position(179, -1),
    ]
    let area = try ArealGeometry(.polygon(Polygon(exterior: exterior, interiors: [hole])))
    let locator = try AreaLocator([area.geometry])
    let inside = [Position(178, 0), Position(-178, 0), Position(180, 5), Position(179, 0)]
    #expect(locator.firstAreas(covering: inside) == [0, 0, 0, 0])
    let outside = [Position(179.5, 0), Position(-179.5, 0.5), Position(180, 0), Position(169, 0)]
    #expect(locator.firstAreas(covering: outside) == [-1, -1, -1, -1])
    #expect(area.notes.map(\.change) == [.cutAtAntimeridian])
  }

  @Test func `longitudes all beyond 180 are wrapped without being cut`() throws {
    let east = Polygon(west: 200, south: 0, east: 210, north: 10)
    let area = try ArealGeometry(.polygon(east))
    #expect(area.polygons == [Polygon(west: -160, south: 0, east: -150, north: 10)])
    #expect(area.notes.isEmpty)
  }

  @Test func `a ring along the antimeridian is not across it`() throws {
    for polygon in [
      Polygon(west: 170, south: 0, east: 180, north: 10),
      Polygon(west: -180, south: 0, east: -170, north: 10),
    ] {
      let area = try ArealGeometry(.polygon(polygon))
      #expect(area.polygons == [polygon])
      #expect(area.notes.isEmpty)
      #expect(!area.bounds.crossesAntimeridian)
    }
    // The eastern side is written as −180.
    let mixed = [
      Position(170, 0), Position(-180, 0), Position(-180, 10), Position(170, 10), Position(170, 0),
    ]
    let area = try ArealGeometry(.polygon(Polygon(exterior: mixed)))
    #expect(area.polygons == [Polygon(west: 170, south: 0, east: 180, north: 10)])
  }

  @Test func `the whole earth and a belt round it are as they are written`() throws {
    for belt in [
      Polygon(west: -180, south: -90, east: 180, north: 90),
      Polygon(west: -180, south: 41, east: 180, north: 82),
    ] {
      let area = try ArealGeometry(.polygon(belt))
      #expect(area.polygons == [belt])
      #expect(area.notes.isEmpty)
    }
  }

  // MARK: - Poles

  @Test(arguments: [1.0, -1.0], [false, true])
  func `a ring round a pole encloses it`(hemisphere: Double, isReversed: Bool) throws {
    var ring = [0.0, 60, 130, -170, -90, -20, 0].map { Position($0, hemisphere * 75) }
    ring[2].latitude = hemisphere * 80
    if isReversed { ring.reverse() }
    let area = try ArealGeometry(.polygon(Polygon(exterior: ring)))
    #expect(
      area.notes.map(\.change) == [hemisphere > 0 ? .closedAtNorthPole : .closedAtSouthPole])
    #expect(PlanarTopology.validityFault(of: area.geometry) == nil)
    let prepared = try PreparedGeometry(area.geometry)
    for longitude in stride(from: -180.0, through: 180, by: 7.5) {
      #expect(prepared.covers(Position(longitude, hemisphere * 90)))
      #expect(prepared.covers(Position(longitude, hemisphere * 80)))
      #expect(!prepared.covers(Position(longitude, hemisphere * 74.9)))
      #expect(!prepared.covers(Position(longitude, hemisphere * -90)))
    }
    // 360 degrees by 15, less two triangles of 5 degrees' height on bases of 70 and 60.
    let doubleArea = area.polygons.map(\.doubleArea).reduce(0, +)
    #expect(abs(doubleArea - (2 * 360 * 15 - 5 * 130)) < 1e-6)
  }

  @Test func `a ring round a pole is a hole in another`() throws {
    func circle(_ latitude: Double, from start: Double) -> [Position] {
      let ring = (0..<24).map { Position(start + 15 * Double($0), latitude).wrapped }
      return ring + [ring[0]]
    }
    let belt = Polygon(exterior: circle(60, from: -175), interiors: [circle(80, from: -170)])
    let area = try ArealGeometry(.polygon(belt))
    let prepared = try PreparedGeometry(area.geometry)
    for longitude in stride(from: -180.0, through: 180, by: 7.5) {
      #expect(prepared.covers(Position(longitude, 70)))
      #expect(!prepared.covers(Position(longitude, 85)))
      #expect(!prepared.covers(Position(longitude, 59)))
    }
  }

  @Test func `Antarctica as atlases write it, down to −90, stays what it is`() throws {
    let antarctica = Polygon(exterior: [
      Position(-180, -90), Position(180, -90), Position(180, -84.7), Position(60, -67),
      Position(-60, -63), Position(-180, -84.7), Position(-180, -90),
    ])
    let area = try ArealGeometry(.polygon(antarctica))
    #expect(area.polygons == [antarctica])
    #expect(area.notes.isEmpty)
  }

  // MARK: - Refusal

  @Test(arguments: Shapes.broken + Shapes.empty + Shapes.notFinite)
  func `what is no area is refused`(_ geometry: Geometry) {
    #expect(throws: TopologyError.self) { _ = try ArealGeometry(geometry) }
  }

  /// A ring no area is made of, and what is said of it.
  struct Refusal: Sendable {
    var ring: [Position]
    var message: String
  }

  @Test(arguments: [
    Refusal(
      ring: [Position(0, 0), Position(1, 91), Position(2, 0), Position(0, 0)],
      message: "latitude 91.0 is beyond 90; longitude comes first"),
    Refusal(
      ring: [
        Position(483_953, 4), Position(483_954, 4), Position(483_954, 5), Position(483_953, 4),
      ],
      message: "longitude 483953.0 is beyond 360; coordinates are degrees"),
    Refusal(
      ring: [0.0, 100, -160, -60, 0].map { Position($0, $0 / 10) },
      message: "a ring goes round the earth on both sides of the equator, "
        + "which leaves open what pole it encloses; cut it at the antimeridian"),
    Refusal(
      ring: [0.0, 100, -160, -60, 40, 140, -120, 0].map { Position($0, 70) },
      message: "a ring goes round the earth more than once"),
    Refusal(
      ring: [Position(-200, 0), Position(200, 0), Position(200, 1), Position(-200, 0)],
      message: "a ring goes round the earth more than once"),
  ])
  func `a ring of which no area can be made is refused with the reason`(_ refusal: Refusal) {
    let geometry = Geometry.multiPolygon([Shapes.frame, Polygon(exterior: refusal.ring)])
    let error = #expect(throws: TopologyError.self) { _ = try ArealGeometry(geometry) }
    #expect(
      error?.description == "cannot take polygon 2 of 2 as an area: \(refusal.message)")
  }
}

extension Position {
  /// The position with a longitude of at most 180.
  fileprivate var wrapped: Position {
    Position(longitude > 180 ? longitude - 360 : longitude, latitude)
  }

  fileprivate var aTurnBack: Position { Position(longitude - 360, latitude) }
}

extension Polygon {
  fileprivate func movedEast(by degrees: Double) -> Polygon {
    func moved(_ ring: [Position]) -> [Position] {
      ring.map { Position($0.longitude + degrees, $0.latitude) }
    }
    return Polygon(exterior: moved(exterior), interiors: interiors.map(moved))
  }
}
