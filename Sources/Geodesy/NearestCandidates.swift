/// The points that can be among the *k* nearest, by what their chords tell.
///
/// While points come in, the *k* least squared chords are kept. The largest of them says how long a
/// geodesic to the *k*-th nearest can be at most, and that how long a chord can be that is worth a
/// geodesic. Usually no more than *k* are.
struct NearestCandidates {
  /// A point and its squared chord.
  struct Candidate {
    var place: Int
    var square: Float
  }

  /// No point with a squared chord above is among the nearest.
  private(set) var limit = SquaredChordLimits.possible(ChordBounds.beyondAll)
  /// The least squares, ascending; infinity in place of those still missing.
  private var least: [Float]
  private var candidates: [Candidate] = []

  /// Makes room for a number of nearest points, at least one.
  init(count: Int) {
    least = [Float](repeating: .infinity, count: count)
    candidates.reserveCapacity(64)
  }

  /// Takes a point into account whose squared chord is not above the limit.
  ///
  /// The limit stays as it is until it is lowered.
  mutating func insert(_ place: Int, square: Float) {
    candidates.append(Candidate(place: place, square: square))
    var least = least.mutableSpan
    guard square < least[least.count - 1] else { return }
    var slot = least.count - 1
    while slot > 0 && least[slot - 1] > square {
      least[slot] = least[slot - 1]
      slot -= 1
    }
    least[slot] = square
  }

  /// Lowers the limit to what the points so far allow.
  mutating func lowerLimit() {
    let chord = SquaredChordLimits.longestChord(ofSquare: least[least.count - 1])
    let geodesic = ChordBounds.longestGeodesic(ofChord: chord)
    guard geodesic.isFinite else { return }
    // Up to 1,000 km the geodesic itself is as good a bound as the other, and cheaper.
    let longest =
      geodesic < 1e8
      ? geodesic + ChordBounds.rounding : ChordBounds.longestChord(ofGeodesic: geodesic)
    limit = min(limit, SquaredChordLimits.possible(longest))
  }

  /// The places of the points that are left.
  var places: [Int] { candidates.lazy.filter { $0.square <= limit }.map(\.place) }
}
