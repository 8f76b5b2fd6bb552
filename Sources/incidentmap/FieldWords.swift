internal import IncidentModel
internal import SimpleFeatures

/// What codes of an incident mean, in words for people.
enum FieldWords {
  /// How exactly the date is known, and what it rests on.
  static func certainty(of date: DateSpan) -> String {
    let precision =
      switch date.precision {
      case .day: "the day is known"
      case .severalDays where date.basis == .span: "it lasted"
      case .severalDays: "one of these days"
      case .week: "some day of these"
      case .month: "some day of the month"
      case .year: "some day of the year"
      }
    return "\(precision), \(basis(date.basis))"
  }

  private static func basis(_ basis: DateBasis) -> String {
    switch basis {
    case .explicit: "as the text gives it"
    case .weekday: "by a weekday before the report"
    case .relative: "by words such as yesterday"
    case .span: "as a span that the text gives"
    case .inferred: "inferred from other reports or from the report's own date"
    case .unknown: "on a basis that is not known"
    }
  }

  /// How well the place is known.
  static func certainty(of precision: WherePrecision) -> String {
    switch precision {
    case .exact: "the place itself"
    case .near: "near the place"
    case .municipality: "somewhere in the municipality"
    case .region: "somewhere in the district or region"
    case .vague: "vague, or along a line"
    case .country: "somewhere in the country"
    case .seaOrAir: "at sea or in the air"
    }
  }

  /// How a report's date is known.
  static func basis(_ basis: PublicationBasis) -> String {
    switch basis {
    case .given: "given with it"
    case .metadata: "from its metadata"
    case .header: "from its header"
    case .dateline: "from its dateline"
    case .text: "from the latest date it tells of"
    case .inferred: "inferred from other reports"
    }
  }

  /// What the parts of the confidence are.
  static func confidence(_ incident: Incident) -> String {
    var parts = [
      incident.reports == 1 ? "1 report" : "\(incident.reports) reports"
    ]
    if incident.publishers > 0 {
      parts[0] += " by \(incident.publishers) named publisher\(incident.publishers == 1 ? "" : "s")"
    }
    switch incident.date.map({ ($0.precision, $0.basis) }) {
    case (.day, .inferred)?: parts.append("a day, inferred")
    case (.day, _)?: parts.append("a day")
    case nil: parts.append("no date")
    default: parts.append("no exact day")
    }
    parts.append(incident.wherePrecision == .exact ? "an exact place" : "no exact place")
    return parts.joined(separator: ", ")
  }

  /// A status that a person gave, or that none did.
  static func status(_ status: ReviewStatus) -> String {
    switch status {
    case .derived: "not reviewed"
    case .accepted: "accepted"
    case .corrected: "corrected by a person"
    case .rejected: "rejected: no incident"
    case .manual: "entered by hand"
    }
  }

  /// The name of a field as a row's head.
  static func name(of field: ClaimField) -> String {
    switch field {
    case .eventType: "what"
    case .date: "when"
    case .location: "where"
    case .site: "site"
    case .actor1, .actor2: "who"
    case .injuredSerious: "seriously"
    case .participants: "taking part"
    default: field.rawValue
    }
  }
}
