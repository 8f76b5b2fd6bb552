internal import SimpleFeatures

/// One row of a GeoNames dump, checked; its texts are made when the place is.
///
/// - SeeAlso: https://download.geonames.org/export/dump/readme.txt
struct GeoNamesRow {
  /// How many columns a dump has.
  static let columns = 19

  /// The geonameid.
  let id: Int
  /// The class and code, `nil` where the row has none.
  let code: FeatureCode?
  private let position: Position

  /// Checks what every row must have.
  init(_ row: DelimitedRow) throws(DelimitedRow.Fault) {
    guard row.count == Self.columns else {
      throw row.fault(0, "expected \(Self.columns) columns between tabs, found \(row.count)")
    }
    id = try row.integer(0, what: "the geonameid", in: 1...1_000_000_000_000)
    let found = try row.position(latitude: 4, longitude: 5)
    position = Position(longitude: found.longitude, latitude: found.latitude)
    code = FeatureCode(class: row.slice(6), designation: row.slice(7))
  }

  /// The row's place without its other names.
  func place(
    _ row: DelimitedRow, kind feature: FeatureKind, divisions: DivisionNames
  ) throws(DelimitedRow.Fault) -> Place {
    let name = try row.name(1)
    let country = row.text(8)
    guard country.isEmpty || CountryCode.isCode(country) else {
      throw row.fault(8, "the country code is none of ISO 3166-1 alpha-2")
    }
    let people =
      row.isEmpty(14)
      ? 0 : try row.integer(14, what: "the population", in: 0...10_000_000_000)
    let admin1 = row.text(10)
    return Place(
      id: PlaceID("geonames:\(id)"), name: name, kind: feature.kind(population: people),
      position: position, uncertainty: feature.radius(population: people), country: country,
      admin1: divisions.name(country: country, admin1),
      admin2: divisions.name(country: country, admin1, row.text(11)),
      population: people == 0 ? nil : people, source: "GeoNames")
  }

  /// The names of the column `alternatenames`, whose languages it does not say.
  ///
  /// Left out are the place's own, those that `isKnown` says yes to, romanizations by machine, and
  /// codes unless it is a country's; `report` is given what is no name.
  static func names(
    _ row: DelimitedRow, isCountry: Bool, isKnown: (String) -> Bool,
    report: (DelimitedRow.Fault) -> Void
  ) -> [Toponym] {
    guard !row.isEmpty(3) else { return [] }
    let field = row.range(3)
    let own = row.slice(1)
    var names: [Toponym] = []
    var start = field.lowerBound
    while start < field.upperBound {
      let end = row.bytes[start..<field.upperBound].firstIndex(of: 0x2C) ?? field.upperBound
      defer { start = end + 1 }
      let form = row.bytes[start..<end]
      if form.isEmpty || form.elementsEqual(own) || isRomanization(form) { continue }
      if !isCountry, isCode(form) { continue }
      do throws(DelimitedRow.Fault) {
        let name = try row.name(in: start..<end, what: "an alternate name", field: 3)
        if !isKnown(name) { names.append(Toponym(name, language: LanguageTag.unknown)) }
      } catch {
        report(error)
      }
    }
    return names
  }

  /// Whether a form has ASCII letters and no capital, as `pu li shi ti na`: GeoNames makes these from
  /// other scripts, and nobody writes them.
  private static func isRomanization(_ form: ArraySlice<UInt8>) -> Bool {
    var hasLetter = false
    for byte in form {
      if byte >= 0x80 || byte &- 0x41 < 26 { return false }
      if byte &- 0x61 < 26 { hasLetter = true }
    }
    return hasLetter
  }

  /// Whether a form is two to four capitals: an airport's code, as `PRN`.
  private static func isCode(_ form: ArraySlice<UInt8>) -> Bool {
    (2...4).contains(form.count) && form.allSatisfy { $0 &- 0x41 < 26 }
  }
}
