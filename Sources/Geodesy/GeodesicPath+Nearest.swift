public import SimpleFeatures

extension GeodesicPath {
  /// The point of the path that is nearest to a position.
  ///
  /// - Parameter position: Any position.
  /// - Returns: The point and its distance, exact to a micrometre; of several as near the first. `nil`
  ///   where the path is empty or the position has no geodesics.
  /// - Complexity: O(*n*) for *n* pieces of some kilometres, a nanosecond each, and some ten geodesics.
  public func nearest(to position: Position) -> NearestOnPath? {
    guard let point = EarthCenteredPosition(position) else { return nil }
    let splat = PackedPoints.Splat(point)
    var least = SIMD8<Float>(repeating: .infinity)
    for chord in chords {
      let squares = chord.squaredDistances(to: splat)
      least = least.replacing(with: squares, where: squares .< least)
    }
    guard let limit = limit(ofNearest: least.min()) else { return nil }
    var nearest: NearestOnPath?
    for (octet, chord) in chords.enumerated() {
      for lane in (chord.squaredDistances(to: splat) .<= limit).lanes {
        let candidate = pieces[octet * 8 + lane].nearest(to: position)
        if candidate.distance < nearest?.distance ?? Meters(.infinity) { nearest = candidate }
      }
    }
    return nearest
  }

  /// The distance of the farthest position of the path.
  ///
  /// - Parameter position: Any position.
  /// - Returns: The largest of the distances to the positions of its lines and to the points, a few
  ///   kilometres apart, where these are cut into pieces; between two of them a straight line may be
  ///   farther by some metres, and nothing is by more than half a piece. `nil` as for
  ///   ``nearest(to:)``.
  /// - Complexity: O(*n*), and some geodesics.
  public func farthestDistance(to position: Position) -> Meters? {
    guard !isEmpty, let point = EarthCenteredPosition(position) else { return nil }
    var greatest = 0.0
    for piece in pieces {
      greatest = max(greatest, piece.startPoint.squaredChord(to: point))
      greatest = max(greatest, piece.endPoint.squaredChord(to: point))
    }
    // The geodesic to the longest chord is at least that long; others cannot be where even their
    // longest geodesics are shorter.
    let shortest = greatest.squareRoot() - ChordBounds.rounding
    var farthest = Meters(0)
    for piece in pieces {
      for (end, place) in [(piece.startPoint, piece.start), (piece.endPoint, piece.end)] {
        let chord = end.squaredChord(to: point).squareRoot()
        guard ChordBounds.longestGeodesic(ofChord: chord) >= shortest else { continue }
        farthest = max(farthest, Geodesic.wgs84.distance(from: position, to: place))
      }
    }
    return farthest
  }

  /// The square of the distance, as computed, above which a chord cannot belong to the nearest piece.
  ///
  /// - Parameter square: The least square, as computed.
  /// - Returns: `nil` where there is no chord.
  private func limit(ofNearest square: Float) -> Float? {
    guard !isEmpty else { return nil }
    let chord = SquaredChordLimits.longestChord(ofSquare: square)
    let longest = ChordBounds.longestGeodesic(
      ofChord: chord + PathPiece.deviation + PathChord.imprecision(ofDistance: chord))
    guard longest.isFinite else { return SquaredChordLimits.possible(ChordBounds.beyondAll) }
    return PathLimits.possible(ChordBounds.longestChord(ofGeodesic: longest))
  }
}

/// The bounds of a distance to a path, as squares of distances to the chords of its pieces.
struct PathLimits: Sendable {
  /// What has a chord whose squared distance, as computed, is not above is within.
  let certain: Float
  /// What has only chords whose squared distances, as computed, are above is beyond.
  let possible: Float

  /// The limits for a distance.
  init(within radius: Meters) {
    let bounds = ChordBounds(radius: radius)
    if bounds.certain == ChordBounds.beyondAll {
      let all = SquaredChordLimits(bounds)
      (certain, possible) = (all.certain, all.possible)
      return
    }
    let certain =
      bounds.certain - PathPiece.deviation - PathChord.imprecision(ofDistance: bounds.certain)
    self.certain = SquaredChordLimits.certain(certain)
    possible = bounds.possible < 0 ? -1 : Self.possible(bounds.possible)
  }

  /// The square that no computed square to the chord of a piece exceeds where no point of the piece is
  /// further than a length in centimetres.
  static func possible(_ length: Double) -> Float {
    SquaredChordLimits.possible(
      length + PathPiece.deviation
        + PathChord.imprecision(ofDistance: length + PathPiece.deviation))
  }
}
