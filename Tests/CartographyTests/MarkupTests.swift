import Testing

@testable import Cartography

@Suite("Markup") struct MarkupTests {
  @Test func `markup characters of a text are escaped`() {
    #expect(
      XMLText.escaped("</script> & \"a\" 'b'")
        == "&lt;/script&gt; &amp; &quot;a&quot; &#39;b&#39;")
  }

  @Test func `what XML cannot hold becomes the replacement character`() {
    #expect(XMLText.escaped("a\u{0}b\u{1B}c\u{FFFE}") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
    #expect(XMLText.escaped("a\r\nb\tc") == "a  b c")
  }

  @Test func `any identifier becomes an XML name`() {
    #expect(XMLText.name("i-0a1b2c3d4e5f") == "i-0a1b2c3d4e5f")
    #expect(XMLText.name("UKR 12/3\"") == "UKR_12_3_")
    #expect(XMLText.name("12") == "_12")
    #expect(XMLText.name("") == "_")
  }

  @Test func `attributes are escaped and pixels have one decimal`() {
    var writer = MarkupWriter()
    writer.open("g", .text("id", "a\"b"))
    writer.element("rect", .number("x", 1.25), .number("y", -0.04))
    writer.close()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "<g id=\"a&quot;b\">\n<rect x=\"1.3\" y=\"0\"/>\n</g>\n")
  }

  @Test func `a path steps in tenths without drift and leaves out what falls together`() {
    var path = PathData()
    path.append(
      [(0.04, 0), (0.14, 0), (0.24, 0.01), (0.2, 12.3), (0.2, 12.31)]
        .map { PixelPoint(x: $0.0, y: $0.1) }, closed: false)
    #expect(String(decoding: path.bytes, as: UTF8.self) == "M0 0l.1 0 .1 0 0 12.3")
  }

  @Test func `numbers of a path are set apart only where they must be`() {
    let points = [(0.5, 0.5), (1, 2), (1.4, 2.3), (1.1, 13), (1.1, 12.5)].map {
      PixelPoint(x: $0.0, y: $0.1)
    }
    #expect(
      String(decoding: PathData.lines([points]).bytes, as: UTF8.self)
        == "M.5.5l.5 1.5.4.3-.3 10.7 0-.5")
  }

  @Test func `a ring that shrinks to a point is not written`() {
    let point = PixelPoint(x: 3.01, y: 4)
    let near = PixelPoint(x: 3.02, y: 4.01)
    #expect(PathData.rings([[point, near, point]]).isEmpty)
  }
}
