extension SplitMix64 {
  /// A copy with a few bytes changed, dropped, doubled, moved or cut off, as fuzzers do it.
  ///
  /// - Parameters:
  ///   - bytes: An input that a reader takes.
  ///   - pieces: What means something to the reader, to be put anywhere.
  /// - Returns: An input that it may take or refuse.
  package mutating func mutation(
    of bytes: [UInt8], pieces: [String] = ["[{", "\"", "e9", ",:", "}]", "\\u"]
  ) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &self) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &self)
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &self))
      switch Int.random(in: 0..<9, using: &self) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &self)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(bytes[place], at: place)
      case 3: bytes.removeSubrange(place...)
      case 4: bytes.insert(contentsOf: (pieces.randomElement(using: &self) ?? "").utf8, at: place)
      case 5: bytes.swapAt(place, Int.random(in: bytes.indices, using: &self))
      case 6: bytes.removeSubrange(place..<end)
      case 7:
        bytes.insert(
          contentsOf: bytes[place..<end], at: Int.random(in: bytes.indices, using: &self))
      default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      }
    }
    return bytes
  }
}
