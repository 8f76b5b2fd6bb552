/// The text of a web page's article, and what the page says of itself.
///
/// Not a browser: nothing is fetched, run or laid out.
public struct WebPage: Hashable, Sendable {
  /// The article: paragraphs apart by an empty line, lines within them by a line end.
  public var text: String
  /// The headline as it stands in the article, else the page's title.
  public var title: String?
  /// What the page's root element says its language is, a BCP 47 tag.
  public var language: String?
  /// The page's address as it says itself.
  public var canonical: String?
  /// The moment in the first `time` element, or in the one marked as the publication's.
  public var time: String?
  /// The contents of `meta` elements by their name or property in lower case.
  public var metadata: [String: String]
  /// JSON-LD blocks, in order.
  public var linkedData: [String]

  /// Reads a page in UTF-8.
  ///
  /// - Parameter bytes: The page; no input is an error.
  /// - Complexity: O(*n*).
  public init(_ bytes: [UInt8]) {
    let reader = PageReader(bytes)
    let facts = reader.facts
    let said = Self.withoutSite(facts.metadata["og:title"] ?? facts.title, facts)
    let selection = ArticleSelection(
      reader.content, elements: reader.elements, title: said, isFragment: false)
    let headline = selection.headline.map { Self.text(of: [$0], in: reader.content) }
    text = Self.text(of: selection.blocks, in: reader.content)
    title = headline ?? said?.trimmed
    language = facts.language
    canonical = facts.canonical
    time = facts.time
    metadata = facts.metadata
    linkedData = facts.linkedData
    guard headline == nil, let title, !text.isEmpty, !text.hasPrefix(title) else { return }
    text = title + "\n\n" + text
  }

  /// A title without the name of the site that it ends or begins with.
  private static func withoutSite(_ title: String?, _ facts: PageFacts) -> String? {
    guard let title, let site = facts.metadata["og:site_name"]?.trimmed, !site.isEmpty else {
      return title
    }
    for mark in [" - ", " | ", " – ", " — ", " :: ", ": "] {
      if title.hasSuffix(mark + site) { return String(title.dropLast(mark.count + site.count)) }
      if title.hasPrefix(site + mark) { return String(title.dropFirst(mark.count + site.count)) }
    }
    return title
  }

  /// The text of a piece of HTML, as feeds carry it.
  public static func text(ofFragment bytes: [UInt8]) -> String {
    let reader = PageReader(bytes)
    let selection = ArticleSelection(
      reader.content, elements: reader.elements, title: nil, isFragment: true)
    return text(of: selection.blocks, in: reader.content)
  }

  private static func text(of blocks: [Int], in content: PageBlocks) -> String {
    var text: [UInt8] = []
    for index in blocks {
      let block = content.blocks[index]
      if !text.isEmpty { text += Array((block.continuesParagraph ? "\n" : "\n\n").utf8) }
      text += content.text[block.text]
    }
    return String(decoding: text, as: UTF8.self)
  }
}
