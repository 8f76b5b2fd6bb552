internal import IncidentModel

/// How an input holds reports.
public enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  /// One report, plain text or Markdown.
  case text
  /// A JSON object a line, each a report.
  case jsonLines = "jsonl"

  /// The format that a file's ending says, or `nil` where such files are not read.
  public init?(path: String) {
    switch Self.ending(of: path) {
    case "txt", "md": self = .text
    case "jsonl": self = .jsonLines
    default: return nil
    }
  }

  /// The ending in lower case, without its dot; empty where there is none.
  static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}

/// Reads reports from files and the standard input; folders are the caller's to expand.
public enum ReportReader {
  /// A report, or why there is none.
  public typealias Outcome = Result<RawReport, ReportInputError>

  /// Reads the reports of a file.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-` for the standard input.
  ///   - format: How it holds reports; `nil` lets the ending say it.
  /// - Returns: An outcome for each report, in the input's order: one for a text, one for each line
  ///   of JSON lines that is not blank.
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
    case .text: [text(bytes, path: path)]
    case .jsonLines: JSONLineReports(bytes: bytes, path: path).outcomes
    case nil: [unsupported(path)]
    }
  }

  /// The longest text that is taken for one report, in bytes.
  static let longestText = 1 << 27

  private static func text(_ bytes: [UInt8], path: String) -> Outcome {
    if bytes.count > longestText {
      return failure(.notText, path, "is larger than 128 MiB: no report is; split it")
    }
    if let obstacle = ReportText.obstacle(in: bytes) {
      return failure(.notText, path, obstacle)
    }
    let (text, notice) = ReportText.decoded(bytes)
    guard !ReportText.isBlank(text) else { return failure(.empty, path, "there is no text in it") }
    var report = RawReport(
      sha256: Report.sha256(of: bytes), path: path == "-" ? nil : path, text: text)
    report.notices = notice.map { [$0] } ?? []
    return .success(report)
  }

  private static func unsupported(_ path: String) -> Outcome {
    let message =
      if path == "-" {
        "say what the standard input holds: text or jsonl"
      } else {
        switch ReportFormat.ending(of: path) {
        case "": "files without an ending are not read; .txt, .md and .jsonl are"
        case let ending: "files ending in .\(ending) are not read yet; .txt, .md and .jsonl are"
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
