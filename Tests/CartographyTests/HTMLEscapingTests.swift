import Foundation
import IncidentModel
import NamedSeeds
import Testing

@testable import Cartography

/// Whatever a report, a gazetteer or a table of incidents holds, it is text on the page.
@Suite("Texts of strangers on the page") struct HTMLEscapingTests {
  /// What breaks out of markup, attributes, scripts, comments and lines, or turns them round.
  private static let pieces = [
    "<script>alert(1)</script>", "</script>", "</template>", "<!--", "-->", "]]>", "<![CDATA[",
    "\"", "'", "`", "&", "&lt;", "&#60;", "<img src=x onerror=alert(1)>", " onclick=alert(1) ",
    "javascript:alert(1)", "${alert(1)}", "\\u003c", "\u{0}", "\u{1}", "\u{8}", "\u{1B}", "\u{7F}",
    "\u{85}", "\u{FFFE}", "\u{FFFF}", "\u{202E}", "\u{2066}", "\u{2028}", "\n", "\r", "\t",
    "مظاهرة", "עברית", "𐍈", "e\u{301}", "Lep", "<", ">", "=",
  ]

  private static func text(_ random: inout SplitMix64) -> String {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }.joined()
  }

  private static func document(_ random: inout SplitMix64) throws -> HTMLDocument {
    var incident = Samples.incident(text(&random), .riots, location: text(&random))
    incident.subEventType = text(&random)
    incident.site = text(&random)
    incident.locationAlternatives = [text(&random), text(&random)]
    incident.actor1 = text(&random)
    incident.actor2 = text(&random)
    incident.summary = text(&random)
    incident.killed = Count(low: 1, best: 2, high: 3)
    let report = Report(
      sha256: text(&random), path: text(&random), url: "https://" + text(&random),
      publisher: text(&random), title: text(&random), text: "")
    let claim = Claim(
      field: .injured, value: text(&random), qualifier: text(&random), population: text(&random),
      attributedTo: text(&random), range: 0..<1, quote: text(&random), rule: text(&random),
      confidence: 1)
    let evidence = IncidentEvidence(
      events: [EventKey(report: report.sha256, offset: 0)],
      claims: [ReportedClaim(report: report.sha256, claim: claim)], merges: [])
    var options = MapOptions(title: text(&random))
    options.sources = [text(&random)]
    return HTMLDocument(
      map: try RegionMap(
        MapContent(layers: Samples.layers, incidents: [incident]), options: options),
      incidents: [DocumentedIncident(incident: incident, evidence: evidence)], reports: [report])
  }

  @Test(arguments: Seed.allCases)
  func `no text of any field becomes markup, an attribute or a script`(seed: Seed) throws {
    var random = seed.generator
    let plain = try Self.plainDocument()
    for _ in 0..<25 {
      let html = String(decoding: try Self.document(&random).bytes(), as: UTF8.self)
      let page = PageTokens(html)
      #expect(page.elements.subtracting(plain.elements) == [])
      #expect(page.attributes.subtracting(plain.attributes) == [])
      let hasControls = html.unicodeScalars.contains {
        $0.value < 32 && $0 != "\n" || $0 == "\u{FFFE}" || $0 == "\u{FFFF}"
      }
      #expect(!hasControls)
    }
  }

  /// A page of the same form with nothing strange in it.
  private static func plainDocument() throws -> PageTokens {
    var incident = Samples.incident("i-1", .riots, location: "A")
    (incident.subEventType, incident.site, incident.summary) = ("A", "A", "A")
    (incident.actor1, incident.actor2) = ("A", "A")
    incident.killed = Count(low: 1, best: 2, high: 3)
    let claim = Claim(
      field: .injured, value: "A", range: 0..<1, quote: "A", rule: "A", confidence: 1)
    let document = HTMLDocument(
      map: try RegionMap(
        MapContent(layers: Samples.layers, incidents: [incident]),
        options: MapOptions(title: "A")),
      incidents: [
        DocumentedIncident(
          incident: incident,
          evidence: IncidentEvidence(
            events: [EventKey(report: "A", offset: 0)],
            claims: [ReportedClaim(report: "A", claim: claim)], merges: []))
      ],
      reports: [Report(sha256: "A", url: "https://A", publisher: "A", title: "A", text: "")])
    return PageTokens(String(decoding: document.bytes(), as: UTF8.self))
  }
}

/// The names of the elements and attributes of a page, as a browser's tokenizer would find them.
private struct PageTokens {
  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []

  init(_ html: String) {
    var rest = Array(html.utf8)[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(start + 1)...]
      let name = Self.take(&rest, until: " >\n")
      elements.insert(name)
      while let first = rest.first, first != UInt8(ascii: ">") {
        rest = rest.dropFirst()
        let attribute = Self.take(&rest, until: "=> ")
        guard rest.starts(with: "=\"".utf8) else { continue }
        attributes.insert(attribute)
        rest = rest.dropFirst(2)
        _ = Self.take(&rest, until: "\"")
        rest = rest.dropFirst()
      }
      // What a script or a style sheet holds is no markup until its end tag.
      if name == "script" || name == "style" {
        while !rest.isEmpty, !rest.starts(with: "</\(name)".utf8) { rest = rest.dropFirst() }
      }
    }
  }

  private static func take(_ rest: inout ArraySlice<UInt8>, until ends: String) -> String {
    let taken = rest.prefix { !ends.utf8.contains($0) }
    rest = rest.dropFirst(taken.count)
    return String(decoding: taken, as: UTF8.self)
  }
}
