/// How one Unicode scalar folds: the heart of comparing names across spellings and scripts.
///
/// Case and diacritics vanish, Cyrillic becomes the Latin of Serbian orthography, Greek loses its
/// accents, Arabic and Hebrew their points and the letters that are written either way; other
/// scripts without case stay as they are. Sources: Unicode decompositions for the Latin, Greek, Arabic
/// and Devanagari groups; Serbian, Macedonian and Russian orthography for Cyrillic.
struct FoldingTable: Sendable {
  /// How a letter that careless or foreign writers spell out is folded.
  enum Style: Sendable, CaseIterable {
    /// `č` as `c`, `đ` as `dj`: the form that texts are folded to.
    case plain
    /// `č` as `ch`, `š` as `sh`, `ö` as `oe`: colloquial digraphs.
    case digraphs
    /// `đ` as `d`, all else as in ``plain``.
    case bare
    /// Cyrillic as Ukraine romanizes it: `х` as `kh`, `г` as `h`, `я` as `ia`.
    case ukrainian
  }

  /// What a scalar is to a tokenizer, in one word: bits 0–1 say whether it ends a word, vanishes in
  /// it or is a letter; then its case, the number of its folded bytes, and the bytes themselves.
  struct Entry: Hashable, Sendable {
    let bits: UInt64

    /// Ends a word.
    static let separator = Entry(bits: 0)
    /// Vanishes inside a word.
    static let mark = Entry(bits: 1)

    fileprivate init(bits: UInt64) {
      self.bits = bits
    }

    /// A letter that stands for up to seven bytes.
    fileprivate init(folded: [UInt8], isUppercase: Bool, isCased: Bool) {
      var bits: UInt64 = 2 | (isUppercase ? 4 : 0) | (isCased ? 8 : 0) | UInt64(folded.count) << 4
      for (index, byte) in folded.prefix(7).enumerated() {
        bits |= UInt64(byte) << UInt64(8 * (index + 1))
      }
      self.bits = bits
    }

    /// Whether it is a letter, a digit or a mark that a script writes as a letter.
    var isLetter: Bool { bits & 3 == 2 }
    /// Whether it is an upper-case letter.
    var isUppercase: Bool { bits & 4 != 0 }
    /// Whether its script distinguishes upper and lower case.
    var isCased: Bool { bits & 8 != 0 }
    /// How many bytes it folds to, 0 … 7.
    var foldedCount: Int { Int(bits >> 4 & 7) }
    /// The bytes it folds to.
    var folded: [UInt8] {
      (0..<foldedCount).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * ($0 + 1))) }
    }
  }

  private let low: [Entry]
  /// A hash of the whole table: names folded by another one are not comparable.
  let hash: UInt64

  private init(_ style: Style) {
    let special = Self.specialLetters(style)
    low = (0..<Self.tableEnd).map { Self.entry(for: $0, special: special) }
    hash = low.reduce(0) { WordHash.joining($0, $1.bits) }
  }

  /// The entry of a scalar value.
  func entry(_ scalar: UInt32) -> Entry {
    scalar < Self.tableEnd ? low[Int(scalar)] : Self.entry(for: scalar, special: [:])
  }

  /// The table for ``Style/plain``.
  static let plain = FoldingTable(.plain)
  /// The table for ``Style/digraphs``.
  static let digraphs = FoldingTable(.digraphs)
  /// The table for ``Style/ukrainian``.
  static let ukrainian = FoldingTable(.ukrainian)
  /// The table for ``Style/bare``.
  static let bare = FoldingTable(.bare)

  /// After the letterlike symbols, of which Å and K have ordinary lower cases.
  private static let tableEnd: UInt32 = 0x2150

  private static func entry(for value: UInt32, special: [UInt32: [UInt8]]) -> Entry {
    guard let scalar = Unicode.Scalar(value) else { return .separator }
    if vanishing.contains(where: { $0.contains(value) }) { return .mark }
    let category = scalar.properties.generalCategory
    switch category {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
      .decimalNumber, .nonspacingMark, .spacingMark:
      break
    default: return .separator
    }
    let isUppercase = category == .uppercaseLetter || category == .titlecaseLetter
    let lowered = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    let folded =
      special[value] ?? special[lowered.value] ?? Array(String(Character(lowered)).utf8)
    return Entry(
      folded: folded, isUppercase: isUppercase, isCased: isUppercase || category == .lowercaseLetter
    )
  }

  /// What vanishes inside a word: combining accents, the vowel points of Hebrew and Arabic and the
  /// Arabic hamzas that are written apart, the Arabic stroke that only lengthens, the nukta of the
  /// scripts of India, soft hyphens, and joiners.
  private static let vanishing: [ClosedRange<UInt32>] = [
    0x300...0x36F, 0x591...0x5BD, 0x5BF...0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7...0x5C7,
    0x610...0x61A, 0x640...0x640, 0x64B...0x65F, 0x670...0x670, 0x93C...0x93C, 0x9BC...0x9BC,
    0xA3C...0xA3C, 0xAD...0xAD, 0x200B...0x200F, 0x2060...0x2060, 0xFEFF...0xFEFF,
  ]

  private static func specialLetters(_ style: Style) -> [UInt32: [UInt8]] {
    var letters: [UInt32: [UInt8]] = [:]
    for group in latinAndGreekGroups {
      for scalar in group.members.unicodeScalars { letters[scalar.value] = Array(group.base.utf8) }
    }
    for (letter, folded) in spelledOut { letters[letter.value] = Array(folded.utf8) }
    switch style {
    case .plain: break
    case .bare: for (letter, folded) in bareForms { letters[letter.value] = Array(folded.utf8) }
    case .ukrainian:
      for (letter, folded) in ukrainianForms { letters[letter.value] = Array(folded.utf8) }
    case .digraphs:
      for (letter, folded) in digraphForms { letters[letter.value] = Array(folded.utf8) }
    }
    return letters
  }

  /// Precomposed letters (both cases where the scalar's own lower case does not decompose alike).
  private static let latinAndGreekGroups: [(base: String, members: String)] = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁẚạảấầẩẫậắằẳẵặə"), ("b", "ḃḅḇ"), ("c", "çćĉċčḉ"),
    ("d", "ďḋḍḏḑḓð"), ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"), ("f", "ḟ"), ("g", "ĝğġģǧǵḡ"),
    ("h", "ĥȟḣḥḧḩḫẖħ"), ("i", "ìíîïĩīĭįıİǐȉȋḭḯỉị"), ("j", "ĵǰ"), ("k", "ķǩḱḳḵĸ"),
    ("l", "ĺļľḷḹḻḽł"), ("m", "ḿṁṃ"), ("n", "ñńņňǹṅṇṉṋŋ"),
    ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợøǿ"), ("p", "ṕṗ"), ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšșṡṣṥṧṩſ"), ("t", "ţťțṫṭṯṱẗŧ"), ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ("v", "ṽṿ"), ("w", "ŵẁẃẅẇẉẘ"), ("x", "ẋẍ"), ("y", "ýÿŷȳẏẙỳỵỷỹ"), ("z", "źżžẑẓẕ"),
    ("α", "άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ"), ("ε", "έἐἑἒἓἔἕὲέ"),
    ("η", "ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ"), ("ι", "ΐίϊἰἱἲἳἴἵἶἷὶίῐῑῒΐῖῗ"),
    ("ο", "όὀὁὂὃὄὅὸό"), ("ρ", "ῤῥ"), ("σ", "ς"), ("υ", "ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ"),
    ("ω", "ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ"),
    ("a", "а"), ("b", "б"), ("v", "в"), ("g", "гґ"), ("d", "д"), ("e", "еэѐё"), ("z", "зж"),
    ("i", "иіѝ"), ("j", "јй"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"),
    ("p", "п"), ("r", "р"), ("s", "сш"), ("t", "т"), ("u", "уў"), ("f", "ф"), ("h", "х"),
    ("c", "цчћ"), ("y", "ы"), ("", "ъь"),
    ("ا", "أإآٱ"), ("و", "ؤ"), ("ي", "ىئی"), ("ه", "ة"), ("ك", "ک"),
  ]

  /// Cyrillic letters that are no accented forms of another although Unicode decomposes them so:
  /// й, ї, ѓ, ќ and their capitals, by base and mark.
  static let composed: [[UInt32]: UInt32] = [
    [0x438, 0x306]: 0x439, [0x418, 0x306]: 0x419, [0x456, 0x308]: 0x457, [0x406, 0x308]: 0x407,
    [0x433, 0x301]: 0x453, [0x413, 0x301]: 0x403, [0x43A, 0x301]: 0x45C, [0x41A, 0x301]: 0x40C,
  ]

  /// Letters that fold to more than one, and those that Unicode never composes.
  private static let spelledOut: [(Unicode.Scalar, String)] = [
    ("đ", "dj"), ("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("þ", "th"), ("ђ", "dj"), ("љ", "lj"),
    ("њ", "nj"), ("џ", "dz"), ("ѓ", "gj"), ("ќ", "kj"), ("ѕ", "dz"), ("ї", "ji"), ("є", "je"),
    ("щ", "sc"), ("ю", "ju"), ("я", "ja"), ("ǆ", "dz"), ("ǉ", "lj"), ("ǌ", "nj"),
    ("\u{958}", "क"), ("\u{959}", "ख"), ("\u{95A}", "ग"), ("\u{95B}", "ज"), ("\u{95C}", "ड"),
    ("\u{95D}", "ढ"), ("\u{95E}", "फ"), ("\u{95F}", "य"),
  ]

  private static let bareForms: [(Unicode.Scalar, String)] = [("đ", "d"), ("ђ", "d")]

  private static let ukrainianForms: [(Unicode.Scalar, String)] = [
    ("г", "h"), ("є", "ie"), ("ж", "zh"), ("и", "y"), ("ї", "i"), ("й", "i"), ("х", "kh"),
    ("ц", "ts"), ("ч", "ch"), ("ш", "sh"), ("щ", "shch"), ("ю", "iu"), ("я", "ia"),
  ]

  private static let digraphForms: [(Unicode.Scalar, String)] = [
    ("č", "ch"), ("ć", "ch"), ("ç", "ch"), ("š", "sh"), ("ş", "sh"), ("ž", "zh"), ("ä", "ae"),
    ("ö", "oe"), ("ü", "ue"), ("å", "aa"), ("ø", "oe"), ("ч", "ch"), ("ћ", "ch"), ("ш", "sh"),
    ("ж", "zh"), ("џ", "dzh"), ("х", "kh"), ("ц", "ts"), ("й", "y"), ("ю", "yu"), ("я", "ya"),
    ("є", "ye"), ("ї", "yi"), ("щ", "shch"),
  ]
}
