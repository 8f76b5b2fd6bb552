import Foundation
import FoundationXML
import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing
import Toponymy

@testable import Cartography

/// A map made up from a named seed, to be measured.
struct MeasuredMap: Sendable, CustomTestStringConvertible {
  var name: String
  var area: BoundingBox
  var count: Int
  var seed = Seed.alpha
  var width = 1200
  var height: Int?
  var theme = MapTheme.light
  var circle: MapCircle?
  var size = SizeMeasure.incidents

  var testDescription: String { "\(name), \(count) incidents, \(width) wide, \(theme.rawValue)" }

  static let all: [MeasuredMap] = {
    let kosovo = BoundingBox(west: 20.1, south: 42.1, east: 21.6, north: 43.2)
    let fiji = BoundingBox(west: 177, south: -19, east: -178, north: -16)
    let arctic = BoundingBox(west: -180, south: 68, east: 180, north: 88)
    let world = BoundingBox(west: -178, south: -70, east: 178, north: 75)
    let village = BoundingBox(west: 20.8, south: 43.1, east: 20.812, north: 43.108)
    let leposavic = Position(longitude: 20.8028, latitude: 43.1039)
    return [
      MeasuredMap(name: "region", area: kosovo, count: 1),
      MeasuredMap(name: "region", area: kosovo, count: 30, seed: .beta, theme: .dark),
      MeasuredMap(name: "region", area: kosovo, count: 1000, theme: .print),
      MeasuredMap(name: "region", area: kosovo, count: 60, width: 320),
      MeasuredMap(name: "region", area: kosovo, count: 60, width: 4000, size: .killed),
      MeasuredMap(name: "region, low", area: kosovo, count: 20, width: 1600, height: 400),
      MeasuredMap(name: "region, high", area: kosovo, count: 20, width: 400, height: 1600),
      MeasuredMap(
        name: "country", area: .init(west: 23, south: 45, east: 39, north: 51), count: 300),
      MeasuredMap(name: "Fiji", area: fiji, count: 25, seed: .gamma, size: .killed),
      MeasuredMap(name: "Fiji", area: fiji, count: 200, width: 700, theme: .dark),
      MeasuredMap(name: "Arctic", area: arctic, count: 40, theme: .print),
      MeasuredMap(
        name: "Antarctica", area: .init(west: -180, south: -88, east: 180, north: -66), count: 40),
      MeasuredMap(name: "world", area: world, count: 120, seed: .beta),
      MeasuredMap(name: "world", area: world, count: 1000, width: 800, theme: .dark),
      MeasuredMap(name: "village", area: village, count: 6, size: .killed),
      MeasuredMap(
        name: "circle", area: kosovo, count: 50, theme: .print,
        circle: MapCircle(center: leposavic, radius: .kilometers(40), name: "Leposavić")),
    ]
  }()

  var incidents: [Incident] {
    var generator = seed.generator
    return (0..<count).map { number in
      let position = position(using: &generator)
      var incident = Samples.incident(
        "i-\(number)", EventType.allCases[number % EventType.allCases.count],
        longitude: position.longitude, latitude: position.latitude,
        precision: number % 7 == 6 ? .municipality : .exact, location: "Place \(number)")
      let killed = Int.random(in: 0...40, using: &generator)
      incident.killed = Count(low: killed, best: killed, high: killed)
      if number % 7 == 6 { incident.uncertainty = .kilometers(9) }
      return incident
    }
  }

  private func position(using generator: inout SplitMix64) -> Position {
    let east = area.crossesAntimeridian ? area.east + 360 : area.east
    let longitude = Double.random(in: area.west...east, using: &generator)
    return Position(
      longitude: longitude > 180 ? longitude - 360 : longitude,
      latitude: .random(in: area.south...area.north, using: &generator))
  }

  var content: MapContent {
    var layers = Samples.layers
    layers.world.features = stride(from: -170.0, to: 170, by: 60).flatMap { west in
      [-60.0, 0, 45].map { south in
        Samples.box(west, south, west + 35, south + 30, ["name": "Land", "country": "ZZ"])
      }
    }
    var generator = Seed.gamma.generator
    let towns = (0..<80).map { number in
      Place(
        id: PlaceID("zz:\(number)"), name: "Town \(number)", kind: number < 5 ? .city : .town,
        position: position(using: &generator), country: "ZZ",
        names: [Toponym("Town \(number)", language: "en")])
    }
    return MapContent(layers: layers, places: Gazetteer(places: towns), incidents: incidents)
  }

  var options: MapOptions {
    MapOptions(
      title: "A map of \(name)", width: width, height: height, theme: theme, circle: circle,
      sources: ["Places: made up", "Map: boxes"], sizeBy: size)
  }

  func sheet() throws -> MapSheet { try MapSheet(content: content, options: options) }
}

/// The elements of a picture with their attributes, in order.
final class SVGReading: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
    /// The identifiers of the elements around it.
    var groups: [String]
  }

  private(set) var elements: [Element] = []
  private(set) var isWellFormed = false
  private var open: [String] = []

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
    elements.append(Element(name: name, attributes: attributes, groups: open))
    open.append(attributes["id"] ?? "")
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }
}
