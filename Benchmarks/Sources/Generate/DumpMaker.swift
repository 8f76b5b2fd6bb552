/// Writes tables in the form of a GeoNames dump.
enum DumpMaker {
  /// A row a name, no name twice: row *n* has the geonameid *n* + 1.
  static func names(count: Int, output: inout Output) {
    var names = NameMaker(seed: 0x6E61_6D65_7331, isColloquial: false)
    var random = SplitMix64(seed: 0x706C_6163_6573)
    for id in 1...count {
      let (name, plain) = names.distinct()
      row(id: id, name: name, plain: plain, alternates: [], code: "P\tPPL", &random, &output)
    }
  }

  /// Rows as a dump of the whole world has them: other names, kinds, populations.
  static func world(count: Int, output: inout Output) {
    var names = NameMaker(seed: 0x776F_726C_6431, isColloquial: true)
    var random = SplitMix64(seed: 0x776F_726C_6432)
    for id in 1...count {
      let (name, plain) = names.any()
      let others = Self.otherNames[random.weighted(Self.otherNames.map(\.weight))].count
      var alternates: [UInt8] = []
      for _ in 0..<others {
        if !alternates.isEmpty { alternates.append(0x2C) }
        // Half of the other names are the same one with other marks.
        alternates += random.below(2) == 0 ? names.any().name : names.variant(of: plain)
      }
      let code = Self.codes[random.weighted(Self.codes.map(\.weight))].code
      row(
        id: id, name: name, plain: plain, alternates: alternates, code: code, &random, &output)
    }
  }

  /// How many of a thousand rows have so many other names: as counted in the dump of a country of
  /// 5,700 rows and 132 bytes a row, which is what the rows of the whole world have.
  private static let otherNames: [(weight: Int, count: Int)] = [
    (43, 0), (333, 1), (269, 2), (58, 3), (79, 4), (37, 5), (40, 6), (31, 7),
    (32, 8), (20, 9), (18, 10), (12, 11), (28, 12),
  ]

  /// Codes of features, of a hundred rows; a few are of no use to a map of incidents.
  private static let codes: [(weight: Int, code: String)] = [
    (40, "P\tPPL"), (4, "P\tPPLL"), (3, "A\tADM4"), (2, "P\tPPLA3"), (12, "H\tSTM"),
    (5, "H\tLK"), (7, "T\tMT"), (5, "T\tHLL"), (2, "T\tVAL"), (4, "S\tSCH"), (3, "S\tCH"),
    (2, "L\tPRK"), (6, "S\tHTL"), (3, "L\tLCTY"), (2, "S\tFRM"),
  ]

  private static func row(
    id: Int, name: [UInt8], plain: [UInt8], alternates: [UInt8], code: String,
    _ random: inout SplitMix64, _ output: inout Output
  ) {
    let latitude = degrees(random.below(1_600_000) - 800_000)
    let longitude = degrees(random.below(3_600_000) - 1_800_000)
    // One row in thirty tells a population, most of them small.
    var population = 0
    if random.below(30) == 0 {
      population = 10
      for _ in 0..<2 + random.weighted([10, 40, 30, 12, 2]) { population *= 10 }
      population = population / 10 + random.below(population)
    }
    output.write("\(id)\t")
    output.write(name)
    output.write("\t")
    output.write(plain)
    output.write("\t")
    output.write(alternates)
    output.write("\t\(latitude)\t\(longitude)\t\(code)\tXZ\t\t0\(random.below(9))\t\t\t\t")
    output.write("\(population)\t\t\(random.below(2000))\tEtc/UTC\t2026-01-01\n")
  }

  /// Ten-thousandths of a degree as decimal text.
  private static func degrees(_ value: Int) -> String {
    let digits = String(value.magnitude % 10_000 + 10_000).dropFirst()
    return "\(value < 0 ? "-" : "")\(value.magnitude / 10_000).\(digits)"
  }
}
