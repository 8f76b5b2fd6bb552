import Interchange
import NamedSeeds
import Testing

@Suite("JSON parser")
struct JSONParserTests {
  func parse(_ text: String) throws -> JSONValue {
    try JSONValue(parsing: Array(text.utf8), path: "test.json")
  }

  // RFC 8259 §13, the first example.
  @Test func `the object of RFC 8259 section 13 is read`() throws {
    let value = try parse(
      """
      {
        "Image": {
            "Width":  800,
            "Height": 600,
            "Title":  "View from 15th Floor",
            "Thumbnail": {
                "Url":    "http://www.example.com/image/481989943",
                "Height": 125,
                "Width":  100
            },
            "Animated" : false,
            "IDs": [116, 943, 234, 38793]
          }
      }
      """)
    let image = try #require(value["Image"])
    #expect(
      image.members?.map(\.name) == ["Width", "Height", "Title", "Thumbnail", "Animated", "IDs"])
    #expect(image["Width"]?.integer == 800)
    #expect(image["Title"]?.text == "View from 15th Floor")
    #expect(image["Thumbnail"]?["Height"] == .number(125))
    #expect(image["Animated"]?.boolean == false)
    #expect(image["IDs"]?.elements?.compactMap(\.integer) == [116, 943, 234, 38_793])
  }

  // RFC 8259 §13, the last examples: "Hello world!", 42, true.
  @Test func `any value may stand alone`() throws {
    #expect(try parse("\"Hello world!\"") == .string("Hello world!"))
    #expect(try parse("42") == .number(42))
    #expect(try parse("true") == .boolean(true))
    #expect(try parse(" null\r\n\t") == .null)
    #expect(try parse("\u{FEFF}[]") == .array([]))
    #expect(try parse("{ }") == .object([]))
  }

  // RFC 8259 §7: the G clef U+1D11E is "\uD834\uDD1E"; a reverse solidus is also "\u005C".
  @Test func `escapes are read`() throws {
    #expect(try parse(#""\uD834\uDD1E""#) == .string("\u{1D11E}"))
    #expect(try parse(#""\u005C\u005c""#) == .string(#"\\"#))
    #expect(try parse(#""a\"\\\/\b\f\n\r\tz\u00e9""#) == .string("a\"\\/\u{8}\u{C}\n\r\tzé"))
    #expect(try parse("\"\u{2028}\u{7F}\"") == .string("\u{2028}\u{7F}"))
  }

  struct Broken: CustomTestStringConvertible {
    let text: String
    let line: Int
    let column: Int
    var testDescription: String { text.debugDescription }

    init(_ text: String, line: Int = 1, _ column: Int) {
      self.text = text
      self.line = line
      self.column = column
    }
  }

  @Test(arguments: [
    Broken("", 1), Broken("  ", 3), Broken("[1,]", 4), Broken("{\"a\":1,}", 8), Broken("01", 1),
    Broken("-01", 2), Broken("1.", 3), Broken(".5", 1), Broken("+1", 1), Broken("-", 2),
    Broken("1e", 3), Broken("1e+", 4), Broken("NaN", 1), Broken("-Infinity", 2), Broken("'a'", 1),
    Broken("0x1", 2), Broken("[1] 2", 5), Broken("tru", 1), Broken("nulll", 5),
    Broken("{\"a\" 1}", 6), Broken("{a:1}", 2), Broken("[1 2]", 4), Broken("[", 2),
    Broken("{\"a\":", 6), Broken("\"ab", 1), Broken("\"a\u{1}\"", 3), Broken("\"a\nb\"", 3),
    Broken(#""\x""#, 2), Broken(#""\u12""#, 2), Broken(#""\u+123""#, 2),
    Broken(#"["\ud800"]"#, 3), Broken(#""\udc00""#, 2), Broken(#""\ud800\u0041""#, 2),
    Broken("[1e999]", 2), Broken("[\n  \"ž\", }\n]", line: 2, 8), Broken("/**/1", 1),
  ])
  func `broken JSON is refused at its line and column`(_ broken: Broken) {
    let error = #expect(throws: InterchangeError.self) { try parse(broken.text) }
    guard case .malformed("test.json", let problems)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(problems.map(\.line) == [broken.line])
    #expect(problems.map(\.column) == [broken.column])
  }

  // Unicode 15, table 3-7: overlong, surrogate, beyond U+10FFFF, cut off.
  @Test(
    arguments: [[0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC5]] as [[UInt8]])
  func `a text that is not UTF-8 is refused`(_ sequence: [UInt8]) {
    #expect(throws: InterchangeError.self) {
      try JSONValue(parsing: [0x22] + sequence + [0x22], path: "test.json")
    }
    #expect(throws: InterchangeError.self) {
      try JSONValue(parsing: Array("\"\\n".utf8) + sequence + [0x22], path: "test.json")
    }
  }

  // Values of IEEE 754: 2^53 + 1 lies between two doubles and rounds to the even one;
  // 2.2250738585072011e-308 is the largest subnormal's neighbour that hung PHP in 2011.
  @Test func `numbers are rounded exactly`() throws {
    let expected: [(String, UInt64)] = [
      ("0", 0), ("-0", 0x8000_0000_0000_0000), ("1", 0x3FF0_0000_0000_0000),
      ("0.1", 0x3FB9_9999_9999_999A), ("9007199254740993", 0x4340_0000_0000_0000),
      ("1e308", 0x7FE1_CCF3_85EB_C8A0), ("1.7976931348623157E+308", 0x7FEF_FFFF_FFFF_FFFF),
      ("5e-324", 1), ("1e-400", 0), ("2.2250738585072011e-308", 0x000F_FFFF_FFFF_FFFF),
      ("100000000000000000000000e-23", 0x3FF0_0000_0000_0000),
    ]
    for (text, bits) in expected {
      #expect(try parse(text).number?.bitPattern == bits, "\(text)")
    }
    #expect(try parse("20.8028").number == 20.8028)
  }

  @Test(arguments: Seed.allCases)
  func `every double reads back from its shortest text`(_ seed: Seed) throws {
    var generator = seed.generator
    for _ in 0..<3000 {
      let wild = Double(bitPattern: generator.next())
      let tame = Double(Int.random(in: -180_000_000...180_000_000, using: &generator)) / 1e6
      for number in [wild, tame] where number.isFinite {
        #expect(try parse("\(number)").number?.bitPattern == number.bitPattern)
      }
    }
  }

  @Test func `the last of members with the same name counts`() throws {
    let value = try parse(#"{"a":1,"b":2,"a":3}"#)
    #expect(value == .object([JSONMember("b", .number(2)), JSONMember("a", .number(3))]))
  }

  // RFC 8259 §8.3: names are compared code unit by code unit.
  @Test func `a composed and a decomposed name are two names`() throws {
    let value = try parse("{\"\u{E9}\":1,\"e\u{301}\":2}")
    #expect(value.members?.count == 2)
    #expect(value["\u{E9}"] == .number(1))
    #expect(value["e\u{301}"] == .number(2))
  }

  @Test func `values nest 512 deep and no deeper`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
    }
    #expect(try parse(nested(512)).elements?.count == 1)
    #expect(throws: InterchangeError.self) { try parse(nested(513)) }
    #expect(throws: InterchangeError.self) {
      try parse(String(repeating: "{\"a\":[", count: 100_000))
    }
  }

  @Test func `accessors give nil for other types`() {
    let text = JSONValue.string("1")
    #expect(text.number == nil && text.boolean == nil && text.elements == nil)
    #expect(text.members == nil && text["1"] == nil && !text.isNull)
    #expect(JSONValue.number(1.5).integer == nil && JSONValue.number(1e300).integer == nil)
    #expect(JSONValue.null.text == nil && JSONValue.null.isNull)
  }

  @Test(arguments: Seed.allCases)
  func `mutated JSON gives a value or an error`(_ seed: Seed) throws {
    let document = Array(
      #"{"a":[1,-2.5e3,"x\u00e9\n",true,null,{"b":{}}],"ž":[[],[[20.8028,43.1]]],"a":"\ud834\udd1e"}"#
        .utf8)
    var generator = seed.generator
    var refused = 0
    for _ in 0..<700 {
      let mutated = generator.mutation(of: document)
      do {
        let value = try JSONValue(parsing: mutated, path: "fuzz.json")
        var json = JSONWriter()
        json.value(value)
        #expect(try JSONValue(parsing: json.bytes, path: "again.json") == value)
      } catch {
        refused += 1
      }
    }
    #expect((1..<700).contains(refused))
  }
}
