import Geodesy
import Testing

@Suite("Compass directions")
struct CompassDirectionTests {
  @Test func `each wind stands for its own azimuth`() {
    #expect(CompassDirection.allCases.count == 16)
    for (index, direction) in CompassDirection.allCases.enumerated() {
      #expect(CompassDirection(azimuth: Double(index) * 22.5) == direction)
    }
  }

  @Test(arguments: [
    (0, "N", "north"), (11.24, "N", "north"), (11.25, "NNE", "north-northeast"),
    (44, "NE", "northeast"), (172, "S", "south"), (191.3, "SSW", "south-southwest"),
    (326.2, "NW", "northwest"), (326.3, "NNW", "north-northwest"),
    (348.74, "NNW", "north-northwest"), (348.75, "N", "north"), (359.9, "N", "north"),
  ])
  func `an azimuth belongs to the nearest wind`(
    azimuth: Double, abbreviation: String, words: String
  ) {
    let direction = CompassDirection(azimuth: azimuth)
    #expect(direction?.abbreviation == abbreviation)
    #expect(direction?.words == words)
  }

  @Test(arguments: [
    (-90, CompassDirection.west), (360, .north), (-11.25, .north), (-11.26, .northNorthwest),
    (765, .northeast), (-360, .north), (-371.26, .northNorthwest), (36e9 + 90, .east),
  ])
  func `whole turns change nothing`(azimuth: Double, direction: CompassDirection) {
    #expect(CompassDirection(azimuth: azimuth) == direction)
  }

  @Test func `what is not finite has no direction`() {
    #expect(CompassDirection(azimuth: .nan) == nil)
    #expect(CompassDirection(azimuth: .infinity) == nil)
    #expect(CompassDirection(azimuth: .greatestFiniteMagnitude) != nil)
  }
}
