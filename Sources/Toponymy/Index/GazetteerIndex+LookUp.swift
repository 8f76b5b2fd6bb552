extension GazetteerIndex {
  /// A folded name close to another.
  public struct SimilarKey: Hashable, Sendable {
    /// The name, folded.
    public let key: String
    /// The letters changed, missing, added or swapped.
    public let distance: Int
  }

  /// The numbers of the places that are called so, in any spelling that folds alike: how many places
  /// came before each.
  ///
  /// - Complexity: O(1) in the number of names.
  public func placeNumbers(named name: String) -> [Int] {
    let text = FoldedText(name)
    guard let first = text.words.first else { return [] }
    let hash = text.words.dropFirst().reduce(first.hash) { WordHash.joining($0, $1.hash) }
    let record = self.name(hash) { isKey($0, of: text.words.indices, in: text) }.record
    return record.map { entries(at: $0).map(\.place) } ?? []
  }

  /// The folded names within some edits of a name, the closest first.
  ///
  /// - Parameters:
  ///   - name: The name, in any spelling.
  ///   - edits: How many edits at most; no more than ``GazetteerIndex/edits`` are looked for.
  /// - Returns: Each name once, with its distance.
  /// - Complexity: O(1) in the number of names, for what a name's neighbourhood usually holds.
  public func similarKeys(to name: String, edits: Int) -> [SimilarKey] {
    let text = FoldedText(name)
    let similar = similarNames(to: text.key(of: text.words.indices), edits: edits)
    return similar.compactMap { record, distance in
      bytes.text(NameRecord.key(bytes, at: record)).map { SimilarKey(key: $0, distance: distance) }
    }
  }
}
