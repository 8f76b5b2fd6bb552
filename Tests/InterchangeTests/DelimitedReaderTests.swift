import Foundation
import NamedSeeds
import Testing

@testable import Interchange

@Suite("Delimited reader")
struct DelimitedReaderTests {
  /// The rows of a text, faults as `line:column: kind`.
  func read(_ text: String, separator: UInt8? = nil) throws -> [[String]] {
    try read(InputWindow(Array(text.utf8), path: "t.csv"), separator: separator)
  }

  func read(
    _ window: InputWindow, separator: UInt8? = nil, longestField: Int = 16 << 20
  ) throws -> [[String]] {
    var reader = DelimitedReader(window, separator: separator, longestField: longestField)
    var rows: [[String]] = []
    while let outcome = try reader.advance() {
      switch outcome {
      case .row:
        rows.append(
          reader.fields[..<reader.columnCount].map {
            String(decoding: reader.buffer[$0.range], as: UTF8.self)
          })
      case .fault(let fault): rows.append(["\(fault.line):\(fault.column): \(fault.kind)"])
      }
    }
    return rows
  }

  // RFC 4180 §2, rules 1 to 7.
  @Test func `fields are read as RFC 4180 section 2 writes them`() throws {
    let rows = [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]
    #expect(try read("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n") == rows)
    #expect(try read("aaa,bbb,ccc\r\nzzz,yyy,xxx") == rows)
    #expect(
      try read("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx") == [
        ["aaa", "b\r\nbb", "ccc"], rows[1],
      ])
    #expect(try read("\"aaa\",\"b\"\"bb\",\"ccc\"") == [["aaa", "b\"bb", "ccc"]])
    #expect(try read("a,b\n\"\"\"\",\"\"") == [["a", "b"], ["\"", ""]])
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func `the separator is what the first line has most of`(separator: String) throws {
    #expect(try read("a\(separator)b\n1\(separator)2\n") == [["a", "b"], ["1", "2"]])
    #expect(try read("\"x,y;z\"\(separator)b\n") == [["x,y;z", "b"]])
  }

  @Test func `Excel's own line names the separator`() throws {
    #expect(try read("sep=|\r\na,x|b\r\n1|2\r\n") == [["a,x", "b"], ["1", "2"]])
    #expect(try read("\u{FEFF}sep=;\na;b\n1;\"2\"x\n").last == ["3:3: textAfterQuote"])
    #expect(try read("sep,a\n1,2\n").count == 2)
  }

  @Test func `rows end with LF, CRLF or CR, and empty ones are passed over`() throws {
    #expect(try read("a,b\r1,2\r\r3,4") == [["a", "b"], ["1", "2"], ["3", "4"]])
    #expect(try read("\n\na,b\n\n,\n1,2\n") == [["a", "b"], ["1", "2"]])
    #expect(try read("\u{FEFF}a,b\n1,2") == [["a", "b"], ["1", "2"]])
    #expect(try read("") == [])
    #expect(try read("\n") == [])
    #expect(try read("a") == [["a"]])
  }

  @Test func `short rows are filled up, and empty surplus is let go`() throws {
    #expect(
      try read("a,b,c\n1\n1,2,3,,\n") == [["a", "b", "c"], ["1", "", ""], ["1", "2", "3"]])
    #expect(
      try read("a,b\n1,2,3\n4,5\n") == [
        ["a", "b"], ["2:5: tooManyFields(3, columns: 2)"], ["4", "5"],
      ])
  }

  @Test func `an unclosed quote is told where it opened and costs its own line only`() throws {
    #expect(
      try read("a,b\n1,\"two\n3,4\n5,6\n") == [
        ["a", "b"], ["2:3: unclosedQuote"], ["3", "4"], ["5", "6"],
      ])
    #expect(try read("a,b\n\"x\ny\",\"two") == [["a", "b"], ["3:4: unclosedQuote"]])
  }

  @Test func `text behind a closing quote is a fault of its row`() throws {
    #expect(
      try read("a,b\n1,\"x\" y\n3,4\n") == [["a", "b"], ["2:3: textAfterQuote"], ["3", "4"]])
    // The quote of the second row swallowed the third one's: both are told, the fourth is read.
    #expect(
      try read("a,b,c\n1,\"two,3\n4,\"five, six\",7\n8,9,10\n") == [
        ["a", "b", "c"], ["2:3: textAfterQuote"], ["4", "five, six", "7"], ["8", "9", "10"],
      ])
    // What may be the rest of a broken row is not taken for a short one.
    #expect(
      try read("a,b,c\n1,\"two\nsaid \"no\",3\n4,5\n") == [
        ["a", "b", "c"], ["2:3: textAfterQuote"], ["3:1: tooFewFields(2, columns: 3)"],
        ["4", "5", ""],
      ])
  }

  @Test func `columns count characters, and lines those within quotes`() throws {
    #expect(
      try read("a,b\n\"Zveçan\r\nЗвечан\",\"x\"y\n") == [["a", "b"], ["3:9: textAfterQuote"]])
    var reader = DelimitedReader(
      InputWindow(Array("a,b,c\n\"é\"\"\nü\",ö,x".utf8), path: "t.csv"))
    _ = try reader.advance()
    _ = try reader.advance()
    #expect((0..<3).map { reader.place(of: $0).line } == [2, 3, 3])
    #expect((0..<3).map { reader.place(of: $0).column } == [1, 4, 6])
    #expect(reader.line == 2)
  }

  @Test func `a file read in small pieces gives the same rows`() throws {
    try withTemporaryFolder { folder in
      var generator = Seed.alpha.generator
      for number in 0..<40 {
        let text = (0..<300).map { _ in Self.piece(&generator) }.joined()
        let path = "\(folder)/\(number).csv"
        try Data(text.utf8).write(to: URL(filePath: path))
        let whole = try read(text, separator: 0x2C)
        for chunk in [1, 7, 64] {
          #expect(try read(InputWindow.opening(path, chunk: chunk), separator: 0x2C) == whole)
        }
      }
    }
  }

  @Test(arguments: Seed.allCases)
  func `every byte of a damaged table belongs to a row or a fault`(seed: Seed) throws {
    var generator = seed.generator
    let table = Array("id,name,note\n1,\"Zvečan\",\"a \"\"b\"\"\nc\"\n2,x,y\r\n3,,\n".utf8)
    for _ in 0..<2000 {
      let bytes = generator.mutation(of: table, pieces: ["\"", ",", "\n", "\r\n", "\"\"", ",\""])
      let rows = try read(InputWindow(bytes, path: "t.csv"))
      #expect(rows.count <= 1 + bytes.count { $0 == 0x0A || $0 == 0x0D })
    }
  }

  @Test func `a field without end gives an error, in no more memory than a long one`() throws {
    try withTemporaryFolder { folder in
      for opening in ["", "\""] {
        let path = "\(folder)/long.csv"
        var bytes = Array("a,b\n1,\(opening)".utf8)
        bytes += repeatElement(UInt8(ascii: "x"), count: 8_000_000)
        bytes += Array("\n3,4\n".utf8)
        try Data(bytes).write(to: URL(filePath: path))
        let window = try InputWindow.opening(path)
        #expect(
          try read(window, longestField: 1 << 20) == [
            ["a", "b"], ["2:3: overlongField(limit: 1048576)"], ["3", "4"],
          ])
        #expect(window.buffer.count < 4_500_000)
      }
    }
  }

  private static func piece(_ generator: inout SplitMix64) -> String {
    let pieces = [
      "a", "bb", "Zvečan", "\"", "\"\"", ",", ",", "\n", "\r\n", "\r", "\"x, y\"",
      "0123456789abcdef",
      ",\"", "\",", "\"\n",
    ]
    return pieces.randomElement(using: &generator) ?? ""
  }
}
