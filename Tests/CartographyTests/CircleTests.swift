import Geodesy
import SimpleFeatures
import Testing

@testable import Cartography

@Suite("The circle around a place") struct CircleTests {
  private func sheet(
    _ longitude: Double, _ latitude: Double, kilometers: Double, name: String = "Leposavić",
    width: Int = 1200
  ) throws -> MapSheet {
    let circle = MapCircle(
      center: Position(longitude: longitude, latitude: latitude), radius: .kilometers(kilometers),
      name: name)
    return try MapSheet(
      content: MapContent(layers: Samples.layers, incidents: [Samples.incident("i-1")]),
      options: MapOptions(title: "", width: width, circle: circle))
  }

  @Test(arguments: [
    (20.8028, 43.1039, 25.0), (20.8028, 43.1039, 0.2), (179.9, -17, 300), (15, 78, 900),
    (0, 89.5, 500), (-60, -30, 6000), (20, 10, 10_000),
  ])
  func `the whole circle is seen, round and filling the frame`(
    longitude: Double, latitude: Double, kilometers: Double
  ) throws {
    let sheet = try sheet(longitude, latitude, kilometers: kilometers)
    let center = Position(longitude: longitude, latitude: latitude)
    let ring = Geodesic.wgs84.ring(
      around: center, radius: .kilometers(kilometers), vertices: 72)
    let pixels = sheet.frame.pixels(ring)
    #expect(pixels.count == ring.count)
    #expect(pixels.allSatisfy { sheet.frame.box.contains($0) })
    let middle = try #require(sheet.frame.pixel(center))
    let radii = pixels.map { $0.distance(to: middle) }
    let (least, most) = (radii.min() ?? 0, radii.max() ?? 0)
    #expect(most / least < 1.01)
    #expect(2.3 * most > min(sheet.frame.box.width, sheet.frame.box.height))
  }

  @Test func `the ring says what it is, in the frame and off the incidents`() throws {
    let sheet = try sheet(20.8028, 43.1039, kilometers: 25)
    let ring = try #require(sheet.furniture.ring)
    #expect(ring.label?.text == "25 km around Leposavić")
    let box = try #require(ring.labelBox)
    #expect(sheet.frame.box.contains(box))
    #expect(!sheet.incidents.circles.contains { box.overlaps($0) })
    #expect(!sheet.labels.contains { $0.box.bounds.overlaps(box) })
    let others = [sheet.furniture.legendBox, sheet.furniture.scaleBox, sheet.furniture.locatorBox]
    #expect(!others.compactMap(\.self).contains { $0.overlaps(box) })
  }

  @Test(arguments: [
    (25.0, "A", "25 km around A"), (0.3, "A", "300 m around A"), (2.5, "", "2.5 km"),
    (1500, "A", "1,500 km around A"),
  ])
  func `a circle is put in words`(kilometers: Double, name: String, text: String) {
    let circle = MapCircle(
      center: Position(longitude: 0, latitude: 0), radius: .kilometers(kilometers), name: name)
    #expect(CircleRing.text(circle) == text)
  }

  @Test(arguments: [0, -1, 10_001, Double.infinity])
  func `a radius of nothing or of half the Earth is an error`(kilometers: Double) {
    let error = #expect(throws: CartographyError.self) {
      try sheet(20, 43, kilometers: kilometers)
    }
    #expect(error?.description.contains("up to 10000 km") == true)
  }

  @Test(arguments: [
    (0.0, 25.0), (3, 25), (16, 25), (17, 50), (35, 100), (157, 500), (6000, 10_000),
    (1e9, 10_000),
  ])
  func `without a radius the circle is as wide as the place is vague`(
    uncertainty: Double, radius: Double
  ) {
    #expect(MapCircle.radius(around: .kilometers(uncertainty)) == .kilometers(radius))
  }
}
