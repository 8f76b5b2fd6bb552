public import IncidentModel
internal import SimpleFeatures

/// A map with its evidence as one self-contained HTML file.
///
/// It works from disk and asks no network for anything. The picture is that of ``RegionMap``, inline;
/// a small script pans, zooms and filters it and opens the evidence of an incident. Without the
/// script everything is there to be read. Of the reports it holds the quotes, their titles,
/// publishers, dates and addresses, and nothing else of their text.
public struct HTMLDocument {
  /// How many incidents a page lists with their evidence; beyond, it would be slow to open.
  public static let mostListed = 2_000

  let map: RegionMap
  /// The listed incidents by date, then identifier.
  let incidents: [DocumentedIncident]
  /// The numbers of these in the map's content.
  let numbers: [Int]
  /// Names for these that XML takes, those of their groups in the picture where they are drawn.
  let ids: [String]
  let reports: [String: Report]
  /// Every incident of the map as the script counts it.
  let records: IncidentRecords

  /// Joins a map to the evidence of its incidents.
  ///
  /// - Parameters:
  ///   - map: The map.
  ///   - incidents: The incidents of ``RegionMap/listed``, in its order, with their evidence.
  ///   - reports: The reports that the evidence quotes; one that is missing is named by its hash.
  public init(map: RegionMap, incidents: [DocumentedIncident], reports: [Report]) {
    self.map = map
    let sorted = zip(incidents, map.listedNumbers).sorted {
      Self.order($0.0.incident) < Self.order($1.0.incident)
    }
    self.incidents = sorted.map(\.0)
    numbers = sorted.map(\.1)
    ids = Self.ids(of: sorted, in: map.sheet)
    self.reports = reports.reduce(into: [:]) { $0[$1.sha256] = $1 }
    records = IncidentRecords(map.recordEntries())
  }

  /// By first day, last day and identifier; what has no date comes last.
  private static func order(_ incident: Incident) -> (Int, Int, String) {
    let date = incident.date
    return (date?.start.dayNumber ?? .max, date?.end.dayNumber ?? .max, incident.id)
  }

  /// Names for incidents, each different from all others in the file.
  private static func ids(
    of incidents: [(DocumentedIncident, Int)], in sheet: MapSheet
  ) -> [String] {
    var used = Set(sheet.ids.values).union(MapSheet.reservedIDs)
    return incidents.map { documented, number in
      sheet.ids[number] ?? MapSheet.id(of: documented.incident, besides: &used)
    }
  }

  /// The file's bytes.
  public func bytes() -> [UInt8] {
    let style = "\n" + HTMLStyle.text(for: map)
    let script = "\n" + HTMLScript.text
    var writer = MarkupWriter()
    writer.raw("<!DOCTYPE html>\n")
    writer.open("html", .text("lang", "en"))
    writeHead(style: style, script: script, to: &writer)
    writer.open("body")
    writer.open("header", .class("unseen"))
    writer.element("h1", text: title)
    writer.element("p", text: map.sheet.text.subtitle.joined(separator: " "))
    writer.close()
    writer.open("main")
    writer.open("section", .class("map"), .text("aria-label", "Map"))
    writer.open("div", .class("picture"))
    writeZoomButtons(to: &writer)
    map.write(to: &writer)
    writer.open("p", .text("id", "tip"), .text("aria-hidden", "true"), .text("hidden", "hidden"))
    writer.close()
    writer.close()
    writer.open("p", .text("id", "state"), .text("hidden", "hidden"))
    writer.close()
    writer.open("p", .class("small-print"))
    writer.element("span", text: map.sheet.text.footer.joined(separator: " "))
    writer.close()
    writer.close()
    writer.open("aside", .text("id", "panel"), .text("aria-label", "Filters and evidence"))
    writeFilters(to: &writer)
    writePanel(to: &writer)
    writer.close()
    writer.close()
    writeTable(to: &writer)
    writeDrawing(to: &writer)
    writer.element("template", text: ContentDigest.base64(records.bytes), .text("id", "records"))
    writer.raw("<script>" + script + "</script>\n")
    writer.close()
    writer.close()
    return writer.bytes
  }

  private var title: String {
    map.sheet.options.title.isEmpty ? "Map of incidents" : map.sheet.options.title
  }

  /// Whether the page lists every incident of the map.
  var isComplete: Bool { incidents.count == map.points.count }

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
    for (id, label, name, key) in [
      ("zoom-in", "+", "Zoom in", "+"), ("zoom-out", "−", "Zoom out", "-"),
      ("zoom-reset", "⤢", "Whole map", "0"),
    ] {
      writer.element(
        "button", text: label, .text("type", "button"), .text("id", id),
        .text("aria-label", name), .text("title", "\(name) (\(key))"))
    }
    writer.close()
  }
}
