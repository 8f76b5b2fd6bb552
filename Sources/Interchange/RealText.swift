internal import SimpleFeatures

/// Real numbers of files as text, whatever their size.
enum RealText {
  /// Appends a number with at most `places` decimals and tells whether it could: it cannot where the
  /// number is not finite.
  ///
  /// Numbers too large for that many decimals are written in the shortest form that reads back the
  /// same.
  static func append(_ number: Double, places: Int, to bytes: inout [UInt8]) -> Bool {
    guard number.isFinite else { return false }
    let limit = (0..<places).reduce(9e15) { limit, _ in limit / 10 }
    if number.magnitude < limit {
      DecimalText.append(number, places: places, to: &bytes)
    } else {
      bytes += "\(number)".utf8
    }
    return true
  }

  /// Appends a number as ``append(_:places:to:)`` does, always with a decimal point, so that readers
  /// which guess types see a real number in every row.
  static func append(real number: Double, places: Int, to bytes: inout [UInt8]) -> Bool {
    let start = bytes.count
    guard append(number, places: places, to: &bytes) else { return false }
    let marks = [UInt8(ascii: "."), UInt8(ascii: "e")]
    if !bytes[start...].contains(where: marks.contains) { bytes += ".0".utf8 }
    return true
  }
}
