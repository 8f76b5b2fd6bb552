import IncidentModel
import Interchange
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
