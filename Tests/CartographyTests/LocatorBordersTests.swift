import Geodesy
import SimpleFeatures
import Testing

@testable import Cartography

@Suite("Borders of the locator inset") struct LocatorBordersTests {
  /// Two areas of one country, and a neighbour east of them.
  private static func layers(between status: BorderStatus) -> BasemapLayers {
    func line(_ longitude: Double, _ status: BorderStatus) -> Feature {
      Feature(
        geometry: .lineString([
          Position(longitude: longitude, latitude: 38),
          Position(longitude: longitude, latitude: 48),
        ]), properties: ["status": .text(status.rawValue)])
    }
    return BasemapLayers(
      world: Layer(
        name: "world",
        features: [
          Samples.box(10, 38, 20, 48, ["country": "AA"]),
          Samples.box(20, 38, 24, 48, ["country": "AA", "part_of": "AA"]),
          Samples.box(24, 38, 30, 48, ["country": "BB"]),
        ]),
      worldBorders: Layer(
        name: "world-borders", features: [line(20, status), line(24, .international)]))
  }

  private func locator(_ layers: BasemapLayers) throws -> LocatorInset {
    let options = MapOptions(
      title: "", area: BoundingBox(west: 21, south: 42, east: 22, north: 43))
    let sheet = try MapSheet(content: MapContent(layers: layers, incidents: []), options: options)
    return try #require(sheet.locator)
  }

  @Test func `lines inside a country are not drawn, contested ones are`() throws {
    #expect(try locator(Self.layers(between: .internal)).borders.count == 1)
    #expect(try locator(Self.layers(between: .lineOfControl)).borders.count == 2)
    #expect(try locator(Self.layers(between: .internal)).land.count == 3)
  }

  @Test func `what is no border is coast`() throws {
    let edges = EdgeSet(of: Self.layers(between: .internal).worldBorders)
    let parts = Self.layers(between: .internal).world.features
      .flatMap { $0.geometry?.polygons ?? [] }.map { edges.parts(of: $0.exterior) }
    // Vertices: south, then north and west of the western area; south and north; south to north.
    #expect(parts.map { $0.map(\.count) } == [[2, 3], [2, 2], [4]])
    #expect(try locator(Self.layers(between: .internal)).coasts.isEmpty == false)
  }
}
