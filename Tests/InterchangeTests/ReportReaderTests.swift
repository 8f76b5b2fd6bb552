import IncidentModel
import Interchange
import NamedSeeds
import Testing

@Suite("Report reader")
struct ReportReaderTests {
  func outcomes(
    _ text: String, path: String = "report.txt", format: ReportFormat? = nil
  ) -> [ReportReader.Outcome] {
    ReportReader.reports(in: Array(text.utf8), path: path, format: format)
  }

  func report(_ bytes: [UInt8], path: String = "report.txt") throws -> RawReport {
    let outcomes = ReportReader.reports(in: bytes, path: path)
    try #require(outcomes.count == 1)
    return try outcomes[0].get()
  }

  func error(_ outcome: ReportReader.Outcome?) -> ReportInputError? {
    if case .failure(let error)? = outcome { error } else { nil }
  }

  // FIPS 180-4's example: the SHA-256 of "abc".
  @Test func `a text is itself, known by the hash of its bytes`() throws {
    for path in ["folder/a.txt", "A.TXT", "note.md"] {
      let report = try report(Array("abc".utf8), path: path)
      #expect(
        report.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
      #expect(report.text == "abc" && report.path == path && report.notices.isEmpty)
    }
  }

  @Test func `a byte order mark is dropped and line ends are kept`() throws {
    let marked = try report([0xEF, 0xBB, 0xBF] + Array("a\r\nž\n".utf8))
    #expect(Array(marked.text.utf8) == Array("a\r\nž\n".utf8))
    #expect(marked.sha256 == Report.sha256(of: [0xEF, 0xBB, 0xBF] + Array("a\r\nž\n".utf8)))
  }

  // Unicode 15 §3.9: maximal subparts; "a", a cut-off sequence, "b", a stray byte, a real U+FFFD.
  @Test func `invalid UTF-8 is replaced and said so`() throws {
    let report = try report([0x61, 0xC5, 0x62, 0xFF, 0xEF, 0xBF, 0xBD])
    #expect(report.text == "a\u{FFFD}b\u{FFFD}\u{FFFD}")
    #expect(
      report.notices == ["not all of it is UTF-8: 2 invalid sequences are read as U+FFFD"])
  }

  @Test(
    arguments: [
      [0x61, 0x00, 0x62, 0x00], [0x25, 0x50, 0x44, 0x46, 0x00],
    ] as [[UInt8]])
  func `binary files are refused`(_ bytes: [UInt8]) {
    let outcomes = ReportReader.reports(in: bytes, path: "a.txt")
    #expect(outcomes.count == 1 && error(outcomes.first)?.kind == .notText)
  }

  // U+017E and U+1F600 in both byte orders; half a surrogate pair and half a unit at the end.
  @Test(
    arguments: [
      [0xFF, 0xFE, 0x7E, 0x01, 0x3D, 0xD8, 0x00, 0xDE, 0x00, 0xD8, 0x41],
      [0xFE, 0xFF, 0x01, 0x7E, 0xD8, 0x3D, 0xDE, 0x00, 0xD8, 0x00, 0x41],
    ] as [[UInt8]])
  func `UTF-16 is read where a byte order mark says so`(_ bytes: [UInt8]) throws {
    let whole = try report(Array(bytes.prefix(8)))
    #expect(whole.text == "ž😀" && whole.notices == ["it is read as UTF-16"])
    #expect(whole.sha256 == Report.sha256(of: Array(bytes.prefix(8))))
    let cut = try report(bytes)
    #expect(cut.text == "ž😀\u{FFFD}")
    #expect(
      cut.notices.last == "not all of it is UTF-16: 2 invalid sequences are read as U+FFFD")
  }

  @Test func `a text that is too large is refused, and the limit named`() {
    let page = ReportReader.reports(
      in: Array(repeating: 0x20, count: (1 << 25) + 1), path: "a.html")
    #expect(
      page.compactMap(error).map(\.description)
        == ["a.html: is larger than 32 MiB: no report is; split it"])
  }

  @Test(arguments: ["", " \r\n\t", "\u{FEFF}", "\u{A0}\u{2003}\u{200B}\n"])
  func `an empty report is an error`(_ text: String) {
    #expect(outcomes(text).compactMap(error).map(\.kind) == [.empty])
  }

  @Test func `endings that are not read are named`() {
    #expect(
      error(outcomes("x", path: "a/b.docx").first)?.description
        == "a/b.docx: files ending in .docx are not read; \(ReportFormat.endings) are")
    for path in ["a.PDF", "folder.txt/README", ".txt", "-"] {
      #expect(outcomes("x", path: path).compactMap(error).map(\.kind) == [.unsupported])
    }
    #expect(outcomes("x", path: "README", format: .text).compactMap(error) == [])
  }

  @Test func `a report line gives all it says`() throws {
    let line =
      #"{"id":"40","title":"T","url":"https://a.test/1","publisher":"P","#
      + #""published":"2023-05-29T22:15:00+02:00","language":"sr-Latn","text":"Zveč\u0061n","x":[]}"#
    let report = try #require(
      try outcomes(line, path: "-", format: .jsonLines).first?.get())
    var expected = RawReport(
      sha256: Report.sha256(of: Array("Zvečan".utf8)), path: nil, line: 1, text: "Zvečan")
    expected.externalID = "40"
    expected.title = "T"
    expected.url = "https://a.test/1"
    expected.publisher = "P"
    expected.published = CalendarDate(year: 2023, month: 5, day: 29)
    expected.language = "sr-Latn"
    #expect(report == expected)
  }

  @Test func `a bad line never harms the others`() {
    let lines = [
      #"{"text":"one"}"#, "", #"{"text":"two",}"#, #"{"text":3}"#, "[]", #"{"text":" "}"#,
      #"{"text":"a\u0000b"}"#, "  \r", #"{"text":"last"}"#,
    ]
    let outcomes = outcomes(lines.joined(separator: "\n"), path: "r.jsonl")
    #expect(outcomes.map { try? $0.get().text } == ["one", nil, nil, nil, nil, nil, "last"])
    let errors = outcomes.compactMap(error)
    #expect(errors.map(\.kind) == [.malformed, .malformed, .malformed, .empty, .notText])
    #expect(errors.map(\.problem.line) == [3, 4, 5, 6, 7])
    #expect(
      errors.first?.description == "r.jsonl:3:15: a name in double quotes should stand here")
    #expect(outcomes.last.flatMap { try? $0.get().line } == 9)
  }

  @Test func `no lines are no reports and no error`() {
    #expect(outcomes("", path: "r.jsonl").isEmpty)
    #expect(outcomes("\n \n", path: "r.jsonl").isEmpty)
  }

  @Test func `a member that is not understood is passed over with a notice`() throws {
    let report = try #require(
      try outcomes(
        #"{"text":"t","id":7,"title":[],"publisher":"","url":null,"published":"2023-05"}"#,
        path: "r.jsonl"
      ).first?.get())
    #expect(report.externalID == "7" && report.title == nil && report.publisher == nil)
    #expect(report.published == nil)
    #expect(
      report.notices == [
        "\"title\" is passed over: it is no string",
        "\"published\" is passed over: it is no date such as 2023-05-29",
      ])
  }

  @Test(arguments: ["2023-02-30", "29.05.2023", "2023-05-29x", "2023-5-29"])
  func `only full dates are dates`(_ date: String) throws {
    let line = #"{"text":"t","published":"\#(date)"}"#
    let report = try #require(try outcomes(line, path: "r.jsonl").first?.get())
    #expect(report.published == nil && report.notices.count == 1)
  }

  @Test func `files are read, missing ones and folders are errors`() throws {
    try withTemporaryFolder { folder in
      try put("Leposaviq".utf8, at: folder + "/a.txt")
      #expect(
        try ReportReader.reports(contentsOf: folder + "/a.txt").first?.get().text == "Leposaviq")
      #expect(
        error(ReportReader.reports(contentsOf: folder + "/b.txt").first)?.kind == .missing)
      #expect(
        error(ReportReader.reports(contentsOf: folder, format: .text).first)?.description
          == "\(folder): cannot be read: it is a folder")
    }
  }

  @Test(arguments: Seed.allCases)
  func `mutated inputs give reports or errors`(_ seed: Seed) {
    let line = #"{"id":"1","title":"ž","published":"2023-05-29","text":"In Zve\u010dan, 30 hurt."}"#
    let document = Array((line + "\n" + line + "\n").utf8)
    var generator = seed.generator
    var (read, refused) = (0, 0)
    for _ in 0..<700 {
      let mutated = generator.mutation(of: document)
      for path in ["a.jsonl", "a.txt"] {
        for outcome in ReportReader.reports(in: mutated, path: path) {
          switch outcome {
          case .success(let report):
            read += 1
            #expect(!report.text.isEmpty && report.sha256.count == 64)
          case .failure(let error):
            refused += 1
            #expect(!error.description.contains("hurt"))
          }
        }
      }
    }
    #expect(read > 700 && refused > 100)
  }
}
