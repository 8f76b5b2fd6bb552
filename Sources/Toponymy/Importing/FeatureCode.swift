/// A feature class and designation as GeoNames and GNS share them, packed into a word: `P.PPLC`.
struct FeatureCode: Hashable, CustomStringConvertible {
  private let packed: UInt64

  /// Packs a class of one letter and a designation of one to seven letters and digits in capitals.
  init?(class letter: ArraySlice<UInt8>, designation: ArraySlice<UInt8>) {
    guard letter.count == 1, (1...7).contains(designation.count) else { return nil }
    var packed: UInt64 = 0
    for byte in [letter, designation].joined() {
      guard byte &- 0x41 < 26 || byte &- 0x30 < 10 else { return nil }
      packed = packed << 8 | UInt64(byte)
    }
    self.packed = packed
  }

  /// Packs a code known to be one, as the table of kinds holds them.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(class: bytes.prefix(1), designation: bytes.dropFirst(2))
  }

  /// The class, a point, and the designation.
  var description: String {
    var bytes: [UInt8] = []
    for shift in stride(from: 56, through: 0, by: -8) {
      let byte = UInt8(truncatingIfNeeded: packed >> UInt64(shift))
      if byte != 0 { bytes.append(byte) }
    }
    bytes.insert(UInt8(ascii: "."), at: 1)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A country's first-level division.
  static let firstDivision = FeatureCode("A.ADM1")
  /// A country's second-level division.
  static let secondDivision = FeatureCode("A.ADM2")
}
