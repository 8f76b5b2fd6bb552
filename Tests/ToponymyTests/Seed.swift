/// Named beginnings of random sequences, so that a failing test can be run again.
enum Seed: UInt64, CaseIterable {
  case alpha = 0xA1FA
  case beta = 0xBE7A
  case gamma = 0x6A33A

  var generator: SplitMix64 { SplitMix64(state: rawValue) }
}

/// Steele, Lea and Flood's SplitMix64 (2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension SplitMix64 {
  /// A text of random scalars, most of them from the scripts that reports are written in.
  mutating func text(ofScalars count: Int) -> String {
    let blocks: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0xA0...0x24F, 0x300...0x36F, 0x370...0x52F, 0x600...0x6FF, 0x1E00...0x1FFF,
      0x2000...0x214F, 0x3040...0x30FF, 0x1_0000...0x1_FFFF,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<count {
      let block = blocks[Int.random(in: blocks.indices, using: &self)]
      if let scalar = Unicode.Scalar(UInt32.random(in: block, using: &self)) { text.append(scalar) }
    }
    return String(text)
  }

  /// Random bytes, seldom well-formed UTF-8.
  mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
  }
}
