import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing
import Toponymy

@testable import Cartography

@Suite("Labels of a map") struct MapLabelsTests {
  private static let area = BoundingBox(west: 19.5, south: 42, east: 22, north: 44)
  private static let names = [
    ["Leposavić", "Leposaviq"], ["Peć", "Peja"], ["حلب", "Aleppo"], ["Ελλάδα", "Greece"],
    ["Llanfairpwllgwyngyll", "Llan"], ["Đakovica", "Gjakova"], ["Косовска Митровица", "Mitrovica"],
  ]

  private func town(_ number: Int, using generator: inout SplitMix64) -> Place {
    let names = Self.names[number % Self.names.count]
    let kinds: [PlaceKind] = [.capital, .city, .town, .town, .town, .village]
    return Place(
      id: PlaceID("t:\(number)"), name: names[0],
      kind: kinds[Int.random(in: 0..<kinds.count, using: &generator)],
      position: Position(
        longitude: .random(in: 19.6...21.9, using: &generator),
        latitude: .random(in: 42.1...43.9, using: &generator)),
      country: "XX", population: Int.random(in: 1...200_000, using: &generator),
      names: [Toponym(names[0], language: "sr-Latn"), Toponym(names[1], language: "sq")])
  }

  private func river(using generator: inout SplitMix64) -> Feature {
    var position = Position(
      longitude: 19.6, latitude: .random(in: 42.2...43.8, using: &generator))
    var line: [Position] = []
    while position.longitude < 21.9 {
      line.append(position)
      position.longitude += .random(in: 0.05...0.2, using: &generator)
      position.latitude += .random(in: -0.08...0.08, using: &generator)
    }
    return Feature(
      geometry: .lineString(line), properties: ["name": .text("Ibar"), "name_sq": .text("Ibër")])
  }

  private func sheet(
    _ towns: Int, incidents: Int, languages: [String], using generator: inout SplitMix64
  ) throws -> MapSheet {
    var layers = Samples.layers
    layers.rivers = Layer(
      name: "rivers", features: (0..<2).map { _ in river(using: &generator) })
    let places = (0..<towns).map { town($0, using: &generator) }
    let happened = (0..<incidents).map { number in
      var incident = Samples.incident(
        "i-\(number)", longitude: .random(in: 19.6...21.9, using: &generator),
        latitude: .random(in: 42.1...43.9, using: &generator), location: "Place \(number)")
      if let place = places.randomElement(using: &generator), number % 2 == 0 {
        incident.placeID = place.id
        incident.position = place.position
      }
      return incident
    }
    return try MapSheet(
      content: MapContent(
        layers: layers, places: Gazetteer(places: places), incidents: happened),
      options: MapOptions(title: "T", languages: languages, area: Self.area))
  }

  @Test(arguments: Seed.allCases, [[], ["sr", "sq"]])
  func `no two labels overlap, none leaves the frame, and none covers a symbol or the furniture`(
    seed: Seed, languages: [String]
  ) throws {
    var generator = seed.generator
    for (towns, incidents) in [(0, 3), (60, 0), (250, 60)] {
      let sheet = try sheet(
        towns, incidents: incidents, languages: languages, using: &generator)
      let labels = sheet.labels
      #expect(labels.count >= min(towns / 4, 40))
      let symbols = sheet.clusters.flatMap { cluster in
        cluster.marks.map {
          PixelCircle(
            center: cluster.center + $0.offset, radius: $0.outline.circumradius)
        }
      }
      for (number, label) in labels.enumerated() {
        #expect(sheet.frame.box.contains(label.box))
        #expect(!symbols.contains { label.box.overlaps($0) })
        #expect(!sheet.furniture.boxes.contains { label.box.overlaps($0) })
        for other in labels[..<number] {
          #expect(!label.box.overlaps(other.box), "\(label.lines) over \(other.lines)")
          if let dot = other.dot { #expect(!label.box.overlaps(dot)) }
          if let dot = label.dot { #expect(!other.box.overlaps(dot)) }
        }
        for line in label.lines { #expect(line.style.size >= 8.5) }
      }
    }
  }

  @Test func `a town with incidents has their symbol for its dot, and one name`() throws {
    var incident = Samples.incident("i-1")
    incident.placeID = Samples.leposavic.id
    let sheet = try MapSheet(
      content: MapContent(
        layers: Samples.layers,
        places: Gazetteer(places: [Samples.leposavic, Samples.mitrovica]), incidents: [incident]),
      options: MapOptions(title: ""))
    let named = sheet.labels.filter { $0.lines.contains { $0.text.hasPrefix("Leposavić") } }
    #expect(named.map(\.kind) == [.incident])
    #expect(named.allSatisfy { $0.dot == nil })
  }

  @Test func `however many places of incidents there are, few are named`() throws {
    var generator = Seed.alpha.generator
    let sheet = try sheet(0, incidents: 300, languages: [], using: &generator)
    let named = sheet.labels.count { $0.kind == .incident }
    #expect(named >= 8 && named <= 30)
  }

  @Test func `a country has its names in all languages, one under the other`() throws {
    var layers = Samples.layers
    layers.countries.features[0].properties["name_sr_latn"] = .text("Kosovo")
    layers.countries.features[0].properties["name_sq"] = .text("Kosova")
    let sheet = try MapSheet(
      content: MapContent(layers: layers, incidents: [Samples.incident("i-1")]),
      options: MapOptions(title: "", area: Self.area))
    let countries = sheet.labels.filter { $0.kind == .country }.map { $0.lines.map(\.text) }
    #expect(countries.contains(["KOSOVO", "KOSOVA"]))
  }

  @Test func `names from right to left keep their signs, and every name is escaped`() throws {
    let place = Place(
      id: PlaceID("t:1"), name: "דיר אל-בלח", kind: .town,
      position: Position(longitude: 20.8, latitude: 43.1), country: "PS")
    var hostile = place
    hostile.id = PlaceID("t:2")
    hostile.name = "<b>&\u{202E}\u{1}"
    hostile.position.longitude = 20.5
    let map = try RegionMap(
      MapContent(places: Gazetteer(places: [place, hostile]), incidents: []),
      options: MapOptions(title: "", area: Self.area))
    let text = String(decoding: map.svg(), as: UTF8.self)
    #expect(text.contains(">\u{2067}דיר אל-בלח\u{2069}<"))
    #expect(text.contains(">&lt;b&gt;&amp;<"))
    #expect(!text.contains("\u{202E}"))
  }

  @Test(arguments: MapTheme.allCases)
  func `the fonts have every letter that a map writes`(theme: MapTheme) throws {
    var incidents = (0..<4).map {
      Samples.incident("i-\($0)", longitude: 20.2 + 0.3 * Double($0), precision: .municipality)
    }
    incidents[0].wherePrecision = .exact
    incidents[1].position = nil
    let map = try RegionMap(
      MapContent(
        layers: Samples.layers, places: Gazetteer(places: [Samples.mitrovica]),
        incidents: incidents),
      options: MapOptions(title: "Řeka · Χίος", theme: theme, area: Self.area, sizeBy: .injured))
    let text = String(decoding: map.svg(), as: UTF8.self).replacing("\n", with: "")
    #expect(text.unicodeScalars.filter { !GlyphWidths.cover(String($0)) }.isEmpty)
  }

  @Test func `a name stands on one side of a coast where it can`() {
    let window = PixelBox(left: 0, top: 0, right: 200, bottom: 200)
    let land = PixelBox(left: -10, top: -10, right: 100, bottom: 210)
    let mask = LandMask([PixelArea(rings: [land.corners])], in: window, side: 4)
    func box(_ left: Double) -> OrientedBox {
      OrientedBox(PixelBox(left: left, top: 80, right: left + 40, bottom: 92))
    }
    #expect(mask.share(of: box(20).bounds) == 1 && mask.share(of: box(120).bounds) == 0)
    #expect(mask.share(of: box(80).bounds) == 0.5)
    #expect(mask.cost(of: box(120)) < mask.cost(of: box(20)))
    #expect(mask.cost(of: box(20)) < mask.cost(of: box(80)))
  }
}
