internal import IncidentModel
internal import Markup

/// A report from a web page: its article, and where, when and by whom it was published.
struct PageReport {
  private let page: WebPage
  private let linkedData: LinkedData

  init(_ page: WebPage) {
    self.page = page
    linkedData = LinkedData(page.linkedData)
  }

  /// The page's article.
  var text: String { page.text }

  /// Adds to a report what the page says and the report does not.
  func complete(_ report: inout RawReport) {
    report.title = report.title ?? page.title ?? linkedData.headline
    report.publisher =
      report.publisher ?? metadata(["og:site_name"]) ?? linkedData.publisher
      ?? metadata(["publisher", "dc.publisher", "dcterms.publisher", "application-name"])
    report.url = report.url ?? address
    report.pageLanguage = language(page.language) ?? language(linkedData.language)
    if report.published == nil { setDate(&report) }
  }

  private func metadata(_ names: [String]) -> String? {
    names.lazy.compactMap { page.metadata[$0]?.trimmedWhitespace }.first { !$0.isEmpty }
  }

  /// The address the page gives itself; one within its site is none.
  private var address: String? {
    let addresses = [page.canonical, page.metadata["og:url"], linkedData.url]
    return addresses.lazy.compactMap(\.self).first { text in
      ["http://", "https://"].contains { text.lowercased().hasPrefix($0) }
        && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }
  }

  /// A language's tag by its form; what is none is passed over.
  private func language(_ tag: String?) -> String? {
    guard let tag, (2...35).contains(tag.utf8.count) else { return nil }
    let parts = tag.split(
      separator: tag.contains("_") ? "_" : "-", omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { part in
      (1...8).contains(part.utf8.count)
        && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    guard isTag, (2...3).contains(parts[0].utf8.count) else { return nil }
    return ([parts[0].lowercased()] + parts.dropFirst().map(String.init)).joined(separator: "-")
  }

  private func setDate(_ report: inout RawReport) {
    let written =
      [metadata(Self.datePublished), linkedData.published, metadata(Self.dateNames), page.time]
      .compactMap(\.self)
    report.published = written.lazy.compactMap { PublishedDate.day(in: $0) }.first
    if report.published == nil, !written.isEmpty {
      report.notices.append("the page's date of publication is passed over: it is no date")
    }
  }

  private static let datePublished = [
    "article:published_time", "og:article:published_time", "datepublished",
  ]

  private static let dateNames = [
    "date", "pubdate", "publishdate", "publish-date", "publication_date", "published",
    "article.published", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "dcterms.created", "dc.date.created", "parsely-pub-date", "sailthru.date", "created",
  ]
}

/// What JSON-LD blocks say of the article that a page holds (schema.org's `Article` and its kinds).
struct LinkedData {
  private(set) var headline: String?
  private(set) var publisher: String?
  private(set) var published: String?
  private(set) var url: String?
  private(set) var language: String?

  /// Reads blocks in order; one that is no JSON is passed over.
  init(_ blocks: [String]) {
    for block in blocks {
      guard let value = try? JSONParser.parse(Array(block.utf8)) else { continue }
      for object in Self.objects(in: value) where Self.isArticle(object) { take(object) }
    }
  }

  private mutating func take(_ article: JSONValue) {
    headline = headline ?? Self.text(article["headline"])
    publisher =
      publisher ?? Self.text(article["publisher"]?["name"]) ?? Self.text(article["publisher"])
    published = published ?? Self.text(article["datePublished"])
    url = url ?? Self.text(article["url"])
    language = language ?? Self.text(article["inLanguage"])
  }

  /// The objects of a block: itself, its elements, those of its graph.
  private static func objects(in value: JSONValue) -> [JSONValue] {
    let outer = value.elements ?? [value]
    return outer.flatMap { [$0] + ($0["@graph"]?.elements ?? []) }
  }

  private static func isArticle(_ object: JSONValue) -> Bool {
    let types = object["@type"]?.elements ?? [object["@type"]].compactMap(\.self)
    return types.contains { type in
      guard let name = type.text else { return false }
      return name.hasSuffix("Article") || name.hasSuffix("Posting") || name == "Report"
    }
  }

  private static func text(_ value: JSONValue?) -> String? {
    value?.text.flatMap { ReportText.isBlank($0) ? nil : $0.trimmedWhitespace }
  }
}
