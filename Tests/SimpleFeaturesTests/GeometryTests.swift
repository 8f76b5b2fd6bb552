import SimpleFeatures
import Testing

@Suite("Geometries")
struct GeometryTests {
  private let a = Position(longitude: 0, latitude: 0)
  private let b = Position(longitude: 4, latitude: 0)
  private let c = Position(longitude: 4, latitude: 4)

  @Test func `positions come in the geometry's order`() {
    let triangle = Polygon(exterior: [a, b, c, a], interiors: [[c, b, a, c]])
    #expect(Geometry.point(a).positions == [a])
    #expect(Geometry.multiPoint([b, a]).positions == [b, a])
    #expect(Geometry.multiLineString([[a, b], [c, b]]).positions == [a, b, c, b])
    #expect(Geometry.polygon(triangle).positions == [a, b, c, a, c, b, a, c])
    #expect(Geometry.collection([.point(c), .lineString([a, b])]).positions == [c, a, b])
    #expect(Geometry.multiPolygon([triangle, triangle]).positions.count == 16)
  }

  @Test func `areas and lines are found in a collection`() {
    let triangle = Polygon(exterior: [a, b, c, a])
    let collection = Geometry.collection([
      .point(a), .multiPolygon([triangle]), .collection([.lineString([a, b])]),
      .multiLineString([[b, c]]), .polygon(triangle),
    ])
    #expect(collection.polygons == [triangle, triangle])
    #expect(collection.lines == [[a, b], [b, c]])
    #expect(Geometry.point(a).polygons.isEmpty && Geometry.point(a).lines.isEmpty)
  }

  @Test(arguments: [
    (180, 90, true), (-180, -90, true), (20.8, 43.1, true), (180.1, 0, false), (0, 95, false),
    (.nan, 0, false), (0, .infinity, false),
  ])
  func `a position is valid within the ranges of the earth`(
    longitude: Double, latitude: Double, isValid: Bool
  ) {
    #expect(Position(longitude: longitude, latitude: latitude).isValid == isValid)
  }

  @Test func `lengths are compared in metres`() {
    #expect(Meters.kilometers(2.5) == Meters(2500))
    #expect(Meters(999) < .kilometers(1))
  }
}
