internal import Geodesy

/// Rows 20 and 21: finds the positions within some distance of each centre.
enum FindWithin {
  static func run(positions: String, centers: String) throws -> Measured {
    let index = try Inputs.index(positions)
    let circles = try Inputs.circles(centers)
    let (seconds, found) = Measured.cpu {
      circles.map { index.indices(within: $0.radius, of: $0.center) }
    }
    return Measured(seconds: seconds, amount: circles.count, answer: Checksum(of: found).text)
  }

  /// Their number only.
  static func count(positions: String, centers: String) throws -> Measured {
    let index = try Inputs.index(positions)
    let circles = try Inputs.circles(centers)
    let (seconds, counts) = Measured.cpu {
      circles.map { index.count(within: $0.radius, of: $0.center) }
    }
    var checksum = Checksum()
    for count in counts { checksum.add("\(count);") }
    return Measured(seconds: seconds, amount: circles.count, answer: checksum.text)
  }
}
