internal import SimpleFeatures

/// The steps by which ``DensityClusters`` are found, on the blocks of an index.
///
/// All points of a block look at the same few blocks around. Where the cores of a block are known to
/// be of one set, finding one core within the radius is enough to join all; in dense places that makes
/// the work that of blocks, not of points.
struct DensityScan {
  private let index: GeodesicIndex
  private let tree: PackedTree
  private let radius: Meters
  private let minimumCount: Int
  private let limits: SquaredChordLimits
  /// How many positions each place of the tree stands for.
  private let weights: [Int]
  private var isCore: [Bool]
  private var sets: DisjointSets
  /// A core of each block whose cores are all of one set.
  private var soleCore: [Int?]

  /// Prepares the search on different positions.
  init(of sites: CoincidentPositions, radius: Meters, minimumCount: Int) {
    index = sites.index
    tree = sites.index.tree
    self.radius = radius
    self.minimumCount = minimumCount
    limits = SquaredChordLimits(ChordBounds(radius: radius))
    weights = sites.index.indices.map { sites.weights[Int($0)] }
    isCore = [Bool](repeating: false, count: weights.count)
    sets = DisjointSets(count: weights.count)
    soleCore = [Int?](repeating: nil, count: tree.blocks.count)
  }

  // MARK: - Steps

  /// Finds which places are cores.
  mutating func findCores() {
    guard radius.value >= 0 else { return }
    for block in 0..<tree.blocks.count {
      let places = tree.places(inBlock: block)
      if isWithinItself(block), places.reduce(0, { $0 + weights[$1] }) >= minimumCount {
        for place in places { isCore[place] = true }
        continue
      }
      let others = tree.blocks(near: block, limits)
      for place in places {
        isCore[place] = hasCompany(place, in: block, and: others)
      }
    }
  }

  /// Joins the cores that are within the radius of each other.
  mutating func joinCores() {
    for block in 0..<tree.blocks.count { joinCores(inside: block) }
    for block in 0..<tree.blocks.count {
      for other in tree.blocks(near: block, limits) where other > block {
        joinCores(of: block, with: other)
      }
    }
  }

  /// The cluster of each position of the index, by any number that all of a cluster have.
  mutating func clusters() -> [Int?] {
    var clusters = [Int?](repeating: nil, count: weights.count)
    for block in 0..<tree.blocks.count {
      let places = tree.places(inBlock: block)
      let others =
        places.allSatisfy { isCore[$0] } ? [] : [block] + tree.blocks(near: block, limits)
      for place in places {
        let core = isCore[place] ? place : nearestCore(to: place, in: others)
        if let core { clusters[Int(index.indices[place])] = sets.root(of: core) }
      }
    }
    return clusters
  }

  // MARK: - Parts of steps

  /// Whether all points of a block are certainly within the radius of each other.
  private func isWithinItself(_ block: Int) -> Bool {
    let diameter = 2 * tree.blocks[block].radius
    return diameter * diameter <= limits.certain
  }

  /// Whether enough positions are within the radius of a place.
  private func hasCompany(_ place: Int, in block: Int, and others: [Int]) -> Bool {
    let point = PackedPoints.Splat(tree.points[place])
    var count = weight(around: place, point, in: block)
    for other in others where count < minimumCount && other != block {
      guard tree.isNear(other, to: point, limits) else { continue }
      count += weight(around: place, point, in: other)
    }
    return count >= minimumCount
  }

  private func weight(around place: Int, _ point: PackedPoints.Splat, in block: Int) -> Int {
    var weight = 0
    forEach(within: place, point, in: block) { other in
      weight += weights[other]
      return weight < minimumCount
    }
    return weight
  }

  private mutating func joinCores(inside block: Int) {
    let cores = tree.places(inBlock: block).filter { isCore[$0] }
    guard let first = cores.first else { return }
    if isWithinItself(block) {
      for core in cores { sets.join(first, core) }
    } else {
      for core in cores { join(core, with: block) }
    }
    let root = sets.root(of: first)
    if cores.allSatisfy({ sets.root(of: $0) == root }) { soleCore[block] = first }
  }

  private mutating func joinCores(of block: Int, with other: Int) {
    if let one = soleCore[block], let another = soleCore[other],
      sets.root(of: one) == sets.root(of: another)
    {
      return
    }
    for core in tree.places(inBlock: block) where isCore[core] {
      let isJoined = join(core, with: other)
      if isJoined && soleCore[block] != nil && soleCore[other] != nil { return }
    }
  }

  /// Joins a core with those within the radius in a block: all of them, or one of a single set.
  ///
  /// - Returns: Whether it was joined with any.
  @discardableResult
  private mutating func join(_ core: Int, with block: Int) -> Bool {
    let point = PackedPoints.Splat(tree.points[core])
    guard tree.isNear(block, to: point, limits) else { return false }
    let sole = soleCore[block]
    if let sole, sets.root(of: core) == sets.root(of: sole) { return false }
    var found: [Int] = []
    let cores = isCore
    forEach(within: core, point, in: block) { other in
      guard cores[other] else { return true }
      found.append(other)
      return sole == nil
    }
    for other in found { sets.join(core, other) }
    return !found.isEmpty
  }

  private func nearestCore(to place: Int, in blocks: [Int]) -> Int? {
    let point = PackedPoints.Splat(tree.points[place])
    let position = index.positions[Int(index.indices[place])]
    var nearest: (neighbor: GeodesicNeighbor, place: Int)?
    for block in blocks where tree.isNear(block, to: point, limits) {
      forEach(within: place, point, in: block) { other in
        guard isCore[other] else { return true }
        let neighbor = index.neighbor(at: other, of: position)
        if nearest.map({ neighbor < $0.neighbor }) ?? true { nearest = (neighbor, other) }
        return true
      }
    }
    return nearest?.place
  }

  /// Hands on the places of a block that are within the radius of a place, until told to stop.
  @inline(__always)
  private func forEach(
    within place: Int, _ point: PackedPoints.Splat, in block: Int, _ body: (Int) -> Bool
  ) {
    for octet in tree.octets(inBlock: block) {
      let squares = tree.points.octets[octet].squaredChords(to: point)
      let possible = (squares .<= limits.possible).lanes
      guard !possible.isEmpty else { continue }
      let certain = (squares .<= limits.certain).lanes
      for lane in possible {
        let other = octet * 8 + lane
        guard certain.contains(lane) || other == place || isWithin(place, other) else { continue }
        guard body(other) else { return }
      }
    }
  }

  /// What `geod_inverse` says.
  private func isWithin(_ place: Int, _ other: Int) -> Bool {
    let position = index.positions[Int(index.indices[place])]
    return index.distance(at: other, of: position) <= radius
  }
}
