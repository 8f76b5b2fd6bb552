import Foundation
import Geodesy
import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing
import Toponymy

@testable import Cartography

@Suite("Region map") struct RegionMapTests {
  private func svg(
    _ incidents: [Incident], _ options: MapOptions = MapOptions(title: "North"),
    towns: [Place] = [Samples.leposavic, Samples.mitrovica], layers: BasemapLayers = Samples.layers
  ) throws -> String {
    let map = try RegionMap(
      MapContent(layers: layers, places: Gazetteer(places: towns), incidents: incidents),
      options: options)
    return String(decoding: map.svg(), as: UTF8.self)
  }

  private func count(_ part: String, in text: String) -> Int {
    text.components(separatedBy: part).count - 1
  }

  private var several: [Incident] {
    [
      Samples.incident("i-000000000001"), Samples.incident("i-000000000002", .riots),
      Samples.incident("i-000000000003", .battles, longitude: 20.8667, latitude: 42.8833),
    ]
  }

  private var north: BoundingBox { BoundingBox(west: 20.3, south: 42.7, east: 21.3, north: 43.4) }

  @Test func `the same input gives the same bytes`() throws {
    #expect(try svg(several) == svg(several))
  }

  @Test func `a map is well-formed, without script and without references outside`() throws {
    let text = try svg(several)
    let reading = XMLReading(Array(text.utf8))
    #expect(reading.isWellFormed)
    #expect(reading.elements["script"] == nil)
    #expect(!text.contains("<script") && !text.contains("href"))
    #expect(count("http", in: text) == 1, "the SVG namespace alone")
    #expect(Set(reading.identifiers).count == reading.identifiers.count)
  }

  @Test func `every incident is a group of its own with a title`() throws {
    let text = try svg(several)
    for incident in several {
      #expect(text.contains("<g id=\"\(incident.id)\" class=\"incident\">"))
    }
    #expect(text.contains("<title>Riots, Leposavić · 29 May 2023</title>"))
  }

  @Test func `hostile text is escaped wherever it stands`() throws {
    var incident = Samples.incident("a\"><script>", location: "<b>&\"")
    incident.summary = "</title><script>alert(1)</script>"
    let options = MapOptions(
      title: "<script>", subtitle: "a & b", sources: ["</text><script>"])
    let text = try svg([incident, incident], options)
    let reading = XMLReading(Array(text.utf8))
    #expect(reading.isWellFormed)
    #expect(!text.contains("<script"))
    #expect(Set(reading.identifiers).count == reading.identifiers.count)
  }

  @Test func `a vague place is hollow and an exact one solid`() throws {
    let exact = try svg([Samples.incident("i-1")])
    let vague = try svg([Samples.incident("i-1", precision: .municipality)])
    let solid = "fill=\"#0072b2\""
    #expect(exact.contains(solid) && !exact.contains("class=\"hollow\""))
    #expect(!vague.contains(solid) && vague.contains("class=\"hollow\""))
    #expect(vague.contains("Hollow: known only to"))
    #expect(!exact.contains("Hollow: known only to"))
  }

  @Test(arguments: WherePrecision.allCases)
  func `only a settlement or its surroundings make a solid symbol`(precision: WherePrecision) {
    let incident = Samples.incident("i-1", precision: precision)
    #expect(incident.isPlacedExactly == (precision == .exact || precision == .near))
  }

  @Test func `a disputed border is dashed and explained`() throws {
    let options = MapOptions(title: "", area: north)
    let text = try svg(several, options)
    #expect(text.contains("class=\"borders disputed\""))
    #expect(text.contains("Disputed border"))
    var layers = Samples.layers
    layers.borders.features[0].properties["status"] = .text("international")
    let other = try svg(several, options, layers: layers)
    #expect(!other.contains("disputed") && !other.contains("Disputed border"))
  }

  @Test func `labels carry the names of the languages in their order`() throws {
    var incident = Samples.incident("i-1")
    incident.placeID = Samples.leposavic.id
    let joined = try svg([incident], MapOptions(title: "", languages: ["sq", "sr"]))
    #expect(joined.contains(">Leposaviq") && joined.contains("Leposavić<"))
    let single = try svg([incident], MapOptions(title: "", languages: ["sq"], area: north))
    #expect(single.contains(">Leposaviq<"))
    #expect(single.contains(">Mitrovicë<"))
  }

  @Test(arguments: [("sq", "MITROVICË"), ("sr-Cyrl", "МИТРОВИЦА"), ("tr", "MITROVICA")])
  func `areas are named in the language asked for`(language: String, name: String) throws {
    var area = Samples.mitrovica
    area.id = PlaceID("xk:mitrovica-municipality")
    area.kind = .municipality
    area.names.append(Toponym("Митровица", language: "sr-Cyrl"))
    let options = MapOptions(title: "", languages: [language], area: north)
    let text = try svg([], options, towns: [area])
    #expect(text.contains(">\(name)<"))
  }

  @Test func `incidents without a place are counted, not drawn`() throws {
    let text = try svg([Samples.incident("i-1"), Samples.unplaced("i-2"), Samples.unplaced("i-3")])
    #expect(text.contains("1 of 3 incidents · 2 without a place<"))
    #expect(!text.contains("id=\"i-2\""))
  }

  @Test func `an edge that two uncertain municipalities share is dotted once`() throws {
    var incidents = several
    for (index, name) in [(1, "leposavic"), (2, "mitrovica")] {
      incidents[index].wherePrecision = .municipality
      incidents[index].uncertainty = .kilometers(9)
      incidents[index].placeID = PlaceID("xk:\(name)-municipality")
    }
    let sheet = try MapSheet(
      content: MapContent(layers: Samples.layers, incidents: incidents),
      options: MapOptions(
        title: "", area: BoundingBox(west: 20.3, south: 42.6, east: 21.4, north: 43.3)))
    #expect(sheet.rings.count == 2)
    let length = sheet.rings.flatMap(\.lines).map { line in
      zip(line, line.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1) }
    }.reduce(0, +)
    let heights = sheet.rings.map(\.bounds.height)
    let width = sheet.rings.map(\.bounds.width).reduce(0, +) / 2
    // Three edges from west to east, not four.
    #expect((length - 2 * heights.reduce(0, +) - 3 * width).magnitude < 0.02 * length)
  }

  @Test func `an area without incidents says so once`() throws {
    let text = try svg(
      several,
      MapOptions(title: "", area: BoundingBox(west: 20.1, south: 42.1, east: 20.4, north: 42.4)))
    #expect(text.contains(">None of 3 incidents in this area<"))
    #expect(count("in this area", in: text) == 2, "the subtitle, and the description")
    #expect(!text.contains("id=\"legend\""))
  }

  @Test func `only what lies in the area counts as shown`() throws {
    let text = try svg(
      several,
      MapOptions(title: "", area: BoundingBox(west: 20.7, south: 43, east: 21, north: 43.2)))
    #expect(text.contains(">29 May 2023 · 2 of 3 incidents<"))
  }

  @Test func `no size is explained where no figure is stated`() throws {
    let text = try svg(several, MapOptions(title: "", sizeBy: .injured))
    #expect(text.contains(">Not stated for any incident here<"))
    var injured = several
    injured[0].injured = Count(low: 30, best: 30, high: 30)
    let other = try svg(injured, MapOptions(title: "", sizeBy: .injured))
    #expect(other.contains(">20<") && other.contains(">not stated<"))
    #expect(!other.contains("none, or"))
  }

  @Test(arguments: [[], [Samples.unplaced("i-1")], [Samples.incident("i-1")]])
  func `few or no incidents still make a map`(incidents: [Incident]) throws {
    let text = try svg(incidents)
    #expect(XMLReading(Array(text.utf8)).isWellFormed)
    #expect(text.contains("class=\"land\"") || text.contains("class=\"focus\""))
  }

  @Test func `a map needs no layers and no places`() throws {
    let text = try svg([], towns: [], layers: BasemapLayers())
    #expect(XMLReading(Array(text.utf8)).isWellFormed)
    #expect(text.contains("No incidents"))
  }

  @Test func `furniture hides no incident`() throws {
    var generator = Seed.alpha.generator
    let incidents = (0..<150).map { number in
      Samples.incident(
        "i-\(number)", longitude: .random(in: 20.4...21.4, using: &generator),
        latitude: .random(in: 42.5...43.2, using: &generator))
    }
    let sheet = try MapSheet(
      content: MapContent(layers: Samples.layers, incidents: incidents),
      options: MapOptions(
        title: "Many", area: BoundingBox(west: 20.4, south: 42.5, east: 21.4, north: 43.2)))
    #expect(sheet.furniture.boxes.count >= 2)
    #expect(sheet.clusters.reduce(0) { $0 + $1.marks.count } == 150)
    for box in sheet.furniture.boxes {
      #expect(sheet.frame.box.contains(box))
      #expect(!sheet.clusters.contains { box.overlaps($0.circle) })
      #expect(!sheet.labels.contains { box.overlaps($0.box) })
    }
  }

  @Test func `the metadata's affine leads from the system to the pixel`() throws {
    let map = try RegionMap(MapContent(incidents: several), options: MapOptions(title: "North"))
    let text = String(decoding: map.svg(), as: UTF8.self)
    #expect(text.contains("crs=\"EPSG:32634\""))
    let start = try #require(text.firstRange(of: "affine=\"")?.upperBound)
    let numbers = text[start...].prefix { $0 != "\"" }.split(separator: " ").compactMap {
      Double($0)
    }
    #expect(numbers.count == 6)
    let place = Position(longitude: 20.8028, latitude: 43.1039)
    let planar = try Projection(to: .epsg(32634)).forward(place)
    let x = numbers[0] * planar.easting + numbers[2] * planar.northing + numbers[4]
    let y = numbers[1] * planar.easting + numbers[3] * planar.northing + numbers[5]
    let pixel = try #require(map.sheet.frame.pixel(place))
    #expect(pixel.distance(to: PixelPoint(x: x, y: y)) < 0.05)
  }

  @Test func `a municipality with incidents is tinted, others are not`() throws {
    let sheet = try MapSheet(
      content: MapContent(
        layers: Samples.layers, incidents: [Samples.incident("i-1")]),
      options: MapOptions(title: ""))
    #expect(sheet.ground.tinted == [0])
  }

  @Test(arguments: MapTheme.allCases)
  func `every theme gives a well-formed map of its own`(theme: MapTheme) throws {
    let text = try svg(several, MapOptions(title: "", theme: theme))
    #expect(XMLReading(Array(text.utf8)).isWellFormed)
    #expect(text.contains(theme.colors.tint))
  }
}
