internal import IncidentModel
internal import SimpleFeatures

extension HTMLDocument {
  /// The incidents as a table, for reading, printing and screen readers.
  func writeTable(to writer: inout MarkupWriter) {
    writer.open("section", .class("table"), .text("aria-label", "Table of incidents"))
    writer.open("table")
    writer.element("caption", text: caption)
    writer.open("thead")
    writer.open("tr")
    for title in ["Date", "Type", "Place", "Killed", "Injured", "Detained", "Reports", "What"] {
      writer.element("th", text: title, .text("scope", "col"))
    }
    writer.close()
    writer.close()
    writer.open("tbody")
    for ((documented, id), number) in zip(zip(incidents, ids), numbers) {
      writeRow(
        of: documented.incident, id: id, record: records.numbers[number], to: &writer)
    }
    writer.close()
    writer.close()
    writer.close()
  }

  private var caption: String {
    let total = map.points.count
    let noun = total == 1 ? "incident" : "incidents"
    return isComplete
      ? "\(total) \(noun) with \(total == 1 ? "its" : "their") evidence"
      : "\(incidents.count) of \(total) \(noun): those that have a symbol of their own, and the "
        + "latest of the others. The rest are counted on the map, and their evidence is not in "
        + "this file."
  }

  private func writeRow(
    of incident: Incident, id: String, record: Int, to writer: inout MarkupWriter
  ) {
    writer.open("tr", .text("data-incident", id), .text("data-record", "\(record)"))
    writer.element("td", text: incident.date.map(Self.sortable) ?? "", .class("date"))
    writer.element("td", text: incident.eventType.rawValue, .class("type"))
    writer.open("td", .class("place"))
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
