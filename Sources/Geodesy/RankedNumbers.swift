/// Numbers by rank, of which the one with the lowest rank is always at hand: a binary heap.
struct RankedNumbers: Sendable {
  /// The rank's bits above those of the number; ranks that are not negative order as their bits do.
  private var entries: [UInt64] = []

  /// The lowest rank.
  var lowestRank: Float? {
    entries.first.map { Float(bitPattern: UInt32(truncatingIfNeeded: $0 >> 32)) }
  }

  mutating func reserveCapacity(_ capacity: Int) { entries.reserveCapacity(capacity) }

  /// Adds a number.
  ///
  /// - Parameters:
  ///   - number: Any number.
  ///   - rank: Not negative and not NaN.
  mutating func insert(_ number: UInt32, rank: Float) {
    let entry = UInt64(rank.bitPattern) << 32 | UInt64(number)
    var place = entries.count
    entries.append(entry)
    while place > 0 {
      let parent = (place - 1) / 2
      guard entries[parent] > entry else { break }
      entries[place] = entries[parent]
      place = parent
    }
    entries[place] = entry
  }

  /// Takes out the number with the lowest rank; of several the lowest.
  mutating func popLowest() -> UInt32? {
    guard let lowest = entries.first, let last = entries.popLast() else { return nil }
    if !entries.isEmpty { sink(last) }
    return UInt32(truncatingIfNeeded: lowest)
  }

  /// Puts an entry in at the top and lets it sink to its place.
  private mutating func sink(_ entry: UInt64) {
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < entries.count else { break }
      if child + 1 < entries.count && entries[child + 1] < entries[child] { child += 1 }
      guard entries[child] < entry else { break }
      entries[place] = entries[child]
      place = child
    }
    entries[place] = entry
  }
}
