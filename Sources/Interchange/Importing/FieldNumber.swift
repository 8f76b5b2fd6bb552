/// Numbers read from the bytes of a field.
enum FieldNumber {
  /// A whole number, or why it is none.
  enum Whole: Hashable {
    /// The number.
    case number(Int)
    /// A number below zero.
    case negative
    /// No whole number.
    case unreadable
  }

  /// A whole number of things: digits, groups of three between commas, blanks or apostrophes
  /// (`1,200`), a decimal part of zeros (`3.0`).
  ///
  /// Groups between full stops are read where the decimal mark is a comma, and else are no number, for
  /// `1.200` may be either.
  static func whole(_ bytes: Span<UInt8>, decimalComma: Bool = false) -> Whole {
    var value = 0
    var index = 0
    while index < bytes.count, case let digit = bytes[index] &- 0x30, digit < 10 {
      guard index < 18 else { return .unreadable }
      value = value &* 10 &+ Int(digit)
      index += 1
    }
    if index == bytes.count { return index > 0 ? .number(value) : .unreadable }
    if index == 0, bytes[0] == UInt8(ascii: "-"), bytes.count > 1 {
      if case .number(let number) = whole(bytes.extracting(1...), decimalComma: decimalComma) {
        return number == 0 ? .number(0) : .negative
      }
      return .unreadable
    }
    guard index > 0 else { return .unreadable }
    if index <= 3, let grouped = grouped(bytes, from: index, value, decimalComma) { return grouped }
    let point = bytes[index]
    guard point == UInt8(ascii: ".") || point == UInt8(ascii: ",") else { return .unreadable }
    // Three zeros may be thousands.
    guard index + 4 != bytes.count else { return .unreadable }
    for zero in index + 1..<bytes.count where bytes[zero] != 0x30 { return .unreadable }
    return .number(value)
  }

  private static func grouped(
    _ bytes: Span<UInt8>, from start: Int, _ first: Int, _ decimalComma: Bool
  ) -> Whole? {
    let mark = bytes[start]
    let isMark =
      mark == UInt8(ascii: ",") || mark == 0x20 || mark == UInt8(ascii: "'")
      || mark == 0xC2 || (mark == UInt8(ascii: ".") && decimalComma)
    guard isMark else { return nil }
    // A no-break space has two bytes.
    let width = mark == 0xC2 ? 2 : 1
    var value = first
    var index = start
    while index < bytes.count {
      guard index + width + 3 <= bytes.count, index < 24, bytes[index] == mark,
        width == 1 || bytes[index + 1] == 0xA0
      else { return nil }
      for place in index + width..<index + width + 3 {
        let digit = bytes[place] &- 0x30
        guard digit < 10 else { return nil }
        value = value &* 10 &+ Int(digit)
      }
      index += width + 3
    }
    return .number(value)
  }

  /// A real number with a decimal point or, where there is no point, a comma; rounded correctly.
  ///
  /// - Returns: The number; `nil` for anything else, what is not finite included.
  static func real(_ bytes: Span<UInt8>) -> Double? {
    var index = 0
    let isNegative = bytes.count > 0 && bytes[0] == UInt8(ascii: "-")
    if isNegative || (bytes.count > 0 && bytes[0] == UInt8(ascii: "+")) { index = 1 }
    var mantissa: UInt64 = 0
    var digits = 0
    var decimals = 0
    var hasPoint = false
    while index < bytes.count {
      let byte = bytes[index]
      let digit = byte &- 0x30
      if digit < 10 {
        digits += 1
        guard digits <= 19 else { return written(bytes) }
        mantissa = mantissa &* 10 &+ UInt64(digit)
        if hasPoint { decimals += 1 }
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","), !hasPoint {
        hasPoint = true
      } else {
        return written(bytes)
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    // Both are exact in a Double, and so their quotient is rounded once (Clinger 1990).
    guard mantissa < 1 << 53 else { return written(bytes) }
    let value = Double(mantissa) / powersOfTen[decimals]
    return isNegative ? -value : value
  }

  /// 10⁰ … 10¹⁹.
  static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19,
  ]

  /// The rarer ways to write a number: many digits, an exponent.
  private static func written(_ bytes: Span<UInt8>) -> Double? {
    guard bytes.count <= 60 else { return nil }
    var text: [UInt8] = []
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte &- 0x30 < 10 || "+-.,eE".utf8.contains(byte) else { return nil }
      text.append(byte == UInt8(ascii: ",") ? UInt8(ascii: ".") : byte)
    }
    guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }
}
