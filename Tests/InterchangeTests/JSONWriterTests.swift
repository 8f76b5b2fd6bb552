import Interchange
import NamedSeeds
import Testing

@Suite("JSON writer")
struct JSONWriterTests {
  func sample(_ json: inout JSONWriter) {
    json.object { json in
      json.member("name", "Leposavić")
      json.member("names", ["Leposaviq", "Лепосавић"])
      json.member("population", 13_773)
      json.member("score", 0.97, places: 3)
      json.member("certain", true)
      json.member("note", nil as String?)
      json.key("admin")
      json.array { _ in }
      json.key("more")
      json.object { _ in }
    }
  }

  @Test func `compact JSON has no white space`() {
    var json = JSONWriter()
    sample(&json)
    #expect(
      json.text == #"{"name":"Leposavić","names":["Leposaviq","Лепосавић"],"population":13773,"#
        + #""score":0.97,"certain":true,"note":null,"admin":[],"more":{}}"#)
  }

  @Test func `pretty JSON has a member a line`() {
    var json = JSONWriter(style: .pretty)
    sample(&json)
    #expect(
      json.text == """
        {
          "name": "Leposavić",
          "names": [
            "Leposaviq",
            "Лепосавић"
          ],
          "population": 13773,
          "score": 0.97,
          "certain": true,
          "note": null,
          "admin": [],
          "more": {}
        }
        """)
  }

  // RFC 8259 §7: quotation mark, reverse solidus and U+0000 … U+001F must be escaped.
  @Test func `a text escapes what it must and no more`() {
    var json = JSONWriter()
    json.string("\"\\/\u{8}\u{9}\u{A}\u{C}\u{D}\u{0}\u{1F}\u{7F}\u{2028}\u{2029}é😀")
    #expect(
      json.text == #""\"\\/\b\t\n\f\r\u0000\u001f"# + "\u{7F}\u{2028}\u{2029}é😀\"")
  }

  @Test func `a name is escaped too`() {
    var json = JSONWriter()
    json.object { $0.member("a\"b", 1) }
    #expect(json.text == #"{"a\"b":1}"#)
  }

  @Test func `numbers have the decimals asked for`() {
    var json = JSONWriter()
    json.array { json in
      json.number(20.8028, places: 6)
      json.number(-0.0, places: 2)
      json.number(0.125, places: 2)
      json.number(1_234_567.89, places: 1)
      json.number(1e300, places: 6)
      json.number(.nan, places: 1)
      json.number(-.infinity, places: 1)
      json.real(500, places: 1)
      json.real(0.25, places: 1)
      json.integer(.min)
    }
    #expect(
      json.text
        == "[20.8028,0,0.13,1234567.9,1e+300,null,null,500.0,0.3,-9223372036854775808]")
  }

  @Test func `values written one after the other are JSON lines`() {
    var json = JSONWriter()
    for number in 1...2 {
      json.object { $0.member("n", number) }
      json.newline()
    }
    #expect(json.text == "{\"n\":1}\n{\"n\":2}\n")
  }

  @Test(arguments: Seed.allCases)
  func `what was written is read back`(_ seed: Seed) throws {
    var generator = seed.generator
    for _ in 0..<150 {
      let value = randomValue(depth: 0, &generator)
      for style in [JSONWriter.Style.compact, .pretty] {
        var json = JSONWriter(style: style)
        json.value(value)
        #expect(try JSONValue(parsing: json.bytes, path: "written.json") == value)
      }
    }
  }

  private func randomValue(depth: Int, _ generator: inout SplitMix64) -> JSONValue {
    switch Int.random(in: 0..<(depth < 4 ? 7 : 5), using: &generator) {
    case 0: return .null
    case 1: return .boolean(Bool.random(using: &generator))
    case 2: return .number(Double(Int.random(in: -1000...1000, using: &generator)))
    case 3:
      let number = Double(bitPattern: generator.next())
      return .number(number.isFinite ? number : 0.5)
    case 4: return .string(generator.text(upTo: 12))
    case 5: return .array((0..<3).map { _ in randomValue(depth: depth + 1, &generator) })
    default:
      return .object(
        (0..<3).map {
          JSONMember("\($0)" + generator.text(upTo: 3), randomValue(depth: depth + 1, &generator))
        })
    }
  }
}
