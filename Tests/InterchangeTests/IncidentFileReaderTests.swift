import IncidentModel
import Interchange
import NamedSeeds
import SimpleFeatures
import Testing

@Suite("Incident file reader")
struct IncidentFileReaderTests {
  func rows(
    _ text: String, options: ImportOptions = ImportOptions()
  ) throws -> (rows: [ImportedRow], mapping: ColumnMapping, notes: [String]) {
    var reader = try IncidentFileReader.reading(Array(text.utf8), path: "t.csv", options: options)
    var rows: [ImportedRow] = []
    while let row = try reader.next() { rows.append(row) }
    return (rows, reader.mapping, reader.notes)
  }

  @Test func `our own export comes back the same`() throws {
    let csv = CSVRows(RowColumns()).file([Sample.clash, Sample.bare])
    let (rows, mapping, _) = try rows(String(decoding: csv, as: UTF8.self))
    #expect(mapping.convention == .incidentmap)
    #expect(mapping.ignored.isEmpty)
    #expect(rows.allSatisfy { $0.problems.isEmpty })
    let again = CSVRows(RowColumns()).file(rows.compactMap(\.incident))
    #expect(String(decoding: again, as: UTF8.self) == String(decoding: csv, as: UTF8.self))
  }

  // ACLED's names of columns; the rows are invented.
  @Test func `an ACLED export is read`() throws {
    let (rows, mapping, _) = try rows(
      """
      event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,\
      assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,\
      admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,\
      fatalities,tags,timestamp
      XKX901,29 May 2023,2023,1,Political violence,Riots,Mob violence,Rioters (Kosovo),,5,Military \
      Forces,,8,58,,383,Europe,Kosovo,Mitrovica,Zvecan,,Zvecan,42.9075,20.8403,1,Invented Daily,\
      National,"On 29 May, a crowd.",0,crowd size=about 200,1685500000
      XKX902,14 June 2023,2023,3,Demonstrations,Protests,Peaceful protest,Protesters (Kosovo),,6,,,0,60,\
      ,383,Europe,Kosovo,Mitrovica,Leposaviq,,Leposavic,43.1039,20.8028,2,Invented Daily,National,\
      Calm.,2,,1685500001

      """)
    #expect(mapping.convention == .acled)
    let first = try #require(rows.first?.incident)
    #expect(first.eventType == .riots && first.subEventType == "Mob violence")
    #expect(first.date?.start.description == "2023-05-29" && first.date?.precision == .day)
    #expect(first.position == Position(longitude: 20.8403, latitude: 42.9075))
    #expect(first.killed.low == 0 && first.wherePrecision == .exact)
    #expect(first.summary == "On 29 May, a crowd.")
    #expect(rows[0].sourceID == "XKX901" && rows[0].problems.isEmpty)
    let second = try #require(rows[1].incident)
    #expect(second.date?.precision == .month)
    #expect(second.date?.start.description == "2023-06-01")
    #expect(second.date?.end.description == "2023-06-30")
    #expect(second.killed.low == 2 && second.wherePrecision == .near)
    #expect(second.reviewStatus == .manual)
  }

  @Test func `a spreadsheet in plain words is read`() throws {
    let (rows, mapping, notes) = try rows(
      """
      Datum;Mesto;Opština;Ubijeni;Povređeni;Opis
      29.05.2023;Zvečan;Zvečan;0;"1.200";Sukob
      2023;Leposavić;;mnogo;;
      """)
    #expect(mapping.convention == .words)
    #expect(
      mapping.mapped.compactMap(\.field) == [
        "date", "location", "admin2", "killed_best", "injured_best", "summary",
      ])
    #expect(notes == ["the fields are taken to be separated by semicolons"])
    #expect(rows[0].place == PlaceNames(name: "Zvečan", admin2: "Zvečan"))
    #expect(rows[0].incident?.injured.best == 1200)
    #expect(rows[0].incident?.date?.start.description == "2023-05-29")
    #expect(rows[1].incident?.date?.precision == .year)
    #expect(rows[1].incident?.killed.best == nil)
    #expect(rows[1].problems.map(\.problem.line) == [3])
    #expect(rows[1].problems.map(\.problem.column) == [17])
  }
}

@Suite("Rows of incidents")
struct ImportedRowTests {
  func read(
    _ bytes: [UInt8], options: ImportOptions = ImportOptions()
  ) throws(InterchangeError) -> (rows: [ImportedRow], notes: [String]) {
    var reader = try IncidentFileReader.reading(bytes, path: "t", options: options)
    var rows: [ImportedRow] = []
    while let row = try reader.next() { rows.append(row) }
    return (rows, reader.notes)
  }

  func rows(_ text: String, options: ImportOptions = ImportOptions()) throws -> [ImportedRow] {
    try read(Array(text.utf8), options: options).rows
  }

  // UCDP GED's names of columns; the row is invented.
  @Test func `a row of UCDP GED is read`() throws {
    let row = try #require(
      try rows(
        """
        id,year,code_status,type_of_violence,side_a,side_b,number_of_sources,source_article,\
        source_date,source_headline,where_prec,where_coordinates,where_description,adm_1,adm_2,\
        latitude,longitude,geom_wkt,country,country_id,event_clarity,date_prec,date_start,date_end,\
        deaths_a,best,high,low
        901,2023,Clear,3,Government of Nowhere,Civilians,-1,\"\"\"Invented Daily, 2023-06-02\"\"\",\
        2023-06-02,A headline,3,Zvečan municipality,in a village,Mitrovica,Zvečan,42.9075,20.8403,\
        POINT (20.8403 42.9075),Kosovo,347,1,2,2023-05-29 00:00:00.000,2023-05-31 00:00:00.000,0,5,9,3
        """,
        options: ImportOptions(countryCode: { $0 == "Kosovo" ? "XK" : nil })
      ).first)
    #expect(row.problems.isEmpty && row.place == nil && row.sourceID == "901")
    let incident = try #require(row.incident)
    #expect(incident.eventType == .violenceAgainstCivilians)
    #expect(incident.killed == Count(low: 3, best: 5, high: 9))
    #expect(incident.date?.start.description == "2023-05-29")
    #expect(incident.date?.end.description == "2023-05-31")
    #expect(incident.date?.precision == .severalDays && incident.date?.basis == .span)
    #expect(incident.wherePrecision == .municipality && incident.uncertainty == .kilometers(10))
    #expect(incident.country == "XK" && incident.admin2 == "Zvečan" && incident.reports == 0)
    #expect(incident.source == "\"Invented Daily, 2023-06-02\"")
    #expect(incident.sourceDate?.description == "2023-06-02" && incident.eventClarity == 1)
    #expect(incident.locationReported == ["in a village"])
  }

  @Test func `a tagged spreadsheet is read by its tags`() throws {
    let row = try #require(
      try rows(
        """
        Wann;Wo genau;Egal;Zahl
        #date+start;#loc +name;;#affected+killed
        29.05.2023;Leposavić;x;2
        """
      ).first)
    #expect(row.line == 3 && row.number == 1)
    #expect(row.place?.name == "Leposavić" && row.incident?.killed.best == 2)
  }

  @Test func `an identifier follows from the source's own`() throws {
    let found = try rows("id,place\n901,Zvečan\n901,Leposavić\ni-0123456789ab,X\n")
    #expect(found.map(\.incident?.id) == [Self.id("901"), Self.id("901"), "i-0123456789ab"])
    #expect(found.map(\.sourceID) == ["901", "901", nil])
  }

  static func id(_ text: String) -> String { "i-" + Report.sha256(of: Array(text.utf8)).prefix(12) }

  @Test func `without one it follows from all fields, however they are written`() throws {
    let found = try rows("place,date,note\nA,2023,x\n\"A\",2023,x\nA,2023,xy\nA2,023,x\n")
    #expect(found[0].incident?.id == Self.id("1:A4:20231:x"))
    #expect(found[1].incident?.id == found[0].incident?.id)
    #expect(Set(found.map(\.incident?.id)).count == 3)
  }

  @Test func `a position off the globe is dropped, and the name is kept`() throws {
    let found = try rows(
      "place,lat,lon\nA,142.9,20.8\nA,42.9,200\nA,0,0\nA,42.9,\nA,42.9,20.8\n")
    #expect(found.map { $0.incident?.position == nil } == [true, true, true, true, false])
    #expect(found.map(\.place?.name) == ["A", "A", "A", "A", nil])
    #expect(
      found.map { $0.problems.map(\.consequence) } == [
        [.valueDropped], [.valueDropped], [.valueDropped], [.valueDropped], [],
      ])
    #expect(found[0].problems.map(\.problem.column) == [3])
    let bare = try rows("date,lat,lon\n2023,0,0\n")
    #expect(bare[0].incident?.position?.latitude == 0)
    #expect(bare[0].problems.map(\.consequence) == [.doubtful])
  }

  @Test func `a line that is no incident is refused, a row without a place is doubtful`() throws {
    let found = try rows("date,place,note\n2023-05-29,,x\n,,Source: somebody\n")
    #expect(found.map { $0.incident == nil } == [false, true])
    #expect(found.map { $0.problems.map(\.consequence) } == [[.doubtful], [.refused]])
  }

  @Test func `a broken row is told and costs no other, wherever it stands`() throws {
    let found = try rows("place,date\n\"A\"x,2023\nB,2023\nC,2023,x\nD,\"2023\n")
    #expect(found.map(\.incident?.location) == [nil, "B", nil, nil])
    #expect(found.map(\.number) == [1, 2, 3, 4] && found.map(\.line) == [2, 3, 4, 5])
    #expect(found.map(\.problems.first?.problem.column) == [1, nil, 8, 3])
  }

  @Test func `kinds of incident are known by our classes, sub-classes and plain words`() throws {
    let found = try rows(
      "place,type\nA,riots\nA,Suicide bomb\nA,Demonstration\nA,zemljotres\nA,Wedding\n")
    #expect(
      found.map(\.incident?.eventType) == [
        .riots, .explosions, .protests, .disasters, .strategicDevelopments,
      ])
    #expect(found.map(\.incident?.subEventType) == [nil, "Suicide bomb", nil, nil, "Wedding"])
    #expect(found.map(\.problems.count) == [0, 0, 0, 0, 1])
  }

  @Test func `one date decides the order of all`() throws {
    let (found, notes) = try read(Array("place,date\nA,05/06/2023\nA,29/05/2023\n".utf8))
    #expect(found.map { $0.incident?.date?.start.description } == ["2023-06-05", "2023-05-29"])
    #expect(notes == ["dates are read in the order dmy, as some of them demand"])
    #expect(throws: InterchangeError.self) { try rows("place,date\nA,05/06/2023\n") }
    #expect(throws: InterchangeError.self) {
      try rows("place,date\nA,05/06/2023\nA,29/05/2023\nA,05/29/2023\n")
    }
    let given = try rows(
      "place,date\nA,05/06/2023\n", options: ImportOptions(dateOrder: .monthDayYear))
    #expect(given[0].incident?.date?.start.description == "2023-05-06")
  }

  @Test func `day numbers, missing dates and other encodings are told`() throws {
    #expect(try read(Array("place,date\nA,45075\n".utf8)).notes.count == 1)
    #expect(
      try read(Array("place\nA\n".utf8)).notes == [
        "no column is a date: name it with --columns date=HEADER"
      ])
    // windows-1250: Zvečan with č as 0xE8.
    let bytes = Array("date,place\n2023,Zve".utf8) + [0xE8] + Array("an\n".utf8)
    let (found, notes) = try read(bytes, options: ImportOptions(encoding: "windows-1250"))
    #expect(found[0].place?.name == "Zvečan")
    #expect(notes == ["1 text is not UTF-8 and read as windows-1250"])
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in "date\tplace\n2023\tЗвечан\n".utf16 {
      utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    let decoded = try read(utf16)
    #expect(decoded.rows[0].place?.name == "Звечан")
    #expect(decoded.notes.first == "it is read as UTF-16")
    #expect(try read(Array(utf16.dropFirst(2))).rows[0].place?.name == "Звечан")
  }

  @Test(
    arguments: [
      [0x50, 0x4B, 0x03, 0x04], [0x1F, 0x8B], [0x61, 0x2C, 0x00, 0x0A, 0x01], [], [0x0A, 0x0A],
    ] as [[UInt8]])
  func `what is no table is refused`(bytes: [UInt8]) {
    #expect(throws: InterchangeError.self) { try read(bytes) }
  }

  @Test func `our own GeoJSON comes back the same`() throws {
    let bytes = GeoJSONRows.collection(of: [Sample.clash, Sample.bare], name: "incidents")
    let (found, notes) = try read(bytes)
    #expect(found.allSatisfy { $0.problems.isEmpty } && notes.isEmpty)
    let again = GeoJSONRows.collection(of: found.compactMap(\.incident), name: "incidents")
    #expect(String(decoding: again, as: UTF8.self) == String(decoding: bytes, as: UTF8.self))
  }

  @Test func `features of others are read by the names of their properties`() throws {
    let found = try rows(
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","id":"a1","geometry":{"type":"Point","coordinates":[20.84,42.9]},
       "properties":{"Datum":"29.05.2023","Ort":"Zve\\u010dan","Tote":2,"tags":["x"]}},
      {"type":"Feature","geometry":{"type":"LineString","coordinates":[[20,42],[21,43]]},
       "properties":{"Ort":"Leposavić","Tote":"viele","Verletzte":null,"Neu":1}},
      {"type":"Feature","geometry":{"type":"Point","coordinates":[200,0]},"properties":{}},
      {"type":"Point","coordinates":[20,42]}]}
      """)
    #expect(found.map(\.line) == [2, 4, 6, 7])
    #expect(found[0].incident?.id == Self.id("a1") && found[0].sourceID == "a1")
    #expect(found[0].incident?.location == "Zvečan" && found[0].incident?.killed.best == 2)
    #expect(found[0].incident?.position == Position(longitude: 20.84, latitude: 42.9))
    #expect(found[0].problems.isEmpty)
    #expect(found[1].place?.name == "Leposavić")
    #expect(found[1].problems.map(\.problem.line) == [4, 5])
    #expect(found[2].incident == nil && found[3].incident == nil)
  }

  @Test(arguments: Seed.allCases)
  func `damaged files give rows, problems or an error`(seed: Seed) throws {
    var generator = seed.generator
    let table = CSVRows(RowColumns(), includesHXLTags: true).file([Sample.clash, Sample.bare])
    let features = GeoJSONRows.collection(of: [Sample.clash, Sample.bare], name: "incidents")
    for _ in 0..<400 {
      for bytes in [table, features] {
        let damaged = generator.mutation(
          of: bytes, pieces: ["\"", ",", "\n", ";", "é", "0,0", "{"])
        guard let (found, _) = try? read(damaged) else { continue }
        for row in found {
          #expect(row.incident != nil || !row.problems.isEmpty)
          if let position = row.incident?.position { #expect(position.isValid) }
          if let date = row.incident?.date { #expect(date.start <= date.end) }
        }
      }
    }
  }
}
