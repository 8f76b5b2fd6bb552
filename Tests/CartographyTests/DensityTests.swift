import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing

@testable import Cartography

@Suite("Marks by density") struct DensityTests {
  /// Incidents over a box, a third of them in one of its corners.
  private func incidents(
    _ count: Int, in box: BoundingBox, seed: Seed, exactly: Bool = true
  ) -> [Incident] {
    var generator = seed.generator
    return (0..<count).map { number in
      let part = number.isMultiple(of: 3) ? 0.1 : 1
      var incident = Samples.incident(
        "i-\(number)", EventType.allCases.randomElement(using: &generator) ?? .riots,
        longitude: .random(
          in: box.west...(box.west + part * (box.east - box.west)), using: &generator),
        latitude: .random(
          in: box.south...(box.south + part * (box.north - box.south)), using: &generator))
      let precisions: [WherePrecision] = [.exact, .exact, .exact, .municipality, .region]
      if !exactly { incident.wherePrecision = precisions.randomElement(using: &generator) }
      incident.killed.best = [nil, 0, 2, 90].randomElement(using: &generator) ?? nil
      return incident
    }
  }

  private static let region = BoundingBox(west: 20.4, south: 42.5, east: 21.4, north: 43.2)
  private static let world = BoundingBox(west: -170, south: -55, east: 170, north: 70)

  private func sheet(
    _ incidents: [Incident], _ options: MapOptions = MapOptions(title: "")
  ) throws -> MapSheet {
    try MapSheet(content: MapContent(incidents: incidents), options: options)
  }

  private func drawn(_ sheet: MapSheet) -> Int {
    sheet.clusters.reduce(0) { $0 + $1.tally.total }
      + sheet.incidents.bins.reduce(0) { $0 + $1.total }
  }

  @Test(arguments: Seed.allCases, [1, 30, 300, 3000])
  func `no symbol hides another, and every incident is in one of them`(
    seed: Seed, count: Int
  ) throws {
    for box in [Self.region, Self.world] {
      for measure in [SizeMeasure.incidents, .killed] {
        let incidents = incidents(count, in: box, seed: seed, exactly: false)
        let sheet = try sheet(incidents, MapOptions(title: "", sizeBy: measure))
        #expect(drawn(sheet) == count)
        #expect(
          Set(sheet.clusters.flatMap { $0.marks.map(\.index) }).count
            == sheet.clusters.reduce(0) { $0 + $1.marks.count })
        for (i, a) in sheet.clusters.enumerated() {
          #expect(sheet.frame.box.expanded(by: 0.5).contains(a.circle.bounds))
          #expect(a.isDisc || a.marks.count == a.tally.total)
          for b in sheet.clusters[..<i] {
            #expect(a.center.distance(to: b.center) > a.radius + b.radius)
          }
        }
        let value = incidents.reduce(0) { $0 + (measure.value(of: $1) ?? 0) }
        #expect(
          sheet.clusters.reduce(0) { $0 + $1.tally.value }
            + sheet.incidents.bins.reduce(0) { $0 + $1.value } == value)
      }
    }
  }

  private func killing(_ incidents: [Incident]) -> [Incident] {
    incidents.map { incident in
      var incident = incident
      incident.killed.best = 2
      return incident
    }
  }

  /// Incidents around forty villages, in each of them closer together than symbols can stand.
  private func crowds(_ count: Int) -> [Incident] {
    var generator = Seed.gamma.generator
    return (0..<count).map { number in
      let village = number % 40
      return Samples.incident(
        "i-\(number)", EventType.allCases[number % 5],
        longitude: 20.45 + 0.13 * Double(village % 8) + .random(in: 0...0.02, using: &generator),
        latitude: 42.5 + 0.15 * Double(village / 8) + .random(in: 0...0.015, using: &generator))
    }
  }

  @Test func `few incidents are symbols, crowds are discs, crowds everywhere are hexagons`() throws
  {
    let forms = try [
      incidents(30, in: Self.region, seed: .alpha), crowds(900),
      incidents(2000, in: Self.region, seed: .alpha),
    ].map { try sheet($0).incidents.form }
    #expect(forms == [.symbols, .discs, .hexagons])
  }

  @Test(arguments: Seed.allCases)
  func `a place known only roughly is never in a hexagon`(seed: Seed) throws {
    let incidents = incidents(2000, in: Self.region, seed: seed, exactly: false)
    let sheet = try sheet(incidents)
    #expect(sheet.incidents.form == .hexagons)
    let rough = incidents.count { !$0.isPlacedExactly }
    #expect(sheet.clusters.reduce(0) { $0 + $1.tally.total } == rough)
    #expect(sheet.clusters.allSatisfy { $0.tally.isRough })
    let text = String(
      decoding: try RegionMap(MapContent(incidents: incidents), options: MapOptions(title: ""))
        .svg(), as: UTF8.self)
    #expect(text.contains("Incidents in a hexagon") && text.contains("Hollow: known only to"))
  }

  @Test(arguments: [1, 24, 25, 60, 100_000])
  func `all at one place are drawn there`(count: Int) throws {
    let incidents = (0..<count).map { Samples.incident("i-\($0)", .riots) }
    let sheet = try sheet(incidents)
    #expect(sheet.clusters.count == 1 && sheet.incidents.bins.isEmpty)
    #expect(drawn(sheet) == count)
    let cluster = try #require(sheet.clusters.first)
    #expect(cluster.isDisc == (count > IncidentCluster.mostMarks))
    #expect(cluster.displacement < 1e-9 && cluster.radius < 100)
    #expect(sheet.details.count <= IncidentCluster.mostMarks)
  }

  @Test func `what is no position is counted and not drawn`() throws {
    var incidents = incidents(40, in: Self.region, seed: .gamma)
    let positions = [
      Position(longitude: .nan, latitude: 43), Position(longitude: 20.8, latitude: .infinity),
      Position(longitude: 200, latitude: 43), Position(longitude: 20.8, latitude: -91),
    ]
    for (number, position) in positions.enumerated() { incidents[number].position = position }
    let sheet = try sheet(incidents)
    #expect(drawn(sheet) == 36)
    #expect(sheet.text.subtitle.joined().contains("36 of 40 incidents · 4 without a place"))
  }

  @Test func `one far away does not change how the others are counted`() throws {
    var incidents = incidents(2000, in: Self.region, seed: .beta)
    incidents.append(Samples.incident("far", longitude: 24.5, latitude: 41))
    let sheet = try sheet(incidents)
    #expect(drawn(sheet) == 2001)
    let lonely = try #require(
      sheet.frame.pixel(Position(longitude: 24.5, latitude: 41)))
    if sheet.incidents.form == .hexagons {
      #expect(
        sheet.incidents.bins.contains {
          $0.total == 1 && $0.center.distance(to: lonely) <= sheet.incidents.binRadius + 1e-9
        })
    } else {
      #expect(sheet.clusters.contains { $0.anchor.distance(to: lonely) < 1 && $0.marks.count == 1 })
    }
  }

  @Test(arguments: [30, 300, 2000])
  func `the order in which incidents come hardly matters, and never the totals`(count: Int) throws {
    let incidents = incidents(count, in: Self.region, seed: .beta)
    let (one, other) = (try sheet(incidents), try sheet(incidents.reversed()))
    #expect(one.incidents.form == other.incidents.form)
    #expect(drawn(one) == drawn(other))
    #expect(one.incidents.bins.map(\.counts) == other.incidents.bins.map(\.counts))
    #expect(one.text.description == other.text.description)
    let maps = try (0..<2).map { _ in
      try RegionMap(MapContent(incidents: incidents), options: MapOptions(title: "")).svg()
    }
    #expect(maps[0] == maps[1])
  }

  @Test func `discs and hexagons are explained, with what they are sized by`() throws {
    let many = incidents(2000, in: Self.region, seed: .alpha)
    func text(_ incidents: [Incident], _ measure: SizeMeasure) throws -> String {
      let map = try RegionMap(
        MapContent(incidents: incidents), options: MapOptions(title: "", sizeBy: measure))
      let text = String(decoding: map.svg(), as: UTF8.self)
      #expect(XMLReading(Array(text.utf8)).isWellFormed)
      return text
    }
    let texts = [
      try text(crowds(900), .incidents), try text(killing(crowds(300)), .killed),
      try text(many, .incidents),
      try text(many, .killed),
    ]
    #expect(texts[0].contains(">Incidents close together<"))
    #expect(texts[1].contains(">Drawn as one: people"))
    #expect(texts[2].contains(">Incidents in a hexagon<"))
    #expect(texts[3].contains(">People killed in a hexagon<"))
  }
}
