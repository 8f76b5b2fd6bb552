import IncidentModel
import NamedSeeds
import SimpleFeatures
import Testing

@testable import Interchange

/// Rows sent field by field, as a store sends them, beside the tables of the same incidents.
@Suite("Rows and tables")
struct IncidentRowWriterTests {
  /// Some incidents and columns beside theirs.
  struct Sheet {
    var table: IncidentTable

    init(_ generator: inout SplitMix64, rows: Int) {
      func columns(_ count: Int, _ generator: inout SplitMix64) -> [AddedColumn] {
        (0..<count).map { number in
          AddedColumn(
            "\(number)" + generator.text(upTo: 4), hxlTag: "#meta+\(number)",
            places: Int.random(in: 0...8, using: &generator),
            values: (0..<rows).map { _ in generator.fieldValue() })
        }
      }
      table = IncidentTable(
        (0..<rows).map { _ in generator.incident() },
        leading: columns(Int.random(in: 0...2, using: &generator), &generator),
        trailing: columns(Int.random(in: 0...2, using: &generator), &generator))
    }

    /// The file of a writer that is given bytes as they come from a database, and emptied at any time.
    func streamed(
      _ writer: some IncidentRowWriter, _ generator: inout SplitMix64
    ) -> [UInt8] {
      var writer = writer
      var bytes: [UInt8] = []
      var box = WrittenBox()
      for incident in table.incidents {
        box.beginRow(
          id: Array(incident.id.utf8).span, position: incident.position,
          uncertainty: incident.uncertainty)
      }
      writer.appendHead(box: box.box)
      for (row, incident) in table.incidents.enumerated() {
        writer.beginRow(
          id: Array(incident.id.utf8).span, position: incident.position,
          uncertainty: incident.uncertainty)
        for field in writer.columns.fields {
          let value = IncidentField.all[field].value(incident)
          if case .text(let text) = value {
            writer.receive(text: Array(text.utf8).span, field: field)
          } else {
            writer.receive(value, field: field)
          }
        }
        writer.endRow(adding: (table.leading + table.trailing).map { $0.values[row] })
        if Bool.random(using: &generator) { bytes += writer.drain() }
      }
      writer.appendTail()
      return bytes + writer.drain()
    }
  }

  @Test(arguments: Seed.allCases)
  func `rows make the same files as tables`(_ seed: Seed) {
    var generator = seed.generator
    for rows in [0, 1, 2, 50] {
      let sheet = Sheet(&generator, rows: rows)
      let (table, columns) = (sheet.table, sheet.table.columns)
      let collection = sheet.streamed(
        GeoJSONRows(columns, form: .collection(name: "a\"b")), &generator)
      #expect(
        collection
          == GeoJSONWriter(name: "a\"b", includesEmptyColumns: true).featureCollection(table))
      let lines = sheet.streamed(GeoJSONRows(columns, form: .lines), &generator)
      #expect(
        lines == GeoJSONWriter(includesEmptyColumns: true).lines(table))
      let csv = sheet.streamed(CSVRows(columns, includesHXLTags: true), &generator)
      #expect(
        csv == CSVWriter(includesHXLTags: true).bytes(of: table))
      let objects = sheet.streamed(JSONRows(columns), &generator)
      #expect(objects == table.jsonLines)
    }
  }

  @Test(arguments: Seed.allCases)
  func `an answer is the query and the array of the table`(_ seed: Seed) {
    var generator = seed.generator
    for rows in 0...3 {
      let sheet = Sheet(&generator, rows: rows)
      var json = JSONWriter(style: .pretty)
      json.object { json in
        json.key("query")
        json.array { $0.string("near") }
        json.key("incidents")
        sheet.table.write(to: &json)
      }
      json.newline()
      let rows = JSONRows(
        sheet.table.columns, answering: { json in json.array { $0.string("near") } })
      let answer = sheet.streamed(rows, &generator)
      #expect(answer == json.bytes)
    }
  }

  @Test func `some fields are written as they are among all`() throws {
    let fields = ["sub_event_type", "latitude", "injured_best", "count_conflict"].compactMap {
      name in
      RowColumns.allFields.first { IncidentField.all[$0].name == name }
    }
    let columns = RowColumns(fields: fields)
    #expect(
      IncidentTable([Sample.clash]).bytes(CSVRows(columns), fields)
        == "sub_event_type,latitude,injured_best,count_conflict\nMob violence,42.908,30,true\n")
    #expect(
      IncidentTable([Sample.clash]).bytes(JSONRows(columns), fields)
        == #"{"sub_event_type":"Mob violence","latitude":42.908,"injured_best":30,"#
        + "\"count_conflict\":true}\n")
    #expect(IncidentTable([Sample.bare]).bytes(JSONRows(RowColumns(fields: [])), []) == "{}\n")
  }

  @Test func `a writer is full from a mebibyte on`() {
    var rows = JSONRows(RowColumns())
    while rows.byteCount < 1 << 20 {
      #expect(!rows.isFull)
      Sample.talkative.send(RowColumns.allFields, to: &rows)
    }
    #expect(rows.isFull)
    let row = IncidentTable([Sample.talkative]).jsonLines
    #expect(rows.drain() == Array(repeatElement(row, count: (1 << 20) / row.count + 1).joined()))
    #expect(rows.byteCount == 0)
  }
}

extension IncidentTable {
  fileprivate func bytes(_ writer: some IncidentRowWriter, _ fields: [Int]) -> String {
    var writer = writer
    writer.appendHead(box: nil)
    for incident in incidents { incident.send(fields, to: &writer) }
    writer.appendTail()
    return writer.drain().string
  }
}
