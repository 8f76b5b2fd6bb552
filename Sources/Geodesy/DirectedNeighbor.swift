internal import SimpleFeatures

/// One of some positions, how far it is and in what direction.
public struct DirectedNeighbor: Hashable, Sendable {
  /// Its index in the positions.
  public var index: Int
  /// The geodesic to it.
  public var geodesic: RoundedGeodesic

  /// Makes a neighbour of an index and the geodesic to it.
  public init(index: Int, geodesic: RoundedGeodesic) {
    self.index = index
    self.geodesic = geodesic
  }

  /// Puts neighbours in the order of their exact distances, those of the same distance by index.
  ///
  /// Exact distances are asked for where others are too near each other. Positions that coincide need
  /// none.
  static func ordered(
    _ neighbors: [DirectedNeighbor], among positions: [Position], from origin: GeodesicOrigin
  ) -> [DirectedNeighbor] {
    var neighbors = neighbors.sorted(by: isOrdered)
    var start = 0
    while start < neighbors.count {
      var end = start + 1
      while end < neighbors.count
        && !RoundedGeodesic.isOrderCertain(neighbors[end - 1].geodesic, neighbors[end].geodesic)
      {
        end += 1
      }
      let first = positions[neighbors[start].index]
      if neighbors[start..<end].contains(where: { positions[$0.index] != first }) {
        let settled = neighbors[start..<end].map {
          DirectedNeighbor(index: $0.index, geodesic: origin.exact(to: positions[$0.index]))
        }
        neighbors.replaceSubrange(start..<end, with: settled.sorted(by: isOrdered))
      }
      start = end
    }
    return neighbors
  }

  private static func isOrdered(_ a: DirectedNeighbor, _ b: DirectedNeighbor) -> Bool {
    let (one, other) = (a.geodesic.distance, b.geodesic.distance)
    return one == other ? a.index < b.index : one < other
  }
}
