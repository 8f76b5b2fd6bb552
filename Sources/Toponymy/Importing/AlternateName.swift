/// One row of `alternateNamesV2`, as it is kept between the two passes of a join.
///
/// - SeeAlso: https://download.geonames.org/export/dump/readme.txt, "alternate names".
struct AlternateName {
  /// How usual a name is within its language.
  enum Rank: UInt8 {
    case preferred, plain, colloquial, historic
  }

  /// What a row is used for.
  enum Use: Hashable {
    /// A name.
    case name(Rank)
    /// The identity of the same place in Wikidata.
    case reference
    /// A code of airports, trade or the like.
    case code
  }

  private static let reference: UInt8 = 0x10
  private static let code: UInt8 = 0x20

  /// What it is used for.
  let use: Use
  /// The column `isolanguage`, `und` for abbreviations.
  let language: String
  /// The name, the code or the identity.
  let text: String

  /// Reads a row: its geonameid, and what it says unless that is of no use.
  static func read(_ row: DelimitedRow) throws(DelimitedRow.Fault) -> (Int, AlternateName?) {
    // The first edition of the table ends before the two columns on time.
    guard (8...10).contains(row.count) else {
      throw row.fault(0, "expected 10 columns between tabs, found \(row.count)")
    }
    let id = try row.integer(1, what: "the geonameid", in: 1...1_000_000_000_000)
    var language = row.text(2)
    var use = Use.name(rank(row))
    switch language {
    case "wkdt":
      guard isItem(row.slice(3)) else { throw row.fault(3, "the Wikidata identity is no Q…") }
      use = .reference
    case "abbr": language = LanguageTag.unknown
    // The first years of the French Republic.
    case "fr_1793":
      language = "fr"
      use = .name(.historic)
    // Links and post codes are nowhere listed as names; a Pinyin is one, without its tones.
    case "link", "post", "piny": return (id, nil)
    default: if language.utf8.count == 4 { use = .code }
    }
    return (id, AlternateName(use: use, language: language, text: try row.name(3)))
  }

  private static func rank(_ row: DelimitedRow) -> Rank {
    func isSet(_ field: Int) -> Bool { row.slice(field).elementsEqual([0x31]) }
    let hasEnded = row.count == 10 && !row.isEmpty(9)
    if isSet(7) || hasEnded { return .historic }
    if isSet(6) { return .colloquial }
    return isSet(4) ? .preferred : .plain
  }

  private static func isItem(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first == UInt8(ascii: "Q") && (2...16).contains(bytes.count)
      && bytes.dropFirst().allSatisfy { $0 &- 0x30 < 10 }
  }

  private init(use: Use, language: String, text: String) {
    self.use = use
    self.language = language
    self.text = text
  }

  /// The row in bytes, for ``init(_:)``.
  var bytes: [UInt8] {
    let kind: UInt8 =
      switch use {
      case .name(let rank): rank.rawValue
      case .reference: Self.reference
      case .code: Self.code
      }
    let language = language.utf8.prefix(255)
    return [kind, UInt8(language.count)] + language + text.utf8
  }

  /// Reads ``bytes`` back.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count >= 2 else { return nil }
    let start = bytes.startIndex
    switch bytes[start] {
    case Self.reference: use = .reference
    case Self.code: use = .code
    case let rank:
      guard let rank = Rank(rawValue: rank) else { return nil }
      use = .name(rank)
    }
    let end = start + 2 + Int(bytes[start + 1])
    guard end <= bytes.endIndex else { return nil }
    language = String(decoding: bytes[start + 2..<end], as: UTF8.self)
    text = String(decoding: bytes[end...], as: UTF8.self)
  }
}
