internal import Geodesy

/// Row 22: finds the ten nearest positions of each centre, in the order of their geodesics.
enum FindNearest {
  static func run(positions: String, centers: String) throws -> Measured {
    let index = try Inputs.index(positions)
    let circles = try Inputs.circles(centers)
    let (seconds, found) = Measured.cpu {
      circles.map { index.nearest(10, to: $0.center) }
    }
    let numbers = found.map { $0.map(\.index) }
    return Measured(seconds: seconds, amount: circles.count, answer: Checksum(of: numbers).text)
  }
}
