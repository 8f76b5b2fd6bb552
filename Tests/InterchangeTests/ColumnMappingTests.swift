import IncidentModel
import Testing

@testable import Interchange

@Suite("Column mapping")
struct ColumnMappingTests {
  func mapping(
    _ headers: [String], tags: [String]? = nil, columns: [String: String] = [:]
  ) throws(InterchangeError) -> [String?] {
    try ColumnMapping(
      ColumnMapping.Head(headers: headers, tags: tags, line: 1),
      options: ImportOptions(columns: columns), path: "t.csv"
    ).columns.map(\.field)
  }

  func problems(
    _ headers: [String], columns: [String: String] = [:]
  ) -> [String] {
    do {
      _ = try mapping(headers, columns: columns)
      return []
    } catch .malformed(_, let problems) {
      return problems.map(\.message)
    } catch {
      return ["\(error)"]
    }
  }

  @Test func `every column of the incident table is a field, in its order`() {
    let names = IncidentField.all.map(\.name)
    #expect(Array(ColumnMapping.fieldNames.prefix(names.count)) == names)
    #expect(names.allSatisfy { ImportField.ofTable($0) != nil })
    #expect(ImportField.ofTable("fatalities") == nil)
  }

  @Test(
    arguments: [
      (
        ["Date", "Place", "Killed", "Wounded"], ["date", "location", "killed_best", "injured_best"]
      ),
      (
        ["Data", "Vendi", "Të vrarë", "Të lënduar"],
        ["date", "location", "killed_best", "injured_best"]
      ),
      (
        ["Datum", "Mesto", "Ubijeni", "Ranjeni"],
        ["date", "location", "killed_best", "injured_best"]
      ),
      (
        ["Датум", "Место", "Убијени", "Рањени"],
        ["date", "location", "killed_best", "injured_best"]
      ),
      (
        ["Datum", "Ort", "Tote", "Verletzte"], ["date", "location", "killed_best", "injured_best"]
      ),
      (["Date", "Lieu", "Tués", "Blessés"], ["date", "location", "killed_best", "injured_best"]),
      (
        ["Fecha", "Lugar", "Muertos", "Heridos"],
        ["date", "location", "killed_best", "injured_best"]
      ),
      (["Tarih", "Yer", "Ölü", "Yaralı"], ["date", "location", "killed_best", "injured_best"]),
      (
        ["Дата", "Место", "Погибшие", "Раненые"],
        ["date", "location", "killed_best", "injured_best"]
      ),
      (["Lat", "Lng", "Title", "URL"], ["latitude", "longitude", "headline", "source_url"]),
      (["X", "Y", "Notes", "???"], ["longitude", "latitude", "summary", nil]),
    ] as [([String], [String?])])
  func `plain words are known in several languages`(headers: [String], fields: [String?]) throws {
    #expect(try mapping(headers) == fields)
  }

  @Test func `the better word wins, the other column is ignored`() throws {
    #expect(
      try mapping(["name", "city", "notes", "description"])
        == [nil, "location", nil, "summary"])
    #expect(try mapping(["lat", "lon", "geom"]) == ["latitude", "longitude", nil])
    #expect(try mapping(["year", "date", "place"]) == [nil, "date", "location"])
  }

  // HXL 1.1: attributes in any order, language and vocabulary attributes.
  @Test func `HXL tags are read whatever the order of their attributes`() throws {
    let tags = [
      "#event +id", "#date+start", "#LOC+name+en", "#adm1 +name", "#adm2+code", "#geo+lat",
      "#geo +lon", "#affected+min+killed", "#affected+killed", "#affected+f+killed", "",
      "#meta+source", "#country+code+v_iso2",
    ]
    #expect(
      try mapping(tags.map { _ in "header" }, tags: tags) == [
        "incident_id", "date_start", "location", "admin1", nil, "latitude", "longitude",
        "killed_low", "killed_best", nil, nil, "source", "country",
      ])
    #expect(HXLTag.isRow(["#date", "", "#loc+name"]))
    #expect(!HXLTag.isRow(["#date", "Zvečan"]) && !HXLTag.isRow(["", ""]))
    #expect(!HXLTag.isRow(["#1 priority!", "#x"]))
  }

  @Test func `our own HXL tags are those of our columns`() throws {
    for (name, tag) in HXL.tags { #expect(HXLTag.field(tag)?.rawValue == name) }
  }

  @Test func `what the user says wins`() throws {
    #expect(
      try mapping(
        ["date", "place", "Where it was", "n"],
        columns: ["location": "where it was", "killed_best": "n"])
        == ["date", nil, "location", "killed_best"])
  }

  @Test func `columns that leave no incident are errors`() {
    #expect(problems(["date", "killed"]).map { $0.prefix(20) } == ["no column is a posit"])
    #expect(problems(["lat", "date"]).count == 1)
    #expect(
      problems(["lat", "latitude", "lon"]).map { $0.prefix(29) }
        == ["two columns may be latitude, "])
    #expect(problems(["place", "place"]).count == 1)
    #expect(problems(["place"], columns: ["nonsense": "place"]).count == 1)
    #expect(problems(["place"], columns: ["date": "When"]).count == 1)
    #expect(problems(["place", "a"], columns: ["date": "a", "source": "a"]).count == 1)
    #expect(problems(["place"]).isEmpty)
  }
}
