internal import IncidentModel
internal import Markup

/// Reads reports from files and the standard input; folders are the caller's to expand.
public enum ReportReader {
  /// A report, or why there is none.
  public typealias Outcome = Result<RawReport, ReportInputError>

  /// Reads the reports of a file.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-` for the standard input.
  ///   - format: How it holds reports; `nil` lets the ending say it.
  /// - Returns: An outcome for each report, in the input's order: one for a text or a page, one for
  ///   each item of a feed, one for each line of JSON lines that is not blank.
  public static func reports(
    contentsOf path: String, format: ReportFormat? = nil
  ) -> [Outcome] {
    guard let format = format ?? ReportFormat(path: path) else { return [unsupported(path)] }
    do {
      return reports(in: try InputFile.bytes(of: path), path: path, format: format)
    } catch .missing {
      return [failure(.missing, path, "there is no such file")]
    } catch .unreadable(_, let reason) {
      return [failure(.unreadable, path, "cannot be read: \(reason)")]
    } catch {
      return [failure(.unreadable, path, "cannot be read")]
    }
  }

  /// Reads the reports that bytes hold.
  ///
  /// - Parameters:
  ///   - bytes: The whole input.
  ///   - path: What the reports and errors call it; `-` for the standard input.
  ///   - format: How it holds reports; `nil` lets the path's ending say it.
  /// - Returns: An outcome for each report, as ``reports(contentsOf:format:)`` gives them.
  public static func reports(
    in bytes: [UInt8], path: String, format: ReportFormat? = nil
  ) -> [Outcome] {
    switch format ?? ReportFormat(path: path) {
    case .jsonLines:
      JSONLineReports(bytes: ReportText.utf8(ofUTF16: bytes) ?? bytes, path: path).outcomes
    case let format?: whole(bytes, path: path, format: format)
    case nil: [unsupported(path)]
    }
  }

  /// The reports of a file that is read as a whole.
  private static func whole(_ bytes: [UInt8], path: String, format: ReportFormat) -> [Outcome] {
    if bytes.count > format.longestReport {
      return [failure(.tooLarge, path, ReportText.tooLarge(format))]
    }
    if let obstacle = ReportText.obstacle(in: bytes) { return [failure(.notText, path, obstacle)] }
    do {
      let decoded = try TextEncoding.decoded(bytes, isMarkup: format.isMarkup)
      return format == .feed
        ? FeedReports(decoded: decoded, path: path).outcomes
        : [file(decoded, of: bytes, path: path, format: format)]
    } catch {
      switch error {
      case .unknownEncoding:
        return [
          failure(.notText, path, "it is in an encoding that is not read; convert it to UTF-8")
        ]
      }
    }
  }

  private static func file(
    _ decoded: TextEncoding.Decoded, of bytes: [UInt8], path: String, format: ReportFormat
  ) -> Outcome {
    var report = RawReport(
      sha256: Report.sha256(of: bytes), path: path == "-" ? nil : path, text: "")
    report.notices = ReportText.notices(decoded)
    switch format {
    case .html:
      let page = PageReport(WebPage(decoded.bytes))
      report.text = page.text
      page.complete(&report)
    case .markdown:
      report.text = String(decoding: decoded.bytes, as: UTF8.self)
      FrontMatter(of: report.text).complete(&report)
    default: report.text = String(decoding: decoded.bytes, as: UTF8.self)
    }
    guard !ReportText.isBlank(report.text) else {
      return failure(.empty, path, "there is no text in it")
    }
    return .success(report)
  }

  private static func unsupported(_ path: String) -> Outcome {
    let message =
      if path == "-" {
        "say what the standard input holds: text, markdown, html, feed or jsonl"
      } else {
        switch ReportFormat.ending(of: path) {
        case "": "files without an ending are not read; \(ReportFormat.endings) are"
        case let ending: "files ending in .\(ending) are not read; \(ReportFormat.endings) are"
        }
      }
    return failure(.unsupported, path, message)
  }

  private static func failure(
    _ kind: ReportInputError.Kind, _ path: String, _ message: String
  ) -> Outcome {
    .failure(ReportInputError(kind, path: path, problem: FileProblem(message: message)))
  }
}
