/// Chooses the blocks of a page that are its article.
///
/// What is beside an article is known by its element, by its role, by the words of its class, by being
/// made of links; the article, by holding most of the running text, from its headline on. No rule
/// knows any site. All of it works on sums over ranges of blocks, in time linear in the page.
struct ArticleSelection {
  /// The blocks of the article in order, as indices.
  private(set) var blocks: [Int] = []
  /// The block that is its headline, where the page has one.
  private(set) var headline: Int?

  private let page: [PageBlock]
  private let text: [UInt8]
  private let elements: [PageElement]
  private var isDropped: [Bool]
  private var sums: Sums

  /// Chooses among the blocks of a page.
  ///
  /// - Parameters:
  ///   - content: The page's text.
  ///   - elements: The elements that hold it, in the order of their start tags.
  ///   - title: What the page says its title is.
  ///   - isFragment: Whether it is a piece of a page, all of it content, as in a feed.
  init(_ content: PageBlocks, elements: [PageElement], title: String?, isFragment: Bool) {
    page = content.blocks
    text = content.text
    self.elements = elements
    isDropped = Array(repeating: false, count: page.count)
    sums = Sums(page, without: isDropped)
    dropFurniture()
    let furniture = isDropped
    dropDebris()
    dropLinkLists()
    sums = Sums(page, without: isDropped)
    let body = isFragment ? page.indices : articleRange()
    headline = isFragment ? nil : headline(title: title, body: body)
    let first = headline.map { min($0, body.lowerBound) } ?? body.lowerBound
    let nearby = body.lowerBound - first <= Self.farthestHeadline
    if let headline, !nearby { blocks = [headline] }
    blocks += kept((nearby ? first : body.lowerBound)..<body.upperBound)
    if blocks.count <= (headline == nil ? 0 : 1) { keepAll(but: furniture) }
  }

  /// How many blocks may stand between a headline and the text: names, dates, a lead.
  private static let farthestHeadline = 40

  // MARK: - What is not the article

  private mutating func dropFurniture() {
    drop { element, _ in element.kind == .furniture }
    sums = Sums(page, without: isDropped)
  }

  /// What looks like debris is dropped, unless it holds a main heading or most of the running text.
  private mutating func dropDebris() {
    let sums = sums
    let all = sums.prose(page.indices)
    drop { element, blocks in
      element.isSuspect && sums.headings(blocks) == 0
        && (all == 0 || sums.prose(blocks) * 3 < all * 2)
    }
    self.sums = Sums(page, without: isDropped)
  }

  /// Lists, tables and boxes without running text that lead elsewhere.
  private mutating func dropLinkLists() {
    let sums = sums
    let kinds: Set<ElementKind> = [.list, .block, .row, .listItem, .article]
    drop { element, blocks in
      kinds.contains(element.kind) && sums.prose(blocks) == 0 && sums.headings(blocks) == 0
        && sums.linked(blocks) * 2 > sums.length(blocks)
    }
  }

  /// Drops the elements that fit; outer ones come first, and what is within them is not asked again.
  private mutating func drop(where fits: (PageElement, Range<Int>) -> Bool) {
    var end = 0
    for element in elements where !element.blocks.isEmpty && element.blocks.upperBound > end {
      guard fits(element, element.blocks) else { continue }
      for block in element.blocks { isDropped[block] = true }
      end = element.blocks.upperBound
    }
  }

  // MARK: - Where the article is

  /// The blocks of the innermost element that holds most of the running text; of the article around
  /// it, where there is one that is not much larger.
  private func articleRange() -> Range<Int> {
    let all = sums.prose(page.indices)
    guard all > 0 else {
      let articles = elements.filter { $0.kind == .article && !$0.blocks.isEmpty }
      return articles.count == 1 ? articles[0].blocks : page.indices
    }
    let holders = elements.filter { sums.prose($0.blocks) * 10 >= all * 7 }
    let containers: Set<ElementKind> = [.block, .article, .cell, .list, .furniture]
    let innermost = holders.last { containers.contains($0.kind) }?.blocks ?? page.indices
    let article = holders.last { $0.kind == .article && $0.blocks.contains(innermost) }
    return article?.blocks ?? innermost
  }

  /// The main heading: one that the page's title begins with or contains, else the first in the
  /// article, else the last before it.
  private func headline(title: String?, body: Range<Int>) -> Int? {
    let headings = page.indices.filter { page[$0].level == 1 && !isDropped[$0] }
    let near = headings.filter { $0 < body.upperBound }
    if let title = title.map(Self.folded), !title.isEmpty {
      let named = near.first { block in
        let heading = Self.folded(string(of: block))
        return !heading.isEmpty && title.contains(heading) && heading.count * 3 >= title.count
      }
      if let named { return named }
    }
    return near.first { body.contains($0) }
      ?? near.last { !page[$0].isMostlyLinks && $0 < body.lowerBound }
  }

  private static func folded(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  // MARK: - What is kept of it

  /// The blocks of a range without what leads elsewhere, labels of pictures, headings over nothing,
  /// and repetitions.
  private func kept(_ range: Range<Int>) -> [Int] {
    var kept: [Int] = []
    var headings: [Int] = []
    var seen: Set<ArraySlice<UInt8>> = []
    for index in range where !isDropped[index] {
      let block = page[index]
      guard index == headline || !block.isMostlyLinks else { continue }
      if block.kind == .caption, !isSentence(block) { continue }
      if isCopyright(block) { continue }
      if block.length > 20 || block.kind == .heading {
        guard seen.insert(text[block.text]).inserted else { continue }
      }
      if block.kind == .heading, index != headline {
        headings.removeAll { page[$0].level >= block.level }
        headings.append(index)
      } else {
        kept += headings + [index]
        headings = []
      }
    }
    return kept
  }

  /// Whether it begins with the sign or the word under which pages put their owners' names.
  private func isCopyright(_ block: PageBlock) -> Bool {
    let start = text[block.text].prefix(10)
    return ["©", "(c) ", "(C) ", "Copyright "].contains { start.starts(with: $0.utf8) }
  }

  /// Whether it is a sentence of eight words or more, not a credit.
  private func isSentence(_ block: PageBlock) -> Bool {
    let text = text[block.text]
    return text.count { $0 == 0x20 } >= 7 && [0x2E, 0x21, 0x3F].contains(text.last)
  }

  /// Where nothing looks like an article, everything is one but furniture, and else all.
  private mutating func keepAll(but furniture: [Bool]) {
    blocks = page.indices.filter { !furniture[$0] && !page[$0].isMostlyLinks }
    if blocks.isEmpty { blocks = page.indices.filter { !furniture[$0] } }
    if blocks.isEmpty { blocks = Array(page.indices) }
  }

  private func string(of block: Int) -> String {
    String(decoding: text[page[block].text], as: UTF8.self)
  }
}

/// Sums over ranges of blocks, each in constant time.
private struct Sums {
  private var prose = [0]
  private var length = [0]
  private var linked = [0]
  private var headings = [0]

  init(_ blocks: [PageBlock], without isDropped: [Bool]) {
    for (block, isDropped) in zip(blocks, isDropped) {
      let counts = !isDropped
      prose.append(
        prose[prose.count - 1] + (counts && block.isProse ? block.length - block.linked : 0))
      length.append(length[length.count - 1] + (counts ? block.length : 0))
      linked.append(linked[linked.count - 1] + (counts ? block.linked : 0))
      headings.append(headings[headings.count - 1] + (counts && block.level == 1 ? 1 : 0))
    }
  }

  func prose(_ range: Range<Int>) -> Int { prose[range.upperBound] - prose[range.lowerBound] }
  func length(_ range: Range<Int>) -> Int { length[range.upperBound] - length[range.lowerBound] }
  func linked(_ range: Range<Int>) -> Int { linked[range.upperBound] - linked[range.lowerBound] }
  func headings(_ range: Range<Int>) -> Int {
    headings[range.upperBound] - headings[range.lowerBound]
  }
}
