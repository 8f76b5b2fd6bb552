import Interchange
import NamedSeeds
import SimpleFeatures
import Testing

@Suite("GeoJSON reader")
struct GeoJSONReaderTests {
  func read(_ text: String) throws(InterchangeError) -> Layer {
    try GeoJSONReader.layer(from: Array(text.utf8), path: "folder/test.layer.geojson")
  }

  func geometry(_ text: String) throws -> Geometry? { try read(text).features.first?.geometry }

  func problems(_ text: String) -> [String] {
    do {
      _ = try read(text)
      return []
    } catch .malformed("folder/test.layer.geojson", let problems) {
      return problems.map(\.message)
    } catch {
      return ["another error"]
    }
  }

  func positions(_ coordinates: [Double]...) -> [Position] {
    coordinates.map { Position(longitude: $0[0], latitude: $0[1]) }
  }

  // RFC 7946 §1.5.
  static let example = """
    {
      "type": "FeatureCollection",
      "features": [{
        "type": "Feature",
        "geometry": { "type": "Point", "coordinates": [102.0, 0.5] },
        "properties": { "prop0": "value0" }
      }, {
        "type": "Feature",
        "geometry": {
          "type": "LineString",
          "coordinates": [[102.0, 0.0], [103.0, 1.0], [104.0, 0.0], [105.0, 1.0]]
        },
        "properties": { "prop0": "value0", "prop1": 0.0 }
      }, {
        "type": "Feature",
        "geometry": {
          "type": "Polygon",
          "coordinates": [
            [[100.0, 0.0], [101.0, 0.0], [101.0, 1.0], [100.0, 1.0], [100.0, 0.0]]
          ]
        },
        "properties": { "prop0": "value0", "prop1": { "this": "that" } }
      }]
    }
    """

  @Test func `the collection of RFC 7946 section 1-5 is read`() throws {
    let layer = try read(Self.example)
    #expect(layer.name == "test.layer")
    #expect(
      layer.features == [
        Feature(
          geometry: .point(Position(longitude: 102, latitude: 0.5)),
          properties: ["prop0": .text("value0")]),
        Feature(
          geometry: .lineString(positions([102, 0], [103, 1], [104, 0], [105, 1])),
          properties: ["prop0": .text("value0"), "prop1": .number(0)]),
        Feature(
          geometry: .polygon(
            Polygon(
              exterior: positions([100, 0], [101, 0], [101, 1], [100, 1], [100, 0]))),
          properties: ["prop0": .text("value0")]),
      ])
  }

  // RFC 7946 Appendix A.1 to A.7.
  @Test func `the geometries of RFC 7946 appendix A are read`() throws {
    #expect(
      try geometry(#"{"type": "Point", "coordinates": [100.0, 0.0]}"#)
        == .point(Position(longitude: 100, latitude: 0)))
    #expect(
      try geometry(#"{"type": "LineString", "coordinates": [[100.0, 0.0], [101.0, 1.0]]}"#)
        == .lineString(positions([100, 0], [101, 1])))
    #expect(
      try geometry(
        """
        {"type": "Polygon", "coordinates": [
          [[100.0, 0.0], [101.0, 0.0], [101.0, 1.0], [100.0, 1.0], [100.0, 0.0]],
          [[100.8, 0.8], [100.8, 0.2], [100.2, 0.2], [100.2, 0.8], [100.8, 0.8]]]}
        """)
        == .polygon(
          Polygon(
            exterior: positions([100, 0], [101, 0], [101, 1], [100, 1], [100, 0]),
            interiors: [
              positions([100.8, 0.8], [100.8, 0.2], [100.2, 0.2], [100.2, 0.8], [100.8, 0.8])
            ])))
    #expect(
      try geometry(#"{"type": "MultiPoint", "coordinates": [[100.0, 0.0], [101.0, 1.0]]}"#)
        == .multiPoint(positions([100, 0], [101, 1])))
    #expect(
      try geometry(
        """
        {"type": "MultiLineString", "coordinates": [
          [[100.0, 0.0], [101.0, 1.0]], [[102.0, 2.0], [103.0, 3.0]]]}
        """)
        == .multiLineString([positions([100, 0], [101, 1]), positions([102, 2], [103, 3])]))
    #expect(
      try geometry(
        """
        {"type": "MultiPolygon", "coordinates": [
          [[[102.0, 2.0], [103.0, 2.0], [103.0, 3.0], [102.0, 3.0], [102.0, 2.0]]],
          [[[100.0, 0.0], [101.0, 0.0], [101.0, 1.0], [100.0, 1.0], [100.0, 0.0]]]]}
        """)
        == .multiPolygon([
          Polygon(exterior: positions([102, 2], [103, 2], [103, 3], [102, 3], [102, 2])),
          Polygon(exterior: positions([100, 0], [101, 0], [101, 1], [100, 1], [100, 0])),
        ]))
    #expect(
      try geometry(
        """
        {"type": "GeometryCollection", "geometries": [
          {"type": "Point", "coordinates": [100.0, 0.0]},
          {"type": "LineString", "coordinates": [[101.0, 0.0], [102.0, 1.0]]}]}
        """)
        == .collection([
          .point(Position(longitude: 100, latitude: 0)),
          .lineString(positions([101, 0], [102, 1])),
        ]))
  }

  @Test func `members before the type, names, marks and foreign members are taken in stride`()
    throws
  {
    let layer = try read(
      "\u{FEFF}"
        + #"""
        {"features":[{"properties":null,"geometry":null,"evidence":[{}],"id":"i-1","type":"Feature"}],
         "bbox":[1,2],"crs":{},"name":"incidents","type":"FeatureCollection"}
        """#)
    #expect(layer.name == "incidents")
    #expect(layer.features == [Feature(geometry: nil, properties: ["id": .text("i-1")])])
  }

  @Test func `properties are kept flat`() throws {
    let feature = try read(
      #"""
      {"type":"Feature","geometry":null,"id":7,"properties":
        {"id":"own","t":"x","n":-0,"b":false,"z":null,"list":[1],"object":{}}}
      """#
    ).features.first
    #expect(
      feature?.properties == [
        "id": .text("own"), "t": .text("x"), "n": .number(0), "b": .boolean(false), "z": .null,
      ])
  }

  // RFC 7946 §3.1.1 (altitude) and §3.1 (empty coordinates may be read as null).
  @Test func `heights are dropped and empty coordinates are no geometry`() throws {
    #expect(
      try geometry(#"{"type":"Point","coordinates":[20.8028,43.1039,530]}"#)
        == .point(Position(longitude: 20.8028, latitude: 43.1039)))
    #expect(try read(#"{"type":"Polygon","coordinates":[]}"#).features == [Feature(geometry: nil)])
    #expect(
      try geometry(
        #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[]}]}"#)
        == .collection([]))
  }

  struct Wrong: CustomTestStringConvertible {
    let geometry: String
    let says: String
    var testDescription: String { geometry }
  }

  @Test(arguments: [
    Wrong(geometry: #"{"type":"Point","coordinates":[1e308,0]}"#, says: "out of range"),
    Wrong(geometry: #"{"type":"Point","coordinates":[43.1,120]}"#, says: "out of range"),
    Wrong(geometry: #"{"type":"Point","coordinates":[-180.001,0]}"#, says: "out of range"),
    Wrong(geometry: #"{"type":"Point","coordinates":[1]}"#, says: "two numbers"),
    Wrong(geometry: #"{"type":"Point","coordinates":["1","2"]}"#, says: "two numbers"),
    Wrong(geometry: #"{"type":"Point","coordinates":[[1,2]]}"#, says: "two numbers"),
    Wrong(geometry: #"{"type":"Point"}"#, says: "\"coordinates\""),
    Wrong(geometry: #"{"type":"Circle","coordinates":[1,2]}"#, says: "none of RFC 7946's"),
    Wrong(geometry: #"{"coordinates":[1,2]}"#, says: "no \"type\""),
    Wrong(geometry: "[]", says: "no \"type\""),
    Wrong(geometry: #"{"type":"LineString","coordinates":[[1,2]]}"#, says: "a line needs two"),
    Wrong(geometry: #"{"type":"MultiLineString","coordinates":[7]}"#, says: "not nested"),
    Wrong(
      geometry: #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}"#, says: "a ring needs"),
    Wrong(
      geometry: #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#,
      says: "a ring needs"),
    Wrong(geometry: #"{"type":"MultiPolygon","coordinates":[[]]}"#, says: "no ring"),
    Wrong(geometry: #"{"type":"GeometryCollection"}"#, says: "\"geometries\""),
  ])
  func `a wrong geometry is refused with its feature's number`(_ wrong: Wrong) throws {
    let good = #"{"type":"Feature","geometry":null,"properties":{}}"#
    let bad = #"{"type":"Feature","geometry":\#(wrong.geometry),"properties":{}}"#
    let found = problems(#"{"type":"FeatureCollection","features":[\#(good),\#(bad)]}"#)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("feature 2: ") == true)
    #expect(found.first?.contains(wrong.says) == true)
  }

  @Test func `all wrong features are named at once`() {
    let found = problems(
      #"""
      {"type":"FeatureCollection","features":[7,{"type":"Feature","geometry":null},
        {"type":"Feature"},{"type":"Feature","geometry":null,"properties":[]}]}
      """#)
    #expect(found.map { String($0.prefix(10)) } == ["feature 1:", "feature 3:", "feature 4:"])
  }

  @Test(arguments: ["7", "[]", "{}", #"{"type":"Topology"}"#, #"{"type":"FeatureCollection"}"#])
  func `what is no GeoJSON is refused`(_ text: String) {
    #expect(problems(text).count == 1)
  }

  @Test(arguments: ["", " \n", "\u{FEFF}"])
  func `a text without anything in it is refused`(_ text: String) {
    #expect(problems(text) == ["this is not GeoJSON: it holds no object"])
  }

  @Test(arguments: Seed.allCases)
  func `a geometry is the same however it is written`(_ seed: Seed) throws {
    var generator = seed.generator
    for _ in 0..<200 {
      let ring = (0..<Int.random(in: 3...9, using: &generator)).map { _ in
        let digits = Int.random(in: 0...15, using: &generator)
        let longitude = Double.random(in: -180...180, using: &generator)
        let latitude = Double.random(in: -90...90, using: &generator)
        return "[\(written(longitude, digits)),\(written(latitude, digits))]"
      }
      let line = ring.joined(separator: ",")
      let closed = "\(line),\(ring[0])"
      for (type, coordinates) in [
        ("Point", ring[0]), ("MultiPoint", "[\(line)]"), ("LineString", "[\(line)]"),
        ("MultiLineString", "[[\(line)],[\(closed)]]"), ("Polygon", "[[\(closed)],[\(closed)]]"),
        ("MultiPolygon", "[[[\(closed)]],[[\(closed)],[\(closed)]]]"),
      ] {
        let plain = try geometry(#"{"type":"\#(type)","coordinates":\#(coordinates)}"#)
        let other = try geometry(#"{"coordinates":\#(coordinates),"type":"\#(type)"}"#)
        #expect(plain != nil)
        #expect(plain == other)
      }
    }
  }

  private func written(_ number: Double, _ digits: Int) -> String {
    let whole = Int(number.rounded(.towardZero))
    let sign = number < 0 && whole == 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(whole)" }
    let fraction = "\(number.magnitude.truncatingRemainder(dividingBy: 1) + 1)".dropFirst(2)
    return "\(sign)\(whole).\(String(fraction).padding(digits))"
  }

  @Test func `broken JSON is named by path, line and column`() {
    let error = #expect(throws: InterchangeError.self) { try read("{\"type\":\n\"Feature\",]") }
    #expect(
      error.map { "\($0)" }
        == "folder/test.layer.geojson:2:11: a name in double quotes should stand here")
  }

  @Test func `a file that is missing says so`() {
    let error = #expect(throws: InterchangeError.self) {
      try GeoJSONReader.layer(contentsOf: "/nowhere/at/all.geojson")
    }
    #expect(error == .missing(path: "/nowhere/at/all.geojson"))
  }

  @Test func `several problems are one line`() {
    let error = InterchangeError.malformed(
      path: "a.geojson",
      problems: [
        FileProblem(message: "feature 17: wrong"), FileProblem(message: "feature 18: too"),
      ])
    #expect(error.description == "a.geojson: feature 17: wrong (and 1 more)")
  }

  @Test(arguments: Seed.allCases)
  func `mutated GeoJSON gives a layer or an error`(_ seed: Seed) {
    let document = Array(Self.example.utf8.filter { $0 != 0x20 && $0 != 0x0A })
    var generator = seed.generator
    var refused = 0
    for _ in 0..<700 {
      do {
        let layer = try GeoJSONReader.layer(from: generator.mutation(of: document), path: "x")
        #expect(
          layer.features.allSatisfy { $0.geometry?.positions.allSatisfy(\.isValid) ?? true })
      } catch {
        refused += 1
      }
    }
    #expect((1..<700).contains(refused))
  }
}

extension String {
  /// The text cut or filled with zeros to a length.
  fileprivate func padding(_ length: Int) -> String {
    String((self + String(repeating: "0", count: length)).prefix(length))
  }
}
