import SimpleFeatures
import Testing
import Topology

@Suite("Validity")
struct ValidityTests {
  @Test func `a bow-tie is named where it crosses itself`() {
    // Source: shapely 2.2.0 with GEOS 3.14.1: Self-intersection[1 1].
    let fault = PlanarTopology.validityFault(of: .polygon(Shapes.bowTie))
    #expect(fault == ValidityFault(reason: "Self-intersection", position: Position(1, 1)))
    #expect(fault?.description == "Self-intersection at 1.0, 1.0")
  }

  @Test func `a hole outside of its polygon is named`() {
    let polygon = Polygon(
      west: 0, south: 0, east: 1, north: 1,
      holes: [Polygon(west: 5, south: 5, east: 6, north: 6)])
    let fault = PlanarTopology.validityFault(of: .polygon(polygon))
    #expect(fault?.reason == "Hole lies outside shell")
    #expect(fault?.position != nil)
  }

  @Test(arguments: [
    Geometry.point(Position(20.8, 43.1)),
    .lineString([Position(0, 0), Position(2, 2), Position(2, 0), Position(0, 2)]),
    .polygon(Shapes.frame), .polygon(Shapes.bracket),
    .collection([.point(Position(1, 1)), .polygon(Shapes.frame)]),
  ])
  func `a valid geometry has no fault and stays what it is`(_ geometry: Geometry) throws {
    #expect(PlanarTopology.validityFault(of: geometry) == nil)
    #expect(try PlanarTopology.repaired(geometry) == geometry)
  }

  @Test func `a bow-tie is repaired to its two triangles`() throws {
    let repaired = try PlanarTopology.repaired(.polygon(Shapes.bowTie))
    #expect(PlanarTopology.validityFault(of: repaired) == nil)
    guard case .multiPolygon(let triangles) = repaired else {
      Issue.record("not a multipolygon")
      return
    }
    // Source: shapely 2.2.0 with GEOS 3.14.1.
    #expect(triangles.map(\.doubleArea) == [2, 2])
    #expect(
      Set(triangles.map { Set($0.exterior) }) == [
        [Position(0, 0), Position(0, 2), Position(1, 1)],
        [Position(2, 0), Position(2, 2), Position(1, 1)],
      ])
  }

  @Test func `a geometry that cannot be built has its defect named`() {
    #expect(
      Shapes.broken.map { PlanarTopology.validityFault(of: $0)?.reason } == [
        "a ring has fewer than four positions, the last of which repeats the first",
        "a ring has fewer than four positions, the last of which repeats the first",
        "a ring is not closed",
        "a ring has fewer than four positions, the last of which repeats the first",
        "a polygon has holes but no outer ring",
        "a line has a single position",
      ])
  }

  @Test(arguments: Shapes.broken)
  func `a geometry that cannot be built has no repair`(_ geometry: Geometry) {
    let reason = PlanarTopology.validityFault(of: geometry)?.reason ?? ""
    let error = #expect(throws: TopologyError.self) {
      _ = try PlanarTopology.repaired(geometry)
    }
    #expect(error?.description == "cannot repair a geometry: \(reason)")
  }

  @Test(arguments: Shapes.notFinite)
  func `a coordinate that is not finite is a fault`(_ geometry: Geometry) {
    #expect(PlanarTopology.validityFault(of: geometry)?.reason == "a coordinate is not finite")
    #expect(throws: TopologyError.self) { _ = try PlanarTopology.repaired(geometry) }
  }

  @Test(arguments: Shapes.empty)
  func `an empty geometry is a fault`(_ geometry: Geometry) {
    #expect(PlanarTopology.validityFault(of: geometry)?.reason == "the geometry is empty")
  }
}
