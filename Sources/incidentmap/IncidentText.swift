internal import IncidentModel
internal import SimpleFeatures

/// Incidents as people read them.
enum IncidentText {
  /// Three lines: when and what; where; how many and who says so, with the identifier.
  ///
  /// - Parameters:
  ///   - incident: The incident.
  ///   - distance: How far it is from what was asked about, where that is to be said.
  ///   - isPossible: Whether it may as well have happened on other days than those asked for.
  /// - Returns: The lines, without their ends.
  static func lines(
    _ incident: Incident, distance: String? = nil, isPossible: Bool = false
  ) -> [String] {
    let kind = [incident.eventType.rawValue, incident.subEventType].compactMap { $0 }
    let place = [place(incident), incident.site, distance].compactMap { $0 }
    let facts = incident.figures + [incident.support]
    return [
      "\(date(incident))  \(kind.joined(separator: ": "))"
        + (isPossible ? " (possibly in the days asked for)" : ""),
      "  \(place.joined(separator: ", "))",
      "  \(facts.joined(separator: "; "))  \(incident.id)",
    ]
  }

  /// "2023-05-29", "2023-05-22 to 2023-05-28".
  static func date(_ incident: Incident) -> String {
    guard let date = incident.date else { return "date unknown" }
    if date.start == date.end { return "\(date.start)" }
    return "\(date.start) to \(date.end)"
  }

  /// "Leposavić / Leposaviq", with how exact it is where it is not a point.
  static func place(_ incident: Incident) -> String {
    guard let location = incident.location else { return "place unknown" }
    let name = ([location] + incident.locationAlternatives.prefix(1)).joined(separator: " / ")
    let note: String? =
      switch incident.wherePrecision {
      case .near: "or nearby"
      case .municipality: "municipality"
      case .region: "region"
      case .vague: "roughly"
      case .country: "country"
      case .seaOrAir: "at sea or in the air"
      case .exact, nil: nil
      }
    return name + (note.map { " (\($0))" } ?? "")
  }

  /// "30 (30–93)", "not stated".
  static func count(_ count: Count) -> String? {
    guard let best = count.best else { return nil }
    let low = count.low.map(String.init) ?? "?"
    let high = count.high.map(String.init) ?? "?"
    return low == high ? "\(best)" : "\(best) (\(low)–\(high))"
  }

  /// "12.3 km", "480 m".
  static func length(_ distance: Meters) -> String {
    distance.value < 1000
      ? "\(Int(distance.value.rounded())) m"
      : "\(DecimalText.text(distance.value / 1000, places: 1)) km"
  }
}
