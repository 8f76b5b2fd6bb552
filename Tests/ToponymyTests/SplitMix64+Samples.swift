import NamedSeeds

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
