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
  private let count: Int
  /// The least squares, ascending where there are few of them.
  private var least: [Float] = []
  private var candidates: [Candidate] = []

  /// Makes room for a number of nearest points, at least one.
  init(count: Int) {
    self.count = count
    least.reserveCapacity(min(count, 64) + 1)
    candidates.reserveCapacity(64)
  }

  /// Takes a point into account whose squared chord is not above the limit.
  mutating func insert(_ place: Int, square: Float) {
    candidates.append(Candidate(place: place, square: square))
    if least.count == count {
      guard square < least[count - 1] else { return }
      least.removeLast()
    }
    var slot = least.count
    while slot > 0 && least[slot - 1] > square { slot -= 1 }
    least.insert(square, at: slot)
    if least.count == count { lower() }
  }

  /// The places of the points that are left.
  var places: [Int] { candidates.lazy.filter { $0.square <= limit }.map(\.place) }

  private mutating func lower() {
    let chord = SquaredChordLimits.longestChord(ofSquare: least[count - 1])
    let geodesic = ChordBounds.longestGeodesic(ofChord: chord)
    guard geodesic.isFinite else { return }
    // Up to 1,000 km the geodesic itself is as good a bound as the other, and cheaper.
    let longest =
      geodesic < 1e8
      ? geodesic + ChordBounds.rounding : ChordBounds.longestChord(ofGeodesic: geodesic)
    limit = min(limit, SquaredChordLimits.possible(longest))
  }
}
