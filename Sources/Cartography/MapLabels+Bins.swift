extension MapLabels {
  /// How many cities may be named over hexagons.
  private static let mostOverBins = 12

  /// The same wishes where incidents are hexagons: a name covers none of them but that of a city, of
  /// which a few are named even so, because a reader has to know where they are.
  func besideBins(_ wishes: [Wish]) -> [Wish] {
    guard !bins.isEmpty else { return wishes }
    var grid = PixelGrid(over: frame.box, side: 32)
    for (number, bin) in bins.enumerated() { grid.insert(number, in: bin.bounds) }
    func covered(_ box: OrientedBox) -> Int {
      var found: Set<Int> = []
      grid.forEach(near: box.bounds) { number in
        if box.overlaps(bins[number]) { found.insert(number) }
      }
      return found.count
    }
    var over = 0
    return wishes.compactMap { wish in
      var wish = wish
      var isOver = false
      if let dot = wish.request.dot {
        isOver = covered(OrientedBox(dot.bounds)) > 0
      }
      let counted = wish.request.candidates.map { ($0, covered($0.box)) }
      let free = counted.filter { $0.1 == 0 }.map(\.0)
      if !isOver, !free.isEmpty {
        wish.request.candidates = free
        return wish
      }
      guard wish.kind == .city, over < Self.mostOverBins else { return nil }
      over += 1
      wish.request.candidates = LabelCandidates.ranked(
        counted.map { candidate, count in
          var candidate = candidate
          candidate.cost += 3 * Double(count)
          return candidate
        })
      return wish
    }
  }
}
