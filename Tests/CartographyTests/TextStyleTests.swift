import Testing

@testable import Cartography

@Suite("Text widths") struct TextStyleTests {
  /// Advance widths of DejaVu Sans 2.37 (units per em 2048): A 1401, i 569, ć 1126, Ш 2189.
  @Test(arguments: [("A", 68.4), ("i", 27.8), ("ć", 55.0), ("Ш", 106.9), ("Aić", 151.2)])
  func `a width is that of the widest font of the stack`(text: String, width: Double) {
    let computed = TextStyle(size: 100).width(of: text)
    #expect(computed >= width && computed <= width + Double(text.count))
  }

  @Test func `bold and letter spacing widen a text`() {
    let plain = TextStyle(size: 10).width(of: "Zvečan")
    #expect(TextStyle(size: 10, isBold: true).width(of: "Zvečan") > plain)
    let spaced = TextStyle(size: 10, spacing: 2).width(of: "Zvečan")
    #expect((spaced - plain - 12).magnitude < 1e-9)
  }

  @Test func `lines break at spaces and hold no more than the width`() {
    let style = TextStyle(size: 10)
    let lines = style.lines(of: "known only to its municipality, region or country", width: 120)
    #expect(lines.joined(separator: " ") == "known only to its municipality, region or country")
    #expect(lines.count > 1)
    #expect(lines.allSatisfy { style.width(of: $0) <= 120 })
  }

  @Test func `a word wider than the line is broken`() {
    let style = TextStyle(size: 20)
    let lines = style.lines(of: "a Donaudampfschiff b", width: 60)
    #expect(lines.count > 2)
    #expect(lines.allSatisfy { style.width(of: $0) <= 60 })
  }
}
