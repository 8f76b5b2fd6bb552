import Foundation
import NamedSeeds
import SimpleFeatures
import Testing

@testable import Interchange

@Suite("GeoJSON feature reader")
struct GeoJSONFeatureReaderTests {
  func read(_ text: String) throws -> [GeoJSONFeatureReader.Outcome] {
    try read(GeoJSONFeatureReader.reading(Array(text.utf8), path: "t.geojson"))
  }

  func read(_ reader: consuming GeoJSONFeatureReader) throws -> [GeoJSONFeatureReader.Outcome] {
    var outcomes: [GeoJSONFeatureReader.Outcome] = []
    while let outcome = try reader.next() { outcomes.append(outcome) }
    return outcomes
  }

  // RFC 7946 §1.5.
  static let example = """
    {
      "type": "FeatureCollection",
      "features": [{
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [102.0, 0.5]},
        "properties": {"prop0": "value0"}
      }, {
        "type": "Feature",
        "geometry": {
          "type": "LineString",
          "coordinates": [[102.0, 0.0], [103.0, 1.0], [104.0, 0.0], [105.0, 1.0]]
        },
        "properties": {"prop0": "value0", "prop1": 0.0}
      }, {
        "type": "Feature",
        "geometry": {
          "type": "Polygon",
          "coordinates": [
            [[100.0, 0.0], [101.0, 0.0], [101.0, 1.0], [100.0, 1.0], [100.0, 0.0]]
          ]
        },
        "properties": {"prop0": "value0", "prop1": {"this": "that"}}
      }]
    }
    """

  @Test func `the example of RFC 7946 is read as the whole-file reader reads it`() throws {
    let outcomes = try read(Self.example)
    #expect(outcomes.map(\.number) == [1, 2, 3])
    #expect(outcomes.allSatisfy { $0.problem == nil })
    let layer = try GeoJSONReader.layer(from: Array(Self.example.utf8), path: "t.geojson")
    #expect(outcomes.compactMap(\.feature) == layer.features)
  }

  @Test func `members stand in any order`() throws {
    let outcomes = try read(
      """
      {"features":[{"properties":{"a":true,"b":null,"c":[{"d":"}"}],"e":"\\u0161\\n"},"bbox":[1,2],
      "id":7,"geometry":{"coordinates":[20.5,42.5,600],"type":"Point"},"type":"Feature"}],
      "more":{"x":[]},"type":"FeatureCollection"}
      """)
    #expect(
      outcomes.map(\.feature) == [
        Feature(
          geometry: .point(Position(longitude: 20.5, latitude: 42.5)),
          properties: ["a": .boolean(true), "b": .null, "e": .text("š\n"), "id": .number(7)])
      ])
  }

  @Test func `a feature, a geometry, lines and text sequences are read`() throws {
    let feature = "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"n\":1}}"
    let expected = Feature(geometry: nil, properties: ["n": .number(1)])
    #expect(try read(feature).map(\.feature) == [expected])
    #expect(try read("\(feature)\n\(feature)\r\n").map(\.feature) == [expected, expected])
    #expect(
      try read("\u{1E}\(feature)\n\u{1E}\(feature)\n").map(\.feature) == [expected, expected])
    #expect(
      try read("{\"type\":\"Point\",\"coordinates\":[1,2]}").map(\.feature) == [
        Feature(geometry: .point(Position(longitude: 1, latitude: 2)))
      ])
    #expect(try read("{\"type\":\"FeatureCollection\",\"features\":[]}").isEmpty)
    #expect(try read("").isEmpty)
  }

  @Test func `a wrong feature costs itself only`() throws {
    let outcomes = try read(
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","geometry":{"type":"Point","coordinates":[200,0]},"properties":{}},
      7,
        {"type":"Feature","properties":{}},
      {"type":"Feature","geometry":null,"properties":[]},
      {"type":"Feature","geometry":null,"properties":null}]}
      """)
    #expect(outcomes.map { $0.feature == nil } == [true, true, true, true, false])
    #expect(outcomes.map(\.problem?.line) == [2, 3, 4, 5, nil])
    #expect(outcomes.map(\.problem?.column) == [1, 1, 3, 1, nil])
    #expect(
      outcomes[1].problem?.message == "feature 2: its \"type\" is not \"Feature\"")
    #expect(
      outcomes[2].problem?.message == "feature 3: it has no \"geometry\" (null where there is none)"
    )
  }

  @Test(arguments: [
    ("{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\"]}", 2, 18),
    ("{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\"}}", 2, 19),
    ("{\"type\":\"FeatureCollection\",\"features\":[\n  {\"type\":", 2, 11),
    ("[1,2]", 1, 1), ("{}", 1, 1), ("{\"type\":\"FeatureCollection\"}", 1, 1),
    ("{\"type\":\"Feature\",\"geometry\":nul}", 1, 30),
    ("{\"type\":\"Feature\",\"properties\":{\"š\":\"\\x\"}}", 1, 38),
    ("{\"type\":\"Feature\",\"properties\":{\"a\":01}}", 1, 37),
  ])
  func `what is no GeoJSON is told with line and column`(
    text: String, line: Int, column: Int
  ) throws {
    let error = #expect(throws: InterchangeError.self) { try read(text) }
    guard case .malformed("t.geojson", let problems)? = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(problems.map(\.line) == [line])
    #expect(problems.map(\.column) == [column])
  }

  @Test func `a fault far into a long line is told with the feature's number`() throws {
    let feature = "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"n\":\"aaaaaaaaaa\"}}"
    let many = String(repeating: feature + ",", count: 200)
    let text = "{\"type\":\"FeatureCollection\",\"features\":[\(many)7]}"
    let last = try #require(try read(text).last)
    #expect(last.number == 201 && last.problem?.line == 1 && last.problem?.column == nil)
    let short = try read("{\"type\":\"FeatureCollection\",\"features\":[\(feature),7]}")
    #expect(short.last?.problem?.column == 41 + feature.utf8.count + 1)
  }

  @Test func `a text nested too deep is refused`() throws {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: InterchangeError.self) {
      try read("{\"type\":\"Feature\",\"properties\":{\"a\":\(deep)")
    }
  }

  @Test func `a file read in small pieces gives the same features`() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/t.geojson"
      try Data(Self.example.utf8).write(to: URL(filePath: path))
      let whole = try read(Self.example)
      for chunk in [1, 5, 100] {
        let reader = GeoJSONFeatureReader.reading(try InputWindow.opening(path, chunk: chunk))
        #expect(try read(reader) == whole)
      }
    }
  }

  @Test(arguments: Seed.allCases)
  func `damaged texts give features, problems or an error, as the strict parser does`(
    seed: Seed
  ) throws {
    var generator = seed.generator
    let text = Array(Self.example.utf8)
    for _ in 0..<1500 {
      let bytes = generator.mutation(of: text)
      let isJSON = (try? JSONParser.parse(bytes)) != nil
      do {
        _ = try read(GeoJSONFeatureReader.reading(bytes, path: "t.geojson"))
      } catch {
        // A text that is JSON and was refused is no GeoJSON.
        if isJSON {
          #expect(throws: InterchangeError.self) {
            try GeoJSONReader.layer(from: bytes, path: "t.geojson")
          }
        }
      }
    }
  }
}
