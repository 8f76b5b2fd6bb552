internal import IncidentModel

extension MapSheet {
  /// The names of parts of the picture and of the page around it, which no incident may take.
  static let reservedIDs: Set<String> = [
    "bins", "map-title", "map-description", "map-window", "map-view", "incidents", "labels",
    "area-labels", "map-globe", "legend", "scale", "circle", "locator", "locator-window",
    "records", "tip", "state", "panel", "hint", "gathering", "absent", "evidence", "filters",
    "search", "bars", "from", "until", "play", "exact", "count", "print-all", "zoom-in",
    "zoom-out", "zoom-reset",
  ]

  /// A name for an incident: its identifier, changed where XML or another name demands it.
  static func id(of incident: Incident, besides used: inout Set<String>) -> String {
    var id = XMLText.name(incident.id)
    // The page names each incident's evidence like this.
    if id.hasPrefix("evidence-") { id = "_" + id }
    while !used.insert(id).inserted { id += "_" }
    return id
  }
}
