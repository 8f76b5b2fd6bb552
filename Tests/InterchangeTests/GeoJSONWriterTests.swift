import Foundation
import IncidentModel
import Interchange
import NamedSeeds
import SimpleFeatures
import Testing

@Suite("GeoJSON writer")
struct GeoJSONWriterTests {
  func json(_ bytes: [UInt8]) throws -> JSONValue {
    try JSONValue(parsing: bytes, path: "written.geojson")
  }

  @Test func `a collection has a name, a box and a feature a line`() throws {
    let table = IncidentTable([Sample.clash, Sample.bare])
    let text = GeoJSONWriter().featureCollection(table).string
    let lines = text.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(
      lines[0] == #"{"type":"FeatureCollection","name":"incidents","#
        + #""bbox":[20.84,42.908,20.84,42.908],"features":["#)
    #expect(
      lines[1].hasPrefix(
        #"{"type":"Feature","id":"i-0123456789ab","geometry":{"type":"Point","#
          + #""coordinates":[20.84,42.908]},"properties":{"incident_id":"i-0123456789ab","#))
    #expect(
      lines[2].hasPrefix(
        #"{"type":"Feature","id":"i-ba9876543210","geometry":null,"properties":{"#))
    #expect(lines[3] == "]}")
    #expect(try json(Array(text.utf8))["features"]?.elements?.count == 2)
  }

  @Test func `an empty collection is valid and has no box`() throws {
    let value = try json(GeoJSONWriter(name: "a \"b\"").featureCollection(IncidentTable([])))
    #expect(value["features"] == .array([]))
    #expect(value["name"]?.text == "a \"b\"")
    #expect(value["bbox"] == nil)
    #expect(GeoJSONWriter().lines(IncidentTable([])) == [])
  }

  @Test func `values are written by their type`() throws {
    let line = GeoJSONWriter().lines(IncidentTable([Sample.clash])).string
    for part in [
      #""date_start":"2023-05-29""#, #""occurred_at":"2023-05-29T00:00:00.000Z""#,
      #""location_alt":"Zveçan; Звечан""#, #""latitude":42.908"#, #""uncertainty_m":2000.0"#,
      #""injured_low":25"#, #""count_conflict":true"#, #""confidence":0.9"#,
    ] { #expect(line.contains(part), "\(part)") }
  }

  @Test func `every feature has the same columns in the same order`() throws {
    let table = IncidentTable([Sample.bare, Sample.clash])
    let all = GeoJSONWriter(includesEmptyColumns: true).featureCollection(table)
    for feature in try json(all)["features"]?.elements ?? [] {
      #expect(feature["properties"]?.members?.map(\.name) == IncidentField.all.map(\.name))
    }
    let some = try json(GeoJSONWriter().featureCollection(table))["features"]?.elements ?? []
    let names = try #require(some.first?["properties"]?.members?.map(\.name))
    #expect(some.count == 2 && some[1]["properties"]?.members?.map(\.name) == names)
    #expect(names.contains("injured_high") && !names.contains("killed_low"))
    #expect(names == IncidentField.all.map(\.name).filter(names.contains))
  }

  @Test func `added columns stand before and after, empty ones as others do`() throws {
    let table = IncidentTable(
      [Sample.clash],
      leading: [AddedColumn("batch", values: [.text("7")])],
      trailing: [
        AddedColumn("distance_m", values: [.real(22_031.821)]),
        AddedColumn("azimuth_deg", values: [.null]),
      ])
    let properties = try json(GeoJSONWriter().lines(table))["properties"]?.members ?? []
    #expect(properties.first == JSONMember("batch", .string("7")))
    #expect(properties.last == JSONMember("distance_m", .number(22_031.8)))
    var flat = JSONWriter()
    table.write(to: &flat)
    let row = try #require(try json(flat.bytes).elements?.first)
    #expect(row.members?.count == IncidentField.all.count + 3)
    #expect(row["azimuth_deg"] == .null)
    #expect(table.jsonLines.string + "" == String(flat.text.dropFirst().dropLast()) + "\n")
  }

  @Test(
    arguments: [
      (nil, "[20.802812,43.103912]"), (0, "[20.802812,43.103912]"), (9.9, "[20.802812,43.103912]"),
      (10, "[20.80281,43.10391]"), (100, "[20.8028,43.1039]"), (999, "[20.8028,43.1039]"),
      (1000, "[20.803,43.104]"), (10_000, "[20.8,43.1]"), (1e9, "[20.8,43.1]"),
    ] as [(Double?, String)])
  func `a vague position has fewer decimals`(_ radius: Double?, _ coordinates: String) {
    let position = Position(longitude: 20.802_812_3, latitude: 43.103_912_4)
    let line = GeoJSONWriter().lines(IncidentTable([Sample.incident(at: position, within: radius)]))
    #expect(line.string.contains("\"coordinates\":\(coordinates)"))
  }

  @Test(arguments: Seed.allCases)
  func `rounding moves a position by less than a tenth of its uncertainty`(_ seed: Seed) throws {
    var generator = seed.generator
    for _ in 0..<100 {
      let position = Position(
        longitude: Double.random(in: -180...180, using: &generator),
        latitude: Double.random(in: -90...90, using: &generator))
      let radius = pow(10, Double.random(in: 1...5, using: &generator))
      let incident = Sample.incident(at: position, within: radius)
      let layer = try GeoJSONReader.layer(
        from: GeoJSONWriter().featureCollection(IncidentTable([incident])), path: "x")
      let written = try #require(layer.features.first?.geometry?.positions.first)
      let meters = 111_700.0  // a degree of a meridian at the pole, the longest
      let north = (written.latitude - position.latitude) * meters
      let east =
        (written.longitude - position.longitude) * meters * cos(position.latitude * .pi / 180)
      #expect(hypot(north, east) < radius / 10)
    }
  }

  @Test func `a position that is none gives a null geometry`() throws {
    for position in [
      Position(longitude: .nan, latitude: 0), Position(longitude: 1e308, latitude: 0),
    ] {
      let value = try json(
        GeoJSONWriter(includesEmptyColumns: true)
          .featureCollection(IncidentTable([Sample.incident(at: position)])))
      #expect(value["features"]?.elements?.first?["geometry"] == .null)
      #expect(value["bbox"] == nil)
    }
  }

  @Test func `a box across the antimeridian has its west east of its east`() throws {
    let table = IncidentTable([
      Sample.incident(at: Position(longitude: 177, latitude: -20)),
      Sample.incident(at: Position(longitude: -178, latitude: -16)),
    ])
    let box = try json(GeoJSONWriter().featureCollection(table))["bbox"]?.elements
    #expect(box?.compactMap(\.number) == [177, -20, -178, -16])
  }

  @Test func `a large collection comes in pieces that make the whole`() throws {
    let table = IncidentTable(Array(repeating: Sample.talkative, count: 90))
    var pieces: [[UInt8]] = []
    GeoJSONWriter().writeFeatureCollection(table) { pieces.append($0) }
    #expect(pieces.count == 2)
    #expect(Array(pieces.joined()) == GeoJSONWriter().featureCollection(table))
  }

  @Test func `columns keep one type through all features`() throws {
    var other = Sample.clash
    other.uncertainty = Meters(12.5)
    other.confidence = 1
    other.headline = "2023-06"
    let line = GeoJSONWriter().lines(IncidentTable([Sample.clash, other])).string
    #expect(line.contains("\"uncertainty_m\":12.5") && line.contains("\"confidence\":1.0"))
    #expect(!line.contains("\"confidence\":1,"))
  }

  @Test func `a single feature has all fields and its evidence outside the properties`() throws {
    let claim = Claim(
      field: .injured, value: "30", qualifier: "at least", range: 120..<151,
      quote: "at least \"30\" soldiers", rule: "count.passive", confidence: 0.8)
    let documented = DocumentedIncident(
      incident: Sample.clash,
      evidence: IncidentEvidence(
        events: [EventKey(report: "ab12", offset: 120)],
        claims: [ReportedClaim(report: "ab12", claim: claim)], merges: []))
    var writer = JSONWriter()
    writer.array { $0.feature(documented, paths: ["ab12": "reports/one.txt"]) }
    #expect(!writer.bytes.contains(0x0A))
    let feature = try #require(try json(writer.bytes).elements?.first)
    #expect(
      feature.members?.map(\.name) == ["type", "id", "geometry", "properties", "evidence"])
    let properties = try #require(feature["properties"]?.members)
    #expect(properties.map(\.name) == IncidentField.all.map(\.name))
    #expect(properties.allSatisfy { $0.value.elements == nil && $0.value.members == nil })
    let evidence = try #require(feature["evidence"]?.elements)
    #expect(evidence.count == 1)
    #expect(evidence[0]["path"]?.text == "reports/one.txt")
    #expect(evidence[0]["field"]?.text == "injured")
    #expect(evidence[0]["quote"]?.text == "at least \"30\" soldiers")
    #expect(evidence[0]["start"]?.integer == 120 && evidence[0]["end"]?.integer == 151)
    #expect(evidence[0]["attributed_to"] == .null)
  }

  @Test(arguments: Seed.allCases)
  func `texts of any kind are read back as they were`(_ seed: Seed) throws {
    var generator = seed.generator
    let incidents = (0..<60).map { _ in
      var incident = Sample.clash
      incident.headline = generator.text(upTo: 20)
      incident.summary = generator.text(upTo: 20)
      return incident
    }
    let layer = try GeoJSONReader.layer(
      from: GeoJSONWriter(name: "riots").featureCollection(IncidentTable(incidents)), path: "x")
    #expect(layer.name == "riots")
    #expect(layer.features.map { $0.text("headline") } == incidents.map(\.headline))
    #expect(layer.features.map { $0.text("summary") } == incidents.map(\.summary))
  }
}
