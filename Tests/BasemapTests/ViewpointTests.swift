import Cartography
import SimpleFeatures
import Testing

@Suite("Viewpoints on the shipped basemap") struct ViewpointTests {
  private func layers(_ code: String) throws -> BasemapLayers {
    let viewpoint = try ShippedBasemap.viewpoints().viewpoint(of: code, named: code)
    return try ShippedBasemap.layers().seen(from: #require(viewpoint))
  }

  private func area(_ id: String, in layers: BasemapLayers) throws -> Feature {
    try #require(layers.world.features.first { $0.text("place_id") == id })
  }

  private func status(
    _ a: String, _ b: String, in layers: BasemapLayers
  ) throws -> BorderStatus {
    try #require(
      layers.worldBorders.features.first {
        Set([$0.text("area_left"), $0.text("area_right")]) == [a, b]
      }
    ).borderStatus
  }

  @Test func `by default a map draws who holds what, and the contested lines as such`() throws {
    let layers = try ShippedBasemap.layers()
    #expect(layers.viewpoint == nil)
    #expect(try status("rs:serbia", "xk:kosovo", in: layers) == .disputed)
    #expect(try status("ua:crimea-region", "ua:kherson-oblast", in: layers) == .disputed)
    #expect(try status("ua:kherson-oblast", "ua:ukraine", in: layers) == .internal)
    #expect(try area("ua:crimea-region", in: layers).text("country") == "RU")
    #expect(
      try status("eh:western-sahara", "eh:west-of-the-berm-region", in: layers) == .lineOfControl)
  }

  /// The code; an area; whose it is seen as; a neighbour; what the line between them is.
  static let cases: [(String, String, String, String, BorderStatus)] = [
    ("RS", "xk:kosovo", "RS", "rs:serbia", .internal),
    ("RS", "xk:kosovo", "RS", "al:albania", .international),
    ("XK", "xk:kosovo", "XK", "rs:serbia", .international),
    ("US", "xk:kosovo", "XK", "rs:serbia", .international),
    ("GB", "xk:kosovo", "XK", "rs:serbia", .international),
    ("DE", "xk:kosovo", "XK", "rs:serbia", .international),
    ("RU", "ua:crimea-region", "RU", "ua:kherson-oblast", .internal),
    ("RU", "ua:kherson-oblast", "RU", "ua:ukraine", .international),
    ("UA", "ua:crimea-region", "UA", "ua:kherson-oblast", .internal),
    ("UA", "ua:luhansk-oblast", "UA", "ru:russia", .international),
    ("DE", "ua:crimea-region", "UA", "ua:kherson-oblast", .internal),
    ("MA", "eh:west-of-the-berm-region", "MA", "ma:morocco", .internal),
    ("MA", "eh:western-sahara", "MA", "eh:west-of-the-berm-region", .internal),
    ("DZ", "eh:west-of-the-berm-region", "EH", "ma:morocco", .international),
    ("DZ", "eh:western-sahara", "EH", "eh:west-of-the-berm-region", .internal),
    ("CY", "cy:northern-cyprus-region", "CY", "cy:cyprus", .internal),
    ("TR", "cy:northern-cyprus-region", "", "cy:cyprus", .international),
    ("IN", "pk:azad-kashmir-province", "IN", "in:jammu-kashmir-and-ladakh-region", .internal),
    ("IN", "pk:azad-kashmir-province", "IN", "pk:pakistan", .international),
    ("IN", "cn:aksai-chin-region", "IN", "cn:china", .international),
    ("PK", "in:jammu-kashmir-and-ladakh-region", "PK", "in:india", .international),
    ("PK", "pk:azad-kashmir-province", "PK", "in:jammu-kashmir-and-ladakh-region", .internal),
    ("CN", "in:arunachal-pradesh-state", "CN", "cn:china", .internal),
    ("CN", "in:arunachal-pradesh-state", "CN", "in:india", .international),
    ("US", "in:jammu-kashmir-and-ladakh-region", "IN", "pk:azad-kashmir-province", .lineOfControl),
    ("IL", "world:golan-heights-region", "IL", "il:israel", .internal),
    ("SY", "world:golan-heights-region", "SY", "il:israel", .international),
    ("SY", "world:golan-heights-region", "SY", "sy:syria", .internal),
    ("PS", "ps:palestine", "PS", "il:israel", .international),
    ("IL", "ps:palestine", "PS", "il:israel", .disputed),
    ("SO", "so:somaliland-region", "SO", "so:somalia", .internal),
    ("GE", "ge:abkhazia-region", "GE", "ru:russia", .international),
    ("RU", "ge:south-ossetia-region", "", "ge:georgia", .international),
    ("VE", "gy:essequibo-region", "VE", "gy:guyana", .international),
  ]

  @Test(arguments: cases)
  func `an area is whose a country sees it as, and so are its borders`(
    code: String, id: String, owner: String, neighbour: String, expected: BorderStatus
  ) throws {
    let layers = try layers(code)
    let area = try area(id, in: layers)
    #expect(area.text("country") == owner)
    #expect(try status(id, neighbour, in: layers) == expected)
  }

  @Test func `Taiwan and Kosovo are countries, or parts of one`() throws {
    for (code, id, isOwn) in [
      ("CN", "tw:taiwan", false), ("TW", "tw:taiwan", true), ("RS", "xk:kosovo", false),
      ("XK", "xk:kosovo", true), ("TR", "cy:northern-cyprus-region", true),
      ("CY", "cy:northern-cyprus-region", false), ("UA", "ua:crimea-region", false),
    ] {
      #expect(try area(id, in: layers(code)).isOwnCountry == isOwn, "\(code) \(id)")
    }
  }

  @Test func `the region's borders follow the viewpoint as the world's do`() throws {
    func statuses(_ layers: BasemapLayers) -> [BorderStatus] {
      layers.borders.features
        .filter {
          Set([$0.text("area_left"), $0.text("area_right")]) == ["rs:serbia", "xk:kosovo"]
        }
        .map(\.borderStatus)
    }
    #expect(try statuses(ShippedBasemap.layers()) == [.disputed])
    #expect(try statuses(layers("RS")) == [.internal])
    #expect(try statuses(layers("FR")) == [.international])
    let kosovo = try layers("RS").countries.features.first { $0.text("place_id") == "xk:kosovo" }
    #expect(kosovo?.text("part_of") == "RS" && kosovo?.text("own_code") == "XK")
  }

  @Test func `in every view all geometry stays, and a line is drawn where the country changes`()
    throws
  {
    let table = try ShippedBasemap.viewpoints()
    let before = try ShippedBasemap.layers()
    let codes = Set(table.rows.flatMap(\.viewpoints))
    #expect(codes.count > 100)
    for code in codes.sorted() {
      let layers = try layers(code)
      for path in [
        \BasemapLayers.world, \.countries, \.municipalities, \.borders, \.worldBorders,
      ] {
        let isSame =
          layers[keyPath: path].features.map(\.geometry)
          == before[keyPath: path].features.map(\.geometry)
        #expect(isSame)
      }
      let countries = layers.world.features.reduce(into: [String: String]()) {
        $0[$1.text("place_id") ?? ""] = $1.text("country")
      }
      for line in layers.worldBorders.features {
        let left = try #require(line.text("area_left").flatMap { countries[$0] })
        let right = try #require(line.text("area_right").flatMap { countries[$0] })
        // A contested line stays dashed where the view is silent; so does one to Hong Kong undrawn.
        guard !line.borderStatus.isContested, Set([left, right]) != ["CN", "HK"] else { continue }
        let isInternal = left == right && !left.isEmpty
        let isDrawnSo = (line.borderStatus == .internal) == isInternal
        #expect(isDrawnSo, "\(code): \(line.text("name") ?? "?")")
      }
    }
  }

  @Test func `the table names areas and countries of the map, and no view twice`() throws {
    let table = try ShippedBasemap.viewpoints()
    let world = try ShippedBasemap.layer("world").features
    let areas = Set(world.compactMap { $0.text("place_id") })
    let codes = Set(world.compactMap { $0.text("country") })
    var seen: Set<[String]> = []
    for row in table.rows {
      #expect(areas.contains(row.area), "\(row.area)")
      #expect(row.country.isEmpty || codes.contains(row.country), "\(row.country)")
      #expect(row.note.hasSuffix("."))
      for code in row.viewpoints {
        #expect(codes.contains(code), "\(code)")
        #expect(seen.insert([row.area, code]).inserted, "\(row.area) \(code)")
      }
    }
    let disputed = world.filter { $0.properties["disputed"] == .boolean(true) }
    #expect(
      disputed.allSatisfy { area in table.rows.contains { $0.area == area.text("place_id") } })
    #expect(table.viewpoint(of: "BI", named: "Burundi") == nil)
  }

  @Test(arguments: [
    "area,viewpoints\n", "area,viewpoints,country,since,note\nx,rs,RS,2006,Why.\n",
    "area,viewpoints,country,since,note\nx,RS,RS,2006\n",
    "area,viewpoints,country,since,note\n,RS,RS,2006,Why.\n",
  ])
  func `a damaged table is refused with its line`(text: String) {
    #expect(throws: CartographyError.self) { try ViewpointTable(Array(text.utf8), path: "v.csv") }
  }
}
