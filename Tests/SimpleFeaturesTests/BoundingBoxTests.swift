import SimpleFeatures
import Testing

@Suite("Bounding boxes")
struct BoundingBoxTests {
  private let kosovo = BoundingBox(west: 20, south: 41.8, east: 21.8, north: 43.3)

  @Test(arguments: [
    (20.8, 43.1, true), (20, 41.8, true), (21.8, 43.3, true), (19.999, 43, false),
    (21.801, 43, false), (20.8, 41.799, false), (20.8, 43.301, false), (43.1, 20.8, false),
    (.nan, 43, false), (20.8, .nan, false), (.infinity, 43, false),
  ])
  func `edges belong to the box`(longitude: Double, latitude: Double, isInside: Bool) {
    let position = Position(longitude: longitude, latitude: latitude)
    #expect(kosovo.contains(position) == isInside)
    #expect(!kosovo.crossesAntimeridian)
  }

  @Test(arguments: [
    (179, true), (180, true), (-180, true), (-179, true), (178, true), (-178, true),
    (177.9, false), (-177.9, false), (0, false),
  ])
  func `a box can cross the antimeridian`(longitude: Double, isInside: Bool) {
    let fiji = BoundingBox(west: 178, south: -20, east: -178, north: -15)
    #expect(fiji.crossesAntimeridian)
    #expect(fiji.contains(Position(longitude: longitude, latitude: -17)) == isInside)
    #expect(!fiji.contains(Position(longitude: longitude, latitude: 17)))
  }

  @Test func `the smallest box touches the outermost positions`() {
    let positions = [
      Position(longitude: 20.8, latitude: 43.1), Position(longitude: 20, latitude: 42.2),
      Position(longitude: 21.8, latitude: 41.8), Position(longitude: 21, latitude: 43.3),
    ]
    #expect(BoundingBox(enclosing: positions) == kosovo)
    #expect(
      BoundingBox(enclosing: positions.prefix(1))
        == BoundingBox(west: 20.8, south: 43.1, east: 20.8, north: 43.1))
    #expect(BoundingBox(enclosing: [Position]()) == nil)
  }
}
