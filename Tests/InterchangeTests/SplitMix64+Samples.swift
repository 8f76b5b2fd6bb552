import NamedSeeds

extension SplitMix64 {
  /// A text of characters that writers have trouble with.
  mutating func text(upTo count: Int) -> String {
    let characters: [Character] = [
      "a", "Ž", "ћ", "ë", "ш", " ", "\"", "\\", ",", ";", "\n", "\r", "\t", "\u{0}", "\u{1F}",
      "\u{7F}", "\u{2028}", "\u{FEFF}", "=", "+", "-", "@", "'", "/", "😀", "e\u{301}",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...count, using: &self) {
      text.append(characters[Int.random(in: characters.indices, using: &self)])
    }
    return text
  }

  /// A copy with a few bytes changed, dropped, doubled or cut off.
  mutating func mutation(of bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &self) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &self)
      switch Int.random(in: 0..<6, using: &self) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &self)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(bytes[place], at: place)
      case 3: bytes.removeSubrange(place...)
      case 4: bytes.insert(contentsOf: #"[{"e9,:}]\u"#.utf8.shuffled(using: &self), at: place)
      default: bytes.swapAt(place, Int.random(in: bytes.indices, using: &self))
      }
    }
    return bytes
  }
}
