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
    let figures = [
      figure(incident.killed, "killed"), figure(incident.injured, "injured"),
      incident.injuredSerious.map { "\($0) of them seriously" },
      figure(incident.detained, "detained"), incident.released.map { "\($0) released" },
      incident.abducted.map { "\($0) abducted" }, incident.displaced.map { "\($0) displaced" },
      incident.participants.map { "\($0) taking part" }, incident.deployed.map { "\($0) deployed" },
    ].compactMap { $0 }
    if !figures.isEmpty { text += ": \(figures.joined(separator: ", "))" }
    let reports = incident.reports == 1 ? "1 report" : "\(incident.reports) reports"
    return "\(text); \(reports)\(incident.hasCountConflict ? " that disagree" : "")."
  }

  private static func figure(_ count: Count, _ what: String) -> String? {
    guard let best = count.best else { return nil }
    guard let low = count.low, let high = count.high, low != high else {
      return count.high == nil && count.low != nil ? "\(best) or more \(what)" : "\(best) \(what)"
    }
    return "\(best) \(what) (\(low)–\(high))"
  }
}
