import NamedSeeds
import SimpleFeatures
import Testing

@testable import Geodesy

@Suite("Bounds by chords")
struct ChordBoundsTests {
  private let geodesic = Geodesic.wgs84

  @Test(arguments: Seed.allCases)
  func `a geodesic lies between its bounds, whatever its length`(_ seed: Seed) throws {
    var generator = seed.generator
    var broken = 0
    for round in 0..<350_000 {
      let start = Position.random(using: &generator)
      let end =
        switch round % 4 {
        case 0: Position.random(using: &generator)
        case 1: Position.random(around: start, degrees: 0.3, using: &generator)
        case 2: Position.random(around: start, degrees: 15, using: &generator)
        default:
          Position.random(
            around: Position(longitude: start.longitude + 180, latitude: -start.latitude),
            degrees: 2, using: &generator)
        }
      let length = geodesic.distance(from: start, to: end)
      let chord = try #require(EarthCenteredPosition(start)).squaredChord(
        to: try #require(EarthCenteredPosition(end))
      ).squareRoot()
      if chord > ChordBounds.longestChord(ofGeodesic: length.value * 100) { broken += 1 }
      if length.value * 100 > ChordBounds.longestGeodesic(ofChord: chord) { broken += 1 }
      let shorter = ChordBounds(radius: Meters(length.value.nextDown))
      let same = ChordBounds(radius: length)
      if chord <= shorter.certain || chord > same.possible { broken += 1 }
    }
    #expect(broken == 0)
  }

  @Test(arguments: [1, 25, 500, 25_000, 100_000, 1_000_000, 5_000_000])
  func `points a centimetre or two either side of a radius are decided as by PROJ`(
    _ radius: Double
  ) throws {
    var undecided = 0
    for center in Position.remarkable {
      let point = try #require(EarthCenteredPosition(center))
      let bounds = ChordBounds(radius: Meters(radius))
      var positions: [Position] = []
      for step in 0..<360 {
        positions.append(
          geodesic.destination(
            from: center, azimuth: Double(step),
            distance: Meters(radius + Double(step % 41 - 20) / 1000)))
      }
      let expected = positions.indices.filter {
        geodesic.distance(from: center, to: positions[$0]) <= Meters(radius)
      }
      #expect(expected.count > 100 && expected.count < 260)
      #expect(GeodesicIndex(positions).indices(within: Meters(radius), of: center) == expected)
      #expect(GeodesicIndex(positions).count(within: Meters(radius), of: center) == expected.count)
      for position in positions {
        let chord = try #require(EarthCenteredPosition(position)).squaredChord(to: point)
          .squareRoot()
        if chord > bounds.certain && chord <= bounds.possible { undecided += 1 }
      }
    }
    #expect(undecided > 300 * Position.remarkable.count, "mostly the geodesic is what decides")
  }

  @Test func `the zone that chords leave open is as narrow as it is said to be`() {
    for (radius, width) in [(25_000.0, 0.06), (100_000, 1.1), (1_000_000, 1050)] {
      let bounds = ChordBounds(radius: Meters(radius))
      #expect((bounds.possible - bounds.certain) / 100 < width)
    }
  }

  @Test func `no radius, every radius`() {
    #expect(ChordBounds(radius: Meters(-1)).possible < 0)
    #expect(ChordBounds(radius: Meters(.nan)).possible < 0)
    #expect(ChordBounds(radius: Meters(0)).certain < 0)
    #expect(ChordBounds(radius: Meters(0)).possible == 2)
    #expect(ChordBounds(radius: Meters(.infinity)).certain == ChordBounds.beyondAll)
    #expect(ChordBounds(radius: Meters(20_003_931.458)).certain < 1.253e9)
    #expect(ChordBounds(radius: Meters(20_003_931.459)).certain == ChordBounds.beyondAll)
  }

  @Test func `chords too long to say anything bound nothing`() {
    #expect(ChordBounds.longestGeodesic(ofChord: 1.2528e9).isFinite)
    #expect(ChordBounds.longestGeodesic(ofChord: 1.253e9) == .infinity)
    // Both branches of the arcsine, where they meet.
    let chord = 0.7 * 2 * 633_543_932.7
    let below = ChordBounds.longestGeodesic(ofChord: chord - 10)
    let above = ChordBounds.longestGeodesic(ofChord: chord + 10)
    #expect(above > below - 3e6 && above < below + 100)
  }
}
