/// The names of one feature of GNS, joined.
struct GNSFeature {
  /// The names, the preferred one first, those of a rank in the file's order.
  private let names: [GNSRow]
  private let preferred: GNSRow

  /// Joins rows of a feature, at least one.
  init?(_ rows: [GNSRow]) {
    names = rows.enumerated().sorted { a, b in
      (a.element.rank.0.rawValue, a.element.rank.1, a.offset)
        < (b.element.rank.0.rawValue, b.element.rank.1, b.offset)
    }.map(\.element)
    guard let first = names.first else { return nil }
    preferred = first
  }

  /// Why it is of no use: its code, or that it is no more; `nil` for a place.
  var reasonToLeaveOut: String? {
    guard let code = preferred.code, FeatureKind(code) != nil else {
      return preferred.code?.description ?? "without a code"
    }
    return preferred.hasEnded ? "no longer there" : nil
  }

  /// The place.
  func place(_ divisions: GNSDivisions) -> Place? {
    guard let kind = preferred.code.flatMap(FeatureKind.init) else { return nil }
    let people = names.lazy.map(\.population).max() ?? 0
    var toponyms: [Toponym] = []
    var seen: Set<Toponym> = []
    for name in names {
      for text in [name.name, name.shortForm].compactMap(\.self) {
        let toponym = Toponym(text, language: name.language)
        if seen.insert(toponym).inserted { toponyms.append(toponym) }
      }
    }
    return Place(
      id: PlaceID("gns:\(preferred.feature)"), name: preferred.everydayName,
      kind: kind.kind(population: people), position: preferred.position,
      uncertainty: kind.radius(population: people), country: preferred.country,
      admin1: divisions.name(of: preferred), population: people == 0 ? nil : people,
      names: toponyms, source: "GNS")
  }
}

/// The names of first-level divisions by country and code, from a GNS file's own rows.
struct GNSDivisions {
  /// More divisions than the world has.
  private static let limit = 1_000_000
  private var best: [String: (rank: (Int, Int), name: String)] = [:]

  /// Takes the name of a division, where a row is one.
  mutating func note(_ row: GNSRow) {
    guard row.code == .firstDivision, !row.hasEnded, let key = Self.key(row) else { return }
    let rank = (row.rank.0.rawValue, row.rank.1)
    if let known = best[key] {
      if known.rank <= rank { return }
    } else if best.count == Self.limit {
      return
    }
    best[key] = (rank, row.everydayName)
  }

  /// The name of the division that holds a feature, empty where it is not known.
  func name(of row: GNSRow) -> String { Self.key(row).flatMap { best[$0]?.name } ?? "" }

  private static func key(_ row: GNSRow) -> String? {
    row.division.isEmpty || row.country.isEmpty ? nil : "\(row.country).\(row.division)"
  }
}

extension GNSRow {
  /// The short form of a division's or a country's name, the whole name of anything else: the short
  /// form of a station's is that of the town.
  var everydayName: String {
    guard let code, code.description.hasPrefix("A."), let shortForm else { return name }
    return shortForm
  }
}
