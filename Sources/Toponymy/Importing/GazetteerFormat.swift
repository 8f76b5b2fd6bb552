/// A published form of gazetteer.
public enum GazetteerFormat: String, CaseIterable, Sendable {
  /// The project's own CSV, as `Documentation/gazetteer.md` describes it.
  case csv
  /// A GeoNames dump: `allCountries`, `cities500`, the file of a country.
  case geonames
  /// A country file of the GEOnet Names Server, of 2012 or of today.
  case gns
  /// A table of Who's On First: a meta file, or one with names by language.
  case whosonfirst

  /// What people call it.
  public var name: String {
    switch self {
    case .csv: "gazetteer CSV"
    case .geonames: "GeoNames dump"
    case .gns: "GNS country file"
    case .whosonfirst: "Who's On First CSV"
    }
  }

  /// How its files are known, for messages about files that are something else.
  var form: String {
    switch self {
    case .csv: "a first line of \(GazetteerReader.header.joined(separator: ","))"
    case .geonames:
      "19 columns between tabs and no header: geonameid, name, asciiname, alternatenames, "
        + "latitude, longitude, feature class, feature code, country code …"
    case .gns:
      "a first line of column names between tabs, among them ufi, full_name (or FULL_NAME_RO), "
        + "nt, lat_dd and long_dd (or LAT and LONG), fc and desig_cd (or DSG)"
    case .whosonfirst:
      "a first line of column names between commas, among them id (or wof_id), placetype, name, "
        + "and a latitude and a longitude"
    }
  }
}
