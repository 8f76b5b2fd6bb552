internal import IncidentModel

/// Writes the one sentence that says what an incident is, with its figures and their dissent.
enum IncidentSummary {
  /// The sentence for an incident.
  ///
  /// For example: "Riots (Violent demonstration) in Zvečan, 2023-05-29: 82 injured (82–145); 3 reports
  /// that disagree."
  static func sentence(for incident: Incident) -> String {
    var text = incident.eventType.rawValue
    if let subType = incident.subEventType { text += " (\(subType))" }
    if let location = incident.location { text += " in \(location)" }
    if let site = incident.site { text += ", \(site)" }
    if let date = incident.date {
      text += date.start == date.end ? ", \(date.start)" : ", \(date.start) to \(date.end)"
    } else {
      text += ", date unknown"
    }
    if !incident.figures.isEmpty {
      text += ": \(incident.figures.joined(separator: ", "))"
    }
    return "\(text); \(incident.support)."
  }
}
