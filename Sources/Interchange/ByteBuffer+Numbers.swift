/// Numbers without locale or exponent, the same bytes on every machine, whatever their size.
extension ByteBuffer {
  /// Appends a whole number.
  mutating func append(integer number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: number.magnitude)
  }

  /// Appends a number with at most `places` decimals, rounded half away from zero.
  ///
  /// Numbers too large for that many decimals are written in the shortest form that reads back the
  /// same.
  ///
  /// - Parameters:
  ///   - number: Any number.
  ///   - places: 0 … 8.
  ///   - hasPoint: Whether a whole number gets a decimal point too, so that readers which guess types
  ///     see a real number in every row.
  /// - Returns: Whether it could be written: it cannot where it is not finite.
  mutating func append(_ number: Double, places: Int, hasPoint: Bool) -> Bool {
    let limit = Self.limits[places]
    guard number.magnitude < limit else {
      if number.isFinite { append("\(number)") }
      return number.isFinite
    }
    let scale = Self.powersOfTen[places]
    let units = Int((number * Double(scale)).rounded(.toNearestOrAwayFromZero))
    if units < 0 { append(UInt8(ascii: "-")) }
    let (whole, fraction) = units.magnitude.quotientAndRemainder(dividingBy: scale)
    append(digitsOf: whole)
    if fraction > 0 {
      append(fraction: fraction * Self.powersOfTen[8 - places])
    } else if hasPoint {
      append(".0")
    }
    return true
  }

  /// Appends a point and the decimals of a fraction of 10^8 that is not 0, zeros at the end dropped.
  private mutating func append(fraction: UInt) {
    let digits = Self.eightDigits(fraction)
    unsafe write(room: 9) { target in
      unsafe target.storeBytes(of: UInt8(ascii: "."), as: UInt8.self)
      unsafe (target + 1).storeBytes(of: (digits | Self.zeros).littleEndian, as: UInt64.self)
      return 9 - digits.leadingZeroBitCount / 8
    }
  }

  private mutating func append(digitsOf number: UInt) {
    let (high, low) = number.quotientAndRemainder(dividingBy: 100_000_000)
    let digits = Self.eightDigits(low)
    var leadingZeros = 0
    if high > 0 {
      append(digitsOf: high)
    } else {
      leadingZeros = min(7, digits.trailingZeroBitCount / 8)
    }
    unsafe write(room: 8) { target in
      let text = (digits | Self.zeros) >> UInt64(8 * leadingZeros)
      unsafe target.storeBytes(of: text.littleEndian, as: UInt64.self)
      return 8 - leadingZeros
    }
  }

  /// The digits of a number below 10^8 as the bytes of a word, the first one lowest: halves, quarters
  /// and eighths of the word are divided at once.
  @inline(__always)
  private static func eightDigits(_ number: UInt) -> UInt64 {
    let number = UInt64(number)
    // Four digits in each half: the number's quotient by 10,000 below, its remainder above.
    let fours = number / 10_000 | (number % 10_000) << 32
    // A division by 100 is a multiplication by 10,486 / 2^20, exact below 10,000.
    let hundreds = (fours * 10_486) >> 20 & 0x0000_007F_0000_007F
    let twos = hundreds | (fours - 100 * hundreds) << 16
    // A division by 10 is a multiplication by 103 / 2^10, exact below 100.
    let tens = (twos * 103) >> 10 & 0x000F_000F_000F_000F
    return tens | (twos - 10 * tens) << 8
  }

  private static let zeros: UInt64 = 0x3030_3030_3030_3030

  private static let powersOfTen: [UInt] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
  ]

  /// The magnitudes that an integer can hold exactly with so many decimals.
  private static let limits = [9e15, 9e14, 9e13, 9e12, 9e11, 9e10, 9e9, 9e8, 9e7]
}
