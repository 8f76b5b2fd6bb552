import Geodesy
import SimpleFeatures
import Testing

@testable import Cartography

@Suite("A projection that was asked for") struct ProjectionCheckTests {
  private func map(_ code: Int, _ area: BoundingBox) throws -> RegionMap {
    try RegionMap(
      MapContent(incidents: []),
      options: MapOptions(title: "", crs: CoordinateReferenceSystem("EPSG:\(code)"), area: area))
  }

  private let kosovo = BoundingBox(west: 20, south: 42, east: 21.8, north: 43.3)

  @Test(arguments: [
    32634,  // its UTM zone
    3035,  // equal-area for Europe
    3857,  // Web Mercator
    8857,  // Equal Earth
  ])
  func `a system for the area is taken without a word`(code: Int) throws {
    let map = try map(code, kosovo)
    #expect(map.warnings.isEmpty)
    #expect(map.system == .epsg(code))
  }

  @Test(arguments: [32635, 31469])
  func `a neighbouring zone is taken with a warning that the sheet repeats`(code: Int) throws {
    let map = try map(code, kosovo)
    let warning = try #require(map.warnings.first)
    #expect(warning.hasPrefix("EPSG:\(code) is meant for "))
    #expect(map.sheet.text.footer.joined(separator: " ").contains(warning))
  }

  @Test(arguments: [
    (32660, "north would not be up"),  // a UTM zone on the other side of the Earth
    (3031, "lengths would differ by a factor"),  // Antarctica
    (2263, "US survey foot"), (4326, "degrees"), (4978, "middle of the Earth"),
    (2048, "west and south"), (5703, "heights only"),
  ])
  func `a system that cannot show the area is refused with the reason`(
    code: Int, reason: String
  ) throws {
    let error = #expect(throws: CartographyError.self) { try map(code, kosovo) }
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    #expect(error?.description.contains("or leave the choice to auto") == true)
  }

  @Test func `polar systems are taken around their poles`() throws {
    let arctic = BoundingBox(west: -180, south: 70, east: 180, north: 90)
    #expect(try map(3413, arctic).warnings.isEmpty)
    #expect(throws: CartographyError.self) { try map(3031, arctic) }
  }

  @Test func `Web Mercator shows the world but for the poles`() throws {
    let most = BoundingBox(west: -180, south: -84, east: 180, north: 84)
    #expect(try map(3857, most).warnings.isEmpty)
    let all = BoundingBox(west: -180, south: -90, east: 180, north: 90)
    #expect(throws: CartographyError.self) { try map(3857, all) }
  }

  @Test func `incidents that have no place in a projection do not move its frame`() throws {
    let incidents = [
      Samples.incident("a", longitude: 20.8, latitude: 43.1),
      Samples.incident("b", longitude: 20.6, latitude: 42.9),
    ]
    let options = MapOptions(title: "", crs: .epsg(3857))
    let sheet = try MapSheet(content: MapContent(incidents: incidents), options: options)
    #expect(sheet.clusters.count == 2)
    // Web Mercator stretches by 1.37 at 43° N: the bar says what is true there.
    let bar = try #require(sheet.furniture.scaleBar)
    let plane = bar.pixels * sheet.frame.metersPerPixel
    #expect((plane / bar.length.value - 1.369).magnitude < 0.01)
  }
}
