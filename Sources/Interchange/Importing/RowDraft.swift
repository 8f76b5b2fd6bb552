internal import IncidentModel
internal import SimpleFeatures

/// What the fields of a row say, before they are one incident.
struct RowDraft {
  var incident: Incident
  var sourceID: String?
  /// Whether the row has an identifier of ours.
  var isOurs = false
  /// Whether the class is settled; else what the file calls it, and in which column.
  var hasType = false
  var typeText: String?
  var typeColumn: Int?
  var start: DateSpan?
  var end: DateSpan?
  var year: DateSpan?
  var moment: Instant?
  var datePrecision: DatePrecision?
  var timePrecision: Int?
  var dateBasis: DateBasis?
  var latitude: Double?
  var longitude: Double?
  var position: Position?
  var hasBrokenPosition = false
  var wherePrecisionGED: Int?
  var geoPrecision: Int?
  var admin3: String?
  var countryName: String?

  init() {
    incident = Incident(id: "", eventType: .strategicDevelopments)
    incident.reviewStatus = .manual
  }

  /// Hands the incident out, without a copy of its forty values.
  mutating func takeIncident() -> Incident {
    var taken = Incident(id: "", eventType: .strategicDevelopments)
    swap(&taken, &incident)
    return taken
  }
}
