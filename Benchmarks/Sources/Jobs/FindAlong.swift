internal import Geodesy
internal import SimpleFeatures

/// Row 23: finds the positions within 5 km of a line; making the index does not count.
enum FindAlong {
  static func run(positions: String, line: String) throws -> Measured {
    let index = try Inputs.index(positions)
    let lines = try Inputs.geometries(line).flatMap(\.lines)
    let rounds = 200
    let (seconds, found) = Measured.cpu {
      (0..<rounds).map { _ in index.indices(within: .kilometers(5), of: GeodesicPath(lines)) }
    }
    return Measured(seconds: seconds, amount: rounds, answer: "\(found[0].count)")
  }
}
