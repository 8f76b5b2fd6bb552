public import SimpleFeatures

extension GeodesicIndex {
  /// The positions nearest to a position, in exact geodesic order.
  ///
  /// ```swift
  /// index.nearest(3, to: leposavić) { incidents[$0].type == .riots }
  /// ```
  ///
  /// - Parameters:
  ///   - count: How many to look for; none where it is not above zero.
  ///   - center: Any position.
  ///   - isIncluded: Is asked of indices into the positions, which of them count; of as few as
  ///     possible, and of each at most once.
  /// - Returns: The positions by ascending distance, those of the same distance by index: `count`, or
  ///   all there are. None where the centre has no geodesics.
  /// - Complexity: O(log *n*) for a small count, and a geodesic for each; a count of thousands is
  ///   slower than a radius with as many positions within.
  public func nearest(
    _ count: Int, to center: Position, where isIncluded: (Int) -> Bool = { _ in true }
  ) -> [GeodesicNeighbor] {
    guard count > 0, let point = EarthCenteredPosition(center) else { return [] }
    let splat = PackedPoints.Splat(point)
    var candidates = NearestCandidates(count: min(count, max(1, tree.points.count)))
    var groups = RankedNumbers()
    groups.reserveCapacity(tree.groups.octets.count * 8)
    for octet in tree.groups.octets.indices {
      let squares = tree.groups.octets[octet].nearestSquares(to: splat)
      for lane in (squares .<= candidates.limit).lanes {
        groups.insert(UInt32(octet * 8 + lane), rank: squares[lane])
      }
    }
    var blocks = RankedNumbers()
    blocks.reserveCapacity(PackedTree.fanOut * 2)
    while true {
      // Whatever is nearer comes first, and a group hands over its blocks.
      let nearestGroup = groups.lowestRank ?? .infinity
      let nearestBlock = blocks.lowestRank ?? .infinity
      guard min(nearestGroup, nearestBlock) <= candidates.limit else { break }
      if nearestGroup <= nearestBlock, let group = groups.popLowest() {
        for octet in tree.boxOctets(inGroup: Int(group)) {
          let squares = tree.blocks.octets[octet].nearestSquares(to: splat)
          for lane in (squares .<= candidates.limit).lanes {
            blocks.insert(UInt32(octet * 8 + lane), rank: squares[lane])
          }
        }
      } else if let block = blocks.popLowest() {
        scan(block: Int(block), near: splat, into: &candidates, where: isIncluded)
      }
    }
    let neighbors = candidates.places.map { neighbor(at: $0, of: center) }.sorted()
    return neighbors.count > count ? Array(neighbors[..<count]) : neighbors
  }

  private func scan(
    block: Int, near point: PackedPoints.Splat, into candidates: inout NearestCandidates,
    where isIncluded: (Int) -> Bool
  ) {
    for octet in tree.octets(inBlock: block) {
      let squares = tree.points.octets[octet].squaredChords(to: point)
      for lane in (squares .<= candidates.limit).lanes where squares[lane] <= candidates.limit {
        let place = octet * 8 + lane
        if isIncluded(Int(indices[place])) { candidates.insert(place, square: squares[lane]) }
      }
    }
  }
}
