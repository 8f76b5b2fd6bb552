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
    .text("sub_event_type", "Sub-type", \.subEventType),
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
    .dateTime("occurred_at", "Began (UTC)", \.occurredAt),
    .dateTime("occurred_until", "Ended (UTC)", \.occurredUntil),
    .integer(
      "date_precision", "Date precision", get: { $0.date?.precision.rawValue },
      set: { $0.date?.precision = $1.flatMap(DatePrecision.init) ?? .day }),
    .text(
      "date_basis", "Date basis", get: { ($0.date?.basis ?? .unknown).rawValue },
      set: { $0.date?.basis = $1.flatMap(DateBasis.init) ?? .unknown }),
    .text("location", "Place", \.location),
    .list("location_alt", "Place, other names", \.locationAlternatives),
    .list("location_reported", "Place as reported", \.locationReported),
    .text("site", "Site", \.site),
    .text(
      "place_id", "Place id", get: { $0.placeID?.text }, set: { $0.placeID = $1.map(PlaceID.init) }),
    .text("country", "Country", \.country),
    .text("admin1", "District", \.admin1),
    .text("admin2", "Municipality", \.admin2),
    .derived("latitude", "Latitude") { $0.position?.latitude },
    .derived("longitude", "Longitude") { $0.position?.longitude },
    .integer(
      "where_precision", "Place precision", get: { $0.wherePrecision?.rawValue },
      set: { $0.wherePrecision = $1.flatMap(WherePrecision.init) }),
    .real(
      "uncertainty_m", "Uncertainty (m)", get: { $0.uncertainty?.value },
      set: { $0.uncertainty = $1.map(Meters.init) }),
    .text("actor1", "Actor 1", \.actor1),
    .text("actor2", "Actor 2", \.actor2),
    .integer("killed_low", "Killed, low", \.killed.low),
    .integer("killed_best", "Killed", \.killed.best),
    .integer("killed_high", "Killed, high", \.killed.high),
    .integer("injured_low", "Injured, low", \.injured.low),
    .integer("injured_best", "Injured", \.injured.best),
    .integer("injured_high", "Injured, high", \.injured.high),
    .integer("injured_serious", "Injured seriously", \.injuredSerious),
    .integer("detained_low", "Detained, low", \.detained.low),
    .integer("detained_best", "Detained", \.detained.best),
    .integer("detained_high", "Detained, high", \.detained.high),
    .integer("participants", "Participants", \.participants),
    .integer("deployed", "Deployed", \.deployed),
    .integer("displaced", "Displaced", \.displaced),
    .integer("abducted", "Abducted", \.abducted),
    .integer("released", "Released", \.released),
    IncidentField(
      name: "count_conflict", title: "Sources disagree", type: .boolean,
      value: { .boolean($0.hasCountConflict) },
      assign: { $0.hasCountConflict = $1 == .boolean(true) }),
    .integer(
      "event_clarity", "Clarity", get: { $0.eventClarity }, set: { $0.eventClarity = $1 ?? 1 }),
    .integer("reports", "Reports", get: { $0.reports }, set: { $0.reports = $1 ?? 0 }),
    .integer("publishers", "Publishers", get: { $0.publishers }, set: { $0.publishers = $1 ?? 0 }),
    .text("source", "Source", \.source),
    .text("source_url", "Source address", \.sourceURL),
    IncidentField(
      name: "source_date", title: "Reported", type: .date,
      value: { $0.sourceDate.map { .date($0) } ?? .null },
      assign: { if case .date(let day) = $1 { $0.sourceDate = day } else { $0.sourceDate = nil } }),
    .text("headline", "Headline", \.headline),
    .text("summary", "Summary", \.summary),
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

  private static func text(
    _ name: String, _ title: String, _ path: any WritableKeyPath<Incident, String?> & Sendable
  ) -> IncidentField {
    .text(name, title, get: { $0[keyPath: path] }, set: { $0[keyPath: path] = $1 })
  }

  /// A list as `"; "` text: flat, so that spreadsheets and GDAL read it.
  private static func list(
    _ name: String, _ title: String, _ path: any WritableKeyPath<Incident, [String]> & Sendable
  ) -> IncidentField {
    .text(
      name, title,
      get: { $0[keyPath: path].isEmpty ? nil : $0[keyPath: path].joined(separator: "; ") },
      set: { $0[keyPath: path] = $1.map { $0.split(separator: "; ").map(String.init) } ?? [] })
  }

  private static func integer(
    _ name: String, _ title: String, _ path: any WritableKeyPath<Incident, Int?> & Sendable
  ) -> IncidentField {
    .integer(name, title, get: { $0[keyPath: path] }, set: { $0[keyPath: path] = $1 })
  }

  private static func dateTime(
    _ name: String, _ title: String, _ path: any WritableKeyPath<Incident, Instant?> & Sendable
  ) -> IncidentField {
    IncidentField(
      name: name, title: title, type: .dateTime,
      value: { $0[keyPath: path].map { .dateTime($0) } ?? .null },
      assign: {
        if case .dateTime(let moment) = $1 {
          $0[keyPath: path] = moment
        } else {
          $0[keyPath: path] = nil
        }
      })
  }

  /// A value that follows from the geometry and is never read back.
  private static func derived(
    _ name: String, _ title: String, _ get: @escaping @Sendable (Incident) -> Double?
  ) -> IncidentField {
    .real(name, title, get: get, set: { _, _ in })
  }
}
