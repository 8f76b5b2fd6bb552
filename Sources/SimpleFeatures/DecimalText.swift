/// Numbers as text without locale or exponent, the same bytes on every machine.
public enum DecimalText {
  /// Appends a finite number with at most `places` decimals, trailing zeros dropped, as ASCII.
  ///
  /// Rounds half away from zero on the shortest decimal that `value * 10^places` has; negative zero
  /// is written as `0`.
  ///
  /// - Parameters:
  ///   - value: Finite, and below 2^53 / 10^`places` in magnitude.
  ///   - places: 0 … 9.
  ///   - bytes: Where the text goes.
  public static func append(_ value: Double, places: Int, to bytes: inout [UInt8]) {
    precondition((0...9).contains(places), "0 to 9 decimals")
    let scale = powersOfTen[places]
    let scaled = (value * Double(scale)).rounded(.toNearestOrAwayFromZero)
    precondition(scaled.magnitude < 9.1e15, "a finite number that an integer can hold")
    let units = Int(scaled)
    if units < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, fraction) = units.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
    append(digitsOf: whole, to: &bytes)
    guard fraction > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var divisor = UInt(scale) / 10
    var rest = fraction
    while rest > 0 {
      let (digit, next) = rest.quotientAndRemainder(dividingBy: divisor)
      bytes.append(UInt8(ascii: "0") + UInt8(digit))
      rest = next
      divisor /= 10
    }
  }

  /// A finite number with at most `places` decimals as text; see ``append(_:places:to:)``.
  public static func text(_ value: Double, places: Int) -> String {
    var bytes: [UInt8] = []
    append(value, places: places, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let powersOfTen = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]

  /// Appends the digits of a whole number.
  public static func append(digitsOf number: UInt, to bytes: inout [UInt8]) {
    if number >= 10 { append(digitsOf: number / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
