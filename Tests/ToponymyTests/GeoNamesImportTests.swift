import SimpleFeatures
import Testing
import Toponymy

@Suite("Importing GeoNames")
struct GeoNamesImportTests {
  let fixture: ImportFixture

  init() throws {
    fixture = try ImportFixture()
  }

  private func read(_ rows: String...) throws -> ImportFixture.Outcome {
    try fixture.read(.geonames, try fixture.write(rows.joined(separator: "\n"), "dump.txt"))
  }

  private typealias Row = ImportFixture

  // MARK: - Rows

  @Test func `every column of a row has its meaning`() throws {
    let row = Row.geoNames(
      id: "788731", name: "Leposaviq", alternates: "Leposavic,Лепосавић,Leposaviq",
      latitude: "43.1",
      longitude: "-20.80278", code: "P\tPPLA", population: "18600")
    #expect(
      try read(row).places == [
        Place(
          id: PlaceID("geonames:788731"), name: "Leposaviq", kind: .town,
          position: Position(longitude: -20.80278, latitude: 43.1), country: "XK",
          population: 18600,
          names: [
            Toponym("Leposavic", language: "und"), Toponym("Лепосавић", language: "und"),
          ], source: "GeoNames")
      ])
  }

  @Test func `places come in the order of the file`() throws {
    let ids = ["7", "3", "900", "64", "1"]
    let path = try fixture.write(
      ids.map { Row.geoNames(id: $0) }.joined(separator: "\r\n"), "dump.txt")
    #expect(try fixture.read(.geonames, path).places.map(\.id.text) == ids.map { "geonames:\($0)" })
  }

  @Test(
    arguments: [
      ("P\tPPL", "0", .village), ("P\tPPL", "4999", .village), ("P\tPPL", "5000", .town),
      ("P\tPPL", "99999", .town), ("P\tPPL", "100000", .city), ("P\tPPLA2", "300", .town),
      ("P\tPPLA", "400000", .city), ("P\tPPLC", "0", .capital), ("P\tPPLX", "9", .neighbourhood),
      ("A\tPCLI", "9", .country), ("A\tADM1", "9", .admin1), ("A\tADM3", "9", .municipality),
      ("L\tCONT", "9", .continent), ("L\tRGN", "0", .region), ("T\tISL", "0", .region),
      ("H\tSTM", "0", .river), ("H\tLK", "0", .lake), ("T\tMTS", "0", .mountain),
      ("S\tBDG", "0", .bridge), ("S\tMSTY", "0", .monastery), ("S\tPSTB", "0", .crossing),
      ("S\tAIRP", "0", .facility), ("L\tMILB", "0", .facility), ("S\tCMPRF", "0", .facility),
    ] as [(String, String, PlaceKind)])
  func `codes and population make the kind`(
    code: String, population: String, kind: PlaceKind
  ) throws {
    #expect(try read(Row.geoNames(code: code, population: population)).places.first?.kind == kind)
  }

  @Test func `features of no use are counted by their codes and are no faults`() throws {
    let outcome = try read(
      Row.geoNames(code: "H\tSPNG"), Row.geoNames(), Row.geoNames(code: "V\tTREE"),
      Row.geoNames(code: "H\tSPNG"), Row.geoNames(code: "\t"), Row.geoNames(code: "P\tPPLH"))
    #expect(outcome.places.count == 1 && outcome.faults.count == 0)
    #expect(outcome.faults.leftOutCount == 5)
    #expect(
      outcome.faults.leftOut.map { "\($0.code) \($0.count)" }
        == ["H.SPNG 2", "P.PPLH 1", "V.TREE 1", "without a code 1"])
  }

  @Test func `romanizations by machine and codes are no names, but for a country's`() throws {
    let forms = "PRN,pu li shi ti na,Приштина,Prishtina,NYC,普里什蒂納,al-Quds"
    #expect(
      try read(Row.geoNames(alternates: forms)).places.first?.names.map(\.text)
        == ["Приштина", "Prishtina", "普里什蒂納", "al-Quds"])
    #expect(
      try read(Row.geoNames(alternates: "USA,US,Usa", code: "A\tPCLI")).places.first?.names
        .map(\.text) == ["USA", "US", "Usa"])
  }

  // MARK: - Divisions

  @Test func `divisions get their names from the dump itself`() throws {
    let outcome = try read(
      Row.geoNames(id: "1", name: "Zveçan", admin1: "15", admin2: "3"),
      Row.geoNames(id: "2", name: "Rrethi", code: "A\tADM1", admin1: "15"),
      Row.geoNames(id: "3", name: "Komuna", code: "A\tADM2", admin1: "15", admin2: "3"),
      Row.geoNames(id: "4", name: "Other", code: "A\tADM1", country: "RS", admin1: "15"))
    #expect(outcome.places.map(\.admin1) == ["Rrethi", "Rrethi", "Rrethi", "Other"])
    #expect(outcome.places.map(\.admin2) == ["Komuna", "", "Komuna", ""])
  }

  @Test func `code files name divisions in place of the dump`() throws {
    let admin1 = try fixture.write("XK.15\tMitrovica\tMitrovica\t1\nbroken\n", "admin1.txt")
    let admin2 = try fixture.write("XK.15.3\tZvečan\tZvecan\t2\n", "admin2.txt")
    let dump = try fixture.write(
      [
        Row.geoNames(admin1: "15", admin2: "3"),
        Row.geoNames(id: "2", name: "Rrethi", code: "A\tADM1", admin1: "15"),
      ].joined(separator: "\n"), "dump.txt")
    let outcome = try fixture.read(.geonames, dump, admin1Codes: admin1, admin2Codes: admin2)
    #expect(outcome.places.map(\.admin1) == ["Mitrovica", "Mitrovica"])
    #expect(outcome.places.map(\.admin2) == ["Zvečan", ""])
    #expect(outcome.messages == ["admin1.txt:2:1: expected 4 columns between tabs, found 1"])
  }

  // MARK: - Faults

  @Test func `broken rows are counted and told by line and column, and the others are read`() throws
  {
    let outcome = try read(
      Row.geoNames(), "2\tA\tA", Row.geoNames(id: "x"), Row.geoNames(latitude: "90.1"),
      Row.geoNames(longitude: "nan"), Row.geoNames(longitude: "inf"), Row.geoNames(name: ""),
      Row.geoNames(latitude: "0", longitude: "-0.0"), Row.geoNames(country: "Kosovo"),
      Row.geoNames(population: "-5"), Row.geoNames(name: "a\u{7}b"),
      Row.geoNames(name: String(repeating: "a", count: 10_000)), Row.geoNames(id: "12"))
    #expect(outcome.places.map(\.id.text) == ["geonames:1", "geonames:12"])
    #expect(
      outcome.messages == [
        "dump.txt:2:1: expected 19 columns between tabs, found 3",
        "dump.txt:3:1: the geonameid is no whole number from 1 to 1000000000000",
        "dump.txt:4:16: the latitude is no number from -90 to 90",
        "dump.txt:5:21: the longitude is no number from -180 to 180",
        "dump.txt:6:21: the longitude is no number from -180 to 180",
        "dump.txt:7:3: the name is empty",
        "dump.txt:8:16: the position 0, 0 stands for one that is not known",
        "dump.txt:9:32: the country code is none of ISO 3166-1 alpha-2",
        "dump.txt:10:40: the population is no whole number from 0 to 10000000000",
        "dump.txt:11:3: the name holds a control character",
        "dump.txt:12:3: the name is longer than 1024 bytes",
      ])
    #expect(outcome.faults.count == 11)
  }

  @Test func `a broken alternate name is left out and the place kept`() throws {
    let outcome = try read(Row.geoNames(alternates: "A\u{85}b,Brnjak,\u{FFFD}a"))
    #expect(outcome.places.first?.names.map(\.text) == ["Brnjak"])
    #expect(
      outcome.messages == [
        "dump.txt:1:15: an alternate name holds a control character",
        "dump.txt:1:27: an alternate name has lost a letter: it holds U+FFFD",
      ])
  }

  @Test func `malformed UTF-8 is told, in a name and among the others`() throws {
    var bytes = Array(Row.geoNames(name: "Aab", alternates: "Bcd").utf8)
    bytes[3] = 0xFF
    var others = Array(Row.geoNames(id: "2", name: "Aab", alternates: "Bcd").utf8)
    others[11] = 0xC3
    let outcome = try fixture.read(.geonames, bytes: bytes + [0x0A] + others)
    #expect(outcome.places.map(\.id.text) == ["geonames:2"])
    #expect(
      outcome.messages == [
        "file:1:3: the name is not well-formed UTF-8",
        "file:2:11: an alternate name is not well-formed UTF-8",
      ])
  }

  @Test func `faults beyond the twentieth are counted and not listed`() throws {
    let rows = [Row.geoNames()] + Array(repeating: "broken", count: 70)
    let outcome = try fixture.read(
      .geonames, try fixture.write(rows.joined(separator: "\n"), "dump.txt"))
    #expect(outcome.faults.count == 70 && outcome.faults.listed.count == 20)
    #expect(outcome.faults.listed.last?.line == 21)
    #expect(outcome.places.count == 1)
  }

  @Test func `what add throws ends the reading`() throws {
    struct Enough: Error {}
    let path = try fixture.write(
      (1...9).map { Row.geoNames(id: "\($0)") }.joined(separator: "\n"), "dump.txt")
    var count = 0
    #expect(throws: Enough.self) {
      _ = try GazetteerImporter(format: .geonames).read(path: path) { _ in
        count += 1
        if count == 3 { throw Enough() }
      }
    }
    #expect(count == 3)
  }
}
