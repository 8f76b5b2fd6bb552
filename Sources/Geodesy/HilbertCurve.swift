package import SimpleFeatures

/// How far along a curve through all of the world a position comes.
///
/// What is near on the curve is near on the ground. The curve fills a square of 2²² × 2²² cells, each
/// about 9.5 m wide at the equator, the lower half of which are the longitudes and latitudes.
///
/// - SeeAlso: Hilbert (1891), doi:10.1007/BF01199431.
package enum HilbertCurve {
  /// The number of bits of a key.
  static let bits = 44

  /// The cell of a position, counted along the curve; a longitude beyond ±180 counts as one within.
  package static func key(of position: Position) -> UInt64 {
    let cells = 0x1p22 / 360
    let longitude =
      abs(position.longitude) <= 180
      ? position.longitude : position.longitude.remainder(dividingBy: 360)
    let column = UInt32(min((longitude + 180) * cells, 0x1p22 - 1))
    let row = UInt32((position.latitude + 90) * cells)
    return key(column: column, row: row)
  }

  /// The place along the curve of a cell, three bits of both coordinates a step.
  package static func key(column: UInt32, row: UInt32) -> UInt64 {
    var key: UInt64 = 0
    var state: UInt16 = 0
    var shift = UInt32(21)
    for _ in 0..<8 {
      let cell = (column >> shift & 7) << 3 | row >> shift & 7
      let step = steps[Int(state) << 6 | Int(cell)]
      key = key << 6 | UInt64(step & 63)
      state = step >> 6
      shift &-= 3
    }
    return key
  }

  /// For each of the curve's four positions and each of 8 × 8 cells: the cell's number along the curve
  /// in the low six bits, and the position of the curve within the cell above.
  private static let steps: [UInt16] = (0..<4).flatMap { state in
    (0..<64).map { cell in
      step(from: state, column: cell >> 3, row: cell & 7)
    }
  }

  /// The same, a bit at a time.
  ///
  /// Bit 0 of a state says that the axes change places, bit 1 that both are reversed.
  private static func step(from state: Int, column: Int, row: Int) -> UInt16 {
    var state = state
    var number = 0
    for bit in [2, 1, 0] {
      var x = column >> bit & 1
      var y = row >> bit & 1
      if state & 2 != 0 { (x, y) = (1 - x, 1 - y) }
      if state & 1 != 0 { (x, y) = (y, x) }
      let quadrant = x * 3 ^ y
      number = number << 2 | quadrant
      if quadrant == 0 { state ^= 1 }
      if quadrant == 3 { state ^= 3 }
    }
    return UInt16(state << 6 | number)
  }
}
