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
    var search = NearestSearch(
      near: PackedPoints.Splat(point),
      candidates: NearestCandidates(count: min(count, max(1, tree.points.count))))
    // The block where the centre is along the curve gives a limit that few others are within.
    search.first = tree.block(at: HilbertCurve.key(of: center))
    scan(block: search.first, &search, where: isIncluded)
    for octet in tree.groups.octets.indices {
      let squares = tree.groups.octets[octet].nearestSquares(to: search.point)
      for lane in (squares .<= search.candidates.limit).lanes {
        queue(group: octet * 8 + lane, &search)
      }
    }
    while let rank = search.queue.lowestRank, let block = search.queue.popLowest(),
      rank <= search.candidates.limit
    {
      scan(block: Int(block), &search, where: isIncluded)
    }
    let neighbors = search.candidates.places.map { neighbor(at: $0, of: center) }.sorted()
    return neighbors.count > count ? Array(neighbors[..<count]) : neighbors
  }

  /// Puts the blocks of a group that are not beyond the limit in line.
  private func queue(group: Int, _ search: inout NearestSearch) {
    for octet in tree.boxOctets(inGroup: group) {
      let squares = tree.blocks.octets[octet].nearestSquares(to: search.point)
      for lane in (squares .<= search.candidates.limit).lanes {
        let block = octet * 8 + lane
        if block != search.first { search.queue.insert(UInt32(block), rank: squares[lane]) }
      }
    }
  }

  private func scan(block: Int, _ search: inout NearestSearch, where isIncluded: (Int) -> Bool) {
    for octet in tree.octets(inBlock: block) {
      let squares = tree.points.octets[octet].squaredChords(to: search.point)
      let near = (squares .<= search.candidates.limit).lanes
      guard !near.isEmpty else { continue }
      for lane in near {
        let place = octet * 8 + lane
        if isIncluded(Int(indices[place])) {
          search.candidates.insert(place, square: squares[lane])
        }
      }
      search.candidates.lowerLimit()
    }
  }
}

/// What is found on the way to the nearest positions.
private struct NearestSearch {
  let point: PackedPoints.Splat
  var candidates: NearestCandidates
  /// The block that was scanned first.
  var first = 0
  /// The blocks that are still to be scanned.
  var queue = RankedNumbers()

  init(near point: PackedPoints.Splat, candidates: NearestCandidates) {
    self.point = point
    self.candidates = candidates
    queue.reserveCapacity(PackedTree.fanOut)
  }
}
