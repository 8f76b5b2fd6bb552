internal import SimpleFeatures

/// One row of a GNS country file: a name of a feature, and what every row says of the feature.
struct GNSRow {
  /// How a name ranks among those of its feature, the first the preferred one.
  enum Rank: Int {
    case conventional, approved, provisional, variant, otherScript, historic
  }

  /// The feature's identity.
  let feature: Int
  /// Its class and designation.
  let code: FeatureCode?
  /// Where it lies.
  let position: Position
  /// The country, empty where it lies in several.
  let country: String
  /// The first-level division's code.
  let division: String
  /// Inhabitants, 0 where not known.
  let population: Int
  /// Whether the feature is no more.
  let hasEnded: Bool
  /// The name.
  let name: String
  /// The part of it that stands for it in everyday use.
  let shortForm: String?
  /// Its language.
  let language: String
  /// Its rank by kind, and among names of one kind.
  let rank: (Rank, Int)

  /// Checks and reads a row.
  init(_ row: DelimitedRow, _ columns: GNSColumns) throws(DelimitedRow.Fault) {
    guard row.count == columns.count else {
      throw row.fault(0, "expected \(columns.count) columns between tabs, found \(row.count)")
    }
    feature = try row.integer(
      columns.feature, what: "the feature's identity",
      in: -1_000_000_000_000...1_000_000_000_000)
    let found = try row.position(latitude: columns.latitude, longitude: columns.longitude)
    position = Position(longitude: found.longitude, latitude: found.latitude)
    name = try row.name(columns.name)
    code = FeatureCode(
      class: row.slice(columns.featureClass), designation: row.slice(columns.designation))
    func text(_ column: Int?) -> String { column.map { row.text($0) } ?? "" }
    country = CountryCode.alpha2(text(columns.country), isFIPS: columns.isFIPS)
    // Several divisions hold what several countries do: none of them is its own.
    let divisions = text(columns.division)
    division = divisions.contains(",") || divisions == "00" ? "" : divisions
    population =
      if let column = columns.population, !row.isEmpty(column) {
        try row.integer(column, what: "the population", in: 0...10_000_000_000)
      } else { 0 }
    hasEnded = !text(columns.featureEnd).isEmpty
    shortForm =
      if let column = columns.shortForm, !row.isEmpty(column) {
        try row.name(column)
      } else { nil }
    let kind = Self.rank(row.slice(columns.type), hasEnded: !text(columns.nameEnd).isEmpty)
    rank = (kind, Int(text(columns.rank)) ?? .max)
    language = LanguageTag.of(text(columns.language), name: name, isHistoric: kind == .historic)
  }

  /// The rank of a kind of name: `N`, `C`, `V`, `VA`, `P`, `D`, `H`, with `S` for another script.
  private static func rank(_ type: ArraySlice<UInt8>, hasEnded: Bool) -> Rank {
    if hasEnded || type.first == UInt8(ascii: "H") { return .historic }
    if type.dropFirst().contains(UInt8(ascii: "S")) { return .otherScript }
    return switch type.first {
    case UInt8(ascii: "C"): .conventional
    case UInt8(ascii: "N"): .approved
    case UInt8(ascii: "P"): .provisional
    default: .variant
    }
  }
}
