/// Names close to one that is not known.
extension Gazetteer {
  /// The names that differ least from a name, by edits on the folded form.
  ///
  /// - Parameters:
  ///   - name: The name as typed.
  ///   - limit: How many at most.
  /// - Returns: Names as the gazetteer spells them, the closest first; none that differs in more than
  ///   a third of its letters, or more than the indexes allow for.
  /// - Complexity: O(1) in the number of names.
  public func similarNames(to name: String, limit: Int) -> [String] {
    let folded = FoldedText(name)
    let key = folded.key(of: folded.words.indices)
    let matches = namesWithin(edits: min(2, key.count / 3), of: key)
    var seen: Set<String> = []
    return Array(matches.map(\.name.text).filter { seen.insert($0).inserted }.prefix(limit))
  }

  /// The places of the names that are closest to a name, within some edits of its folded form; best
  /// first, each with what speaks for it.
  ///
  /// - Returns: One candidate a place; empty where no name is so close.
  /// - Complexity: O(1) in the number of names.
  public func candidates(within edits: Int, of name: String) -> [Candidate] {
    let folded = FoldedText(name)
    let matches = namesWithin(edits: edits, of: folded.key(of: folded.words.indices))
    var best: [PlaceNumber: Candidate] = [:]
    for match in matches where match.distance == matches.first?.distance && match.distance > 0 {
      let place = places[match.place]
      guard best[match.place] == nil else { continue }
      let letters = match.distance == 1 ? "one letter differs" : "\(match.distance) letters differ"
      best[match.place] = Candidate(
        place: place, score: 0.22 - 0.04 * Double(match.distance) + place.prominence,
        reasons: ["\(letters) from \(match.name.text)", place.prominenceReason])
    }
    return best.values.sorted {
      $0.score != $1.score ? $0.score > $1.score : $0.place.id < $1.place.id
    }
  }

  /// A name close to another.
  struct SimilarName: Sendable {
    /// The letters changed, missing, added or swapped.
    let distance: Int
    /// The place it names.
    let place: PlaceNumber
    /// The name as the gazetteer spells it.
    let name: Toponym
  }

  /// Longer names, in bytes, are not looked up so.
  private static let longestSimilarName = 200

  /// The names, inhabitants' not among them, within some edits of a folded name: the closest first,
  /// then by their spelling.
  func namesWithin(edits: Int, of key: [UInt8]) -> [SimilarName] {
    guard key.count <= Self.longestSimilarName else { return [] }
    var found: [SimilarName] = []
    for (layer, index) in indexes.enumerated() {
      for (record, distance) in index.similarNames(to: key, edits: edits) {
        for entry in index.entries(at: record) {
          guard let named = namedPlace(entry, layer: layer), !named.isDemonym else { continue }
          found.append(SimilarName(distance: distance, place: named.place, name: named.name))
        }
      }
    }
    return found.sorted { ($0.distance, $0.name.text) < ($1.distance, $1.name.text) }
  }
}
