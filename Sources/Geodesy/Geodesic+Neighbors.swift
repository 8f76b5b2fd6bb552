public import SimpleFeatures

extension Geodesic {
  /// Which of some positions lie within a distance of a position, how far and in what direction.
  ///
  /// The positions found and their order are those of `geod_inverse`, and distances and azimuths are
  /// its to the digits of a millimetre and a thousandth of a degree. For geodesics of up to 50 km a
  /// series, certain to a ten-thousandth of a millimetre, usually settles that. PROJ is asked about the
  /// others: where a number is as near as that to the radius, to another distance, or to where rounding
  /// changes. So a question with few answers seldom needs PROJ, which takes 10 ms to load.
  ///
  /// ```swift
  /// Geodesic.wgs84.neighbors(within: .kilometers(2), of: leposavić, among: candidates)
  /// ```
  ///
  /// - Parameters:
  ///   - radius: The distance in metres, itself included; nothing lies within a negative one.
  ///   - center: Any position.
  ///   - positions: Any positions. For many, or many questions, ``GeodesicIndex`` is quicker.
  /// - Returns: The positions by ascending distance, those of the same distance by index. The azimuth
  ///   to a position that coincides with the centre is 0.
  public func neighbors(
    within radius: Meters, of center: Position, among positions: [Position]
  ) -> [DirectedNeighbor] {
    guard radius.value >= 0, let start = SurfacePoint(center) else { return [] }
    var found: [DirectedNeighbor] = []
    for index in positions.indices {
      guard let end = SurfacePoint(positions[index]) else { continue }
      if let short = ShortGeodesic(from: start, to: end) {
        let excess = short.distance - radius.value
        if abs(excess) > ShortGeodesic.distanceError && short.isCertainWhenRounded {
          guard excess < 0 else { continue }
          found.append(
            DirectedNeighbor(
              index: index, distance: Meters(short.distance), azimuth: short.azimuth))
          continue
        }
      } else if start.squaredChord(to: end).squareRoot() > radius.value + 1e-3 {
        continue
      }
      let neighbor = neighbor(index, among: positions, of: center)
      if neighbor.distance <= radius { found.append(neighbor) }
    }
    found.sort(by: DirectedNeighbor.isOrdered)
    settleOrder(of: &found, among: positions, of: center)
    return found
  }

  /// Asks PROJ about neighbours that the series cannot tell apart, and puts them in order.
  private func settleOrder(
    of neighbors: inout [DirectedNeighbor], among positions: [Position], of center: Position
  ) {
    var start = 0
    while start < neighbors.count {
      var end = start + 1
      while end < neighbors.count
        && neighbors[end].distance.value - neighbors[end - 1].distance.value
          <= 2 * ShortGeodesic.distanceError
      {
        end += 1
      }
      let first = positions[neighbors[start].index]
      if neighbors[start..<end].contains(where: { positions[$0.index] != first }) {
        let settled = neighbors[start..<end].map {
          neighbor($0.index, among: positions, of: center)
        }
        neighbors.replaceSubrange(start..<end, with: settled.sorted(by: DirectedNeighbor.isOrdered))
      }
      start = end
    }
  }

  /// What `geod_inverse` says of a position.
  private func neighbor(
    _ index: Int, among positions: [Position], of center: Position
  ) -> DirectedNeighbor {
    let inverse = inverse(from: center, to: positions[index])
    return DirectedNeighbor(
      index: index, distance: inverse.distance,
      azimuth: inverse.distance.value == 0 ? 0 : inverse.azimuth)
  }
}

/// One of some positions, how far it is and in what direction.
public struct DirectedNeighbor: Hashable, Sendable {
  /// Its index in the positions.
  public var index: Int
  /// The geodesic distance to it.
  public var distance: Meters
  /// The azimuth at the position asked about, in degrees clockwise from true north, 0 ..< 360.
  public var azimuth: Double

  /// Makes a neighbour from an index, a distance and an azimuth.
  public init(index: Int, distance: Meters, azimuth: Double) {
    self.index = index
    self.distance = distance
    self.azimuth = azimuth
  }

  static func isOrdered(_ a: DirectedNeighbor, _ b: DirectedNeighbor) -> Bool {
    a.distance == b.distance ? a.index < b.index : a.distance < b.distance
  }
}

extension ShortGeodesic {
  /// Whether the numbers have the digits of those that PROJ gives.
  ///
  /// The distance to a millimetre, the azimuth to a thousandth of a degree. Where the ends coincide
  /// they have.
  fileprivate var isCertainWhenRounded: Bool {
    distance == 0
      || Self.isCertain(distance * 1000, error: Self.distanceError * 1000)
        && Self.isCertain(azimuth * 1000, error: azimuthError * 1000)
  }

  /// Whether a number within an error would be rounded to the same whole number.
  private static func isCertain(_ value: Double, error: Double) -> Bool {
    // One in 2⁴⁰ parts goes to what rounding itself may do.
    let error = error + value * 0x1p-40
    return (value - error).rounded() == (value + error).rounded()
  }
}

extension SurfacePoint {
  /// The square of the straight line to another point, in square metres.
  fileprivate func squaredChord(to other: SurfacePoint) -> Double {
    let (x, y, z) = (self.x - other.x, self.y - other.y, self.z - other.z)
    return x * x + y * y + z * z
  }
}
