import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing

@testable import Interchange

/// What holds for the writers of all formats.
@Suite("Writers of rows")
struct IncidentRowWriterTests {
  /// Some incidents and columns beside theirs.
  struct Sheet {
    var columns: RowColumns
    var incidents: [Incident]
    var added: [[FieldValue]]

    init(_ generator: inout SplitMix64, rows: Int) {
      func headings(_ generator: inout SplitMix64) -> [ColumnHeading] {
        (0..<Int.random(in: 0...2, using: &generator)).map { number in
          ColumnHeading(
            "\(number)" + generator.text(upTo: 4), hxlTag: "#meta+\(number)",
            places: Int.random(in: 0...8, using: &generator))
        }
      }
      let columns = RowColumns(
        fields: RowColumns.allFields.filter { _ in Bool.random(using: &generator) },
        leading: headings(&generator), trailing: headings(&generator))
      self.columns = columns
      incidents = (0..<rows).map { _ in generator.incident() }
      added = (0..<rows).map { _ in
        (columns.leading + columns.trailing).map { _ in generator.fieldValue() }
      }
    }

    /// The file of a writer that is given bytes, as they come from a database, and emptied at any
    /// time.
    func streamed(_ writer: some IncidentRowWriter, _ generator: inout SplitMix64) -> [UInt8] {
      var writer = writer
      var box = WrittenBox()
      for incident in incidents { begin(incident, &box) }
      writer.appendHead(box: box.box)
      var bytes: [UInt8] = []
      for (incident, added) in zip(incidents, added) {
        begin(incident, &writer)
        for field in columns.fields {
          let value = IncidentField.all[field].value(incident)
          if case .text(let text) = value {
            writer.receive(text: Array(text.utf8).span, field: field)
          } else {
            writer.receive(value, field: field)
          }
        }
        writer.endRow(adding: added)
        if Bool.random(using: &generator) { bytes += writer.drain() }
      }
      writer.appendTail()
      return bytes + writer.drain()
    }

    private func begin(_ incident: Incident, _ receiver: inout some IncidentRowReceiver) {
      receiver.beginRow(
        id: Array(incident.id.utf8).span, position: incident.position,
        uncertainty: incident.uncertainty)
    }
  }

  @Test(arguments: Seed.allCases)
  func `rows make the same file whatever they come from and whenever they are taken`(_ seed: Seed) {
    var generator = seed.generator
    func check(_ writer: some IncidentRowWriter, _ sheet: Sheet) {
      let streamed = sheet.streamed(writer, &generator)
      #expect(streamed == writer.file(sheet.incidents, adding: sheet.added))
    }
    for rows in [0, 1, 2, 50] {
      let sheet = Sheet(&generator, rows: rows)
      check(GeoJSONRows(sheet.columns, form: .collection(name: "a\"b")), sheet)
      check(GeoJSONRows(sheet.columns, form: .lines), sheet)
      check(CSVRows(sheet.columns, includesHXLTags: true), sheet)
      check(JSONRows(sheet.columns), sheet)
      check(JSONRows(sheet.columns, answering: { $0.string("near") }), sheet)
      check(KMLRows(sheet.columns), sheet)
    }
  }

  @Test(arguments: Seed.allCases)
  func `all forms of JSON say the same`(_ seed: Seed) throws {
    var generator = seed.generator
    for rows in [0, 1, 30] {
      let sheet = Sheet(&generator, rows: rows)
      func json(_ bytes: [UInt8]) throws -> JSONValue { try JSONValue(parsing: bytes, path: "-") }
      func lines(_ bytes: [UInt8]) throws -> [JSONValue] {
        try bytes.split(separator: 0x0A).map { try json(Array($0)) }
      }
      let objects = try lines(JSONRows(sheet.columns).file(sheet.incidents, adding: sheet.added))
      #expect(objects.count == rows)
      let features = try lines(
        GeoJSONRows(sheet.columns, form: .lines).file(sheet.incidents, adding: sheet.added))
      #expect(features.map { $0["properties"] } == objects)
      let collection = try json(
        GeoJSONRows(sheet.columns, form: .collection(name: "incidents"))
          .file(sheet.incidents, adding: sheet.added))
      #expect(collection["features"]?.elements == features)
      let answer = try json(
        JSONRows(sheet.columns, answering: { $0.string("near") })
          .file(sheet.incidents, adding: sheet.added))
      #expect(answer["query"]?.text == "near" && answer["incidents"]?.elements == objects)
    }
  }

  @Test func `an answer is laid out a member a line`() {
    let columns = RowColumns(fields: [1], trailing: [ColumnHeading("distance_m")])
    let rows = JSONRows(columns, answering: { json in json.object { $0.member("within_m", 5) } })
    let head = "{\n  \"query\": {\n    \"within_m\": 5\n  },\n  \"incidents\": ["
    #expect(rows.file([]).string == head + "]\n}\n")
    let object = "\n    {\n      \"event_type\": \"Riots\",\n      \"distance_m\": 2.5\n    }"
    #expect(
      rows.file([Sample.clash, Sample.clash], adding: [[.real(2.5)], [.real(2.5)]]).string
        == head + object + "," + object + "\n  ]\n}\n")
  }

  @Test func `some fields are written as they are among all`() throws {
    let fields = ["sub_event_type", "latitude", "injured_best", "count_conflict"].compactMap {
      name in
      RowColumns.allFields.first { IncidentField.all[$0].name == name }
    }
    let columns = RowColumns(fields: fields)
    #expect(
      CSVRows(columns).file([Sample.clash]).string
        == "sub_event_type,latitude,injured_best,count_conflict\nMob violence,42.908,30,true\n")
    #expect(
      JSONRows(columns).file([Sample.clash]).string
        == #"{"sub_event_type":"Mob violence","latitude":42.908,"injured_best":30,"#
        + "\"count_conflict\":true}\n")
    #expect(JSONRows(RowColumns(fields: [])).file([Sample.bare]).string == "{}\n")
  }

  @Test func `a writer is full from a mebibyte on`() {
    var rows = JSONRows(RowColumns())
    while rows.byteCount < 1 << 20 {
      #expect(!rows.isFull)
      Sample.talkative.send(RowColumns.allFields, to: &rows)
    }
    #expect(rows.isFull)
    let row = JSONRows(RowColumns()).file([Sample.talkative])
    #expect(rows.drain() == Array(repeatElement(row, count: (1 << 20) / row.count + 1).joined()))
    #expect(rows.byteCount == 0)
  }
}
