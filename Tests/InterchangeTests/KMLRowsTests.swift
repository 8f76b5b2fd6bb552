import Foundation
import FoundationXML
import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing

@testable import Interchange

@Suite("KML rows")
struct KMLRowsTests {
  func kml(_ incidents: [Incident], _ columns: RowColumns = RowColumns()) -> String {
    var rows = KMLRows(columns, name: "a & b")
    rows.appendHead(box: nil)
    for incident in incidents { incident.send(columns.fields, to: &rows) }
    rows.appendTail()
    return rows.drain().string
  }

  @Test func `a placemark has name, time, style, data and point in the order of the schema`() throws
  {
    let names = [
      "event_type", "date_start", "date_end", "location", "uncertainty_m", "injured_best",
    ]
    let fields = RowColumns.allFields.filter { names.contains(IncidentField.all[$0].name) }
    let lines = kml([Sample.clash], RowColumns(fields: fields)).split(separator: "\n")
    let parts = [
      "<Placemark><name>Riots, Zvečan</name>",
      "<TimeStamp><when>2023-05-29</when></TimeStamp><styleUrl>#type-riots</styleUrl>",
      "<ExtendedData><SchemaData schemaUrl=\"#incident\">",
      "<SimpleData name=\"event_type\">Riots</SimpleData>",
      "<SimpleData name=\"date_start\">2023-05-29</SimpleData>",
      "<SimpleData name=\"date_end\">2023-05-29</SimpleData>",
      "<SimpleData name=\"location\">Zvečan</SimpleData>",
      "<SimpleData name=\"uncertainty_m\">2000.0</SimpleData>",
      "<SimpleData name=\"injured_best\">30</SimpleData></SchemaData></ExtendedData>",
      "<Point><coordinates>20.84,42.908</coordinates></Point></Placemark>",
    ]
    #expect(lines.first { $0.hasPrefix("<Placemark>") }.map(String.init) == parts.joined())
    #expect(
      lines.contains(
        #"<SimpleField type="int" name="injured_best">"#
          + "<displayName>Injured</displayName></SimpleField>"))
  }

  @Test func `a placemark is called by its headline, and several days are a span`() throws {
    var incident = Sample.clash
    incident.headline = "Clashes & injuries"
    incident.date?.end = CalendarDate(dayNumber: 19_508)
    let document = KMLReading(kml([incident]))
    let placemark = try #require(document.placemarks.first)
    #expect(placemark["name"] == "Clashes & injuries")
    #expect(placemark["begin"] == "2023-05-29" && placemark["end"] == "2023-05-31")
    #expect(placemark["when"] == nil && placemark["headline"] == "Clashes & injuries")
  }

  @Test func `what is not stated is left out`() throws {
    let placemark = try #require(KMLReading(kml([Sample.bare])).placemarks.first)
    #expect(placemark["name"] == "Protests")
    #expect(placemark["count_conflict"] == "0")
    for name in ["coordinates", "when", "begin", "location", "killed_best"] {
      #expect(placemark[name] == nil, "\(name)")
    }
  }

  // OGC 07-147r2, 16.9: the colours of a style are aabbggrr.
  @Test func `every type has a style of its colour`() {
    let text = kml([])
    #expect(text.contains(#"<Style id="type-battles"><IconStyle><color>ff005ed5</color>"#))
    #expect(text.components(separatedBy: "<Style id=").count - 1 == EventType.allCases.count)
    for type in EventType.allCases {
      let placemark = KMLReading(kml([Incident(id: "i", eventType: type)])).placemarks.first
      let reference = placemark?["styleUrl"]?.dropFirst() ?? "none"
      #expect(text.contains("<Style id=\"\(reference)\">"), "\(type)")
    }
  }

  @Test func `added columns are data of their types, before and after the others`() throws {
    var rows = KMLRows(
      RowColumns(
        fields: [0], leading: [ColumnHeading("<batch>", type: .text)],
        trailing: [ColumnHeading("distance_m", places: 3)]))
    rows.appendHead(box: nil)
    Sample.clash.send([0], adding: [.text("a<b"), .real(12.34)], to: &rows)
    Sample.clash.send([0], adding: [.null, .real(1)], to: &rows)
    rows.appendTail()
    let text = rows.drain().string
    let document = KMLReading(text)
    #expect(document.placemarks.first?["<batch>"] == "a<b")
    #expect(document.placemarks.map { $0["distance_m"] } == ["12.34", "1.0"])
    #expect(document.placemarks.last?["<batch>"] == nil)
    #expect(
      document.fields == ["<batch>": "string", "incident_id": "string", "distance_m": "double"])
    #expect(
      text.contains(
        "a&lt;b</SimpleData><SimpleData name=\"incident_id\">i-0123456789ab</SimpleData>"
          + "<SimpleData name=\"distance_m\">"))
  }

  @Test(arguments: Seed.allCases)
  func `texts of any kind are read back without what XML cannot hold`(_ seed: Seed) throws {
    var generator = seed.generator
    let incidents = (0..<150).map { _ in
      var incident = generator.incident()
      incident.summary = incident.summary.map { $0 + "]]>\u{FFFE}\u{FFFF}\u{FFFD}\u{F8FF}" }
      return incident
    }
    let document = KMLReading(kml(incidents))
    #expect(document.isWellFormed && document.name == "a & b")
    #expect(document.placemarks.count == incidents.count)
    for (placemark, incident) in zip(document.placemarks, incidents) {
      #expect(placemark["incident_id"] == Self.held(incident.id))
      #expect(placemark["summary"] == incident.summary.map(Self.held))
      #expect(placemark["headline"] == incident.headline.map(Self.held))
      #expect((placemark["coordinates"] != nil) == (incident.position?.isValid ?? false))
    }
  }

  /// A text without the characters that XML 1.0 §2.2 has no place for.
  private static func held(_ text: String) -> String {
    var held = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: held.append(scalar)
      default: break
      }
    }
    return String(held)
  }
}

/// Reads a KML document and keeps the texts of its placemarks.
private final class KMLReading: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var name: String?
  /// The types of the schema's fields.
  private(set) var fields: [String: String] = [:]
  /// The texts of each placemark's elements, by their names or those of their data.
  private(set) var placemarks: [[String: String]] = []
  private var isInPlacemark = false
  private var key = ""
  private var text = ""

  init(_ document: String) {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if name == "Placemark" {
      isInPlacemark = true
      placemarks.append([:])
    }
    if name == "SimpleField", let field = attributes["name"] { fields[field] = attributes["type"] }
    key = attributes["name"] ?? name
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    if isInPlacemark, !key.isEmpty {
      placemarks[placemarks.count - 1][key] = text
    } else if key == "name", name == nil {
      name = text
    }
    if element == "Placemark" { isInPlacemark = false }
    key = ""
  }
}
