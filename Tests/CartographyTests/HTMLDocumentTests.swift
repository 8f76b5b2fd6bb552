import Foundation
import IncidentModel
import Testing
import Toponymy

@testable import Cartography

@Suite("HTML document") struct HTMLDocumentTests {
  private static let quote = "30 \"soldiers\" </script><script>alert('x')</script> & more"

  private func html(url: String? = "https://example.org/?a=1&b=2") throws -> String {
    let incident = Samples.incident("i-000000000001", .riots)
    let map = try RegionMap(
      MapContent(layers: Samples.layers, incidents: [incident]),
      options: MapOptions(title: "<North>"))
    let report = Report(
      sha256: "abc", url: url, publisher: "Wire & Co", title: "Clash </title>",
      published: PublicationDate(date: Samples.day, basis: .given), text: "UNQUOTED SECRET")
    let claim = Claim(
      field: .injured, value: "30", qualifier: "at least", population: "soldiers",
      attributedTo: "KFOR", range: 0..<1, quote: Self.quote, rule: "r", confidence: 1)
    let evidence = IncidentEvidence(
      events: [EventKey(report: "abc", offset: 0)],
      claims: [ReportedClaim(report: "abc", claim: claim)], merges: [])
    let document = HTMLDocument(
      map: map, incidents: [DocumentedIncident(incident: incident, evidence: evidence)],
      reports: [report])
    return String(decoding: document.bytes(), as: UTF8.self)
  }

  @Test func `a quote cannot break out of the page`() throws {
    let html = try html()
    #expect(html.contains("<blockquote>\(XMLText.escaped(Self.quote))</blockquote>"))
    #expect(html.components(separatedBy: "<script").count == 2, "our own script alone")
    #expect(html.components(separatedBy: "</script").count == 2)
  }

  @Test func `of a report it holds its quotes and nothing else of its text`() throws {
    let html = try html()
    #expect(!html.contains("UNQUOTED SECRET"))
    #expect(html.contains("Clash &lt;/title&gt;") && html.contains("Wire &amp; Co, 29 May 2023"))
    #expect(html.contains("injured: at least 30 soldiers (according to KFOR)"))
  }

  @Test func `every symbol that the script makes a button has the title it reads`() throws {
    let incident = Samples.incident("i-000000000001", .riots)
    let map = try RegionMap(
      MapContent(layers: Samples.layers, incidents: [incident]), options: MapOptions(title: ""))
    let reading = XMLReading(map.svg())
    let marks = try #require(reading.identifiersOfClass["incident"])
    #expect(marks.contains(nil), "the labels of incidents have the class too")
    #expect(Set(marks.compactMap(\.self)) == reading.titled.intersection(marks.compactMap(\.self)))
    #expect(HTMLScript.text.contains("#incidents .incident[id]"))
  }

  @Test(arguments: ["hint", "count", "filters", "map-view", "zoom-in", "zoom-out", "zoom-reset"])
  func `the script finds what it asks for by name`(id: String) throws {
    #expect(HTMLScript.text.contains("byId(\"\(id)\")"))
    #expect(try html().contains("id=\"\(id)\""))
  }

  @Test(arguments: [
    (ClaimField.location, "xk:leposavic", "where: Leposavić"),
    (.location, "xk:nowhere", "where: xk:nowhere"),
    (.date, "2023-05-29/2023-05-29", "when: 29 May 2023"),
    (.date, "2023-05-22/2023-05-29", "when: 22–29 May 2023"), (.date, "Monday", "when: Monday"),
    (.eventType, "Riots/Mob violence", "what: Mob violence (Riots)"),
    (.injuredSerious, "3", "injured serious: 3"),
  ])
  func `a claim is told in words`(field: ClaimField, value: String, text: String) {
    let claim = Claim(field: field, value: value, range: 0..<1, quote: "", rule: "", confidence: 1)
    let words = ClaimText(places: Gazetteer(places: [Samples.leposavic]))
    #expect(words.statement(of: claim) == text)
  }

  @Test func `a report is named by its publisher, else its file, else its own identifier`() {
    var report = Report(sha256: "abc", path: "/a/b/day.txt", externalID: "7", text: "")
    #expect(report.origin == "day.txt" && report.dateText == "undated")
    report.publisher = "Wire"
    #expect(report.origin == "Wire")
    #expect(Report(sha256: "abc", externalID: "7", text: "").origin == "7")
  }

  @Test func `incidents stand by date, then identifier, the undated last`() throws {
    var incidents = ["i-3", "i-1", "i-2", "i-0"].map { Samples.incident($0) }
    incidents[3].date = nil
    incidents[0].date = DateSpan(
      start: Samples.day - 1, end: Samples.day, precision: .severalDays, basis: .span)
    let document = HTMLDocument(
      map: try RegionMap(MapContent(incidents: incidents), options: MapOptions(title: "")),
      incidents: incidents.map {
        DocumentedIncident(
          incident: $0, evidence: IncidentEvidence(events: [], claims: [], merges: []))
      }, reports: [])
    #expect(document.incidents.map(\.incident.id) == ["i-3", "i-1", "i-2", "i-0"])
  }

  @Test func `only web addresses become links`() throws {
    #expect(try html().contains("href=\"https://example.org/?a=1&amp;b=2\""))
    #expect(try !html(url: "javascript:alert(1)").contains("javascript:"))
  }

  @Test func `nothing is loaded from anywhere`() throws {
    let html = try html(url: nil)
    #expect(!html.contains("src=") && !html.contains("@import") && !html.contains("url(http"))
    #expect(html.contains("default-src &#39;none&#39;"))
  }

  @Test func `the table leads to the evidence and the evidence to the symbol`() throws {
    let html = try html()
    #expect(html.contains("<a href=\"#evidence-i-000000000001\">Leposavić</a>"))
    #expect(html.contains("<article id=\"evidence-i-000000000001\""))
    #expect(html.contains("<g id=\"i-000000000001\" class=\"incident\">"))
    #expect(html.contains("data-incident=\"i-000000000001\" data-record=\"0\""))
  }

  private func document(_ incidents: [Incident], _ options: MapOptions) throws -> HTMLDocument {
    let map = try RegionMap(MapContent(incidents: incidents), options: options)
    let byID = Dictionary(uniqueKeysWithValues: incidents.map { ($0.id, $0) })
    let listed = map.listedNumbers.compactMap { byID["i-\($0)"] }
    return HTMLDocument(
      map: map,
      incidents: listed.map {
        DocumentedIncident(
          incident: $0, evidence: IncidentEvidence(events: [], claims: [], merges: []))
      }, reports: [])
  }

  /// Incidents on a spiral around a place, of which each kills as many as its number says.
  private func spiral(_ count: Int, killing killed: (Int) -> Int?) -> [Incident] {
    (0..<count).map { number in
      let (turn, radius) = (Double(number) * 2.4, 0.02 * Double(number).squareRoot())
      var incident = Samples.incident(
        "i-\(number)", number.isMultiple(of: 2) ? .riots : .protests,
        longitude: 20 + radius * cos(turn), latitude: 43 + radius * sin(turn))
      incident.killed.best = killed(number)
      return incident
    }
  }

  @Test(arguments: MapTheme.allCases)
  func `the page knows all classes of hexagons by limit and colour, and none`(
    theme: MapTheme
  ) throws {
    // No hexagon is without anybody killed; a filtered one may be.
    let incidents = spiral(3_000) { 1 + ($0 * 7919) % 400 }
    let document = try document(
      incidents, MapOptions(title: "", width: 600, theme: theme, sizeBy: .killed))
    let sheet = document.map.sheet
    #expect(sheet.incidents.bins.allSatisfy { $0.value > 0 } && !sheet.incidents.bins.isEmpty)
    let limits = sheet.incidents.classes.limits
    #expect(limits.count > 2)
    let html = String(decoding: document.bytes(), as: UTF8.self)
    let classes = html.matches(of: /<path data-least="(\d+)" class="([^"]+)" fill="([^"]+)"/)
    #expect(classes.map { Int($0.1) } == [0] + limits)
    let shades = MapTheme.shades(of: limits.count)
    #expect(classes.map { String($0.2) } == ["none"] + shades.map { "shade-\($0)" })
    #expect(classes.map { String($0.3) } == ["none"] + shades.map { theme.ramp[$0] })
    #expect(html.contains("data-measure=\"People killed\" data-scale=\"\(sheet.design.scale)\""))
    #expect(!String(decoding: document.map.svg(), as: UTF8.self).contains("data-"))
  }

  @Test func `the page knows the place of every disc, in the order of the picture`() throws {
    let incidents = (0..<90).map { number in
      Samples.incident(
        "i-\(number)", longitude: number < 60 ? 20 : 20.5,
        location: number < 60 ? "Upper \"A\"" : "Lower B")
    }
    let html = String(
      decoding: try document(incidents, MapOptions(title: "")).bytes(), as: UTF8.self)
    let places = html.matches(of: /<li data-place="([^"]*)"/).map { String($0.1) }
    let titles = html.matches(of: /<g class="pie">\n<title>(.*?) · \d+ incidents:/)
      .map { String($0.1) }
    #expect(places.count == 2 && places == titles)
    #expect(!html.contains("data-measure"))
  }

  @Test func `counts are grouped by thousands`() throws {
    let document = try document(spiral(2_400) { _ in nil }, MapOptions(title: ""))
    let html = String(decoding: document.bytes(), as: UTF8.self)
    #expect(html.contains("<span>Riots (1,200)</span>"))
    #expect(html.contains("<caption>2,000 of 2,400 incidents: those"))
  }

  @Test func `the same input gives the same bytes`() throws {
    #expect(try html() == html())
  }

  @Test(arguments: [
    (Count(low: 25, best: 30, high: 34), "30 (25–34)"), (Count(low: 4, best: 4, high: 4), "4"),
    (Count(low: nil, best: nil, high: 7), "7"), (Count.notStated, nil),
  ])
  func `a figure is written with its range`(count: Count, text: String?) {
    #expect(HTMLDocument.text(count) == text)
  }
}
