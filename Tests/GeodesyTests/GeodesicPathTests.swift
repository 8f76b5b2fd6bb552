import NamedSeeds
import SimpleFeatures
import Testing

@testable import Geodesy

@Suite("Paths")
struct GeodesicPathTests {
  private let geodesic = Geodesic.wgs84

  @Test func `a point on a meridian is found at the foot of its geodesic`() throws {
    // The equator is a geodesic and meets every meridian at a right angle.
    let path = GeodesicPath([
      [Position(longitude: 10, latitude: -50), Position(longitude: 10, latitude: 40)]
    ])
    let origin = Position(longitude: 13, latitude: 0)
    let nearest = try #require(path.nearest(to: origin))
    #expect(abs(nearest.position.latitude) < 1e-9)
    #expect(nearest.position.longitude == 10)
    let straight = geodesic.distance(from: origin, to: Position(longitude: 10, latitude: 0))
    #expect(abs(nearest.distance.value - straight.value) < 1e-6)
  }

  @Test func `a line along a parallel is the parallel, not the geodesic`() throws {
    let start = Position(longitude: 10, latitude: 45)
    let path = GeodesicPath([[start, Position(longitude: 22.7, latitude: 45)]])
    let inverse = geodesic.inverse(from: start, to: Position(longitude: 22.7, latitude: 45))
    let middle = geodesic.destination(
      from: start, azimuth: inverse.azimuth, distance: Meters(inverse.distance.value / 2))
    let nearest = try #require(path.nearest(to: middle))
    #expect(nearest.position.latitude == 45)
    #expect(nearest.distance > .kilometers(19) && nearest.distance < .kilometers(21))
    for part in stride(from: 0.0, through: 12.7, by: 0.37) {
      let on = try #require(path.nearest(to: Position(longitude: 10 + part, latitude: 45)))
      #expect(on.distance < Meters(2e-6))
    }
  }

  @Test func `a line goes the way its longitudes say`() throws {
    let long = GeodesicPath([
      [Position(longitude: 179, latitude: 10), Position(longitude: -179, latitude: 10)]
    ])
    let short = GeodesicPath([
      [Position(longitude: 179, latitude: 10), Position(longitude: 181, latitude: 10)]
    ])
    let across = Position(longitude: -180, latitude: 10)
    #expect(try #require(long.nearest(to: across)).distance > .kilometers(100))
    #expect(try #require(short.nearest(to: across)).distance < Meters(1e-5))
    let opposite = Position(longitude: 0, latitude: 10)
    #expect(try #require(long.nearest(to: opposite)).distance < Meters(1e-5))
    #expect(try #require(short.nearest(to: opposite)).distance > .kilometers(15_000))
  }

  @Test(arguments: Seed.allCases)
  func `no point along a line is nearer than the nearest`(_ seed: Seed) throws {
    var generator = seed.generator
    for round in 0..<40 {
      let reach = round == 11 ? 170 : [0.01, 0.5, 5][round % 3]
      let start = round < 10 ? Position.remarkable[round] : Position.random(using: &generator)
      var line = [start]
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        line.append(.random(around: line[line.count - 1], degrees: reach, using: &generator))
      }
      let path = GeodesicPath([line])
      for _ in 0..<4 {
        let position =
          Bool.random(using: &generator)
          ? Position.random(using: &generator)
          : Position.random(around: start, degrees: reach, using: &generator)
        let nearest = try #require(path.nearest(to: position))
        #expect(
          nearest.distance == geodesic.distance(from: position, to: nearest.position))
        let walked = Self.leastDistance(of: position, to: line)
        #expect(nearest.distance.value <= walked + 1e-6)
      }
    }
  }

  @Test func `pieces leave their chords by a metre at most`() {
    let line = [
      Position(longitude: 0, latitude: 0), Position(longitude: 100, latitude: 0),
      Position(longitude: 101, latitude: 80), Position(longitude: -150, latitude: 80),
      Position(longitude: 20, latitude: -70), Position(longitude: 20, latitude: -90),
    ]
    let path = GeodesicPath([line])
    #expect(path.pieces.count > 1000)
    var worst = 0.0
    var longest = 0.0
    for piece in path.pieces {
      let chord = PackedChords([piece])
      for part in stride(from: 0.05, through: 0.95, by: 0.05) {
        guard let point = EarthCenteredPosition(piece.position(at: part)) else { continue }
        let squares = chord.squaredDistances(to: PackedPoints.Splat(point))
        worst = max(worst, Double(squares[0]).squareRoot())
      }
      longest = max(longest, piece.startPoint.squaredChord(to: piece.endPoint).squareRoot())
    }
    #expect(worst < PathPiece.deviation + 1 && worst > PathPiece.deviation / 2)
    #expect(longest < 8e5)
  }

  @Test(arguments: Seed.allCases)
  func `what lies within a distance of a path is what its distances say`(_ seed: Seed) {
    var generator = seed.generator
    let positions = mixedPositions(120, using: &generator)
    let index = GeodesicIndex(positions)
    for round in 0..<3 {
      let start = positions.randomElement(using: &generator) ?? Position.remarkable[0]
      var line = [start]
      for _ in 0..<5 {
        line.append(
          .random(
            around: line[line.count - 1], degrees: [0.02, 0.3, 2][round % 3], using: &generator))
      }
      let path = GeodesicPath([line, [Position.remarkable[round % 10]]])
      let expected = positions.indices.compactMap { index in
        path.nearest(to: positions[index]).map {
          GeodesicNeighbor(index: index, distance: $0.distance)
        }
      }.sorted()
      for radius in [0, 0.001, 1200, 15_000, 400_000, 9e6, 1.99e7, 2.1e7].map(Meters.init) {
        let within = expected.filter { $0.distance <= radius }
        #expect(index.indices(within: radius, of: path) == within.map(\.index).sorted())
        if round == 0 { #expect(index.neighbors(within: radius, of: path) == within) }
      }
    }
  }

  @Test func `points a hair either side of a distance are decided by geodesics`() {
    let road = [
      Position(longitude: 20, latitude: 43), Position(longitude: 20.5, latitude: 43.2),
      Position(longitude: 21, latitude: 43),
    ]
    let path = GeodesicPath([road])
    var positions: [Position] = []
    for step in 0..<200 {
      let offset = Double(step - 100) / 50
      positions.append(
        geodesic.destination(from: road[1], azimuth: 0, distance: Meters(5000 + offset)))
    }
    let found = GeodesicIndex(positions).indices(within: Meters(5000), of: path)
    #expect(found == Array(0...100) || found == Array(0..<100))
  }

  @Test func `a line is interrupted where there is no position`() throws {
    let path = GeodesicPath([
      [
        Position(longitude: 0, latitude: 0), Position(longitude: 1, latitude: 0),
        Position(longitude: .nan, latitude: 0), Position(longitude: 3, latitude: 0),
        Position(longitude: 4, latitude: 95), Position(longitude: 5, latitude: 0),
        Position(longitude: 6, latitude: 0),
      ], [],
    ])
    #expect(
      try #require(path.nearest(to: Position(longitude: 0.5, latitude: 0))).distance.value < 1e-5)
    #expect(try #require(path.nearest(to: Position(longitude: 3, latitude: 0))).distance.value == 0)
    #expect(
      try #require(path.nearest(to: Position(longitude: 2, latitude: 0))).distance
        > .kilometers(100))
    #expect(
      try #require(path.nearest(to: Position(longitude: 5.5, latitude: 0))).distance.value < 1e-5)
  }

  @Test func `an empty path is near nothing, and nowhere is near no path`() {
    let empty = GeodesicPath([[], [Position(longitude: .infinity, latitude: 0)]])
    #expect(empty.isEmpty)
    #expect(empty.nearest(to: Position.remarkable[0]) == nil)
    #expect(empty.farthestDistance(to: Position.remarkable[0]) == nil)
    let index = GeodesicIndex(Position.remarkable)
    #expect(index.indices(within: .kilometers(30_000), of: empty).isEmpty)
    let point = GeodesicPath([[Position.remarkable[0]]])
    #expect(point.nearest(to: Position(longitude: 0, latitude: .nan)) == nil)
    #expect(point.nearest(to: Position.remarkable[0])?.distance == Meters(0))
    for radius in [-1, Double.nan] {
      #expect(index.indices(within: Meters(radius), of: point).isEmpty)
    }
    #expect(index.indices(within: Meters(0), of: point) == [0])
    #expect(index.indices(within: .kilometers(30_000), of: point) == Array(0..<10))
  }

  @Test(arguments: Seed.allCases)
  func `no vertex is farther than the farthest`(_ seed: Seed) throws {
    var generator = seed.generator
    for _ in 0..<5 {
      let line = (0..<6).map { _ in
        Position.random(
          around: Position(longitude: 20, latitude: 60), degrees: 5, using: &generator)
      }
      let path = GeodesicPath([line])
      for position in Position.remarkable {
        let farthest = try #require(path.farthestDistance(to: position)).value
        let vertices = line.map { geodesic.distance(from: position, to: $0).value }.max() ?? 0
        #expect(farthest >= vertices && farthest < vertices + 40_000)
        let brute = path.pieces.map {
          max(
            geodesic.distance(from: position, to: $0.start).value,
            geodesic.distance(from: position, to: $0.end).value)
        }.max()
        #expect(farthest == brute)
      }
    }
  }

  /// The least distance to a line in steps that get finer around the least so far, in metres.
  private static func leastDistance(of position: Position, to line: [Position]) -> Double {
    var least = Geodesic.wgs84.distance(from: position, to: line[0]).value
    for (start, end) in zip(line, line.dropFirst()) {
      var range = 0.0...1.0
      for _ in 0..<12 {
        let step = (range.upperBound - range.lowerBound) / 20
        var best = (part: 0.0, distance: Double.infinity)
        for number in 0...20 {
          let part = range.lowerBound + Double(number) * step
          let distance = Geodesic.wgs84.distance(
            from: position,
            to: Position(
              longitude: start.longitude + part * (end.longitude - start.longitude),
              latitude: start.latitude + part * (end.latitude - start.latitude))
          ).value
          if distance < best.distance { best = (part, distance) }
        }
        least = min(least, best.distance)
        range = max(0, best.part - step)...min(1, best.part + step)
      }
    }
    return least
  }
}
