import Testing

@testable import Cartography

@Suite("Headlines") struct HeadlineTests {
  private let design = MapDesign(width: 1200, theme: .light)

  private static let texts = [
    "", "Unrest", String(repeating: "a long headline about many things ", count: 9),
    String(repeating: "Donaudampfschifffahrt", count: 4), String(repeating: "北部科索沃的骚乱", count: 30),
    "Беспорядки на севере " + String(repeating: "Косово ", count: 40),
    String(repeating: "word ", count: 400),
  ]

  @Test(arguments: texts, [260.0, 1140])
  func `no line is wider than the sheet, and there are four at most`(text: String, width: Double) {
    let headline = Headline(text, width: width, design: design)
    #expect(headline.lines.count <= 4)
    #expect(headline.lines.isEmpty == text.isEmpty)
    #expect(headline.lines.allSatisfy { headline.style.width(of: $0) <= width })
    #expect(headline.style.size >= 0.68 * design.title.size - 0.1)
  }

  @Test func `a short headline is as large as it can be, and none of a long one is lost early`() {
    let short = Headline("Unrest", width: 1140, design: design)
    #expect(short.style == design.title)
    let long = Self.texts[2]
    let headline = Headline(long, width: 1140, design: design)
    #expect(headline.lines.joined(separator: " ") == long.dropLast())
  }

  @Test func `scripts without spaces are broken between letters, words are not`() {
    let style = TextStyle(size: 10)
    let width = style.width(of: "aa bb") + 0.1
    #expect(style.lines(of: "aa bb cc", width: width) == ["aa bb", "cc"])
    #expect(
      style.lines(of: "北部科索沃", width: style.width(of: "北部科") + 0.1) == ["北部科", "索沃"])
  }
}
