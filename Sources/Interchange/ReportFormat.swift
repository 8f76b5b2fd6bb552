internal import Markup

/// How an input holds reports.
public enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  /// One report, plain text.
  case text
  /// One report in Markdown, with or without front matter.
  case markdown
  /// A web page with one article.
  case html
  /// An RSS or Atom feed, an item a report.
  case feed
  /// A JSON object a line, each a report.
  case jsonLines = "jsonl"

  /// The format that a file's ending says, or `nil` where such files are not read.
  public init?(path: String) {
    switch Self.ending(of: path) {
    case "txt": self = .text
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml": self = .html
    case "rss", "atom", "rdf", "xml": self = .feed
    case "jsonl", "ndjson": self = .jsonLines
    default: return nil
    }
  }

  /// The endings of the files that are read, for people.
  public static let endings = ".txt, .md, .html, .htm, .rss, .atom, .xml and .jsonl"

  /// The ending in lower case, without its dot; empty where there is none.
  static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The longest input that is taken for one report, in bytes: beyond it lies no text that people
  /// wrote, and the memory that reading takes stays bounded.
  var longestReport: Int { self == .feed ? 1 << 27 : 1 << 25 }

  /// Whether the bytes may name their encoding.
  var isMarkup: Bool { self == .html || self == .feed }
}
