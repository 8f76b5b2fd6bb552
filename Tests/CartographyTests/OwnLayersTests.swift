import Foundation
import SimpleFeatures
import Testing

@testable import Cartography

@Suite("Own layers") struct OwnLayersTests {
  private func svg(_ layers: [Layer], theme: MapTheme = .light) throws -> String {
    var base = Samples.layers
    base.own = layers
    var options = MapOptions(title: "North")
    options.theme = theme
    let map = try RegionMap(
      MapContent(layers: base, incidents: [Samples.incident("i-000000000001")]), options: options)
    return String(decoding: map.svg(), as: UTF8.self)
  }

  private func style(_ properties: [String: PropertyValue]) -> FeatureStyle {
    FeatureStyle(ofLayer: 0, theme: .light).changed(by: properties)
  }

  private func feature(
    _ geometry: Geometry, _ properties: [String: PropertyValue] = [:]
  ) -> Feature {
    Feature(geometry: geometry, properties: properties)
  }

  private let near = Position(longitude: 20.75, latitude: 43.05)
  private let far = Position(longitude: 20.85, latitude: 43.15)

  @Test func `simplestyle's colours and numbers are taken where they are valid`() {
    let plain = style([:])
    let changed = style([
      "stroke": .text("#AbC"), "fill": .text("00ff7F"), "marker-color": .text("#123456"),
      "stroke-width": .number(3), "fill-opacity": .text("0.5"), "stroke-opacity": .number(0.25),
    ])
    #expect(changed.stroke == "#aabbcc")
    #expect(changed.fill == "#00ff7f")
    #expect(changed.marker == "#123456")
    #expect(changed.strokeWidth == 3)
    #expect(changed.fillOpacity == 0.5)
    #expect(changed.strokeOpacity == 0.25)
    for wrong in ["red", "#12345", "url(#x)", "#12345g", "", "#", "\"/><script>"] {
      let properties = ["stroke", "fill", "marker-color"].map { ($0, PropertyValue.text(wrong)) }
      #expect(style(Dictionary(uniqueKeysWithValues: properties)) == plain)
    }
    for wrong in [PropertyValue.number(-1), .number(1e9), .text("wide"), .boolean(true), .null] {
      #expect(style(["stroke-width": wrong, "fill-opacity": wrong]) == plain)
    }
    #expect(style(["stroke-width": .text("nan")]) == plain)
  }

  @Test func `points, lines and areas of a layer are drawn, and the legend names it`() throws {
    let text = try svg([
      Layer(
        name: "Relief routes",
        features: [
          feature(.point(near)), feature(.lineString([near, far])),
          Samples.box(20.6, 43, 20.7, 43.1, [:]),
        ])
    ])
    let reading = XMLReading(Array(text.utf8))
    #expect(reading.isWellFormed)
    #expect(reading.identifiersOfClass["own"]?.count == 2)
    #expect(text.contains(">Relief routes</text>"))
    let own = try #require(text.range(of: "class=\"own\""))
    let borders = try #require(text.range(of: "class=\"borders"))
    #expect(borders.lowerBound < own.lowerBound)
  }

  @Test func `a layer out of view is neither drawn nor named`() throws {
    let elsewhere = Position(longitude: 100, latitude: -10)
    let text = try svg([Layer(name: "Elsewhere", features: [feature(.point(elsewhere))])])
    #expect(!text.contains("Elsewhere"))
    #expect(!text.contains("class=\"own\""))
  }

  @Test func `a feature's name labels it`() throws {
    let text = try svg([
      Layer(name: "Depots", features: [feature(.point(near), ["name": .text("Depot North")])])
    ])
    #expect(text.contains(">Depot North</text>"))
  }

  @Test func `markup of a file is text, and what it says besides is not drawn`() throws {
    let text = try svg([
      Layer(
        name: "<script>alert(1)</script>",
        features: [
          feature(
            .point(near),
            [
              "name": .text("</text><script>x</script>"), "stroke": .text("\"onload=\"alert(1)"),
              "secret": .text("never shown"),
            ])
        ])
    ])
    #expect(XMLReading(Array(text.utf8)).isWellFormed)
    #expect(!text.contains("<script"))
    #expect(!text.contains("onload"))
    #expect(!text.contains("never shown"))
  }

  @Test func `an own style is drawn and stands in the legend`() throws {
    let text = try svg([
      Layer(
        name: "Front",
        features: [
          feature(
            .lineString([near, far]), ["stroke": .text("#d00000"), "stroke-width": .number(4)])
        ])
    ])
    #expect(text.components(separatedBy: "stroke=\"#d00000\"").count == 3)
  }

  @Test func `a map without incidents is fitted to own layers`() throws {
    var content = MapContent(layers: Samples.layers, incidents: [])
    content.layers.own = [Layer(name: "own", features: [Samples.box(70, 10, 71, 11, [:])])]
    let sheet = try MapSheet(content: content, options: MapOptions(title: "T"))
    let middle = try #require(sheet.frame.position(sheet.frame.box.center))
    #expect(abs(middle.longitude - 70.5) < 0.5)
  }
}
