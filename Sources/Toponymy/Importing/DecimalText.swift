/// Numbers read from their ASCII digits, without a string between.
enum DecimalText {
  /// The whole number that a range holds, an optional minus sign and 1 to 18 digits; else `nil`.
  static func integer(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    let isNegative = index < range.upperBound && bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    guard (1...18).contains(range.upperBound - index) else { return nil }
    var value = 0
    while index < range.upperBound {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
      index += 1
    }
    return isNegative ? -value : value
  }

  /// The number that a range holds, rounded correctly; `nil` for anything else, infinite and not a
  /// number included.
  static func real(_ bytes: [UInt8], _ range: Range<Int>) -> Double? {
    var index = range.lowerBound
    let isNegative = index < range.upperBound && bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var digits = 0
    var mantissa = 0
    var point: Int?
    while index < range.upperBound {
      let byte = bytes[index]
      let digit = byte &- 0x30
      if digit < 10 {
        digits += 1
        guard digits <= 15 else { return written(bytes[range]) }
        mantissa = mantissa * 10 + Int(digit)
      } else if byte == UInt8(ascii: "."), point == nil {
        point = index
      } else {
        return written(bytes[range])
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    // Up to 15 digits and a power of ten up to 22 are exact, and so is their quotient's rounding.
    let scale = powersOfTen[point.map { range.upperBound - $0 - 1 } ?? 0]
    let value = Double(mantissa) / scale
    return isNegative ? -value : value
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// The rarer ways to write a number: many digits, an exponent.
  private static func written(_ bytes: ArraySlice<UInt8>) -> Double? {
    let isPlain = bytes.allSatisfy { byte in
      byte &- 0x30 < 10 || "+-.eE".utf8.contains(byte)
    }
    guard bytes.count <= 40, isPlain,
      let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }
}
