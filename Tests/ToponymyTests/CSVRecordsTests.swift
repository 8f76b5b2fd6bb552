import NamedSeeds
import Testing
import Toponymy

@Suite("CSV records")
struct CSVRecordsTests {
  private func records(_ text: String) -> [CSVRecords.Record] {
    Array(CSVRecords(Array(text.utf8)))
  }

  private func texts(_ text: String) -> [[String]] {
    records(text).map { $0.fields.map(\.text) }
  }

  // MARK: - RFC 4180, section 2

  @Test func `rule 1, each record is on a line of its own`() {
    #expect(
      texts("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n") == [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]])
    #expect(texts("aaa,bbb\nzzz,yyy\n") == [["aaa", "bbb"], ["zzz", "yyy"]])
  }

  @Test func `rule 2, the last record needs no line end`() {
    #expect(texts("aaa,bbb\r\nzzz,yyy") == [["aaa", "bbb"], ["zzz", "yyy"]])
    #expect(texts("aaa,") == [["aaa", ""]])
  }

  @Test func `rule 4, spaces belong to a field`() {
    #expect(texts(" a , b\n") == [[" a ", " b"]])
    #expect(texts(",,\n") == [["", "", ""]])
  }

  @Test func `rule 5, quotes may stand around a field and nowhere else`() throws {
    #expect(texts("\"aaa\",\"bbb\",ccc") == [["aaa", "bbb", "ccc"]])
    #expect(texts("\"\",x") == [["", "x"]])
    let record = try #require(records("x\nab,c\"d\",e").last)
    #expect(record.fields.map(\.text) == ["ab", "c\"d\"", "e"])
    #expect(record.fault?.line == 2 && record.fault?.column == 5)
    #expect(record.fault?.message == "a quote in a field that is not quoted")
  }

  @Test func `rule 6, line ends and commas stand inside quotes`() {
    #expect(texts("\"aaa\",\"b\r\nbb\",\"c,c\"\r\nz") == [["aaa", "b\r\nbb", "c,c"], ["z"]])
  }

  @Test func `rule 7, a quote inside quotes is doubled`() {
    #expect(texts("\"aaa\",\"b\"\"bb\",\"\"\"\"") == [["aaa", "b\"bb", "\""]])
  }

  // MARK: - Beyond the rules

  @Test func `a byte order mark and empty lines are passed over`() {
    let found = records("\u{FEFF}a,b\n\n\r\n\nc,d\n\n")
    #expect(found.map { $0.fields.map(\.text) } == [["a", "b"], ["c", "d"]])
    #expect(found.map(\.line) == [1, 5])
    #expect(found.first?.fields.map(\.column) == [1, 3])
  }

  @Test func `nothing, a mark alone and empty lines hold no record`() {
    #expect(texts("").isEmpty && texts("\u{FEFF}").isEmpty && texts("\n\r\n").isEmpty)
  }

  @Test func `lines and columns are those of each field`() throws {
    let found = records("č,\"b\nč\",d\ne,f")
    #expect(found.map(\.line) == [1, 3])
    #expect(found.first?.fields.map(\.line) == [1, 1, 2])
    #expect(found.first?.fields.map(\.column) == [1, 4, 5])
    #expect(found.last?.fields.map(\.column) == [1, 3])
  }

  @Test func `a quoted field that is not closed is told by where it opens`() throws {
    let record = try #require(records("a,b\nc,\"d\ne,f\n").last)
    #expect(record.fields.map(\.text) == ["c", "d\ne,f\n"])
    #expect(record.fault?.line == 2 && record.fault?.column == 3)
    #expect(record.fault?.message == "a quoted field is not closed")
  }

  @Test func `text after a closing quote is told by its first byte`() throws {
    let record = try #require(records("\"a\nb\"cd,e").last)
    #expect(record.fields.map(\.text) == ["a\nb", "e"])
    #expect(record.fault?.line == 2 && record.fault?.column == 3)
    #expect(record.fault?.message == "text after a closing quote")
  }

  // MARK: - Properties

  @Test(arguments: Seed.allCases)
  func `whatever is quoted is read back`(_ seed: Seed) {
    var generator = seed.generator
    for _ in 0..<40 {
      let fields = (0..<5).map { _ in
        String((0..<8).map { _ in "a,\"\r\n č;".randomElement(using: &generator) ?? "a" })
      }
      let line = fields.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
      let found = records(line + "\r\n" + line)
      #expect(found.map { $0.fields.map(\.text) } == [fields, fields])
      #expect(found.allSatisfy { $0.fault == nil })
    }
  }

  @Test(arguments: Seed.allCases)
  func `any bytes are read to their end, with lines and columns that lie in them`(_ seed: Seed) {
    var generator = seed.generator
    let alphabet = Array("a,\"\r\n".utf8) + [0xC4, 0x8D, 0xEF, 0xBB, 0xBF, 0xFF]
    for _ in 0..<200 {
      let bytes = (0..<40).map { _ in alphabet[Int.random(in: alphabet.indices, using: &generator)]
      }
      // CR, LF and CRLF each end a line.
      let lineEnds = bytes.filter { $0 == 0x0A || $0 == 0x0D }.count
      var line = 0
      for record in CSVRecords(bytes) {
        #expect(record.line > line && record.line <= lineEnds + 1)
        line = record.line
        #expect(!record.fields.isEmpty)
        #expect(record.fields.allSatisfy { $0.line >= record.line && (1...41).contains($0.column) })
        if let fault = record.fault {
          #expect(fault.line >= record.line && (1...40).contains(fault.column))
        }
      }
    }
  }
}
