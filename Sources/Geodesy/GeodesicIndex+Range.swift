public import SimpleFeatures

extension GeodesicIndex {
  /// How many positions lie within a geodesic distance of a position.
  ///
  /// - Parameters:
  ///   - radius: The distance in metres, itself included; nothing lies within a negative one.
  ///   - center: Any position.
  /// - Returns: The number of positions; 0 where the centre has no geodesics.
  /// - Complexity: O(√*n* + *k*/256) for *k* positions within, in practice 1 to 5 µs.
  public func count(within radius: Meters, of center: Position) -> Int {
    guard let search = RangeSearch(within: radius, of: center) else { return 0 }
    var count = 0
    tree.visit(
      near: search.point, search.limits, whole: { count += $0.count },
      block: { block in
        let found = tree.points.counts(
          in: tree.octets(inBlock: block), of: search.point, search.limits)
        count += found.certain
        if found.possible > found.certain {
          forEachUncertain(in: block, search) { _ in count += 1 }
        }
      })
    return count
  }

  /// Which positions lie within a geodesic distance of a position.
  ///
  /// - Parameters:
  ///   - radius: The distance in metres, itself included; nothing lies within a negative one.
  ///   - center: Any position.
  /// - Returns: Indices into the positions, ascending.
  /// - Complexity: As for ``count(within:of:)``, and O(*k*) for sorting *k* indices.
  public func indices(within radius: Meters, of center: Position) -> [Int] {
    RadixSort.sorted(places(within: radius, of: center).map { indices[$0] }).map(Int.init)
  }

  /// Which positions lie within a geodesic distance of a position, and how far they are.
  ///
  /// - Parameters:
  ///   - radius: The distance in metres, itself included; nothing lies within a negative one.
  ///   - center: Any position.
  /// - Returns: The positions by ascending distance, those of the same distance by index.
  /// - Complexity: As for ``indices(within:of:)``, and one geodesic, less than 1 µs, for each.
  public func neighbors(within radius: Meters, of center: Position) -> [GeodesicNeighbor] {
    places(within: radius, of: center).map { neighbor(at: $0, of: center) }.sorted(by: <)
  }

  /// The places in the tree of the positions within a distance, in no order that means something.
  func places(within radius: Meters, of center: Position) -> [Int] {
    guard let search = RangeSearch(within: radius, of: center) else { return [] }
    var places: [Int] = []
    tree.visit(
      near: search.point, search.limits, whole: { places.append(contentsOf: $0) },
      block: { block in
        for octet in tree.octets(inBlock: block) {
          let squares = tree.points.octets[octet].squaredChords(to: search.point)
          let possible = (squares .<= search.limits.possible).lanes
          guard !possible.isEmpty else { continue }
          let certain = (squares .<= search.limits.certain).lanes
          for lane in possible {
            let place = octet * 8 + lane
            if certain.contains(lane) || isWithin(place, search) { places.append(place) }
          }
        }
      })
    return places
  }

  /// Hands on the places of a block within a distance of which chords are not certain.
  @inline(never)
  private func forEachUncertain(in block: Int, _ search: RangeSearch, _ body: (Int) -> Void) {
    for octet in tree.octets(inBlock: block) {
      let squares = tree.points.octets[octet].squaredChords(to: search.point)
      let isUncertain = squares .> search.limits.certain .& squares .<= search.limits.possible
      for lane in isUncertain.lanes {
        let place = octet * 8 + lane
        if isWithin(place, search) { body(place) }
      }
    }
  }

  /// What `geod_inverse` says.
  private func isWithin(_ place: Int, _ search: RangeSearch) -> Bool {
    distance(at: place, of: search.center) <= search.radius
  }

  func distance(at place: Int, of center: Position) -> Meters {
    Geodesic.wgs84.distance(from: center, to: positions[Int(indices[place])])
  }

  func neighbor(at place: Int, of center: Position) -> GeodesicNeighbor {
    GeodesicNeighbor(index: Int(indices[place]), distance: distance(at: place, of: center))
  }
}

/// A radius around a position, made ready to be compared with chords.
private struct RangeSearch {
  let center: Position
  let radius: Meters
  let point: PackedPoints.Splat
  let limits: SquaredChordLimits

  /// `nil` where nothing can lie within.
  init?(within radius: Meters, of center: Position) {
    guard radius.value >= 0, let point = EarthCenteredPosition(center) else { return nil }
    self.center = center
    self.radius = radius
    self.point = PackedPoints.Splat(point)
    limits = SquaredChordLimits(ChordBounds(radius: radius))
  }
}

extension GeodesicNeighbor: Comparable {
  /// Orders by distance, then by index.
  public static func < (a: GeodesicNeighbor, b: GeodesicNeighbor) -> Bool {
    a.distance == b.distance ? a.index < b.index : a.distance < b.distance
  }
}
