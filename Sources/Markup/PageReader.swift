/// Reads a page's markup into blocks of text, the elements that hold them, and what the page says of
/// itself.
///
/// One pass over the tokens. The open elements are kept on a list of their own, so that no nesting is
/// too deep; those within lines are not kept at all.
struct PageReader {
  private(set) var content = PageBlocks()
  private(set) var elements: [PageElement] = []
  private(set) var facts = PageFacts()

  private var scanner: MarkupScanner
  private var open: [OpenElement] = []
  /// How many of the open elements hold no text.
  private var notTextCount = 0
  private var linkCount = 0
  private var preformattedCount = 0
  private var scratch: [UInt8] = []

  private struct OpenElement {
    var name: String
    var kind: ElementKind
    var level: Int
    /// Its index among the elements that hold blocks.
    var element: Int?
  }

  /// Reads a whole page or a piece of one, in UTF-8.
  init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    scanner = MarkupScanner(bytes, in: range, dialect: .html)
    while let token = scanner.next() {
      switch token {
      case .text(let range): text(range)
      case .verbatim(let range): verbatim(range)
      case .start(let tag): start(tag)
      case .end(let name): end(name)
      }
    }
    breakParagraph()
    while !open.isEmpty { close() }
  }

  // MARK: - Text

  private mutating func text(_ range: Range<Int>) {
    let isTitle = open.last?.name == "title"
    guard isTitle || notTextCount == 0 else { return }
    scratch.removeAll(keepingCapacity: true)
    CharacterReference.append(scanner.bytes, in: range, to: &scratch)
    if isTitle {
      facts.takeTitle(String(decoding: scratch, as: UTF8.self))
    } else {
      content.append(
        scratch, isLinked: linkCount > 0, isPreformatted: preformattedCount > 0)
    }
  }

  private mutating func verbatim(_ range: Range<Int>) {
    if open.last?.name == "script" { facts.takeScript(scanner.bytes[range]) }
  }

  // MARK: - Elements

  private mutating func start(_ tag: MarkupScanner.StartTag) {
    var kind = ElementKind(tag.name)
    if kind == .lineBreak {
      let (inner, level) = innermost
      content.breakLine(in: inner, level: level)
      return
    }
    let attributes = MarkupAttributes(of: tag, in: scanner.bytes)
    facts.take(tag.name, attributes)
    if ElementKind.void.contains(tag.name) { return }
    if tag.name == "script" || tag.name == "title" {
      facts.beginsScript(attributes)
      push(OpenElement(name: tag.name, kind: .notText, level: 0))
      return
    }
    // The page as a whole is never beside its own article, whatever its classes say.
    let isWhole = ["html", "body", "main", "article"].contains(tag.name)
    let part = isWhole ? .content : ElementPart(attributes)
    switch part {
    case .content: break
    case .articleBody: if kind == .block { kind = .article }
    case .furniture: if kind != .notText { kind = .furniture }
    case .caption: if kind == .block || kind == .paragraph || kind == .inline { kind = .caption }
    case .suspect: if kind == .inline || kind == .link { kind = .block }
    }
    if kind == .inline { return }
    closeImplied(before: tag.name, kind)
    guard kind.isBlock, kind != .notText else {
      if kind == .notText, tag.isSelfClosing { return }
      push(OpenElement(name: tag.name, kind: kind, level: 0))
      return
    }
    if kind == .cell, open.last?.kind == .row { content.separateCells() } else { breakParagraph() }
    let isHeader = tag.name == "header" && !isInArticle
    elements.append(
      PageElement(
        kind: kind, isSuspect: part == .suspect || isHeader || kind == .furniture,
        blocks: content.blocks.count..<content.blocks.count))
    push(
      OpenElement(
        name: tag.name, kind: kind, level: Self.level(of: tag.name, kind),
        element: elements.count - 1))
  }

  private mutating func end(_ name: String) {
    if name == "p", !open.contains(where: { $0.name == "p" }, within: Self.farthestEnd) {
      breakParagraph()
      return
    }
    guard let depth = open.lastIndex(within: Self.farthestEnd, where: { $0.name == name }) else {
      return
    }
    while open.count > depth { close() }
  }

  /// How far an end tag looks for its element: what is farther away is a stray tag's.
  private static let farthestEnd = 256

  /// Ends the elements whose end tags may be left out.
  private mutating func closeImplied(before name: String, _ kind: ElementKind) {
    switch kind {
    case .link:
      if linkCount > 0, let link = open.lastIndex(within: 16, where: { $0.kind == .link }) {
        while open.count > link { close() }
      }
    case .listItem: closeOpen(upTo: [.list], closing: [.listItem])
    case .cell: closeOpen(upTo: [.row, .block], closing: [.cell])
    case .row: closeOpen(upTo: [.block], closing: [.row, .cell])
    case .inline, .notText, .lineBreak: break
    default:
      closeOpen(
        upTo: [.block, .article, .cell, .listItem, .list], closing: [.paragraph, .heading])
    }
  }

  /// Ends the nearest element of some kinds, with all within it, unless one of other kinds holds it.
  private mutating func closeOpen(upTo outer: Set<ElementKind>, closing inner: Set<ElementKind>) {
    let found = open.lastIndex(within: 16) { inner.contains($0.kind) || outer.contains($0.kind) }
    guard let found, inner.contains(open[found].kind) else { return }
    while open.count > found { close() }
  }

  private mutating func push(_ element: OpenElement) {
    open.append(element)
    count(element.kind, by: 1)
  }

  private mutating func close() {
    guard let element = open.last else { return }
    if element.kind.isBlock, element.kind != .notText, !isPlainCell(element) { breakParagraph() }
    open.removeLast()
    count(element.kind, by: -1)
    if let index = element.element {
      let first = elements[index].blocks.lowerBound
      elements[index].blocks = first..<max(first, content.blocks.count)
    }
  }

  /// A cell goes on in its row's line, unless it holds lines of its own.
  private func isPlainCell(_ element: OpenElement) -> Bool {
    guard element.kind == .cell, let index = element.element else { return false }
    return elements[index].blocks.lowerBound == content.blocks.count
  }

  private mutating func count(_ kind: ElementKind, by difference: Int) {
    switch kind {
    case .notText: notTextCount += difference
    case .link: linkCount += difference
    case .preformatted: preformattedCount += difference
    default: break
    }
  }

  private mutating func breakParagraph() {
    let (kind, level) = innermost
    content.breakParagraph(in: kind, level: level)
  }

  /// The kind and level of the element that text would stand in.
  private var innermost: (kind: ElementKind, level: Int) {
    for element in open.suffix(8).reversed() where element.kind.isBlock && element.kind != .notText
    {
      return (element.kind, element.level)
    }
    return (.block, 0)
  }

  private var isInArticle: Bool {
    open.contains(where: { $0.kind == .article || $0.name == "main" }, within: Self.farthestEnd)
  }

  private static func level(of name: String, _ kind: ElementKind) -> Int {
    kind == .heading ? name.utf8.last.map { Int($0) - 0x30 } ?? 0 : 0
  }
}

extension Array {
  /// The index of the last element that fits, among so many at the end.
  fileprivate func lastIndex(within count: Int, where fits: (Element) -> Bool) -> Int? {
    suffix(count).lastIndex(where: fits)
  }

  /// Whether one of so many elements at the end fits.
  fileprivate func contains(where fits: (Element) -> Bool, within count: Int) -> Bool {
    suffix(count).contains(where: fits)
  }
}
