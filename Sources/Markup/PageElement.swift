/// What an element is for the reading of a page.
enum ElementKind: UInt8 {
  /// A box of the layout, with no meaning of its own.
  case block
  /// One of `article`, or what is marked as an article's body.
  case article
  case paragraph, heading, listItem, list, row, cell, preformatted, caption
  case link
  /// A line break.
  case lineBreak
  /// Within a line: of no consequence.
  case inline
  /// Not text: scripts, pictures, controls.
  case notText
  /// Text about the site and not of the page: navigation, footers, asides.
  case furniture

  /// The kind of an HTML element; one that HTML does not know is within a line.
  init(_ name: String) { self = Self.kinds[name] ?? .inline }

  /// Whether its text stands apart from the text before and after it.
  var isBlock: Bool { self != .inline && self != .link && self != .lineBreak }

  private static let kinds: [String: ElementKind] = {
    let names: [ElementKind: String] = [
      .block: """
      html body div section main header hgroup address center details summary fieldset table tbody \
      thead tfoot caption colgroup blockquote figure form
      """,
      .article: "article",
      .paragraph: "p dt dd legend",
      .heading: "h1 h2 h3 h4 h5 h6",
      .listItem: "li",
      .list: "ul ol dl",
      .row: "tr",
      .cell: "td th",
      .preformatted: "pre listing",
      .caption: "figcaption",
      .link: "a",
      .lineBreak: "br hr",
      .notText: """
      script style noscript template svg math iframe object embed applet canvas audio video map \
      select datalist button input textarea option xmp noembed noframes
      """,
      .furniture: "nav footer aside dialog menu",
    ]
    var kinds: [String: ElementKind] = [:]
    for (kind, list) in names {
      for name in list.split(separator: " ") { kinds[String(name)] = kind }
    }
    return kinds
  }()

  /// Elements without content or end tag.
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
}

/// An element of a page that holds blocks of text.
struct PageElement {
  var kind: ElementKind
  /// Whether its name, class or role says that it is no part of an article.
  var isSuspect: Bool
  /// Its blocks, as indices: those of one element follow each other.
  var blocks: Range<Int>
}

/// What an element's attributes say of its part in a page.
enum ElementPart {
  case content
  /// The text of the article itself.
  case articleBody
  /// Not shown, or by its class something beside the article: to be left out, unless it holds it.
  case suspect
  /// What stands under a picture.
  case caption
  /// By its role something about the site.
  case furniture

  /// Judges an element by its attributes.
  init(_ attributes: MarkupAttributes) {
    if let role = attributes.text("role")?.lowercased(), Self.furnitureRoles.contains(role) {
      self = .furniture
    } else if attributes["itemprop"]?.lowercased() == "articlebody" {
      self = .articleBody
    } else if attributes["hidden"] != nil || attributes["aria-hidden"]?.lowercased() == "true"
      || Self.isInvisible(attributes["style"]) || Self.isDebris(attributes["class"])
      || Self.isDebris(attributes["id"])
    {
      self = .suspect
    } else if Self.words(of: attributes["class"] ?? "").contains(where: { $0 == "caption" }) {
      self = .caption
    } else {
      self = .content
    }
  }

  /// Landmark and widget roles of WAI-ARIA 1.2 that hold no article.
  private static let furnitureRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "toolbar",
    "dialog", "alertdialog", "tablist", "tooltip", "status", "progressbar",
  ]

  private static func isInvisible(_ style: String?) -> Bool {
    guard let style = style?.lowercased().filter({ $0 != " " }) else { return false }
    return style.contains("display:none") || style.contains("visibility:hidden")
  }

  /// Whether one of the words of a class or an identifier names what stands beside an article.
  private static func isDebris(_ names: String?) -> Bool {
    guard let names, !names.isEmpty else { return false }
    return words(of: names).contains { debrisWords.contains($0) }
  }

  /// The words of names such as `post-comments`, `relatedPosts` and `share_bar`, in lower case.
  private static func words(of names: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    for byte in names.utf8.prefix(400) {
      let isLetter = MarkupScanner.isLetter(byte)
      let isUpper = isLetter && byte & 0x20 == 0
      if !isLetter || isUpper && wasLower {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      if isLetter { word.append(byte | 0x20) }
      wasLower = isLetter && !isUpper
    }
    return words + (word.isEmpty ? [] : [String(decoding: word, as: UTF8.self)])
  }

  /// Words by which authors of pages everywhere name these parts.
  private static let debrisWords: Set<String> = [
    "ad", "ads", "advert", "adverts", "advertisement", "advertising", "banner", "breadcrumb",
    "breadcrumbs", "comment", "comments", "consent", "cookie", "cookies", "disqus", "footer",
    "gdpr",
    "hidden", "lightbox", "login", "menu", "modal", "nav", "navbar", "navigation", "newsletter",
    "outbrain", "overlay", "pager", "pagination", "popular", "popup", "promo", "recommended",
    "recommendations", "related", "replies", "respond", "share", "sharebar", "sharing", "sidebar",
    "signup", "social", "sponsor", "sponsored", "subscribe", "subscription", "taboola", "teaser",
    "teasers", "toolbar", "trending", "widget", "widgets",
  ]
}
