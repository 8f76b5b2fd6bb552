import NamedSeeds
import SimpleFeatures
import Testing
import Topology

@Suite("Prepared geometries")
struct PreparedGeometryTests {
  @Test(arguments: [
    (0.5, 0.5, true), (2, 2, false), (0, 2, true), (0, 0, true), (4, 4, true), (1, 2, true),
    (1, 1, true), (3, 2, true), (-0.000_000_1, 2, false), (4.000_000_1, 2, false),
    (1.000_000_1, 2, false), (0.999_999_9, 2, true),
  ])
  func `the boundary counts, the hole does not`(
    longitude: Double, latitude: Double, isCovered: Bool
  ) throws {
    let frame = try PreparedGeometry(.polygon(Shapes.frame))
    #expect(frame.covers(Position(longitude, latitude)) == isCovered)
  }

  @Test func `many positions are answered in their order`() throws {
    let bracket = try PreparedGeometry(.polygon(Shapes.bracket))
    let positions = (0...80).flatMap { column in
      (0...80).map { Position(Double(column) / 20, Double($0) / 20) }
    }
    let answers = bracket.covers(positions)
    for (position, answer) in zip(positions, answers) {
      let isInGap =
        position.longitude > 1 && position.latitude > 1 && position.latitude < 3
      #expect(answer == !isInGap, "\(position.longitude), \(position.latitude)")
    }
    #expect(answers.contains(true) && answers.contains(false))
  }

  @Test(arguments: Seed.allCases)
  func `a random polygon covers what the even-odd rule says`(_ seed: Seed) throws {
    var generator = seed.generator
    let polygon = Shapes.star(using: &generator)
    let star = try PreparedGeometry(.polygon(polygon))
    for _ in 0..<400 {
      let position = Position(
        .random(in: -5...5, using: &generator), .random(in: -5...5, using: &generator))
      #expect(star.covers(position) == Self.evenOdd(position, polygon.exterior))
    }
  }

  @Test(arguments: Seed.allCases)
  func `many positions get the answers that each gets alone`(_ seed: Seed) throws {
    var generator = seed.generator
    let star = Geometry.polygon(Shapes.star(using: &generator))
    let line = Geometry.lineString([Position(-5, -5), Position(5, 5)])
    let positions =
      star.positions
      + (0..<600).map { _ in
        Position(
          Double(Int.random(in: -50...50, using: &generator)) / 10,
          Double(Int.random(in: -50...50, using: &generator)) / 10)
      }
    for geometry in [
      star, .collection([star, .polygon(Shapes.frame)]), .collection([star, line]),
    ] {
      let prepared = try PreparedGeometry(geometry)
      #expect(prepared.covers(positions) == positions.map { prepared.covers($0) })
    }
  }

  @Test func `points and lines cover themselves alone`() throws {
    let line = try PreparedGeometry(.lineString([Position(0, 0), Position(2, 2)]))
    #expect(line.covers(Position(1, 1)))
    #expect(!line.covers(Position(1, 1.5)))
    let points = try PreparedGeometry(.multiPoint([Position(1, 1), Position(2, 2)]))
    #expect(points.covers(Position(2, 2)))
    #expect(!points.covers(Position(1.5, 1.5)))
  }

  @Test func `a collection covers what any of its parts covers`() throws {
    let collection = try PreparedGeometry(
      .collection([
        .polygon(Polygon(west: 0, south: 0, east: 1, north: 1)),
        .collection([.point(Position(5, 5)), .multiPoint([])]),
      ]))
    #expect(collection.covers(Position(0.5, 1)))
    #expect(collection.covers(Position(5, 5)))
    #expect(!collection.covers(Position(3, 3)))
    #expect(try collection.intersects(.lineString([Position(4, 5), Position(6, 5)])))
    #expect(try !collection.intersects(.lineString([Position(4, 4), Position(6, 4)])))
  }

  @Test func `geometries that touch intersect`() throws {
    let frame = try PreparedGeometry(.polygon(Shapes.frame))
    let inHole = Polygon(west: 1.5, south: 1.5, east: 2.5, north: 2.5)
    let beside = Polygon(west: 4, south: 0, east: 5, north: 1)
    let apart = Polygon(west: 4.1, south: 0, east: 5, north: 1)
    #expect(try !frame.intersects(.polygon(inHole)))
    #expect(try frame.intersects(.polygon(beside)))
    #expect(try !frame.intersects(.polygon(apart)))
    #expect(try frame.intersects(.collection([.polygon(apart), .point(Position(0, 0))])))
  }

  @Test func `a position that is not finite is covered by nothing`() throws {
    let frame = try PreparedGeometry(.polygon(Shapes.frame))
    #expect(!frame.covers(Position(.nan, 1)))
    #expect(frame.covers([Position(0.5, .infinity), Position(0.5, 0.5)]) == [false, true])
  }

  @Test(arguments: Shapes.broken + Shapes.empty + Shapes.notFinite)
  func `what is no geometry is an error`(_ geometry: Geometry) throws {
    #expect(throws: TopologyError.self) { _ = try PreparedGeometry(geometry) }
    let frame = try PreparedGeometry(.polygon(Shapes.frame))
    #expect(throws: TopologyError.self) { _ = try frame.intersects(geometry) }
  }

  @Test func `tasks that share a prepared geometry get what one alone gets`() async throws {
    let frame = try PreparedGeometry(.polygon(Shapes.frame))
    let positions = (0..<200).map { Position(Double($0) / 50, 2) }
    let alone = frame.covers(positions)
    try await withThrowingTaskGroup(of: [Bool].self) { group in
      for _ in 0..<6 {
        group.addTask {
          try positions.map { position in
            #expect(throws: TopologyError.self) { _ = try frame.intersects(.lineString([])) }
            return try frame.covers(position) && frame.intersects(.point(position))
          }
        }
      }
      for try await together in group { #expect(together == alone) }
    }
  }

  // MARK: - Oracle

  /// Whether a ray to the east crosses the ring an odd number of times.
  private static func evenOdd(_ position: Position, _ ring: [Position]) -> Bool {
    zip(ring, ring.dropFirst()).reduce(false) { isInside, edge in
      let (a, b) = edge
      guard (a.latitude > position.latitude) != (b.latitude > position.latitude) else {
        return isInside
      }
      let share = (position.latitude - a.latitude) / (b.latitude - a.latitude)
      let crossing = a.longitude + share * (b.longitude - a.longitude)
      return crossing > position.longitude ? !isInside : isInside
    }
  }
}
