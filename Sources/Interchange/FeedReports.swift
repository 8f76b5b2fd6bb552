internal import IncidentModel
internal import Markup

/// Reads the items of a feed, each a report.
struct FeedReports {
  let decoded: TextEncoding.Decoded
  let path: String

  /// A report or an error for each item; one error where there is no feed.
  var outcomes: [ReportReader.Outcome] {
    guard let feed = Feed(decoded.bytes) else {
      return [failure(.malformed, "it is no RSS or Atom feed", line: nil)]
    }
    guard !feed.items.isEmpty else {
      return [failure(.empty, "there is no item in this feed", line: nil)]
    }
    var outcomes = feed.items.map { outcome(of: $0, in: feed) }
    if let first = outcomes.firstIndex(where: { (try? $0.get()) != nil }) {
      outcomes[first] = outcomes[first].map { report in
        var report = report
        report.notices = ReportText.notices(decoded) + report.notices
        return report
      }
    }
    return outcomes
  }

  private func outcome(of item: FeedItem, in feed: Feed) -> ReportReader.Outcome {
    let text = item.text
    guard !ReportText.isBlank(text) else {
      return failure(.empty, "the item has neither a text nor a title", line: item.line)
    }
    guard !text.utf8.contains(0) else {
      return failure(.notText, "the item holds NUL", line: item.line)
    }
    var report = RawReport(
      sha256: Report.sha256(of: item.identity), path: path == "-" ? nil : path, line: item.line,
      text: text)
    report.externalID = item.identifier
    report.title = item.title
    report.url = item.link
    report.publisher = item.source ?? feed.title
    report.pageLanguage = feed.language
    report.published = item.date.flatMap { PublishedDate.day(in: $0) }
    if item.date != nil, report.published == nil {
      report.notices.append("the date of the item on line \(item.line) is passed over: it is none")
    }
    return .success(report)
  }

  private func failure(
    _ kind: ReportInputError.Kind, _ message: String, line: Int?
  ) -> ReportReader.Outcome {
    .failure(ReportInputError(kind, path: path, problem: FileProblem(line: line, message: message)))
  }
}
