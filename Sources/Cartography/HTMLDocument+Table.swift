internal import IncidentModel
internal import SimpleFeatures

extension HTMLDocument {
  /// The incidents as a table, for reading, printing and screen readers.
  func writeTable(to writer: inout MarkupWriter) {
    writer.open("section", .class("table"), .text("aria-label", "Table of incidents"))
    writer.open("table")
    let survey = IncidentSurvey(IncidentPoints(incidents.map(\.incident)))
    writer.element("caption", text: SheetText.summary(of: survey))
    writer.open("thead")
    writer.open("tr")
    for title in ["Date", "Type", "Place", "Killed", "Injured", "Detained", "Reports", "What"] {
      writer.element("th", text: title, .text("scope", "col"))
    }
    writer.close()
    writer.close()
    writer.open("tbody")
    for (documented, id) in zip(incidents, ids) {
      writeRow(of: documented.incident, id: id, to: &writer)
    }
    writer.close()
    writer.close()
    writer.close()
  }

  private func writeRow(of incident: Incident, id: String, to writer: inout MarkupWriter) {
    var attributes: [MarkupAttribute] = [
      .text("data-incident", id), .text("data-type", incident.eventType.rawValue),
    ]
    if let date = incident.date {
      attributes.append(.text("data-from", "\(date.start.dayNumber)"))
      attributes.append(.text("data-until", "\(date.end.dayNumber)"))
    }
    writer.open("tr", attributes)
    writer.element("td", text: incident.date.map(Self.sortable) ?? "", .class("date"))
    writer.element("td", text: incident.eventType.rawValue, .class("type"))
    writer.open("td")
    writer.element(
      "a", text: incident.location ?? "unknown place", .text("href", "#evidence-\(id)"))
    if !incident.isPlacedExactly, let precision = Self.precision(of: incident) {
      writer.element("span", text: " (\(precision))", .class("soft"))
    }
    writer.close()
    for count in [incident.killed, incident.injured, incident.detained] {
      writer.element("td", text: Self.text(count) ?? "", .class("number"))
    }
    writer.element("td", text: "\(incident.reports)", .class("number"))
    writer.element("td", text: incident.summary ?? incident.subEventType ?? "")
    writer.close()
  }

  private static func sortable(_ span: DateSpan) -> String {
    span.start == span.end ? "\(span.start)" : "\(span.start) – \(span.end)"
  }
}
