import SimpleFeatures
import Testing
import Toponymy

@Suite("Importing Who's On First and CSV")
struct WhosOnFirstImportTests {
  let fixture: ImportFixture

  init() throws {
    fixture = try ImportFixture()
  }

  private static let header =
    "wof_id,placetype,name,lat,lon,geonameid,wikidata,population,is_current,names_sq,names_sr_latn,"
    + "names_sr_cyrl,names_und"
  private static let meta =
    "bbox,cessation,deprecated,geom_latitude,geom_longitude,id,iso_country,lbl_latitude,"
    + "lbl_longitude,name,placetype,superseded_by"

  private func read(
    _ format: GazetteerFormat = .whosonfirst, _ lines: String...
  ) throws -> ImportFixture.Outcome {
    try fixture.read(format, try fixture.write(lines.joined(separator: "\n"), "wof.csv"))
  }

  // MARK: - Who's On First

  @Test func `every column of a table with names has its meaning`() throws {
    let row =
      "85,locality,Zvečan,42.9,20.84,783770,Q219703,7481,-1,Zveçan|Zveçani,Zvečan,\"Звечан\","
      + "Zvečan|Zvechan"
    #expect(
      try read(.whosonfirst, Self.header, row).places == [
        Place(
          id: PlaceID("wof:85"), name: "Zvečan", kind: .town,
          position: Position(longitude: 20.84, latitude: 42.9), country: "", population: 7481,
          names: [
            Toponym("Zveçan", language: "sq"), Toponym("Zveçani", language: "sq"),
            Toponym("Zvečan", language: "sr-Latn"), Toponym("Звечан", language: "sr-Cyrl"),
            Toponym("Zvechan", language: "und"),
          ],
          references: ["geonames:783770", "wikidata:Q219703"], source: "Who's On First")
      ])
  }

  @Test func `a meta file is read by the names of its columns, the place of the label first`()
    throws
  {
    let outcome = try read(
      .whosonfirst, Self.meta,
      "\"20,42,21,43\",uuuu,,42.5,20.5,7,XK,42.6,20.6,Peja,region,",
      "\"20,42,21,43\",uuuu,,42.5,20.5,8,XX,0,0,Peja,county,",
      "\"20,42,21,43\",2008-01-01,,42.5,20.5,9,XK,0,0,Peja,county,",
      "\"20,42,21,43\",uuuu,,42.5,20.5,10,XK,0,0,Peja,county,11",
      ",,2010-02-02,42.5,20.5,12,XK,0,0,Peja,county,", ",,,42.5,20.5,13,XK,0,0,Peja,venue,")
    #expect(outcome.places.map(\.id.text) == ["wof:7", "wof:8"])
    #expect(outcome.places.map(\.kind) == [.admin1, .municipality])
    #expect(outcome.places.map(\.position.latitude) == [42.6, 42.5])
    #expect(outcome.places.map(\.country) == ["XK", ""])
    #expect(
      outcome.faults.leftOut.map { "\($0.code) \($0.count)" } == ["no longer there 3", "venue 1"])
  }

  @Test func `a table without countries gets that of the importer, another keeps its own`() throws {
    var importer = GazetteerImporter(format: .whosonfirst)
    importer.country = "RS"
    var countries: [String] = []
    for (name, text) in [
      ("names.csv", "\(Self.header)\n85,locality,A,1,2,,,,1,,,,"),
      ("meta.csv", "id,placetype,name,lat,lon,iso\n1,locality,A,1,2,AL\n2,locality,B,1,2,XY"),
    ] {
      let path = try fixture.write(text, name)
      _ = try importer.read(path: path) { countries.append($0.country) }
    }
    #expect(countries == ["RS", "AL", ""])
  }

  @Test(
    arguments: [
      ("continent", .continent), ("country", .country), ("dependency", .country),
      ("region", .admin1), ("county", .municipality), ("localadmin", .municipality),
      ("locality", .village), ("borough", .neighbourhood), ("neighbourhood", .neighbourhood),
      ("campus", .facility), ("marinearea", .region),
    ] as [(String, PlaceKind)])
  func `kinds of place are kinds`(placetype: String, kind: PlaceKind) throws {
    #expect(
      try read(.whosonfirst, Self.header, "85,\(placetype),A,1,2,,,,1,,,,").places.first?.kind
        == kind)
  }

  @Test func `broken rows are told by line and column, and the others are read`() throws {
    let outcome = try read(
      .whosonfirst, Self.header, "85,locality,A,1,2,,,,1,,,,", "x,locality,A,1,2,,,,1,,,,",
      "86,locality,,1,2,,,,1,,,,", "87,locality,A,91,2,,,,1,,,,", "88,locality,A,,,,,,1,,,,",
      "89,locality", "90,locality,A,1,2,,,,1,Dra\u{9A},,,B", "91,locality,A\"b,1,2,,,,1,,,,",
      "92,locality,\"A\u{0}\",1,2,,,,1,,,,", "93,locality,A,0,0,,,,1,,,,")
    #expect(outcome.places.map(\.id.text) == ["wof:85", "wof:90"])
    #expect(
      outcome.messages == [
        "wof.csv:3:1: the identity is no whole number from 1",
        "wof.csv:4:13: the name is empty",
        "wof.csv:5:15: the latitude is no number from -90 to 90",
        "wof.csv:6:15: there is no position",
        "wof.csv:7:1: expected 13 columns, found 2",
        "wof.csv:8:24: an alternate name holds a control character",
        "wof.csv:9:14: a quote in a field that is not quoted",
        "wof.csv:10:13: the name holds a control character",
        "wof.csv:11:15: there is no position",
      ])
  }

  @Test func `a stray quote does not swallow the rows behind it`() throws {
    let outcome = try read(
      .whosonfirst, Self.header, "85,locality,\"A,1,2,,,,1,,,,", "86,locality,B,1,2,,,,1,,,,",
      "87,locality,\"C, D\",1,2,,,,1,,,,", "88,locality,\"E\nF\",1,2,,,,1,,,,",
      "89,locality,G,1,2,,,,1,,,,")
    #expect(outcome.places.map(\.id.text) == ["wof:86", "wof:87", "wof:89"])
    #expect(
      outcome.messages == [
        "wof.csv:2:13: a quoted field is not closed",
        "wof.csv:5:13: the name holds a control character",
      ])
  }

  // MARK: - The project's own CSV

  private static let own =
    "id,name,kind,latitude,longitude,uncertainty_m,country,admin1,admin2,population,names,demonyms,"
    + "references,source"

  @Test func `rows of our own are read as a gazetteer reads them`() throws {
    let rows = [
      "xk:a,A,town,42.9,20.8,2500,XK,Mitrovica,A,7481,sq:Á|Ä,en:Aian,geonames:1,\"b, c\nd\"",
      "xk:b,B,village,42.9,20.8,,,,,,,,,",
    ]
    let bytes = Array(([Self.own] + rows).joined(separator: "\n").utf8)
    #expect(
      try fixture.read(.csv, bytes: bytes).places
        == Array(Gazetteer(files: [(path: "own.csv", bytes: bytes)]).places))
  }

  @Test func `broken rows of our own are told and passed over`() throws {
    let outcome = try read(
      .csv, Self.own, "xk:a,A,town,42.9,20.8,,,,,,,,,", "xk:b,B,burgh,42.9,200,,,,,,,,,",
      "xk:c,\"C", "xk:d,D\u{1}d,town,42.9,20.8,,,,,,,,,",
      "xk:e,E,town,1,2,,,,,,en:\(String(repeating: "e", count: 10_000)),,,",
      "xk:f,F,town,42.9,20.8,,,,,,,,,")
    #expect(outcome.places.map(\.id.text) == ["xk:a", "xk:f"])
    #expect(
      outcome.messages == [
        "wof.csv:3:8: kind: \"burgh\" is none of "
          + PlaceKind.allCases.map(\.rawValue).joined(separator: ", ") + ", pin, ban",
        "wof.csv:3:19: longitude: \"200\" is no number from -180.0 to 180.0",
        "wof.csv:4:6: a quoted field is not closed",
        "wof.csv:5:1: a name holds a control character",
        "wof.csv:6:1: a name is longer than 1024 bytes",
      ])
  }
}
