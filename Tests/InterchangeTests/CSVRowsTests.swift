import IncidentModel
import NamedSeeds
import Testing

@testable import Interchange

@Suite("CSV rows")
struct CSVRowsTests {
  func row(_ values: FieldValue...) -> String {
    bytes(of: values).string
  }

  /// A row of values, reals with 6 decimals at most.
  private func bytes(of values: [FieldValue]) -> [UInt8] {
    let headings = values.indices.map { ColumnHeading("column_\($0)", places: 6) }
    var rows = CSVRows(RowColumns(fields: [], trailing: headings))
    Sample.bare.send([], adding: values, to: &rows)
    return rows.drain()
  }

  // RFC 4180 §2, rules 5 to 7: "aaa","b CRLF bb","ccc" and "aaa","b""bb","ccc".
  @Test func `fields are quoted as RFC 4180 section 2 demands`() {
    #expect(row(.text("aaa"), .text("b\r\nbb"), .text("ccc")) == "aaa,\"b\r\nbb\",ccc\n")
    #expect(row(.text("aaa"), .text("b\"bb"), .text("ccc")) == "aaa,\"b\"\"bb\",ccc\n")
    #expect(row(.text("a,b"), .text(" a "), .text("")) == "\"a,b\", a ,\n")
  }

  @Test func `values are written by their type`() {
    let day = CalendarDate(dayNumber: 19_506)
    #expect(
      row(.null, .integer(-3), .real(500), .real(20.802812), .boolean(true), .boolean(false))
        == ",-3,500.0,20.802812,true,false\n")
    #expect(
      row(.date(day), .dateTime(Instant(midnightOf: day)), .real(.nan), .real(-0.5))
        == "2023-05-29,2023-05-29T00:00:00.000Z,,-0.5\n")
  }

  // OWASP, "CSV Injection": the characters that open a formula.
  @Test func `a text that spreadsheets take for a formula gets an apostrophe`() {
    for opening in ["=", "+", "-", "@"] {
      #expect(row(.text("\(opening)1+2")) == "'\(opening)1+2\n")
    }
    #expect(row(.text("\t1")) == "'\t1\n")
    #expect(row(.text("\r1")) == "\"'\r1\"\n")
    #expect(row(.text("=HYPERLINK(\"a\",1)")) == "\"'=HYPERLINK(\"\"a\"\",1)\"\n")
    #expect(row(.text("a=1")) == "a=1\n")
  }

  @Test func `the header names every column`() throws {
    let columns = RowColumns(
      leading: [ColumnHeading("batch")],
      trailing: [ColumnHeading("distance_m", hxlTag: "#geo+distance")])
    let bytes = CSVRows(columns, includesHXLTags: true).file(
      [Sample.clash, Sample.bare],
      adding: [[.integer(1), .real(12.34)], [.integer(2), .null]])
    let records = records(in: bytes)
    let names = ["batch"] + IncidentField.all.map(\.name) + ["distance_m"]
    #expect(records.count == 4)
    #expect(records.allSatisfy { $0.count == names.count })
    #expect(records[0] == names)
    #expect(records[1][1] == "#event+code" && records[1].last == "#geo+distance")
    let clash = Dictionary(uniqueKeysWithValues: zip(names, records[2]))
    #expect(clash["location_alt"] == "Zveçan; Звечан" && clash["latitude"] == "42.908")
    #expect(clash["killed_low"] == "" && clash["injured_best"] == "30")
    #expect(clash["distance_m"] == "12.3" && clash["batch"] == "1")
    #expect(CSVRows(columns).file([]).string.split(separator: "\n").count == 1)
  }

  @Test func `HXL tags are well formed and belong to columns`() {
    let names = Set(IncidentField.all.map(\.name))
    #expect(HXL.tags.count == 40)
    for (name, tag) in HXL.tags {
      #expect(names.contains(name))
      // HXL 1.1: a hashtag, then attributes: letters, digits and underscores, a letter first.
      #expect(tag.wholeMatch(of: /#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*/) != nil)
    }
    #expect(Set(HXL.tags.values).count == HXL.tags.count)
  }

  @Test(arguments: Seed.allCases)
  func `texts of any kind are read back`(_ seed: Seed) {
    var generator = seed.generator
    for _ in 0..<700 {
      let texts = (0..<3).map { _ in generator.text(upTo: 8) }
      let bytes = bytes(of: texts.map { .text($0) })
      let guarded = texts.map { text in
        text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } == true ? "'" + text : text
      }
      #expect(
        records(in: bytes).map { $0.map { Array($0.utf8) } } == [guarded.map { Array($0.utf8) }])
    }
  }

  /// The records of a CSV text by the grammar of RFC 4180 §2, LF or CRLF between them.
  private func records(in bytes: [UInt8]) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") || byte == 0x0A {
        record.append(field.string)
        field = []
        if byte == 0x0A {
          records.append(record)
          record = []
        }
      } else {
        field.append(byte)
      }
    }
    return records
  }
}
