internal import SimpleFeatures
internal import Toponymy

/// A column of the incident table: the one place where names, titles and types are mapped to
/// ``Incident``, for the store, GeoJSON, CSV and the QGIS style.
public struct IncidentField: Sendable {
  /// The column's name, snake_case; part of the contract.
  public let name: String
  /// What people read above the column.
  public let title: String
  /// The type of its values.
  public let type: FieldType
  /// The value for an incident.
  public let value: @Sendable (Incident) -> FieldValue
  /// Puts a stored value back; does nothing for what follows from the geometry.
  public let assign: @Sendable (inout Incident, FieldValue) -> Void
}

/// The type of a column.
public enum FieldType: Hashable, Sendable {
  /// Unicode text.
  case text
  /// A whole number.
  case integer
  /// A real number.
  case real
  /// A truth value.
  case boolean
  /// A full date.
  case date
  /// A moment in UTC.
  case dateTime
}

/// A value of a column.
public enum FieldValue: Hashable, Sendable {
  /// Not stated.
  case null
  /// Of ``FieldType/text``.
  case text(String)
  /// Of ``FieldType/integer``.
  case integer(Int)
  /// Of ``FieldType/real``.
  case real(Double)
  /// Of ``FieldType/boolean``.
  case boolean(Bool)
  /// Of ``FieldType/date``.
  case date(CalendarDate)
  /// Of ``FieldType/dateTime``.
  case dateTime(Instant)
}

extension IncidentField {
  /// Every column but the key and the geometry, in the table's order.
  public static let all: [IncidentField] = [
    .text("incident_id", "Incident", get: { $0.id }, set: { $0.id = $1 ?? "" }),
    .text(
      "event_type", "Type", get: { $0.eventType.rawValue },
      set: { $0.eventType = $1.flatMap(EventType.init) ?? .strategicDevelopments }),
    .text("sub_event_type", "Sub-type", get: { $0.subEventType }, set: { $0.subEventType = $1 }),
    IncidentField(
      name: "date_start", title: "From", type: .date,
      value: { $0.date.map { .date($0.start) } ?? .null },
      assign: { incident, value in
        guard case .date(let day) = value else { return }
        incident.date = DateSpan(start: day, end: day, precision: .day, basis: .unknown)
      }),
    IncidentField(
      name: "date_end", title: "To", type: .date,
      value: { $0.date.map { .date($0.end) } ?? .null },
      assign: { incident, value in
        guard case .date(let day) = value, let start = incident.date?.start, start <= day else {
          return
        }
        incident.date?.end = day
      }),
    .dateTime("occurred_at", "Began (UTC)", get: { $0.occurredAt }, set: { $0.occurredAt = $1 }),
    .dateTime(
      "occurred_until", "Ended (UTC)", get: { $0.occurredUntil }, set: { $0.occurredUntil = $1 }),
    .integer(
      "date_precision", "Date precision", get: { $0.date?.precision.rawValue },
      set: { $0.date?.precision = $1.flatMap(DatePrecision.init) ?? .day }),
    .text(
      "date_basis", "Date basis", get: { ($0.date?.basis ?? .unknown).rawValue },
      set: { $0.date?.basis = $1.flatMap(DateBasis.init) ?? .unknown }),
    .text("location", "Place", get: { $0.location }, set: { $0.location = $1 }),
    .list(
      "location_alt", "Place, other names", get: { $0.locationAlternatives },
      set: { $0.locationAlternatives = $1 }),
    .list(
      "location_reported", "Place as reported", get: { $0.locationReported },
      set: { $0.locationReported = $1 }),
    .text("site", "Site", get: { $0.site }, set: { $0.site = $1 }),
    .text(
      "place_id", "Place id", get: { $0.placeID?.text }, set: { $0.placeID = $1.map(PlaceID.init) }),
    .text("country", "Country", get: { $0.country }, set: { $0.country = $1 }),
    .text("admin1", "District", get: { $0.admin1 }, set: { $0.admin1 = $1 }),
    .text("admin2", "Municipality", get: { $0.admin2 }, set: { $0.admin2 = $1 }),
    .derived("latitude", "Latitude") { $0.position?.latitude },
    .derived("longitude", "Longitude") { $0.position?.longitude },
    .integer(
      "where_precision", "Place precision", get: { $0.wherePrecision?.rawValue },
      set: { $0.wherePrecision = $1.flatMap(WherePrecision.init) }),
    .real(
      "uncertainty_m", "Uncertainty (m)", get: { $0.uncertainty?.value },
      set: { $0.uncertainty = $1.map(Meters.init) }),
    .text("actor1", "Actor 1", get: { $0.actor1 }, set: { $0.actor1 = $1 }),
    .text("actor2", "Actor 2", get: { $0.actor2 }, set: { $0.actor2 = $1 }),
    .integer("killed_low", "Killed, low", get: { $0.killed.low }, set: { $0.killed.low = $1 }),
    .integer("killed_best", "Killed", get: { $0.killed.best }, set: { $0.killed.best = $1 }),
    .integer("killed_high", "Killed, high", get: { $0.killed.high }, set: { $0.killed.high = $1 }),
    .integer("injured_low", "Injured, low", get: { $0.injured.low }, set: { $0.injured.low = $1 }),
    .integer("injured_best", "Injured", get: { $0.injured.best }, set: { $0.injured.best = $1 }),
    .integer(
      "injured_high", "Injured, high", get: { $0.injured.high }, set: { $0.injured.high = $1 }),
    .integer(
      "injured_serious", "Injured seriously", get: { $0.injuredSerious },
      set: { $0.injuredSerious = $1 }),
    .integer(
      "detained_low", "Detained, low", get: { $0.detained.low }, set: { $0.detained.low = $1 }),
    .integer(
      "detained_best", "Detained", get: { $0.detained.best }, set: { $0.detained.best = $1 }),
    .integer(
      "detained_high", "Detained, high", get: { $0.detained.high }, set: { $0.detained.high = $1 }),
    .integer(
      "participants", "Participants", get: { $0.participants }, set: { $0.participants = $1 }),
    .integer("deployed", "Deployed", get: { $0.deployed }, set: { $0.deployed = $1 }),
    .integer("displaced", "Displaced", get: { $0.displaced }, set: { $0.displaced = $1 }),
    .integer("abducted", "Abducted", get: { $0.abducted }, set: { $0.abducted = $1 }),
    .integer("released", "Released", get: { $0.released }, set: { $0.released = $1 }),
    IncidentField(
      name: "count_conflict", title: "Sources disagree", type: .boolean,
      value: { .boolean($0.hasCountConflict) },
      assign: { $0.hasCountConflict = $1 == .boolean(true) }),
    .integer(
      "event_clarity", "Clarity", get: { $0.eventClarity }, set: { $0.eventClarity = $1 ?? 1 }),
    .integer("reports", "Reports", get: { $0.reports }, set: { $0.reports = $1 ?? 0 }),
    .integer("publishers", "Publishers", get: { $0.publishers }, set: { $0.publishers = $1 ?? 0 }),
    .text("source", "Source", get: { $0.source }, set: { $0.source = $1 }),
    .text("source_url", "Source address", get: { $0.sourceURL }, set: { $0.sourceURL = $1 }),
    IncidentField(
      name: "source_date", title: "Reported", type: .date,
      value: { $0.sourceDate.map { .date($0) } ?? .null },
      assign: { if case .date(let day) = $1 { $0.sourceDate = day } else { $0.sourceDate = nil } }),
    .text("headline", "Headline", get: { $0.headline }, set: { $0.headline = $1 }),
    .text("summary", "Summary", get: { $0.summary }, set: { $0.summary = $1 }),
    .real(
      "confidence", "Confidence", get: { $0.confidence }, set: { $0.confidence = $1 ?? 0 }),
    .text(
      "review_status", "Review", get: { $0.reviewStatus.rawValue },
      set: { $0.reviewStatus = $1.flatMap(ReviewStatus.init) ?? .derived }),
  ]

  static func text(
    _ name: String, _ title: String, get: @escaping @Sendable (Incident) -> String?,
    set: @escaping @Sendable (inout Incident, String?) -> Void
  ) -> IncidentField {
    IncidentField(
      name: name, title: title, type: .text, value: { get($0).map { .text($0) } ?? .null },
      assign: { if case .text(let text) = $1 { set(&$0, text) } else { set(&$0, nil) } })
  }

  static func integer(
    _ name: String, _ title: String, get: @escaping @Sendable (Incident) -> Int?,
    set: @escaping @Sendable (inout Incident, Int?) -> Void
  ) -> IncidentField {
    IncidentField(
      name: name, title: title, type: .integer, value: { get($0).map { .integer($0) } ?? .null },
      assign: { if case .integer(let number) = $1 { set(&$0, number) } else { set(&$0, nil) } })
  }

  static func real(
    _ name: String, _ title: String, get: @escaping @Sendable (Incident) -> Double?,
    set: @escaping @Sendable (inout Incident, Double?) -> Void
  ) -> IncidentField {
    IncidentField(
      name: name, title: title, type: .real, value: { get($0).map { .real($0) } ?? .null },
      assign: { if case .real(let number) = $1 { set(&$0, number) } else { set(&$0, nil) } })
  }

  /// A list as `"; "` text: flat, so that spreadsheets and GDAL read it.
  private static func list(
    _ name: String, _ title: String, get: @escaping @Sendable (Incident) -> [String],
    set: @escaping @Sendable (inout Incident, [String]) -> Void
  ) -> IncidentField {
    .text(
      name, title,
      get: { incident in
        let list = get(incident)
        return list.isEmpty ? nil : list.joined(separator: "; ")
      },
      set: { set(&$0, $1.map { $0.split(separator: "; ").map(String.init) } ?? []) })
  }

  private static func dateTime(
    _ name: String, _ title: String, get: @escaping @Sendable (Incident) -> Instant?,
    set: @escaping @Sendable (inout Incident, Instant?) -> Void
  ) -> IncidentField {
    IncidentField(
      name: name, title: title, type: .dateTime,
      value: { get($0).map { .dateTime($0) } ?? .null },
      assign: { if case .dateTime(let moment) = $1 { set(&$0, moment) } else { set(&$0, nil) } })
  }

  /// A value that follows from the geometry and is never read back.
  private static func derived(
    _ name: String, _ title: String, _ get: @escaping @Sendable (Incident) -> Double?
  ) -> IncidentField {
    .real(name, title, get: get, set: { _, _ in })
  }
}
