internal import Topology

/// Row 24: tells which of many polygons each position is in; taking up the polygons does not count.
enum FindInside {
  static func run(positions: String, polygons: String) throws -> Measured {
    let positions = try Inputs.positions(positions)
    let locator = try AreaLocator(try Inputs.geometries(polygons))
    let (seconds, found) = Measured.cpu { locator.firstAreas(covering: positions) }
    var checksum = Checksum()
    for (position, area) in found.enumerated() where area >= 0 {
      checksum.add("\(position) \(area);")
    }
    return Measured(seconds: seconds, amount: positions.count, answer: checksum.text)
  }
}
