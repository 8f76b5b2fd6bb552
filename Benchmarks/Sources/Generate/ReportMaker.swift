/// Writes invented reports of 2 to 7 kB that name places of a dump: about eight names a kilobyte.
struct ReportMaker {
  private var random = SplitMix64(seed: 0x7265_706F_7274_73)
  /// Ordinary words, the first the most frequent; no name has a `w` or a `q`.
  private let words: [[UInt8]]
  private let names: [[UInt8]]

  init(names: [[UInt8]]) {
    self.names = names
    var random = SplitMix64(seed: 0x776F_7264_73)
    let syllables = ["an", "er", "in", "ost", "al", "ent", "ur", "ing", "om", "ed", "ish", "ov"]
    words = (0..<4000).map { number in
      var word = Array((number % 2 == 0 ? "w" : "qu").utf8)
      for _ in 0...(number < 100 ? 0 : 1 + random.below(3)) {
        word += random.element(syllables).utf8
      }
      return word
    }
  }

  /// One report.
  mutating func report() -> [UInt8] {
    let length = 2000 + random.below(5000)
    var text: [UInt8] = []
    while text.count < length { addSentence(to: &text) }
    return text
  }

  private mutating func addSentence(to text: inout [UInt8]) {
    let count = 8 + random.below(16)
    for index in 0..<count {
      if index > 0 { text.append(0x20) }
      switch random.below(20) {
      case 0...1 where index > 0:
        text += random.element(names)
        // A name is not followed by another.
        text += " ".utf8
        text += word()
      case 2 where index > 0: text += String(random.below(3000)).utf8
      default:
        let word = word()
        text += index == 0 ? [word[0] & 0xDF] + word.dropFirst() : word
      }
    }
    text += (random.below(5) == 0 ? ".\n\n" : ". ").utf8
  }

  private mutating func word() -> [UInt8] {
    let place = random.unit()
    return words[Int(4000 * place * place * place)]
  }
}
