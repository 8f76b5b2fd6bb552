/// Where the columns of a table of Who's On First are, by the names of its first line: those of its
/// meta files, or of a table with names by language, `wof:` before a name or not.
///
/// - SeeAlso: https://whosonfirst.org/docs/properties/
struct WhosOnFirstColumns {
  /// How many columns there are.
  let count: Int
  /// The identity.
  let id: Int
  /// The kind of place.
  let placetype: Int
  /// The name.
  let name: Int
  /// Where the position stands, the best place for a label first.
  let positions: [(latitude: Int, longitude: Int)]
  /// The country.
  let country: Int?
  /// Inhabitants.
  let population: Int?
  /// Whether it is so today: 1, 0, or -1 for not known.
  let isCurrent: Int?
  /// What says that a place is no more: a flag or a date.
  let ends: [Int]
  /// The same place in GeoNames and in Wikidata.
  let geonames, wikidata: Int?
  /// The names by language.
  let names: [(column: Int, language: String)]

  /// Finds the columns; the name of the first required one that is missing otherwise.
  static func find(_ header: [String]) -> Result<WhosOnFirstColumns, GNSColumns.Missing> {
    var places: [String: Int] = [:]
    var names: [(column: Int, language: String)] = []
    for (column, title) in header.enumerated() {
      var key = title.lowercased()
      if key.hasPrefix("wof:") { key.removeFirst(4) }
      places[key] = places[key] ?? column
      if key.hasPrefix("names_") {
        names.append((column, String(key.dropFirst(6)).replacing("_", with: "-")))
      }
    }
    func optional(_ names: String...) -> Int? { names.lazy.compactMap { places[$0] }.first }
    let positions = [
      ("lbl_latitude", "lbl_longitude"), ("latitude", "longitude"), ("lat", "lon"),
      ("geom_latitude", "geom_longitude"),
    ].compactMap { latitude, longitude in
      places[latitude].flatMap { y in places[longitude].map { (latitude: y, longitude: $0) } }
    }
    guard let id = optional("id", "wof_id") else { return .failure(.init(column: "id")) }
    guard let placetype = optional("placetype") else {
      return .failure(.init(column: "placetype"))
    }
    guard let name = optional("name") else { return .failure(.init(column: "name")) }
    guard !positions.isEmpty else { return .failure(.init(column: "latitude")) }
    return .success(
      WhosOnFirstColumns(
        count: header.count, id: id, placetype: placetype, name: name, positions: positions,
        country: optional("iso_country", "iso", "wof_country", "country"),
        population: optional("population"), isCurrent: optional("is_current"),
        ends: ["deprecated", "is_deprecated", "cessation", "superseded_by", "is_superseded"]
          .compactMap { places[$0] },
        geonames: optional("geonameid", "gn:id"), wikidata: optional("wikidata", "wd:id"),
        names: names))
  }
}
