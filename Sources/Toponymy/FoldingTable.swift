/// How one Unicode scalar folds: the heart of comparing names across spellings and scripts.
///
/// Case and diacritics vanish, Cyrillic becomes the Latin of Serbian orthography, Greek loses its
/// accents; scripts without case stay as they are. Sources: Unicode decompositions for the Latin and
/// Greek groups; Serbian, Macedonian and Russian orthography for Cyrillic.
struct FoldingTable: Sendable {
  /// How a letter that careless or foreign writers spell out is folded.
  enum Style: Sendable, CaseIterable {
    /// `č` as `c`, `đ` as `dj`: the form that texts are folded to.
    case plain
    /// `č` as `ch`, `š` as `sh`, `ö` as `oe`: colloquial digraphs.
    case digraphs
    /// `đ` as `d`, all else as in ``plain``.
    case bare
  }

  /// What a scalar is to a tokenizer.
  enum Entry: Sendable {
    /// Ends a word.
    case separator
    /// Vanishes inside a word.
    case mark
    /// Stands for these bytes.
    case letter(folded: [UInt8], isUppercase: Bool, isCased: Bool)
  }

  private let low: [Entry]

  private init(_ style: Style) {
    let special = Self.specialLetters(style)
    low = (0..<Self.tableEnd).map { Self.entry(for: $0, special: special) }
  }

  /// The entry of a scalar value.
  func entry(_ scalar: UInt32) -> Entry {
    scalar < Self.tableEnd ? low[Int(scalar)] : Self.entry(for: scalar, special: [:])
  }

  /// The table for ``Style/plain``.
  static let plain = FoldingTable(.plain)
  /// The table for ``Style/digraphs``.
  static let digraphs = FoldingTable(.digraphs)
  /// The table for ``Style/bare``.
  static let bare = FoldingTable(.bare)

  /// After the letterlike symbols, of which Å and K have ordinary lower cases.
  private static let tableEnd: UInt32 = 0x2150

  private static func entry(for value: UInt32, special: [UInt32: [UInt8]]) -> Entry {
    guard let scalar = Unicode.Scalar(value) else { return .separator }
    let properties = scalar.properties
    if (0x300...0x36F).contains(value) { return .mark }
    if value == 0xAD || value == 0x200B || value == 0x200C || value == 0x200D || value == 0xFEFF {
      return .mark
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
      .decimalNumber, .nonspacingMark, .spacingMark:
      break
    default: return .separator
    }
    let isUppercase = properties.generalCategory == .uppercaseLetter
    let isCased = isUppercase || properties.generalCategory == .lowercaseLetter
    let lowered = properties.lowercaseMapping.unicodeScalars.first ?? scalar
    let folded =
      special[value] ?? special[lowered.value] ?? Array(String(Character(lowered)).utf8)
    return .letter(folded: folded, isUppercase: isUppercase, isCased: isCased)
  }

  private static func specialLetters(_ style: Style) -> [UInt32: [UInt8]] {
    var letters: [UInt32: [UInt8]] = [:]
    for group in latinAndGreekGroups {
      for scalar in group.members.unicodeScalars { letters[scalar.value] = Array(group.base.utf8) }
    }
    for (letter, folded) in spelledOut { letters[letter.value] = Array(folded.utf8) }
    switch style {
    case .plain: break
    case .bare: for (letter, folded) in bareForms { letters[letter.value] = Array(folded.utf8) }
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
  ]

  /// Cyrillic letters that are no accented forms of another although Unicode decomposes them so:
  /// й, ї, ѓ, ќ and their capitals, by base and mark.
  static let composed: [[UInt32]: UInt32] = [
    [0x438, 0x306]: 0x439, [0x418, 0x306]: 0x419, [0x456, 0x308]: 0x457, [0x406, 0x308]: 0x407,
    [0x433, 0x301]: 0x453, [0x413, 0x301]: 0x403, [0x43A, 0x301]: 0x45C, [0x41A, 0x301]: 0x40C,
  ]

  /// Letters that fold to more than one.
  private static let spelledOut: [(Unicode.Scalar, String)] = [
    ("đ", "dj"), ("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("þ", "th"), ("ђ", "dj"), ("љ", "lj"),
    ("њ", "nj"), ("џ", "dz"), ("ѓ", "gj"), ("ќ", "kj"), ("ѕ", "dz"), ("ї", "ji"), ("є", "je"),
    ("щ", "sc"), ("ю", "ju"), ("я", "ja"), ("ǆ", "dz"), ("ǉ", "lj"), ("ǌ", "nj"),
  ]

  private static let bareForms: [(Unicode.Scalar, String)] = [("đ", "d"), ("ђ", "d")]

  private static let digraphForms: [(Unicode.Scalar, String)] = [
    ("č", "ch"), ("ć", "ch"), ("ç", "ch"), ("š", "sh"), ("ş", "sh"), ("ž", "zh"), ("ä", "ae"),
    ("ö", "oe"), ("ü", "ue"), ("å", "aa"), ("ø", "oe"), ("ч", "ch"), ("ћ", "ch"), ("ш", "sh"),
    ("ж", "zh"), ("џ", "dzh"), ("х", "kh"), ("ц", "ts"), ("й", "y"), ("ю", "yu"), ("я", "ya"),
    ("є", "ye"), ("ї", "yi"), ("щ", "shch"),
  ]
}
