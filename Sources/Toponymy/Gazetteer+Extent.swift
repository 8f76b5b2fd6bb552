public import SimpleFeatures

extension Gazetteer {
  /// The most important places of some kinds within boxes, the most important first.
  ///
  /// Only what is returned is read whole; of all other records the position, kind and inhabitants
  /// are looked at where they lie.
  ///
  /// ```swift
  /// gazetteer.places(of: [.capital, .city], within: [europe], atMost: 40)
  /// ```
  ///
  /// - Parameters:
  ///   - kinds: What is wanted.
  ///   - boxes: Where; a box may cross the antimeridian.
  ///   - limit: How many at most.
  /// - Returns: Places by descending ``Place/importance``, ties by identifier.
  /// - Complexity: O(*n*) in the places of the gazetteer, some nanoseconds for each, and O(*k* log *k*)
  ///   in those returned.
  public func places(
    of kinds: Set<PlaceKind>, within boxes: [BoundingBox], atMost limit: Int
  ) -> [Place] {
    guard limit > 0, !boxes.isEmpty, !kinds.isEmpty else { return [] }
    // What an earlier index has is dropped when it is read, so each index gives as many as are wanted.
    var found: [Place] = []
    for (layer, index) in indexes.enumerated() {
      var wanted = limit
      while true {
        let sights = index.sights(of: kinds, within: boxes, atMost: wanted)
        let places = sights.compactMap { place(PlaceNumber(layer: layer, number: $0.number)) }
        if places.count >= limit || sights.count < wanted {
          found += places
          break
        }
        wanted *= 2
      }
    }
    let sorted = found.sorted {
      ($1.importance, $0.id.text) < ($0.importance, $1.id.text)
    }
    return Array(sorted.prefix(limit))
  }
}

extension GazetteerIndex {
  /// A place as it is seen without reading it: its number and how important it is.
  struct Sight: Comparable {
    let importance: PlaceImportance
    let number: Int

    /// Orders the more important first, ties by number.
    static func < (a: Sight, b: Sight) -> Bool {
      (b.importance, a.number) < (a.importance, b.number)
    }
  }

  /// The most important places of some kinds within boxes, the most important first.
  func sights(of kinds: Set<PlaceKind>, within boxes: [BoundingBox], atMost limit: Int) -> [Sight] {
    let windows = boxes.map(PlaceRecord.Window.init)
    let wanted = PlaceKind.allCases.map(kinds.contains)
    var found: [Sight] = []
    var least: Sight?
    for number in 0..<footer.placeCount {
      guard let offset = recordOffset(of: number),
        let head = PlaceRecord.head(bytes, at: offset, of: wanted, within: windows)
      else { continue }
      let sight = Sight(importance: head, number: number)
      if let least, least < sight { continue }
      found.append(sight)
      // Half of what was kept goes, so that each place is sorted a few times at most.
      if found.count >= 2 * limit + 64 {
        found.sort()
        found.removeSubrange(limit...)
        least = found.last
      }
    }
    found.sort()
    return Array(found.prefix(limit))
  }
}
