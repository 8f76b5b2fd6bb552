/// The columns of published data sets, by their exact names.
///
/// - SeeAlso: ACLED, "Armed Conflict Location & Event Data Project (ACLED) Codebook"; Högbladh, "UCDP
///   Georeferenced Event Dataset Codebook".
extension ColumnMapping.Convention {
  /// Whose columns headers are; `nil` where they are in nobody's convention.
  static func recognised(_ headers: some Sequence<String>) -> Self? {
    let names = Set(headers.map { $0.lowercased() })
    if names.isSuperset(of: ["incident_id", "event_type", "date_start", "review_status"]) {
      return .incidentmap
    }
    if names.contains("event_id_cnty")
      || names.isSuperset(of: ["event_date", "event_type", "actor1", "fatalities"])
    {
      return .acled
    }
    if names.contains("type_of_violence")
      || names.isSuperset(of: ["side_a", "side_b", "best", "date_start"])
    {
      return .ged
    }
    return nil
  }

  /// The field that a header means in this convention, in lower case.
  func field(_ header: String) -> ImportField? {
    let named: ImportField? =
      switch self {
      case .acled: Self.acledFields[header]
      case .ged: Self.gedFields[header]
      case .incidentmap, .hxl, .words: nil
      }
    return named ?? ImportField.ofTable(header)
  }

  private static let acledFields: [String: ImportField] = [
    "event_id_cnty": .incidentID, "event_date": .date, "time_precision": .timePrecision,
    "event_type": .eventType, "sub_event_type": .subEventType, "actor1": .actor1,
    "actor2": .actor2, "country": .country, "admin1": .admin1, "admin2": .admin2,
    "admin3": .admin3, "location": .location, "latitude": .latitude, "longitude": .longitude,
    "geo_precision": .geoPrecision, "source": .source, "notes": .summary,
    "fatalities": .fatalities,
  ]

  private static let gedFields: [String: ImportField] = [
    "id": .incidentID, "type_of_violence": .typeOfViolence, "side_a": .actor1, "side_b": .actor2,
    "number_of_sources": .reports, "source_article": .source, "source_date": .sourceDate,
    "source_headline": .headline, "where_prec": .wherePrecisionGED,
    "where_coordinates": .location, "where_description": .locationReported, "adm_1": .admin1,
    "adm_2": .admin2, "latitude": .latitude, "longitude": .longitude, "geom_wkt": .position,
    "country": .country, "event_clarity": .eventClarity, "date_prec": .datePrecision,
    "date_start": .dateStart, "date_end": .dateEnd, "best": .killedBest, "high": .killedHigh,
    "low": .killedLow, "year": .year,
  ]
}

extension ImportField {
  /// How many of the fields are columns of the incident table.
  private static let ownCount = 1 + (allCases.firstIndex(of: .reviewStatus) ?? 0)
  private static let own = Set(allCases.prefix(ownCount).map(\.rawValue))

  /// The field whose column in the incident table has that name.
  static func ofTable(_ name: String) -> ImportField? {
    own.contains(name) ? ImportField(rawValue: name) : nil
  }
}
