import NamedSeeds
import SimpleFeatures
import Testing
import Topology

@Suite("Union, interior point, clipping")
struct OverlayTests {
  // MARK: - Union

  @Test func `neighbours lose the border between them`() throws {
    let union = try PlanarTopology.union([
      .polygon(Polygon(west: 0, south: 0, east: 1, north: 1)),
      .polygon(Polygon(west: 1, south: 0, east: 2, north: 1)),
    ])
    let covered = try PreparedGeometry(union)
    #expect(union.polygons.count == 1)
    #expect(union.polygons.map(\.doubleArea) == [4])
    #expect(covered.covers(Position(1, 0.5)))
  }

  @Test func `areas apart stay apart`() throws {
    let union = try PlanarTopology.union([
      .polygon(Polygon(west: 0, south: 0, east: 1, north: 1)),
      .polygon(Polygon(west: 3, south: 0, east: 5, north: 1)),
      .polygon(Polygon(exterior: [])),
    ])
    #expect(union.polygons.map(\.doubleArea).sorted() == [2, 4])
  }

  @Test func `a hole survives the union and is filled by its island`() throws {
    let island = Polygon(west: 1, south: 1, east: 3, north: 3)
    let same = try PlanarTopology.union([.polygon(Shapes.frame)])
    #expect(same.polygons.map(\.interiors.count) == [1])
    let filled = try PlanarTopology.union([.polygon(Shapes.frame), .polygon(island)])
    #expect(filled.polygons.map(\.interiors.count) == [0])
    #expect(filled.polygons.map(\.doubleArea) == [32])
  }

  @Test func `nothing to unite is an error`() {
    let error = #expect(throws: TopologyError.self) { _ = try PlanarTopology.union([]) }
    #expect(error?.description == "cannot unite 0 geometries: the geometry is empty")
  }

  // MARK: - Interior point

  @Test func `the interior point of a bracket lies in it, unlike its centroid`() throws {
    // Source: shapely 2.2.0 with GEOS 3.14.1: POINT (0.5 2), centroid POINT (1.7 2).
    let bracket = Geometry.polygon(Shapes.bracket)
    #expect(try PlanarTopology.interiorPoint(of: bracket) == Position(0.5, 2))
    #expect(try !PreparedGeometry(bracket).covers(Position(1.7, 2)))
  }

  @Test func `lines and points have one of their own positions`() throws {
    let line = [Position(0, 0), Position(1, 3), Position(4, 4)]
    #expect(try PlanarTopology.interiorPoint(of: .lineString(line)) == line[1])
    #expect(try PlanarTopology.interiorPoint(of: .point(line[2])) == line[2])
  }

  // MARK: - Clipping

  @Test func `what lies inside stays and what lies outside goes`() throws {
    let box = BoundingBox(west: -1, south: -1, east: 10, north: 10)
    let inside = try PlanarTopology.clipped(.polygon(Shapes.bracket), to: box)
    #expect(inside?.polygons.map(\.doubleArea) == [Shapes.bracket.doubleArea])
    let far = BoundingBox(west: 20, south: 20, east: 21, north: 21)
    #expect(try PlanarTopology.clipped(.polygon(Shapes.bracket), to: far) == nil)
    let inHole = BoundingBox(west: 1.5, south: 1.5, east: 2.5, north: 2.5)
    #expect(try PlanarTopology.clipped(.polygon(Shapes.frame), to: inHole) == nil)
  }

  @Test func `a box over the open side of a bracket leaves its two arms`() throws {
    let box = BoundingBox(west: 2, south: -1, east: 3, north: 5)
    let arms = try PlanarTopology.clipped(.polygon(Shapes.bracket), to: box)
    #expect(arms?.polygons.map(\.doubleArea) == [2, 2])
    #expect(arms.map { PlanarTopology.validityFault(of: $0) } == .some(nil))
  }

  @Test func `a line is cut at the edges`() throws {
    let box = BoundingBox(west: 1, south: -1, east: 3, north: 1)
    let line = Geometry.lineString([Position(0, 0), Position(4, 0)])
    let part = try PlanarTopology.clipped(line, to: box)
    #expect(part == .lineString([Position(1, 0), Position(3, 0)]))
  }

  @Test func `a box inside an area is filled`() throws {
    let box = BoundingBox(west: 1, south: 1, east: 2, north: 3)
    let area = Geometry.polygon(Polygon(west: 0, south: 0, east: 4, north: 4))
    let part = try PlanarTopology.clipped(area, to: box)
    #expect(part?.polygons.map(\.doubleArea) == [4])
    #expect(part.flatMap { BoundingBox(enclosing: $0.positions) } == box)
  }

  @Test func `an area that only touches the box is not in it`() throws {
    let area = Geometry.polygon(Polygon(west: 0, south: 0, east: 4, north: 4))
    let beside = BoundingBox(west: -1, south: 1, east: 0, north: 2)
    let atCorner = BoundingBox(west: 4, south: 4, east: 5, north: 5)
    #expect(try PlanarTopology.clipped(area, to: beside) == nil)
    #expect(try PlanarTopology.clipped(area, to: atCorner) == nil)
  }

  @Test(arguments: Seed.allCases)
  func `a position is in the part if it is in the whole and in the box`(_ seed: Seed) throws {
    var generator = seed.generator
    for _ in 0..<10 {
      let star = Geometry.polygon(Shapes.star(using: &generator))
      let box = BoundingBox(
        west: .random(in: -4...0, using: &generator),
        south: .random(in: -4...0, using: &generator),
        east: .random(in: 1...4, using: &generator), north: .random(in: 1...4, using: &generator))
      let clipped = try #require(try PlanarTopology.clipped(star, to: box))
      #expect(PlanarTopology.validityFault(of: clipped) == nil)
      let part = try PreparedGeometry(clipped)
      let whole = try PreparedGeometry(star)
      for _ in 0..<100 {
        let position = Position(
          .random(in: -5...5, using: &generator), .random(in: -5...5, using: &generator))
        #expect(part.covers(position) == (whole.covers(position) && box.contains(position)))
      }
    }
  }

  @Test(arguments: Seed.allCases)
  func `a union covers what any of its parts covers`(_ seed: Seed) throws {
    var generator = seed.generator
    let stars = (0..<3).map { _ in Geometry.polygon(Shapes.star(using: &generator)) }
    let union = try PreparedGeometry(try PlanarTopology.union(stars))
    let parts = try stars.map { try PreparedGeometry($0) }
    for _ in 0..<400 {
      let position = Position(
        .random(in: -5...5, using: &generator), .random(in: -5...5, using: &generator))
      #expect(union.covers(position) == parts.contains { $0.covers(position) })
    }
  }

  @Test func `a box across the antimeridian keeps both sides`() throws {
    let box = BoundingBox(west: 179, south: -1, east: -179, north: 1)
    let fiji = Geometry.multiPolygon([
      Polygon(west: 178, south: 0, east: 180, north: 1),
      Polygon(west: -180, south: 0, east: -178, north: 1),
    ])
    let part = try PlanarTopology.clipped(fiji, to: box)
    #expect(part?.polygons.map(\.doubleArea) == [2, 2])
    #expect(part?.positions.allSatisfy { box.contains($0) } == true)
  }

  @Test func `the invalid is clipped as well`() throws {
    let box = BoundingBox(west: 1.5, south: -1, east: 3, north: 3)
    let part = try PlanarTopology.clipped(.polygon(Shapes.bowTie), to: box)
    #expect(part?.positions.allSatisfy { box.contains($0) } == true)
  }

  @Test func `a box without inside is an error, an empty geometry is not`() throws {
    let line = BoundingBox(west: 1, south: 1, east: 1, north: 3)
    #expect(throws: TopologyError.self) {
      _ = try PlanarTopology.clipped(.polygon(Shapes.frame), to: line)
    }
    let box = BoundingBox(west: 0, south: 0, east: 1, north: 1)
    for geometry in Shapes.empty {
      #expect(try PlanarTopology.clipped(geometry, to: box) == nil)
    }
  }

  // MARK: - Failure

  @Test(arguments: Shapes.broken + Shapes.notFinite)
  func `what is no geometry is an error everywhere`(_ geometry: Geometry) {
    let box = BoundingBox(west: 0, south: 0, east: 1, north: 1)
    #expect(throws: TopologyError.self) { _ = try PlanarTopology.union([geometry]) }
    #expect(throws: TopologyError.self) { _ = try PlanarTopology.interiorPoint(of: geometry) }
    #expect(throws: TopologyError.self) { _ = try PlanarTopology.clipped(geometry, to: box) }
  }

  @Test(arguments: Shapes.empty)
  func `an empty geometry has no interior`(_ geometry: Geometry) {
    #expect(throws: TopologyError.self) { _ = try PlanarTopology.interiorPoint(of: geometry) }
  }

  @Test func `GEOS gives its version`() {
    #expect(PlanarTopology.geosVersion.contains("-CAPI-"))
  }
}
