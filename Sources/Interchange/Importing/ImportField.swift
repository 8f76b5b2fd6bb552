/// What a column can be: a column of the incident table, by its name there, or something that only an
/// import has.
enum ImportField: String, Hashable, Sendable, CaseIterable {
  // The incident table's, in its order.
  case incidentID = "incident_id"
  case eventType = "event_type"
  case subEventType = "sub_event_type"
  case dateStart = "date_start"
  case dateEnd = "date_end"
  case occurredAt = "occurred_at"
  case occurredUntil = "occurred_until"
  case datePrecision = "date_precision"
  case dateBasis = "date_basis"
  case location
  case locationAlternatives = "location_alt"
  case locationReported = "location_reported"
  case site
  case placeID = "place_id"
  case country
  case admin1
  case admin2
  case latitude
  case longitude
  case wherePrecision = "where_precision"
  case uncertainty = "uncertainty_m"
  case actor1
  case actor2
  case killedLow = "killed_low"
  case killedBest = "killed_best"
  case killedHigh = "killed_high"
  case injuredLow = "injured_low"
  case injuredBest = "injured_best"
  case injuredHigh = "injured_high"
  case injuredSerious = "injured_serious"
  case detainedLow = "detained_low"
  case detainedBest = "detained_best"
  case detainedHigh = "detained_high"
  case participants
  case deployed
  case displaced
  case abducted
  case released
  case countConflict = "count_conflict"
  case eventClarity = "event_clarity"
  case reports
  case publishers
  case source
  case sourceURL = "source_url"
  case sourceDate = "source_date"
  case headline
  case summary
  case confidence
  case reviewStatus = "review_status"

  // An import's own.
  /// A date of any precision, in any form: a day, a month, a year.
  case date
  /// A year, where nothing says the date better.
  case year
  /// ACLED's `time_precision`, 1 … 3.
  case timePrecision = "time_precision"
  /// ACLED's `geo_precision`, 1 … 3.
  case geoPrecision = "geo_precision"
  /// UCDP GED's `where_prec`, 1 … 7: it says how large the place is, too.
  case wherePrecisionGED = "where_prec"
  /// A position in one column: well-known text, or latitude and longitude.
  case position
  /// A third-level division.
  case admin3
  /// ACLED's `fatalities`.
  case fatalities
  /// UCDP GED's `type_of_violence`, 1 … 3.
  case typeOfViolence = "type_of_violence"

  /// Whether its values are dates in any form.
  var isDate: Bool {
    switch self {
    case .date, .dateStart, .dateEnd, .sourceDate: true
    default: false
    }
  }
}
