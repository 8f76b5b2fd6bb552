/// What the user says about a file of incidents, rather than leaving it to be found out.
public struct ImportOptions: Sendable {
  /// Which header a field stands under, such as `["location": "Ort"]`; wins over what is recognised.
  ///
  /// The names are those of ``ColumnMapping/fieldNames``.
  public var columns: [String: String]
  /// In which order dates of three numbers have them; `nil` finds it out over the whole file.
  public var dateOrder: DateOrder?
  /// What the file is; `nil` goes by its first bytes.
  public var format: IncidentFileFormat?
  /// What separates the fields of a delimited file; `nil` goes by its first line.
  public var separator: Unicode.Scalar?
  /// The label of the single-byte encoding, such as `windows-1250`, of texts that are not UTF-8.
  public var encoding: String
  /// Tells the ISO 3166-1 alpha-2 code of a country by its name, `nil` where it knows none; each name
  /// is asked for once.
  public var countryCode: @Sendable (String) -> String?

  /// Makes options; without any, all is found out.
  public init(
    columns: [String: String] = [:], dateOrder: DateOrder? = nil,
    format: IncidentFileFormat? = nil, separator: Unicode.Scalar? = nil,
    encoding: String = "windows-1252",
    countryCode: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.columns = columns
    self.dateOrder = dateOrder
    self.format = format
    self.separator = separator
    self.encoding = encoding
    self.countryCode = countryCode
  }
}

/// What a file of incidents is.
public enum IncidentFileFormat: String, Hashable, Sendable, CaseIterable {
  /// Fields between separators, a header first: CSV, TSV and their kin.
  case delimited = "csv"
  /// GeoJSON: a FeatureCollection, one Feature, or a feature a line.
  case geoJSON = "geojson"
}

/// The order of day, month and year in dates of three numbers.
public enum DateOrder: String, Hashable, Sendable, CaseIterable {
  /// Day, month, year: `29/05/2023`.
  case dayMonthYear = "dmy"
  /// Month, day, year: `05/29/2023`.
  case monthDayYear = "mdy"
  /// Year, month, day: `23/05/29`.
  case yearMonthDay = "ymd"
}
