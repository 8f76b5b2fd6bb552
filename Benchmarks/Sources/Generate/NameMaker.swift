/// Invents names: syllables into words, one to three words a name, a third of them with diacritics,
/// ten bytes in the mean: all as counted in the dump of a country of 5,700 rows.
struct NameMaker {
  private static let onsets = [
    "b", "br", "c", "d", "dr", "f", "g", "gr", "h", "j", "k", "kl", "kr", "l", "m", "mr", "n", "p",
    "pl", "pr", "r", "s", "sk", "sl", "st", "t", "tr", "v", "vr", "z", "sh", "gj", "lj", "nj",
  ]
  private static let vowels = ["a", "e", "i", "o", "u", "a", "e", "i", "o", "ua", "ie"]
  private static let codas = ["", "", "", "", "n", "r", "s", "k", "l", "m", "t", "v", "sh"]
  /// How many of a hundred names have one, two and three words, as in the dump of a country.
  private static let wordCounts = [61, 30, 9]

  private var random: SplitMix64
  /// Words with which many names begin, as "Upper" and "New" do.
  private var common: [[UInt8]] = []
  private var known: Set<[UInt8]> = []
  private let marks: [UInt8: [String]]

  /// Begins with a seed; `isColloquial` says whether letters occur that careless writers spell with
  /// two (`č` as `ch`): names that have them are found under more than one form.
  init(seed: UInt64, isColloquial: Bool) {
    random = SplitMix64(seed: seed)
    marks =
      isColloquial
      ? [
        0x61: ["ä", "á"], 0x63: ["č", "ç", "ć"], 0x65: ["ë"], 0x6F: ["ö", "ó"], 0x73: ["š", "ş"],
        0x75: ["ü"], 0x7A: ["ž"], 0x69: ["í"],
      ]
      : [
        0x61: ["á", "â"], 0x65: ["ë", "é"], 0x69: ["í"], 0x6E: ["ñ"], 0x6F: ["ó", "ô"], 0x75: ["ú"],
        0x6B: ["ķ"], 0x74: ["ť"],
      ]
    common = (0..<300).map { _ in word() }
  }

  /// A name that did not come before, as it is written and without its marks.
  mutating func distinct() -> (name: [UInt8], plain: [UInt8]) {
    while true {
      let plain = plainName()
      if known.insert(plain).inserted { return (written(plain), plain) }
    }
  }

  /// Any name, as it is written and without its marks.
  mutating func any() -> (name: [UInt8], plain: [UInt8]) {
    let plain = plainName()
    return (written(plain), plain)
  }

  /// The same name as it is written elsewhere: with other marks, or without.
  mutating func variant(of plain: [UInt8]) -> [UInt8] { written(plain) }

  private mutating func plainName() -> [UInt8] {
    let count = random.weighted(Self.wordCounts) + 1
    var name: [UInt8] = []
    for index in 0..<count {
      if index > 0 { name.append(0x20) }
      name += index == 0 && count > 1 && random.below(2) == 0 ? random.element(common) : word()
    }
    return name
  }

  private mutating func word() -> [UInt8] {
    var word: [UInt8] = []
    for _ in 0...random.weighted([10, 70, 20]) {
      word += random.element(Self.onsets).utf8
      word += random.element(Self.vowels).utf8
      word += random.element(Self.codas).utf8
    }
    return word
  }

  /// Capitals, and marks on some letters of a third of the names.
  private mutating func written(_ plain: [UInt8]) -> [UInt8] {
    let hasMarks = random.below(3) == 0
    var name: [UInt8] = []
    var begins = true
    for byte in plain {
      if hasMarks, !begins, let forms = marks[byte], random.below(3) == 0 {
        name += random.element(forms).utf8
      } else {
        name.append(begins ? byte & 0xDF : byte)
      }
      begins = byte == 0x20
    }
    return name
  }
}
