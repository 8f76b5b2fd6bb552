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
}
