internal import IncidentModel
internal import Markup

/// Reads reports from JSON lines: `text` or `html` is required; `id`, `title`, `url`, `publisher`,
/// `published` and `language` are optional.
struct JSONLineReports {
  let bytes: [UInt8]
  let path: String

  /// A report or an error for each line that is not blank.
  var outcomes: [ReportReader.Outcome] {
    var outcomes: [ReportReader.Outcome] = []
    var line = (number: 1, start: 0)
    while line.start < bytes.count {
      let end = bytes[line.start...].firstIndex(of: 0x0A) ?? bytes.count
      if !bytes[line.start..<end].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
        outcomes.append(outcome(of: line.start..<end, line: line.number))
      }
      line = (line.number + 1, end + 1)
    }
    return outcomes
  }

  private func outcome(of range: Range<Int>, line: Int) -> ReportReader.Outcome {
    do {
      return try report(JSONParser.parse(bytes, in: range), line: line)
    } catch {
      let column = error.column(in: bytes, lineStart: range.lowerBound)
      return .failure(
        self.error(
          .malformed, FileProblem(line: line, column: column, message: error.message)))
    }
  }

  private func report(_ value: JSONValue, line: Int) -> ReportReader.Outcome {
    func failure(_ kind: ReportInputError.Kind, _ message: String) -> ReportReader.Outcome {
      .failure(error(kind, FileProblem(line: line, message: message)))
    }
    guard value.members != nil else {
      return failure(.malformed, "a line should be an object with a \"text\"")
    }
    let page = value["text"]?.text == nil ? value["html"]?.text : nil
    guard let written = value["text"]?.text ?? page else {
      return failure(.malformed, "\"text\" is missing, or is no string")
    }
    let name = page == nil ? "text" : "html"
    guard !written.utf8.contains(0) else { return failure(.notText, "\"\(name)\" holds NUL") }
    let bytes = Array(written.utf8)
    let format: ReportFormat = page == nil ? .text : .html
    guard bytes.count <= format.longestReport else {
      return failure(.tooLarge, "\"\(name)\" \(ReportText.tooLarge(format))")
    }
    let article = page.map { _ in PageReport(WebPage(bytes)) }
    let text = article?.text ?? ReportText.withoutMark(written)
    guard !ReportText.isBlank(text) else { return failure(.empty, "\"\(name)\" is empty") }
    var report = RawReport(
      sha256: Report.sha256(of: bytes), path: path == "-" ? nil : path, line: line, text: text)
    let members = OptionalMembers(object: value)
    report.externalID = members.text("id", notices: &report.notices)
    report.title = members.text("title", notices: &report.notices)
    report.url = members.text("url", notices: &report.notices)
    report.publisher = members.text("publisher", notices: &report.notices)
    report.published = members.date("published", notices: &report.notices)
    report.language = members.text("language", notices: &report.notices)
    article?.complete(&report)
    return .success(report)
  }

  private func error(_ kind: ReportInputError.Kind, _ problem: FileProblem) -> ReportInputError {
    ReportInputError(kind, path: path, problem: problem)
  }
}

/// Members that may be missing; one of the wrong type is passed over with a notice.
private struct OptionalMembers {
  let object: JSONValue

  /// The text, or a whole number as text; `nil` where it is missing, null or blank.
  func text(_ name: String, notices: inout [String]) -> String? {
    switch object[name] {
    case nil, .null: return nil
    case .string(let text): return ReportText.isBlank(text) ? nil : text
    case let value?:
      if let number = value.integer { return String(number) }
      notices.append("\"\(name)\" is passed over: it is no string")
      return nil
    }
  }

  /// The day, of a date or of a date and time; `nil` with a notice where it is something else.
  func date(_ name: String, notices: inout [String]) -> CalendarDate? {
    guard let text = text(name, notices: &notices) else { return nil }
    guard let date = PublishedDate.day(in: text) else {
      notices.append("\"\(name)\" is passed over: it is no date such as 2023-05-29")
      return nil
    }
    return date
  }
}
