import Cartography
import Foundation
import FoundationXML
import IncidentModel
import SimpleFeatures
import Toponymy

enum Samples {
  static let day = CalendarDate(dayNumber: 19_506)  // 2023-05-29

  static func incident(
    _ id: String, _ type: EventType = .protests, longitude: Double = 20.8028,
    latitude: Double = 43.1039, precision: WherePrecision = .exact, location: String = "Leposavić"
  ) -> Incident {
    var incident = Incident(id: id, eventType: type)
    incident.position = Position(longitude: longitude, latitude: latitude)
    incident.wherePrecision = precision
    incident.location = location
    incident.country = "XK"
    incident.date = DateSpan(start: day, end: day, precision: .day, basis: .explicit)
    return incident
  }

  static func unplaced(_ id: String) -> Incident {
    var incident = incident(id)
    incident.position = nil
    return incident
  }

  static let leposavic = Place(
    id: PlaceID("xk:leposavic"), name: "Leposavić", kind: .town,
    position: Position(longitude: 20.8028, latitude: 43.1039), country: "XK",
    names: [
      Toponym("Leposavić", language: "sr-Latn"), Toponym("Leposaviq", language: "sq"),
    ])

  static let mitrovica = Place(
    id: PlaceID("xk:mitrovica"), name: "Mitrovica", kind: .town,
    position: Position(longitude: 20.8667, latitude: 42.8833), country: "XK",
    names: [
      Toponym("Mitrovica", language: "sr-Latn"), Toponym("Mitrovicë", language: "sq"),
    ])

  static func box(
    _ west: Double, _ south: Double, _ east: Double, _ north: Double, _ values: [String: String]
  ) -> Feature {
    let ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return Feature(
      geometry: .polygon(
        Polygon(exterior: ring.map { Position(longitude: $0.0, latitude: $0.1) })),
      properties: values.mapValues { .text($0) })
  }

  /// A country of two municipalities, its disputed northern border, and a neighbour.
  static let layers = BasemapLayers(
    countries: Layer(
      name: "countries",
      features: [
        box(20, 42, 21.8, 43.2, ["name": "Kosovo", "country": "XK"]),
        box(20, 43.2, 21.8, 44, ["name": "Serbia", "country": "RS"]),
      ]),
    municipalities: Layer(
      name: "municipalities",
      features: [
        box(20.5, 43, 21.2, 43.2, ["name": "Leposavić", "place_id": "xk:leposavic-municipality"]),
        box(20.5, 42.7, 21.2, 43, ["name": "Mitrovica", "place_id": "xk:mitrovica-municipality"]),
      ]),
    borders: Layer(
      name: "borders",
      features: [
        Feature(
          geometry: .lineString([
            Position(longitude: 20, latitude: 43.2), Position(longitude: 21.8, latitude: 43.2),
          ]),
          properties: ["status": .text("disputed")])
      ]))
}

/// Reads a document as XML and keeps what was found.
final class XMLReading: NSObject, XMLParserDelegate {
  private(set) var elements: [String: Int] = [:]
  private(set) var identifiers: [String] = []
  /// The identifiers of the open elements, outermost first.
  private var opened: [String?] = []
  /// Every class with the identifiers of its elements.
  private(set) var identifiersOfClass: [String: [String?]] = [:]
  /// The identifiers of elements that hold a title.
  private(set) var titled: Set<String> = []
  private(set) var isWellFormed = false

  init(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements[name, default: 0] += 1
    if let id = attributes["id"] { identifiers.append(id) }
    if name == "title", case let id?? = opened.last { titled.insert(id) }
    let classes = (attributes["class"] ?? "").split(separator: " ")
    for part in classes { identifiersOfClass[String(part), default: []].append(attributes["id"]) }
    opened.append(attributes["id"])
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    opened.removeLast()
  }
}
