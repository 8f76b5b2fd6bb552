import SimpleFeatures
import Testing

@Suite("The narrowest box") struct NarrowestBoxTests {
  private func box(_ longitudes: [Double]) -> BoundingBox? {
    BoundingBox(narrowestAround: longitudes.map { Position(longitude: $0, latitude: 10) })
  }

  @Test func `it crosses the antimeridian where that is shorter`() {
    #expect(box([177, -179, 180]) == BoundingBox(west: 177, south: 10, east: -179, north: 10))
    #expect(box([20, 21, 22]) == BoundingBox(west: 20, south: 10, east: 22, north: 10))
    #expect(box([-100, 0, 100]) == BoundingBox(west: -100, south: 10, east: 100, north: 10))
    #expect(box([5]) == BoundingBox(west: 5, south: 10, east: 5, north: 10))
    #expect(box([]) == nil)
  }

  @Test func `the world's rectangle is the whole world`() {
    let corners = [(-180.0, -90.0), (180, -90), (180, 90), (-180, 90), (-180, -90)]
      .map { Position(longitude: $0.0, latitude: $0.1) }
    #expect(
      BoundingBox(narrowestAround: corners)
        == BoundingBox(west: -180, south: -90, east: 180, north: 90))
  }
}
