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

  private func sheet(_ layers: [Layer]) throws -> MapSheet {
    var base = Samples.layers
    base.own = layers
    return try MapSheet(
      content: MapContent(layers: base, incidents: [Samples.incident("i-000000000001")]),
      options: MapOptions(title: "North"))
  }

  @Test func `a layer beside the window is not named, and its reader is warned`() throws {
    let plain = try sheet([])
    let frame = plain.frame
    // Just outside, where layers are still projected; and an area around it whose box is in view.
    let beside = try #require(
      frame.position(PixelPoint(x: frame.box.right + 5, y: frame.box.center.y)))
    let inside = try #require(frame.position(frame.box.center))
    let besides = Layer(name: "Beside", features: [feature(.point(beside))])
    let around = Layer(
      name: "Around",
      features: [
        feature(
          .lineString([
            Position(longitude: 10, latitude: 43.1), Position(longitude: 20.8, latitude: 60),
          ]))
      ])
    let drawn = Layer(name: "Drawn", features: [feature(.point(inside))])
    let sheet = try sheet([besides, around, drawn])
    #expect(sheet.frame.box == frame.box)
    #expect(sheet.own.map { $0.sign == nil } == [true, true, false])
    #expect(
      sheet.warnings == [
        "nothing of Beside lies in this map", "nothing of Around lies in this map",
      ])
    #expect(plain.warnings.isEmpty)
    let rows = sheet.furniture.legend.rows
    #expect(rows.count == plain.furniture.legend.rows.count + 2)
    let ending = rows.suffix(2).map { row in
      switch row {
      case .gap: "gap"
      case .entry(.own, let lines): lines.joined()
      default: "other"
      }
    }
    #expect(ending == ["gap", "Drawn"])
  }

  @Test func `the legend shows the style of the first feature that is in view`() throws {
    let frame = try sheet([]).frame
    let beside = try #require(
      frame.position(PixelPoint(x: frame.box.right + 5, y: frame.box.center.y)))
    let inside = try #require(frame.position(frame.box.center))
    let sheet = try sheet([
      Layer(
        name: "Mixed",
        features: [
          feature(.lineString([beside, Position(longitude: 40, latitude: 43.1)])),
          feature(.point(beside), ["marker-color": .text("#ff0000")]),
          feature(.point(inside), ["marker-color": .text("#00ff00")]),
        ])
    ])
    let sign = try #require(sheet.own.first?.sign)
    #expect(sign.hasPoints && !sign.hasLines && !sign.hasAreas)
    #expect(sign.style.marker == "#00ff00")
  }

  @Test func `an area keeps its border beside a line, and a cut one has no border at 180°`() throws
  {
    var base = BasemapLayers()
    let ring = [(179.8, -17.2), (180, -17.2), (180, -17), (179.8, -17), (179.8, -17.2)]
      .map { Position(longitude: $0.0, latitude: $0.1) }
    let whole = ring.map { Position(longitude: $0.longitude - 0.5, latitude: $0.latitude) }
    let line = [whole[0], ring[0]]
    func paths(_ geometry: Geometry) throws -> [Substring] {
      base.own = [Layer(name: "own", features: [feature(geometry)])]
      let map = try RegionMap(
        MapContent(layers: base, incidents: []), options: MapOptions(title: "T"))
      let text = String(decoding: map.svg(), as: UTF8.self)
      let start = try #require(text.range(of: "<g class=\"own\" stroke-linejoin")).upperBound
      let end = try #require(text.range(of: "</g>", range: start..<text.endIndex)).lowerBound
      return text[start..<end].split(separator: "\n").filter { $0.hasPrefix("<path") }
    }
    let area = Geometry.polygon(Polygon(exterior: whole))
    let together = try paths(.collection([area, .lineString(line)]))
    #expect(together.map { $0.contains("stroke=\"none\"") } == [false, false])
    #expect(together.map { $0.contains("fill=\"none\"") } == [false, true])
    let cut = try paths(.collection([area, .polygon(Polygon(exterior: ring)), .lineString(line)]))
    #expect(cut.map { $0.contains("stroke=\"none\"") } == [true, false, false])
    // The outline has three pieces: the ring that is whole, and the other's before and after 180°.
    #expect(cut[1].filter { $0 == "M" }.count == 3)
  }

  @Test func `a feature's name labels it`() throws {
    let text = try svg([
      Layer(name: "Depots", features: [feature(.point(near), ["name": .text("Depot North")])])
    ])
    #expect(text.contains(">Depot North</text>"))
  }

  @Test func `a point's name labels it beside an area of 20,000 vertices`() throws {
    let circle = (0...20_000).map { number in
      let angle = 2 * .pi * Double(number % 20_000) / 20_000
      return Position(longitude: 20.8 + 0.02 * cos(angle), latitude: 43.1 + 0.02 * sin(angle))
    }
    let text = try svg([
      Layer(
        name: "Depots",
        features: [
          feature(.polygon(Polygon(exterior: circle))),
          feature(.point(near), ["name": .text("Depot North")]),
        ])
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
