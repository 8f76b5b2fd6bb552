import NamedSeeds
import SimpleFeatures
import Testing
import Toponymy

@Suite("Reading a gazetteer")
struct GazetteerReadingTests {
  private static let header =
    "id,name,kind,latitude,longitude,uncertainty_m,country,admin1,admin2,population,names,demonyms,"
    + "references,source"

  private func gazetteer(_ files: [String]...) throws(GazetteerError) -> Gazetteer {
    let numbered = files.enumerated().map { number, rows in
      (
        path: "\(number + 1).csv",
        bytes: Array(([Self.header] + rows).joined(separator: "\n").utf8)
      )
    }
    return try Gazetteer(files: numbered)
  }

  private func faults(_ files: [String]...) -> [String] {
    let numbered = files.enumerated().map { number, rows in
      (path: "\(number + 1).csv", bytes: Array(rows.joined(separator: "\n").utf8))
    }
    do throws(GazetteerError) {
      _ = try Gazetteer(files: numbered)
      return []
    } catch {
      #expect(error.description == error.faults.map(\.description).joined(separator: "\n"))
      return error.faults.map(\.description)
    }
  }

  // MARK: - Rows

  @Test func `every column of a row has its meaning`() throws {
    let read = try gazetteer([
      "xk:zvecan,Zvečan,town,42.9075,20.8403,2500,XK,Mitrovica,Zvečan,7481,"
        + "sq:Zveçan|Zveçani;sr-Latn:Zvečan;sr-Cyrl:Звечан,en:Zvečanite,geonames:783770;gns:-102480,"
        + "\"GNS, by hand\""
    ])
    #expect(
      Array(read.places) == [
        Place(
          id: PlaceID("xk:zvecan"), name: "Zvečan", kind: .town,
          position: Position(longitude: 20.8403, latitude: 42.9075), uncertainty: Meters(2500),
          country: "XK", admin1: "Mitrovica", admin2: "Zvečan", population: 7481,
          names: [
            Toponym("Zveçan", language: "sq"), Toponym("Zveçani", language: "sq"),
            Toponym("Zvečan", language: "sr-Latn"), Toponym("Звечан", language: "sr-Cyrl"),
          ],
          demonyms: [Toponym("Zvečanite", language: "en")],
          references: ["geonames:783770", "gns:-102480"], source: "GNS, by hand")
      ])
    #expect(read.nameCount == 4)
  }

  @Test func `what a row leaves out is empty, the radius that of its kind`() throws {
    let place = try #require(try gazetteer(["x:a,A,village,-90,180,,,,,,,,,"]).places.first)
    #expect(place.uncertainty == PlaceKind.village.defaultUncertainty)
    #expect(place.population == nil && place.country.isEmpty && place.names.isEmpty)
    #expect(place.position == Position(longitude: 180, latitude: -90))
  }

  @Test(arguments: PlaceKind.allCases)
  func `every kind is read by its name`(_ kind: PlaceKind) throws {
    let place = try gazetteer(["x:a,A,\(kind.rawValue),0,0,,,,,,,,,"]).places.first
    #expect(place?.kind == kind)
    #expect(kind.defaultUncertainty.value > 0)
  }

  @Test func `percent signs encode what separates forms`() throws {
    let place = try #require(
      try gazetteer(["x:a,A,town,0,0,,,,,,en:a%3Bb%7Cc%3Ad%25|%C5%A0id,,,"]).places.first)
    #expect(place.names.map(\.text) == ["a;b|c:d%", "Šid"])
  }

  // MARK: - Faults

  @Test func `every broken row of every file is named at once, with line and column`() {
    let header = Self.header
    #expect(
      faults(
        [
          header, "x:a,A,town,0,0,,,,,,,,,", ",A,hamlet,91,0,-1,Kosovo,,,0,,,,",
          "x:b,B,town,,x,,,,,,fr,en:a%2|b,,", "x:c,C,town,0,0",
        ],
        [header, "x:d,D,town,0,nan,,,,,1e99,,,,"])
        == [
          "1.csv:3:1: id: is empty",
          "1.csv:3:4: kind: \"hamlet\" is none of \(PlaceKind.allCases.map(\.rawValue).joined(separator: ", ")), pin, ban",
          "1.csv:3:11: latitude: \"91\" is no number from -90.0 to 90.0",
          "1.csv:3:16: uncertainty_m: \"-1\" is no number from 0.0 to 20100000.0",
          "1.csv:3:19: country: \"Kosovo\" is no ISO 3166-1 alpha-2 code",
          "1.csv:3:28: population: \"0\" is no whole number from 1 to 10000000000",
          "1.csv:4:12: latitude: is empty",
          "1.csv:4:13: longitude: \"x\" is no number from -180.0 to 180.0",
          "1.csv:4:20: names: \"fr\" lacks a language, as in \"sq:Leposaviq\"",
          "1.csv:4:23: demonyms: \"a%2\" holds a percent sign that encodes nothing",
          "1.csv:5:1: 5 columns instead of 14",
          "2.csv:2:14: longitude: \"nan\" is no number from -180.0 to 180.0",
          "2.csv:2:22: population: \"1e99\" is no whole number from 1 to 10000000000",
        ])
  }

  @Test(arguments: ["%", "%4", "%zz", "%+1", "a%", "%%"])
  func `a percent sign that encodes nothing is a fault`(_ form: String) {
    #expect(
      faults([Self.header, "x:a,A,town,0,0,,,,,,en:\(form),,,"])
        == ["1.csv:2:21: names: \"\(form)\" holds a percent sign that encodes nothing"])
  }

  @Test(
    arguments: [
      [], ["id,name,kind"], ["name,id,kind"], ["x:a,A,town,0,0,,,,,,,,,"],
      [GazetteerReadingTests.header.uppercased()],
    ] as [[String]])
  func `a file without the header says what its first line must be`(_ rows: [String]) {
    #expect(faults(rows) == ["1.csv:1:1: the first line must be: \(Self.header)"])
  }

  @Test func `an id that stands twice in a file is named by its own line and by the first`() {
    let row = ",A,town,0,0,,,,,,,,,"
    #expect(
      faults([Self.header, "x:a" + row, "x:b" + row, "x:a" + row, "x:a,A,burg,0,0,,,,,,,,,"])
        == [
          "1.csv:4:1: id: \"x:a\" stands in line 2 already",
          "1.csv:5:1: id: \"x:a\" stands in line 2 already",
          "1.csv:5:7: kind: \"burg\" is none of \(PlaceKind.allCases.map(\.rawValue).joined(separator: ", ")), pin, ban",
        ])
  }

  @Test func `faults after a field of several lines have the line they stand on`() {
    #expect(
      faults([Self.header, "x:a,\"A\nB\",town,95,0,,,,,,,,,"])
        == ["1.csv:3:9: latitude: \"95\" is no number from -90.0 to 90.0"])
    #expect(
      faults([Self.header, "x:a,A,town,0,0,,,,,,,,,\"open\nend"])
        == ["1.csv:2:24: a quoted field is not closed"])
  }

  // MARK: - Several files

  @Test func `an earlier file wins by id and by reference`() throws {
    let read = try gazetteer(
      ["x:a,First,town,1,1,,,,,,,,g:1;w:1,", "x:b,Other,town,2,2,,,,,,,,,"],
      [
        "x:a,Second,town,5,5,,,,,,,,,", "y:c,Third,town,5,5,,,,,,,,w:1,",
        "y:d,Fourth,town,4,4,,,,,,,,g:4,",
      ],
      ["y:d,Fifth,town,5,5,,,,,,,,,", "z:e,Sixth,town,5,5,,,,,,,,g:4,"])
    #expect(read.places.map(\.name) == ["First", "Other", "Fourth"])
    #expect(read.place(PlaceID("x:a"))?.name == "First")
    #expect(read.place(PlaceID("w:1"))?.name == "First")
    #expect(read.place(PlaceID("g:4"))?.name == "Fourth")
    #expect(read.place(PlaceID("y:c")) == nil)
    #expect(read.candidates(for: "Third").isEmpty)
  }

  @Test func `no file and a file of a header alone hold no place`() throws {
    #expect(try gazetteer().places.isEmpty)
    #expect(try gazetteer([]).places.isEmpty)
  }

  @Test(arguments: Seed.allCases)
  func `a damaged file is read or named, never more`(_ seed: Seed) {
    var generator = seed.generator
    let sound = Array(
      "\(Self.header)\nx:a,\"A, B\",town,1,2,3,XK,,,9,sq:a|b%3A;tr:c,en:d,g:1,s\n".utf8)
    for _ in 0..<60 {
      var bytes = sound
      for _ in 0..<3 {
        let place = Int.random(in: Self.header.utf8.count + 1..<bytes.count, using: &generator)
        bytes[place] = Array(",\"\n%;:|9".utf8).randomElement(using: &generator) ?? 0
      }
      do throws(GazetteerError) {
        #expect(try Gazetteer(files: [("f", bytes)]).places.count <= 4)
      } catch {
        #expect(!error.faults.isEmpty)
        #expect(error.faults.allSatisfy { $0.line >= 2 && $0.column >= 1 })
      }
    }
  }
}
