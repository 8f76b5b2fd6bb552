import Foundation
import IncidentModel
import SimpleFeatures
import Testing
import Toponymy

@testable import Cartography

@Suite("Maps as a country sees them") struct ViewpointMapTests {
  private static let layers = BasemapLayers(
    countries: Layer(
      name: "countries",
      features: [
        Samples.box(
          20, 42, 21.8, 43.1, ["name": "Kosovo", "country": "XK", "place_id": "xk:kosovo"]),
        Samples.box(
          20, 43.1, 21.8, 44, ["name": "Serbia", "country": "RS", "place_id": "rs:serbia"]),
      ]),
    borders: Layer(
      name: "borders",
      features: [
        Feature(
          geometry: .lineString([
            Position(longitude: 20, latitude: 43.1), Position(longitude: 21.8, latitude: 43.1),
          ]),
          properties: [
            "status": .text("disputed"), "area_left": .text("rs:serbia"),
            "area_right": .text("xk:kosovo"), "country_left": .text("RS"),
            "country_right": .text("XK"),
          ])
      ]))

  private func view(_ code: String, _ name: String, owner: String) -> Viewpoint {
    Viewpoint(
      code: code, name: name, owners: ["xk:kosovo": owner], contested: ["xk:kosovo"])
  }

  private func svg(_ layers: BasemapLayers) throws -> String {
    var options = MapOptions(title: "Borders")
    options.area = BoundingBox(west: 20.2, south: 42.4, east: 21.6, north: 43.8)
    let content = MapContent(
      layers: layers, places: Gazetteer(places: []),
      incidents: [Samples.incident("i-000000000001", latitude: 42.8)])
    return String(decoding: try RegionMap(content, options: options).svg(), as: UTF8.self)
  }

  /// The elements with a class, with what is in them.
  private func groups(_ name: String, in text: String) -> [String] {
    text.components(separatedBy: "<g class=\"\(name)\"").dropFirst().map {
      $0.components(separatedBy: "</g>").first ?? ""
    }
  }

  @Test func `a border within a country is not drawn, and both sides are one land`() throws {
    let text = try svg(Self.layers.seen(from: view("RS", "Serbia", owner: "RS")))
    #expect(groups("borders", in: text).isEmpty && groups("borders disputed", in: text).isEmpty)
    // Both areas have one fill, and a stroke of that fill, which closes the seam between them.
    let land = groups("focus", in: text).filter { $0.contains("<path") }
    #expect(land.count == 1)
    #expect(land.first?.components(separatedBy: "<path").count == 3)
    #expect(!text.contains("Disputed border"))
    #expect(text.contains("Borders as seen by Serbia."))
    #expect(text.contains("SERBIA") && !text.contains("KOSOVO"))
  }

  @Test func `a border that a country recognises is drawn as any border`() throws {
    let text = try svg(Self.layers.seen(from: view("US", "United States", owner: "XK")))
    #expect(groups("borders", in: text).count == 1)
    #expect(groups("borders disputed", in: text).isEmpty && !text.contains("Disputed border"))
    #expect(text.contains("Borders as seen by the United States."))
    #expect(text.contains("SERBIA") && text.contains("KOSOVO"))
  }

  @Test func `by default a disputed border is dashed, and the legend says so`() throws {
    let text = try svg(Self.layers)
    #expect(groups("borders disputed", in: text).count == 1)
    #expect(text.contains("Disputed border") && !text.contains("Borders as seen by"))
  }

  @Test func `a line on which a country is silent stays what it was`() {
    var silent = view("BI", "Burundi", owner: "XK")
    silent.owners = ["gy:essequibo-region": "GY"]
    let seen = Self.layers.seen(from: silent)
    #expect(seen.borders == Self.layers.borders && seen.countries == Self.layers.countries)
  }

  @Test(arguments: [
    ("Netherlands", "the Netherlands"), ("Serbia", "Serbia"),
    ("Solomon Islands", "the Solomon Islands"), ("United Kingdom", "the United Kingdom"),
    ("Republic of the Congo", "the Republic of the Congo"),
  ])
  func `countries are named as in a sentence`(name: String, phrase: String) {
    #expect(Viewpoint(code: "AA", name: name, owners: [:], contested: []).phrase == phrase)
  }
}
