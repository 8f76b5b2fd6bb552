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
    let counts = Self.counts.filter { _, count in
      incidents.contains { Self.text($0.incident[keyPath: count]) != nil }
    }
    for title in ["Date", "Type", "Place"] + counts.map(\.title) + ["Reports", "What"] {
      let isNumber = title == "Reports" || counts.contains { $0.title == title }
      writer.element(
        "th", text: title, [.text("scope", "col")] + (isNumber ? [.class("number")] : []))
    }
    writer.close()
    writer.close()
    writer.open("tbody")
    for ((documented, id), number) in zip(zip(incidents, ids), numbers) {
      writeRow(
        of: documented.incident, counts: counts.map(\.count), id: id,
        record: records.numbers[number], to: &writer)
    }
    writer.close()
    writer.close()
    writer.close()
  }

  /// The figures that have a column where any incident has one.
  private static var counts: [(title: String, count: KeyPath<Incident, Count>)] {
    [("Killed", \.killed), ("Injured", \.injured), ("Detained", \.detained)]
  }

  private var caption: String {
    let total = map.points.count
    let all = NumberText.incidents(total)
    return isComplete
      ? "\(all) with \(total == 1 ? "its" : "their") evidence"
      : "\(NumberText.grouped(incidents.count)) of \(all): those that have a symbol of their own, and the "
        + "latest of the others. The rest are counted on the map, and their evidence is not in "
        + "this file."
  }

  private func writeRow(
    of incident: Incident, counts: [KeyPath<Incident, Count>], id: String, record: Int,
    to writer: inout MarkupWriter
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
    for count in counts {
      writer.element("td", text: Self.text(incident[keyPath: count]) ?? "", .class("number"))
    }
    writer.element("td", text: "\(incident.reports)", .class("number"))
    writer.element("td", text: incident.summary ?? incident.subEventType ?? "")
    writer.close()
  }

  private static func sortable(_ span: DateSpan) -> String {
    span.start == span.end ? "\(span.start)" : "\(span.start) – \(span.end)"
  }
}
