public import SimpleFeatures

extension GeodesicIndex {
  /// Which positions lie within a geodesic distance of a path.
  ///
  /// - Parameters:
  ///   - radius: The distance in metres, itself included; nothing lies within a negative one.
  ///   - path: The lines.
  /// - Returns: Indices into the positions, ascending: of all for which ``GeodesicPath/nearest(to:)``
  ///   gives a distance that is not greater.
  public func indices(within radius: Meters, of path: GeodesicPath) -> [Int] {
    RadixSort.sorted(places(within: radius, of: path).map { indices[$0] }).map(Int.init)
  }

  /// Which positions lie within a geodesic distance of a path, and how far they are.
  ///
  /// - Parameters:
  ///   - radius: The distance in metres, itself included; nothing lies within a negative one.
  ///   - path: The lines.
  /// - Returns: The positions by ascending distance, those of the same distance by index.
  /// - Complexity: As for their indices alone, and about ten geodesics for each.
  public func neighbors(within radius: Meters, of path: GeodesicPath) -> [GeodesicNeighbor] {
    places(within: radius, of: path).compactMap { place in
      let index = Int(indices[place])
      return path.nearest(to: positions[index]).map {
        GeodesicNeighbor(index: index, distance: $0.distance)
      }
    }
    .sorted()
  }

  /// The places in the tree of the positions within a distance, in no order that means something.
  private func places(within radius: Meters, of path: GeodesicPath) -> [Int] {
    guard radius.value >= 0 else { return [] }
    var search = PathSearch(within: radius, of: path)
    let all = Array(path.chords.indices)
    for group in 0..<tree.groups.count {
      switch search.relation(of: tree.groups[group], to: all) {
      case .beyond: break
      case .within: search.places.append(contentsOf: tree.places(inGroup: group))
      case .partly:
        let near = search.near
        for block in tree.blocks(inGroup: group) {
          switch search.relation(of: tree.blocks[block], to: near) {
          case .beyond: break
          case .within: search.places.append(contentsOf: tree.places(inBlock: block))
          case .partly: scan(block, &search)
          }
        }
      }
    }
    return search.places
  }

  private func scan(_ block: Int, _ search: inout PathSearch) {
    let chords = search.nearChords
    for octet in tree.octets(inBlock: block) {
      let points = tree.points.octets[octet]
      var least = SIMD8<Float>(repeating: .infinity)
      for chord in chords {
        let squares = chord.squaredDistances(to: points)
        least = least.replacing(with: squares, where: squares .< least)
      }
      let possible = (least .<= search.limits.possible).lanes
      guard !possible.isEmpty else { continue }
      let certain = (least .<= search.limits.certain).lanes
      for lane in possible {
        let place = octet * 8 + lane
        if certain.contains(lane) || isWithin(place, search) { search.places.append(place) }
      }
    }
  }

  /// What the geodesics to the path say.
  private func isWithin(_ place: Int, _ search: PathSearch) -> Bool {
    let nearest = search.path.nearest(to: positions[Int(indices[place])])
    return nearest.map { $0.distance <= search.radius } ?? false
  }
}

/// The way through the boxes of an index along a path.
private struct PathSearch {
  /// How the points in a box lie to the path.
  enum Relation {
    case beyond
    case partly
    case within
  }

  let radius: Meters
  let path: GeodesicPath
  let limits: PathLimits
  /// What was found.
  var places: [Int] = []
  /// The octets of chords that are not beyond the last box that is partly within.
  var near: [Int] = []
  /// The chords in these that are not.
  var nearChords: [PathChord] = []

  private let certain: Float
  private let possible: Float

  init(within radius: Meters, of path: GeodesicPath) {
    self.radius = radius
    self.path = path
    limits = PathLimits(within: radius)
    certain = limits.certain.squareRoot()
    possible = limits.possible.squareRoot()
  }

  /// How the points in a box lie to some octets of the path's chords, by the ball around the box.
  mutating func relation(of box: CenteredBox, to octets: [Int]) -> Relation {
    let center = PackedPoints.Splat(box.center)
    // Where there are no chords to fill the last octet, what is in their place is further than this.
    let beyond = min((possible + box.radius) * (1 + 2e-6), 1.9e9)
    let within = max(0, certain - box.radius) * (1 - 2e-6)
    near.removeAll(keepingCapacity: true)
    nearChords.removeAll(keepingCapacity: true)
    for octet in octets {
      let squares = path.chords[octet].squaredDistances(to: center)
      let lanes = (squares .<= beyond * beyond).lanes
      guard !lanes.isEmpty else { continue }
      if certain > box.radius && !(squares .<= within * within).lanes.isEmpty { return .within }
      near.append(octet)
      for lane in lanes { nearChords.append(PathChord(path.pieces[octet * 8 + lane])) }
    }
    return near.isEmpty ? .beyond : .partly
  }
}
