public import SimpleFeatures

extension Geodesic {
  /// Which of some positions lie within a distance of a position, how far and in what direction.
  ///
  /// The positions found and their order are those of `geod_inverse`, and distances and azimuths have
  /// its digits; a question with few answers within 50 km seldom needs to load PROJ for that, see
  /// ``GeodesicOrigin``.
  ///
  /// ```swift
  /// Geodesic.wgs84.neighbors(within: .kilometers(2), of: leposavić, among: candidates)
  /// ```
  ///
  /// - Parameters:
  ///   - radius: The distance in metres, itself included; nothing lies within a negative one.
  ///   - center: Any position.
  ///   - positions: Any positions. For many, or many questions, ``GeodesicIndex`` is quicker.
  /// - Returns: The positions by ascending distance, those of the same distance by index.
  public func neighbors(
    within radius: Meters, of center: Position, among positions: [Position]
  ) -> [DirectedNeighbor] {
    guard radius.value >= 0 else { return [] }
    let origin = GeodesicOrigin(center)
    var found: [DirectedNeighbor] = []
    for (index, position) in positions.enumerated()
    where !origin.isClearlyBeyond(radius, position) {
      let geodesic = origin.geodesic(to: position, limit: radius)
      if geodesic.distance <= radius {
        found.append(DirectedNeighbor(index: index, geodesic: geodesic))
      }
    }
    return DirectedNeighbor.ordered(found, among: positions, from: origin)
  }
}

extension GeodesicIndex {
  /// Which positions lie within a geodesic distance of a position, how far and in what direction.
  ///
  /// They are the ones of ``neighbors(within:of:)``, in the same order; their distances and azimuths
  /// have PROJ's digits, see ``GeodesicOrigin``, and take a third of the time up to 50 km.
  ///
  /// - Parameters:
  ///   - radius: The distance in metres, itself included; nothing lies within a negative one.
  ///   - center: Any position.
  /// - Returns: The positions by ascending distance, those of the same distance by index.
  public func directedNeighbors(within radius: Meters, of center: Position) -> [DirectedNeighbor] {
    let origin = GeodesicOrigin(center)
    let found = places(within: radius, of: center).map { place in
      let index = Int(indices[place])
      return DirectedNeighbor(index: index, geodesic: origin.geodesic(to: positions[index]))
    }
    return DirectedNeighbor.ordered(found, among: positions, from: origin)
  }
}
