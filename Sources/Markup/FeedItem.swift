/// An item of an RSS feed, or an entry of an Atom feed, as it is written.
public struct FeedItem: Hashable, Sendable {
  /// The line of the feed on which the item begins, from 1.
  public var line: Int
  /// The headline, as text.
  public var title: String?
  /// The address of the page that it is about.
  public var link: String?
  /// The identifier the feed gives it.
  public var identifier: String?
  /// The moment of publication, else of the latest change, in whatever form.
  public var date: String?
  /// Who published it, where it was taken over from another feed.
  public var source: String?
  /// The full text where there is one, else the summary; markup and all.
  public var content: String?
  /// Whether the content is HTML, and not plain text.
  public var isHTML: Bool

  /// The item as text: its headline, then its content.
  public var text: String {
    let body = content.map { isHTML ? WebPage.text(ofFragment: Array($0.utf8)) : $0.trimmed } ?? ""
    guard let title, !body.hasPrefix(title) else { return body }
    return body.isEmpty ? title : title + "\n\n" + body
  }

  /// What the item says in its own words, before anything is extracted: by it items are told apart.
  public var identity: [UInt8] {
    Array([title, content].compactMap(\.self).joined(separator: "\n").utf8)
  }
}

extension FeedItem {
  /// Makes an item of its fields, in any order; of fields of one kind the first that says something.
  init(line: Int, fields: [FeedField]) {
    func first(_ names: String...) -> FeedField? {
      names.lazy.compactMap { name in fields.first { $0.name == name && !$0.isBlank } }.first
    }
    self.line = line
    title = first("title", "dc:title", "media:title")?.line
    link = first("link", "feedburner:origlink")?.link ?? fields.lazy.compactMap(\.link).first
    identifier = first("guid", "id", "dc:identifier")?.line
    date =
      first("pubdate", "published", "issued", "dc:date", "dcterms:issued", "updated", "modified")?
      .line
    source = first("source")?.sourceName
    let body = first(
      "content:encoded", "content", "body", "description", "summary", "itunes:summary")
    content = body?.text
    isHTML = body?.isHTML ?? false
  }
}

/// An element of an item.
struct FeedField {
  let name: String
  /// `type`, as Atom writes it.
  let type: String?
  /// `href`, where it is a link to the page itself.
  let reference: String?
  /// What the element holds: its text, or the markup within it as it is written.
  let text: String
  let hasMarkup: Bool

  var isBlank: Bool { text.trimmed.isEmpty && reference == nil }

  /// Whether the text is HTML: Atom says it, RSS leaves it to be seen.
  var isHTML: Bool {
    if hasMarkup || type == "html" || type == "xhtml" || type == "text/html" { return true }
    return type == nil && Self.looksLikeHTML(text)
  }

  /// The text on one line, without markup.
  var line: String? {
    let plain =
      hasMarkup || text.contains("&") || text.contains("<") && type != "text"
      ? WebPage.text(ofFragment: Array(text.utf8)) : text
    let words = plain.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// The address, where the field is a link.
  var link: String? {
    guard name == "link" || name == "guid" else { return nil }
    let address = (reference ?? text).trimmed
    let isAddress = ["http://", "https://"].contains { address.lowercased().hasPrefix($0) }
    return isAddress && address.utf8.allSatisfy { $0 > 0x20 } ? address : nil
  }

  /// The name of the feed that an item was taken from; Atom puts it in an element of its own.
  var sourceName: String? { hasMarkup ? nil : line }

  private static func looksLikeHTML(_ text: String) -> Bool {
    var scanner = MarkupScanner(Array(text.utf8), dialect: .html)
    while let token = scanner.next() {
      guard case .text(let range) = token else {
        return true
      }
      if scanner.bytes[range].contains(UInt8(ascii: "&")) { return true }
    }
    return false
  }
}
