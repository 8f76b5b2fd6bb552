public import IncidentModel
internal import SimpleFeatures

/// A map with its evidence as one self-contained HTML file.
///
/// It works from disk and asks no network for anything. The picture is that of ``RegionMap``, inline;
/// a small script pans, zooms and filters it and opens the evidence of an incident. Without the
/// script everything is there to be read. Of the reports it holds the quotes, their titles,
/// publishers, dates and addresses, and nothing else of their text.
public struct HTMLDocument {
  let map: RegionMap
  let incidents: [DocumentedIncident]
  let reports: [String: Report]

  /// Joins a map to the evidence of its incidents.
  ///
  /// - Parameters:
  ///   - map: The map.
  ///   - incidents: The incidents with their evidence; the page has them by date, then identifier.
  ///   - reports: The reports that the evidence quotes; one that is missing is named by its hash.
  public init(map: RegionMap, incidents: [DocumentedIncident], reports: [Report]) {
    self.map = map
    self.incidents = incidents.sorted { Self.order($0.incident) < Self.order($1.incident) }
    self.reports = reports.reduce(into: [:]) { $0[$1.sha256] = $1 }
  }

  /// By first day, last day and identifier; what has no date comes last.
  private static func order(_ incident: Incident) -> (Int, Int, String) {
    let date = incident.date
    return (date?.start.dayNumber ?? .max, date?.end.dayNumber ?? .max, incident.id)
  }

  /// The file's bytes.
  public func bytes() -> [UInt8] {
    var writer = MarkupWriter()
    writer.raw("<!DOCTYPE html>\n")
    writer.open("html", .text("lang", "en"))
    let style = "\n" + HTMLStyle.text(for: map.sheet.options.theme, isWide: map.width > map.height)
    let script = "\n" + HTMLScript.text
    writeHead(style: style, script: script, to: &writer)
    writer.open("body")
    writer.element("h1", text: title, .class("unseen"))
    writer.open("main")
    writer.open("section", .class("map"), .text("aria-label", "Map"))
    writeZoomButtons(to: &writer)
    map.write(to: &writer)
    writer.close()
    writer.open("aside", .text("aria-label", "Filters and evidence"))
    writeFilters(to: &writer)
    writer.element(
      "p", text: "Choose an incident on the map or in the table to see what it rests on.",
      .text("id", "hint"))
    writer.open("div", .text("id", "evidence"), .text("aria-live", "polite"))
    for (incident, id) in zip(incidents, ids) {
      writeEvidence(of: incident, id: id, to: &writer)
    }
    writer.close()
    writer.close()
    writer.close()
    writeTable(to: &writer)
    writer.raw("<script>" + script + "</script>\n")
    writer.close()
    writer.close()
    return writer.bytes
  }

  private var title: String {
    map.sheet.options.title.isEmpty ? "Map of incidents" : map.sheet.options.title
  }

  /// The identifier of each incident's group in the picture; one that is not drawn has its own.
  var ids: [String] {
    let drawn = map.sheet.details.reduce(into: [String: String]()) {
      $0[$1.value.id] = map.sheet.ids[$1.key]
    }
    return incidents.map { drawn[$0.incident.id] ?? XMLText.name($0.incident.id) }
  }

  /// The page may run the one script and use the one style sheet that are written into it, known by
  /// their digests, and load nothing: markup that slipped through could do nothing.
  private func writeHead(style: String, script: String, to writer: inout MarkupWriter) {
    writer.open("head")
    writer.element("meta", .text("charset", "utf-8"))
    writer.element(
      "meta", .text("http-equiv", "Content-Security-Policy"),
      .text(
        "content",
        "default-src 'none'; style-src '\(ContentDigest.sha256(of: style))'; "
          + "script-src '\(ContentDigest.sha256(of: script))'; base-uri 'none'; "
          + "form-action 'none'"))
    writer.element(
      "meta", .text("name", "viewport"), .text("content", "width=device-width, initial-scale=1"))
    writer.element("title", text: title)
    writer.raw("<style>" + style + "</style>\n")
    writer.close()
  }

  private func writeZoomButtons(to writer: inout MarkupWriter) {
    writer.open("div", .class("zoom scripted"), .text("hidden", "hidden"))
    for (id, label, name) in [
      ("zoom-in", "+", "Zoom in"), ("zoom-out", "−", "Zoom out"), ("zoom-reset", "⤢", "Whole map"),
    ] {
      writer.element(
        "button", text: label, .text("type", "button"), .text("id", id),
        .text("aria-label", name), .text("title", name))
    }
    writer.close()
  }

  private func writeFilters(to writer: inout MarkupWriter) {
    writer.open(
      "form", .text("id", "filters"), .class("scripted"), .text("hidden", "hidden"),
      .text("aria-label", "Filters"))
    writer.open("fieldset")
    writer.element("legend", text: "Type")
    for type in EventType.allCases {
      let count = incidents.count { $0.incident.eventType == type }
      guard count > 0 else { continue }
      writer.open("label")
      writer.element(
        "input", .text("type", "checkbox"), .text("name", "type"), .text("value", type.rawValue),
        .text("checked", "checked"))
      writeSwatch(of: type, to: &writer)
      writer.element("span", text: "\(type.rawValue) (\(count))")
      writer.close()
    }
    writer.close()
    let dates = incidents.compactMap(\.incident.date)
    if let first = dates.map(\.start).min(), let last = dates.map(\.end).max(), first < last {
      writer.open("fieldset", .class("time"))
      writer.element("legend", text: "Time")
      for (id, label, value) in [("from", "From", first), ("until", "Until", last)] {
        writer.open("label")
        writer.element("span", text: label)
        writer.element(
          "input", .text("type", "range"), .text("id", id), .text("min", "\(first.dayNumber)"),
          .text("max", "\(last.dayNumber)"), .text("value", "\(value.dayNumber)"))
        writer.element("output", text: value.description, .text("for", id))
        writer.close()
      }
      writer.element("button", text: "Play", .text("type", "button"), .text("id", "play"))
      writer.close()
    }
    writer.element("p", text: "", .text("id", "count"), .text("role", "status"))
    writer.open("label", .class("printing"))
    writer.element("input", .text("type", "checkbox"), .text("id", "print-all"))
    writer.element("span", text: "Print the table and the evidence too")
    writer.close()
    writer.close()
  }

  private func writeSwatch(of type: EventType, to writer: inout MarkupWriter) {
    writer.open(
      "svg", .text("width", "18"), .text("height", "18"), .text("viewBox", "0 0 18 18"),
      .text("aria-hidden", "true"))
    map.writeSymbol(
      type.symbol, outline: SymbolOutline(shape: type.symbol.shape, area: 110),
      at: PixelPoint(x: 9, y: type.symbol.shape == .triangle ? 10.5 : 9), hollow: false,
      to: &writer)
    writer.close()
  }
}
