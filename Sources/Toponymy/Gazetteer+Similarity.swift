/// Names close to one that is not known: help for people, never a resolution.
extension Gazetteer {
  /// The names that differ least from a name, by edits on the folded form.
  ///
  /// - Parameters:
  ///   - name: The name as typed.
  ///   - limit: How many at most.
  /// - Returns: Preferred names, the closest first; none that differs in more than a third.
  /// - Complexity: O(*n*) in the names, each an edit distance.
  public func similarNames(to name: String, limit: Int) -> [String] {
    let folded = FoldedText(name)
    let wanted = folded.key(of: folded.words.indices)
    let reach = min(3, wanted.count / 3)
    guard reach > 0 else { return [] }
    var found: [(distance: Int, name: String)] = []
    for place in places {
      for form in [place.name] + place.names.map(\.text)
      where abs(form.utf8.count - wanted.count) <= reach + 4 {
        let text = FoldedText(form)
        let key = text.key(of: text.words.indices)
        guard abs(key.count - wanted.count) <= reach else { continue }
        let distance = Self.editDistance(key, wanted, upTo: reach)
        if distance <= reach { found.append((distance, form)) }
      }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    var seen: Set<String> = []
    return Array(found.map(\.name).filter { seen.insert($0).inserted }.prefix(limit))
  }

  /// The optimal string alignment distance, or anything above `limit` where it exceeds that.
  static func editDistance(_ a: [UInt8], _ b: [UInt8], upTo limit: Int) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      if (row.min() ?? 0) > limit { return limit + 1 }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
