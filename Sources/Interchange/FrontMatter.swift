internal import IncidentModel

/// The lines of `name: value` between two lines of `---` that may open a Markdown file.
///
/// The simple pairs of YAML that pages are described with, and no more of YAML. The lines stay in the
/// text; the reading marks them as telling nothing.
struct FrontMatter {
  private var values: [String: String] = [:]

  /// Reads the pairs that a text opens with; none where it does not.
  init(of text: String) {
    var lines = text.split(
      maxSplits: 200, omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).prefix(200)
    guard lines.popFirst()?.trimmedEnd == "---" else { return }
    var values: [String: String] = [:]
    for line in lines {
      if ["---", "..."].contains(line.trimmedEnd) {
        self.values = values
        return
      }
      guard let colon = line.firstIndex(of: ":"), line.first != " " else { continue }
      let name = line[..<colon].lowercased()
      let value = Self.unquoted(String(line[line.index(after: colon)...]).trimmedWhitespace)
      if values[name] == nil, !value.isEmpty { values[name] = value }
    }
  }

  /// Adds what the lines say to a report.
  func complete(_ report: inout RawReport) {
    report.title = report.title ?? values["title"]
    report.url = report.url ?? first("url", "link", "source_url", "canonical")
    report.publisher = report.publisher ?? first("publisher", "source", "site")
    report.language = report.language ?? first("language", "lang")
    guard let written = first("date", "published") else { return }
    report.published = PublishedDate.day(in: written)
    if report.published == nil {
      report.notices.append("\"date\" is passed over: it is no date such as 2023-05-29")
    }
  }

  private func first(_ names: String...) -> String? {
    names.lazy.compactMap { values[$0] }.first
  }

  private static func unquoted(_ value: String) -> String {
    guard value.utf8.count >= 2, let mark = value.first, mark == value.last,
      mark == "\"" || mark == "'"
    else { return value }
    return String(value.dropFirst().dropLast())
  }
}

extension Substring {
  /// The line without white space at its end, as a carriage return.
  fileprivate var trimmedEnd: Substring {
    self[..<(lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? startIndex)]
  }
}
