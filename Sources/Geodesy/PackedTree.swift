/// Points in space, in blocks along a space-filling curve, with a box around each block and around
/// each sixty-four blocks.
struct PackedTree: Sendable {
  /// The number of points in a block.
  static let blockSize = 256
  /// The number of blocks under one box above.
  static let fanOut = 64

  /// The points in their order along the curve.
  let points: PackedPoints
  /// The key of the first point of each block, ascending.
  let firstKeys: [UInt64]
  /// A box a block.
  let blocks: PackedBoxes
  /// A box for each sixty-four blocks.
  let groups: PackedBoxes

  /// Packs points in an order, in which their keys are ascending.
  init(_ points: [EarthCenteredPosition], keys: [UInt64], order: [UInt32]) {
    self.points = PackedPoints(points, order: order)
    firstKeys = stride(from: 0, to: order.count, by: Self.blockSize).map { keys[Int(order[$0])] }
    let blocks = Self.boxes(over: self.points)
    self.blocks = PackedBoxes(blocks)
    groups = PackedBoxes(
      stride(from: 0, to: blocks.count, by: Self.fanOut).map { start in
        var box = blocks[start]
        for other in blocks[start..<min(start + Self.fanOut, blocks.count)] {
          box.formUnion(other)
        }
        return box
      })
  }

  private static func boxes(over points: PackedPoints) -> [SpaceBox] {
    stride(from: 0, to: points.count, by: blockSize).map { start in
      var box = SpaceBox(points[start])
      for place in start..<min(start + blockSize, points.count) {
        box.formUnion(SpaceBox(points[place]))
      }
      return box
    }
  }

  /// The block in which a key would be; 0 where there is none.
  func block(at key: UInt64) -> Int {
    var range = 0..<firstKeys.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range =
        firstKeys[middle] <= key
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return max(0, range.lowerBound - 1)
  }

  /// The places of the points in a block.
  func places(inBlock block: Int) -> Range<Int> {
    block * Self.blockSize..<min((block + 1) * Self.blockSize, points.count)
  }

  /// The places of the points in a group of blocks.
  func places(inGroup group: Int) -> Range<Int> {
    let size = Self.blockSize * Self.fanOut
    return group * size..<min((group + 1) * size, points.count)
  }

  /// The blocks of a group.
  func blocks(inGroup group: Int) -> Range<Int> {
    group * Self.fanOut..<min((group + 1) * Self.fanOut, blocks.count)
  }

  /// The octets of the points in a block.
  func octets(inBlock block: Int) -> Range<Int> {
    block * (Self.blockSize / 8)..<min((block + 1) * (Self.blockSize / 8), points.octets.count)
  }

  /// The octets of the boxes in a group of blocks.
  func boxOctets(inGroup group: Int) -> Range<Int> {
    group * (Self.fanOut / 8)..<min((group + 1) * (Self.fanOut / 8), blocks.octets.count)
  }

  /// The blocks that can hold points within limits of points in a block, itself among them.
  func blocks(near block: Int, _ limits: SquaredChordLimits) -> [Int] {
    let octet = blocks.octets[block >> 3]
    let lane = block & 7
    let center = PackedPoints.Splat(blocks[block].center)
    let margin = PackedBoxes.Margin(
      x: octet.halfX[lane], y: octet.halfY[lane], z: octet.halfZ[lane])
    var near: [Int] = []
    for upper in groups.octets.indices {
      let squares = groups.octets[upper].nearestSquares(to: center, margin: margin)
      for lane in (squares .<= limits.possible).lanes {
        for lower in boxOctets(inGroup: upper * 8 + lane) {
          let squares = blocks.octets[lower].nearestSquares(to: center, margin: margin)
          for lane in (squares .<= limits.possible).lanes { near.append(lower * 8 + lane) }
        }
      }
    }
    return near
  }

  /// Whether points of a block can lie within limits of a point.
  @inline(__always)
  func isNear(_ block: Int, to point: PackedPoints.Splat, _ limits: SquaredChordLimits) -> Bool {
    blocks.octets[block >> 3].nearestSquares(to: point)[block & 7] <= limits.possible
  }

  /// Visits what can lie within limits of a point.
  ///
  /// - Parameters:
  ///   - point: The point.
  ///   - limits: The limits.
  ///   - whole: Is given places all of which certainly lie within.
  ///   - block: Is given blocks of which some points may lie within.
  @inline(__always)
  func visit(
    near point: PackedPoints.Splat, _ limits: SquaredChordLimits,
    whole: (Range<Int>) -> Void, block: (Int) -> Void
  ) {
    for upper in groups.octets.indices {
      let octet = groups.octets[upper]
      let near = (octet.nearestSquares(to: point) .<= limits.possible).lanes
      guard !near.isEmpty else { continue }
      let within = (octet.farthestSquares(to: point) .<= limits.certain).lanes
      for lane in near {
        let group = upper * 8 + lane
        if within.contains(lane) {
          whole(places(inGroup: group))
        } else {
          visit(group: group, near: point, limits, whole: whole, block: block)
        }
      }
    }
  }

  @inline(__always)
  private func visit(
    group: Int, near point: PackedPoints.Splat, _ limits: SquaredChordLimits,
    whole: (Range<Int>) -> Void, block: (Int) -> Void
  ) {
    for lower in boxOctets(inGroup: group) {
      let octet = blocks.octets[lower]
      let near = (octet.nearestSquares(to: point) .<= limits.possible).lanes
      guard !near.isEmpty else { continue }
      let within = (octet.farthestSquares(to: point) .<= limits.certain).lanes
      for lane in near {
        let number = lower * 8 + lane
        if within.contains(lane) {
          whole(places(inBlock: number))
        } else {
          block(number)
        }
      }
    }
  }
}
