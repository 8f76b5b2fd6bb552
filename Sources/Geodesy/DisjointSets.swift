/// Numbers in sets that grow together, and never apart.
///
/// - SeeAlso: Tarjan and van Leeuwen (1984), doi:10.1145/62.2160, path halving.
struct DisjointSets: Sendable {
  private var parents: [UInt32]

  /// Puts each of the numbers below a count into a set of its own.
  init(count: Int) {
    parents = (0..<UInt32(count)).map { $0 }
  }

  /// The least number of the set that holds a number.
  mutating func root(of number: Int) -> Int {
    var number = number
    while Int(parents[number]) != number {
      parents[number] = parents[Int(parents[number])]
      number = Int(parents[number])
    }
    return number
  }

  /// Joins the sets of two numbers.
  mutating func join(_ a: Int, _ b: Int) {
    let first = root(of: a)
    let second = root(of: b)
    if first != second { parents[max(first, second)] = UInt32(min(first, second)) }
  }
}
