internal import SimpleFeatures

/// A straight edge from one position to another, and on which side of it others lie.
struct Edge {
  var start: Position
  var end: Position

  /// Whether the edge passes a latitude, its upper end excluded: a line just north of it is cut.
  @inline(__always)
  func spans(latitude: Double) -> Bool {
    (start.latitude > latitude) != (end.latitude > latitude)
  }

  /// Whether the edge passes a longitude, its eastern end excluded: a line just east of it is cut.
  @inline(__always)
  func spans(longitude: Double) -> Bool {
    (start.longitude > longitude) != (end.longitude > longitude)
  }

  /// A number above zero where a position is left of the edge, below where it is right of it, and
  /// zero where it lies on the edge's line.
  ///
  /// Two products decide unless their difference is within what rounding may have done to it; then
  /// sums that keep every bit do. Exact for coordinates of up to 1e9.
  ///
  /// - SeeAlso: Shewchuk (1997), Adaptive precision floating-point arithmetic and fast robust
  ///   geometric predicates, doi:10.1007/PL00009321.
  @inline(__always)
  func orientation(of position: Position) -> Double {
    let left = (start.longitude - position.longitude) * (end.latitude - position.latitude)
    let right = (start.latitude - position.latitude) * (end.longitude - position.longitude)
    let difference = left - right
    // The last term is for products so small that they are rounded more coarsely than others.
    let bound = 3.330_669_073_875_471_6e-16 * (left.magnitude + right.magnitude) + 1e-290
    return difference.magnitude > bound ? difference : exactOrientation(of: position)
  }

  /// Whether a position moved a little to the east, and far less to the north, is left of the edge.
  @inline(__always)
  func isLeft(_ corner: Position) -> Bool {
    let orientation = orientation(of: corner)
    guard orientation == 0 else { return orientation > 0 }
    return start.latitude == end.latitude
      ? end.longitude > start.longitude : end.latitude < start.latitude
  }

  /// The orientation by sums that keep every bit.
  @inline(never)
  private func exactOrientation(of position: Position) -> Double {
    var sum = ExactSum()
    sum.add(start.longitude, times: end.latitude)
    sum.add(-start.longitude, times: position.latitude)
    sum.add(-position.longitude, times: end.latitude)
    sum.add(-start.latitude, times: end.longitude)
    sum.add(start.latitude, times: position.longitude)
    sum.add(position.latitude, times: end.longitude)
    return sum.leading
  }
}

/// A sum of products of numbers without any rounding, as numbers that do not overlap.
private struct ExactSum {
  /// From the least to the greatest; their sum is exact.
  private var parts: [Double] = []

  /// What decides the sum's sign: zero where the sum is zero.
  var leading: Double { parts.last { $0 != 0 } ?? 0 }

  /// Adds a product, all products on a scale on which the smallest of numbers are not lost.
  mutating func add(_ factor: Double, times other: Double) {
    let factor = factor * 0x1p480
    let other = other * 0x1p480
    let product = factor * other
    add((-product).addingProduct(factor, other))
    add(product)
  }

  private mutating func add(_ number: Double) {
    var carried = number
    for index in parts.indices {
      let sum = carried + parts[index]
      let share = sum - carried
      parts[index] = (carried - (sum - share)) + (parts[index] - share)
      carried = sum
    }
    parts.append(carried)
  }
}
