public import SimpleFeatures

/// One or several lines on the ellipsoid, to which the distance of positions is asked: a road, a river,
/// the outline of an area.
///
/// A line is straight between its positions *in degrees*, as GeoJSON means it (RFC 7946, section
/// 3.1.1): between two positions of one latitude it follows the parallel, not the geodesic, which on
/// 1,000 km at 45° is 20 km away from it. It also goes the way that the numbers say. From longitude 179
/// to −179 that is once around the earth; a line across the antimeridian has its longitudes written on,
/// 179 to 181, or is cut there.
///
/// ```swift
/// let road = GeodesicPath([[mitrovica, zvečan, leposavić]])
/// road.nearest(to: incident.position)?.distance
/// index.indices(within: .kilometers(5), of: road)
/// ```
///
/// Distances are those to the nearest point of that line, found to a micrometre. *How:* lines are cut
/// into pieces that leave their straight chords through the earth by less than a metre. Distances to
/// chords, which are cheap, tell which pieces can be nearest (see `ChordBounds`); on these, the point
/// is looked for where a geodesic meets the line at a right angle, by solving for a root of the
/// derivative of the squared distance, each value of which is a `geod_inverse`. A piece is taken to
/// have one such point at most.
public struct GeodesicPath: Sendable {
  /// The pieces, in the order of the lines.
  let pieces: [PathPiece]
  /// The same, eight beside each other.
  let chords: [PackedChords]

  /// Makes a path of lines.
  ///
  /// - Parameter lines: Positions of any longitude within ±720; a line of one position is a point. At
  ///   other positions, and those without geodesics, a line is interrupted.
  public init(_ lines: [[Position]]) {
    var pieces: [PathPiece] = []
    for line in lines { PathPiece.append(line, to: &pieces) }
    self.pieces = pieces
    chords = stride(from: 0, to: pieces.count, by: 8).map { start in
      PackedChords(pieces[start..<min(start + 8, pieces.count)])
    }
  }

  /// Whether no position lies on the path.
  public var isEmpty: Bool { pieces.isEmpty }
}

/// The point of a path that is nearest to a position.
public struct NearestOnPath: Hashable, Sendable {
  /// The point, on the path.
  public var position: Position
  /// The geodesic distance to it.
  public var distance: Meters

  /// Makes a point from where it is and how far.
  public init(position: Position, distance: Meters) {
    self.position = position
    self.distance = distance
  }
}
