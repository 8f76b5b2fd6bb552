/// A feed: RSS 0.9 to 2.0, RSS 1.0 (RDF) or Atom 1.0.
///
/// Feeds are read as they are and not as XML demands: an item that is broken costs nothing but itself.
/// Document types are passed over, so that no entity is ever expanded but HTML's characters.
public struct Feed: Hashable, Sendable {
  /// What the feed is called.
  public private(set) var title: String?
  /// The language it says it is in, a BCP 47 tag.
  public private(set) var language: String?
  /// The items in the feed's order.
  public private(set) var items: [FeedItem] = []

  /// Reads a feed in UTF-8; `nil` where the root element is none of a feed's.
  ///
  /// - Complexity: O(*n*).
  public init?(_ bytes: [UInt8]) {
    var scanner = MarkupScanner(bytes, dialect: .xml)
    scanner.sectionLimits = ["</item", "</entry"]
    guard let root = Self.root(&scanner) else { return nil }
    guard ["rss", "rdf", "feed", "channel"].contains(Self.localName(root.name)) else { return nil }
    language = MarkupAttributes(of: root, in: bytes).text("xml:lang")
    read(&scanner)
  }

  private static func root(_ scanner: inout MarkupScanner) -> MarkupScanner.StartTag? {
    while let token = scanner.next() {
      if case .start(let tag) = token { return tag }
    }
    return nil
  }

  private static func localName(_ name: String) -> Substring {
    name.split(separator: ":").last ?? ""
  }

  // MARK: - Items and their fields

  private mutating func read(_ scanner: inout MarkupScanner) {
    var item: (line: Int, fields: [FeedField])?
    var field: OpenField?
    var lines = LineCounter()
    var position = scanner.index
    while let token = scanner.next() {
      defer { position = scanner.index }
      switch token {
      case .text(let range):
        field?.append { CharacterReference.append(scanner.bytes, in: range, to: &$0) }
      case .verbatim(let range): field?.append { $0 += scanner.bytes[range] }
      case .start(let tag) where Self.isItem(tag.name):
        finish(&field, at: position, in: scanner.bytes, of: &item)
        finish(&item)
        item = (lines.line(at: position, in: scanner.bytes), [])
      case .start(let tag):
        if field?.isEnded(by: tag.name) ?? false {
          finish(&field, at: position, in: scanner.bytes, of: &item)
        }
        if field != nil {
          field?.hasMarkup = true
        } else if item != nil || Self.isOfFeed(tag.name) {
          field = OpenField(tag, in: scanner.bytes, start: scanner.index)
          if tag.isSelfClosing { finish(&field, at: scanner.index, in: scanner.bytes, of: &item) }
        }
      case .end(let name) where Self.isItem(name):
        finish(&field, at: position, in: scanner.bytes, of: &item)
        finish(&item)
      case .end(let name):
        if field?.name == name { finish(&field, at: position, in: scanner.bytes, of: &item) }
      }
    }
    finish(&field, at: position, in: scanner.bytes, of: &item)
    finish(&item)
  }

  private static func isItem(_ name: String) -> Bool {
    let name = localName(name)
    return name == "item" || name == "entry"
  }

  private static func isOfFeed(_ name: String) -> Bool {
    ["title", "language", "dc:language", "image", "textinput", "author"].contains(name)
  }

  private mutating func finish(
    _ field: inout OpenField?, at end: Int, in bytes: [UInt8],
    of item: inout (line: Int, fields: [FeedField])?
  ) {
    guard let finished = field?.field(endingAt: end, in: bytes) else { return }
    field = nil
    if item != nil {
      item?.fields.append(finished)
    } else if finished.name == "title" {
      title = title ?? finished.line
    } else if finished.name.hasSuffix("language") {
      language = language ?? finished.line
    }
  }

  private mutating func finish(_ item: inout (line: Int, fields: [FeedField])?) {
    if let item { items.append(FeedItem(line: item.line, fields: item.fields)) }
    item = nil
  }
}

/// A field whose end was not met yet.
private struct OpenField {
  let name: String
  var hasMarkup = false
  private let type: String?
  private let reference: String?
  private let start: Int
  private var text: [UInt8] = []

  init(_ tag: MarkupScanner.StartTag, in bytes: [UInt8], start: Int) {
    name = tag.name
    let attributes = MarkupAttributes(of: tag, in: bytes)
    type = attributes.text("type")?.lowercased()
    let isOfPage = ["alternate", nil].contains(attributes.text("rel")?.lowercased())
    reference = isOfPage && tag.name == "link" ? attributes.text("href") : nil
    self.start = start
  }

  mutating func append(_ append: (inout [UInt8]) -> Void) {
    append(&text)
  }

  /// Whether a start tag shows that a field has lost its end tag: fields hold no other fields.
  func isEnded(by tag: String) -> Bool {
    Self.fields.contains(name) && Self.fields.contains(tag) && (name != tag || !hasMarkup)
      && !(Self.bodies.contains(name)
        && (hasMarkup || ["title", "link", "content", "summary"].contains(tag)))
  }

  func field(endingAt end: Int, in bytes: [UInt8]) -> FeedField {
    let content = hasMarkup ? bytes[start..<max(start, end)] : text[...]
    return FeedField(
      name: name, type: type, reference: reference,
      text: String(decoding: content, as: UTF8.self), hasMarkup: hasMarkup)
  }

  private static let bodies: Set<String> = ["content", "content:encoded", "description", "summary"]

  private static let fields: Set<String> = bodies.union([
    "title", "link", "guid", "id", "pubdate", "published", "updated", "dc:date", "category",
    "author",
    "dc:creator",
  ])
}

/// Counts line ends as far as it was asked.
private struct LineCounter {
  private var position = 0
  private var line = 1

  mutating func line(at position: Int, in bytes: [UInt8]) -> Int {
    line += bytes[self.position..<position].count { $0 == 0x0A }
    self.position = position
    return line
  }
}
