import Foundation
import IncidentModel
import Interchange
import NamedSeeds
import SimpleFeatures
import Testing

@Suite("GeoJSON rows")
struct GeoJSONRowsTests {
  func json(_ bytes: [UInt8]) throws -> JSONValue {
    try JSONValue(parsing: bytes, path: "written.geojson")
  }

  /// A feature a line, with all fields.
  func lines(_ incidents: [Incident]) -> String {
    GeoJSONRows(RowColumns(), form: .lines).file(incidents).string
  }

  @Test func `a collection has a name, a box and a feature a line`() throws {
    let text = GeoJSONRows.collection(of: [Sample.clash, Sample.bare]).string
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
    let value = try json(GeoJSONRows.collection(of: [], name: "a \"b\""))
    #expect(value["features"] == .array([]))
    #expect(value["name"]?.text == "a \"b\"")
    #expect(value["bbox"] == nil)
    #expect(GeoJSONRows(RowColumns(), form: .lines).file([]) == [])
  }

  @Test func `values are written by their type`() throws {
    let line = lines([Sample.clash])
    for part in [
      #""date_start":"2023-05-29""#, #""occurred_at":"2023-05-29T00:00:00.000Z""#,
      #""location_alt":"Zveçan; Звечан""#, #""latitude":42.908"#, #""uncertainty_m":2000.0"#,
      #""injured_low":25"#, #""count_conflict":true"#, #""confidence":0.9"#,
    ] { #expect(line.contains(part), "\(part)") }
  }

  @Test func `every feature has the same columns in the same order`() throws {
    let incidents = [Sample.bare, Sample.clash]
    let all = GeoJSONRows(RowColumns(), form: .collection(name: "all")).file(incidents)
    for feature in try json(all)["features"]?.elements ?? [] {
      #expect(feature["properties"]?.members?.map(\.name) == IncidentField.all.map(\.name))
    }
    let some = try json(GeoJSONRows.collection(of: incidents))["features"]?.elements ?? []
    let names = try #require(some.first?["properties"]?.members?.map(\.name))
    #expect(some.count == 2 && some[1]["properties"]?.members?.map(\.name) == names)
    #expect(names.contains("injured_high") && !names.contains("killed_low"))
    #expect(names == IncidentField.all.map(\.name).filter(names.contains))
  }

  @Test func `added columns stand before and after`() throws {
    let columns = RowColumns(
      leading: [ColumnHeading("batch")],
      trailing: [ColumnHeading("distance_m"), ColumnHeading("azimuth_deg")])
    let added: [FieldValue] = [.text("7"), .real(22_031.821), .null]
    let line = GeoJSONRows(columns, form: .lines).file([Sample.clash], adding: [added])
    let properties = try json(line)["properties"]?.members ?? []
    #expect(properties.first == JSONMember("batch", .string("7")))
    #expect(properties.suffix(2).first == JSONMember("distance_m", .number(22_031.8)))
    #expect(properties.last == JSONMember("azimuth_deg", .null))
    let object = JSONRows(columns).file([Sample.clash], adding: [added])
    #expect(try json(object).members == properties)
  }

  @Test(
    arguments: [
      (nil, "[20.802812,43.103912]"), (0, "[20.802812,43.103912]"), (9.9, "[20.802812,43.103912]"),
      (10, "[20.80281,43.10391]"), (100, "[20.8028,43.1039]"), (999, "[20.8028,43.1039]"),
      (1000, "[20.803,43.104]"), (10_000, "[20.8,43.1]"), (1e9, "[20.8,43.1]"),
    ] as [(Double?, String)])
  func `a vague position has fewer decimals`(_ radius: Double?, _ coordinates: String) {
    let position = Position(longitude: 20.802_812_3, latitude: 43.103_912_4)
    let line = lines([Sample.incident(at: position, within: radius)])
    #expect(line.contains("\"coordinates\":\(coordinates)"))
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
        from: GeoJSONRows.collection(of: [incident]), path: "x")
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
        GeoJSONRows.collection(of: [Sample.incident(at: position)]))
      #expect(value["features"]?.elements?.first?["geometry"] == .null)
      #expect(value["bbox"] == nil)
    }
  }

  @Test func `a box across the antimeridian has its west east of its east`() throws {
    let incidents = [
      Sample.incident(at: Position(longitude: 177, latitude: -20)),
      Sample.incident(at: Position(longitude: -178, latitude: -16)),
    ]
    let box = try json(GeoJSONRows.collection(of: incidents))["bbox"]?.elements
    #expect(box?.compactMap(\.number) == [177, -20, -178, -16])
  }

  @Test func `columns keep one type through all features`() throws {
    var other = Sample.clash
    other.uncertainty = Meters(12.5)
    other.confidence = 1
    other.headline = "2023-06"
    let line = lines([Sample.clash, other])
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
      from: GeoJSONRows.collection(of: incidents, name: "riots"), path: "x")
    #expect(layer.name == "riots")
    #expect(layer.features.map { $0.text("headline") } == incidents.map(\.headline))
    #expect(layer.features.map { $0.text("summary") } == incidents.map(\.summary))
  }
}
