internal import SimpleFeatures

/// Numbers as ``DecimalText`` writes them, whatever their size.
extension ByteBuffer {
  /// Appends a whole number.
  mutating func append(integer number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: number.magnitude)
  }

  /// Appends a number with at most `places` decimals and tells whether it could: it cannot where the
  /// number is not finite.
  ///
  /// Numbers too large for that many decimals are written in the shortest form that reads back the
  /// same.
  ///
  /// - Parameters:
  ///   - number: Any number.
  ///   - places: 0 … 9.
  ///   - hasPoint: Whether a whole number gets a decimal point too, so that readers which guess types
  ///     see a real number in every row.
  mutating func append(_ number: Double, places: Int, hasPoint: Bool) -> Bool {
    guard number.isFinite else { return false }
    let scale = Self.powersOfTen[places]
    guard number.magnitude < 9e15 / Double(scale) else {
      append("\(number)")
      return true
    }
    let units = Int((number * Double(scale)).rounded(.toNearestOrAwayFromZero))
    if units < 0 { append(UInt8(ascii: "-")) }
    let (whole, fraction) = units.magnitude.quotientAndRemainder(dividingBy: scale)
    append(digitsOf: whole)
    if fraction > 0 {
      append(fraction: fraction, places: places)
    } else if hasPoint {
      append(".0")
    }
    return true
  }

  /// Appends a point and the decimals of a fraction that is not 0, zeros at the end dropped.
  private mutating func append(fraction: UInt, places: Int) {
    var (fraction, places) = (fraction, places)
    while true {
      let (shorter, digit) = fraction.quotientAndRemainder(dividingBy: 10)
      guard digit == 0 else { break }
      (fraction, places) = (shorter, places - 1)
    }
    append(UInt8(ascii: "."))
    append(fraction, digits: places)
  }

  private mutating func append(digitsOf number: UInt) {
    var digits = 1
    var bound: UInt = 10
    while digits < 19, number >= bound {
      digits += 1
      bound *= 10
    }
    append(number, digits: digits == 19 && number >= bound ? 20 : digits)
  }

  /// Appends a number with zeros before it up to a count of digits, 20 at most.
  private mutating func append(_ number: UInt, digits: Int) {
    unsafe write(room: digits) { target in
      var rest = number
      var place = digits
      while place > 0 {
        place -= 1
        let (shorter, digit) = rest.quotientAndRemainder(dividingBy: 10)
        unsafe (target + place).storeBytes(of: 0x30 + UInt8(digit), as: UInt8.self)
        rest = shorter
      }
      return digits
    }
  }

  private static let powersOfTen: [UInt] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]
}
