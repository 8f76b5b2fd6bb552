/// Where the columns of a GNS country file are: by the names of its first line, in any order and
/// case, those of 2012 and those of today.
///
/// - SeeAlso: https://geonames.nga.mil/geonames/GNSData/
struct GNSColumns {
  /// How many columns there are.
  let count: Int
  /// The identity of the feature, which all its names share.
  let feature: Int
  /// The name in reading order.
  let name: Int
  /// The kind of name: approved, conventional, variant.
  let type: Int
  /// The position in degrees.
  let latitude, longitude: Int
  /// The class and the designation of the feature.
  let featureClass, designation: Int
  /// The country codes.
  let country: Int?
  /// Whether those of two letters are of FIPS 10-4.
  let isFIPS: Bool
  /// The first-level division's code.
  let division: Int?
  /// The language of the name, ISO 639-3.
  let language: Int?
  /// The order of the names of a feature.
  let rank: Int?
  /// The short form of the name: `Pejë` of `Komuna e Pejës`.
  let shortForm: Int?
  /// Inhabitants.
  let population: Int?
  /// The day on which the feature ceased to be, and the name to be used.
  let featureEnd, nameEnd: Int?

  /// Finds the columns; the name of the first required one that is missing otherwise.
  static func find(_ header: DelimitedRow) -> Result<GNSColumns, Missing> {
    var places: [String: Int] = [:]
    for field in 0..<header.count {
      let name = header.text(field).lowercased()
      places[name] = places[name] ?? field
    }
    func optional(_ names: String...) -> Int? { names.lazy.compactMap { places[$0] }.first }
    func required(_ names: String...) throws(Missing) -> Int {
      guard let place = names.lazy.compactMap({ places[$0] }).first else {
        throw Missing(column: names[0])
      }
      return place
    }
    do throws(Missing) {
      return .success(
        GNSColumns(
          count: header.count, feature: try required("ufi"),
          name: try required("full_name", "full_name_ro"), type: try required("nt"),
          latitude: try required("lat_dd", "dlat", "lat"),
          longitude: try required("long_dd", "dlong", "long"), featureClass: try required("fc"),
          designation: try required("desig_cd", "dsg"), country: optional("cc_ft", "cc1"),
          isFIPS: places["cc_ft"] == nil, division: optional("adm1"),
          language: optional("lang_cd", "lc"), rank: optional("name_rank"),
          shortForm: optional("short_form"), population: optional("pop"),
          featureEnd: optional("term_dt_f", "f_term_dt"), nameEnd: optional("term_dt_n")))
    } catch {
      return .failure(error)
    }
  }

  /// A required column that a header does not name.
  struct Missing: Error {
    let column: String
  }
}
