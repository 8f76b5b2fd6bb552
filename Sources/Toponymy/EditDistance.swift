/// How many edits lie between a name and others: letters changed, missing, added, or swapped with
/// their neighbours, none edited twice (the optimal string alignment distance).
///
/// Names of up to 64 ASCII letters are compared in O(*n*) by the bit-parallel algorithm of Hyyrö
/// (2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", Nordic Journal
/// of Computing 10), others in O(*nm*).
package struct EditDistance {
  private let name: [UInt8]
  /// For each ASCII character, where it stands in the name; empty where the name is too long for it.
  private var positions: [UInt64] = []

  /// Prepares a name in UTF-8 to be compared with many.
  package init(_ name: [UInt8]) {
    self.name = name
    guard (1...64).contains(name.count), name.allSatisfy({ $0 < 0x80 }) else { return }
    positions = Array(repeating: 0, count: 128)
    for (index, byte) in name.enumerated() { positions[Int(byte)] |= 1 << UInt64(index) }
  }

  /// The distance to another name, or some number above `limit` where it exceeds that.
  package func distance(to other: some Collection<UInt8>, upTo limit: Int) -> Int {
    guard !positions.isEmpty, other.allSatisfy({ $0 < 0x80 }) else {
      return Self.distance(
        Array(String(decoding: name, as: UTF8.self).unicodeScalars),
        Array(String(decoding: other, as: UTF8.self).unicodeScalars), upTo: limit)
    }
    guard abs(other.count - name.count) <= limit else { return limit + 1 }
    let last: UInt64 = 1 << UInt64(name.count - 1)
    var distance = name.count
    var zeros: UInt64 = 0
    var more = UInt64.max
    var less: UInt64 = 0
    var earlier: UInt64 = 0
    for byte in other {
      let here = positions[Int(byte)]
      let swapped = ((~zeros & here) << 1) & earlier
      zeros = (((here & more) &+ more) ^ more) | here | less | swapped
      let up = less | ~(zeros | more)
      let down = zeros & more
      if up & last != 0 { distance += 1 }
      if down & last != 0 { distance -= 1 }
      let shifted = up << 1 | 1
      more = down << 1 | ~(zeros | shifted)
      less = shifted & zeros
      earlier = here
    }
    return distance
  }

  private static func distance(
    _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], upTo limit: Int
  ) -> Int {
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
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
