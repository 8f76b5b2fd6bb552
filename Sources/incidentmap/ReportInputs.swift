internal import ArgumentParser
internal import Foundation
internal import Geoparsing
internal import IncidentModel
internal import Interchange

/// The reports that a command is given: files, folders, the standard input.
struct ReportInputs: ParsableArguments {
  @Argument(
    help: "Files (\(ReportFormat.endings)), folders, or - for the standard input.")
  var paths: [String]

  @Option(help: "The date of publication of reports that do not give one.")
  var published: String?

  @Option(help: "The publisher of reports that do not name one.")
  var publisher: String?

  @Option(help: "The language (BCP 47) of reports that do not say it.")
  var language: String?

  @Option(help: "What - holds: text, markdown, html, feed or jsonl.")
  var inputFormat: ReportFormat?

  mutating func validate() throws {
    if let published, CalendarDate(published) == nil {
      throw ValidationError("--published takes a date such as 2023-05-29, not \(published)")
    }
  }

  /// Refuses a language that no lexicon is for.
  func check(_ lexicons: Lexicons) throws {
    guard let language, !lexicons.knows(language) else { return }
    throw ValidationError(
      "--language takes one of \(lexicons.languages.joined(separator: ", ")), not \(language)")
  }

  /// The reports of all inputs in order, files of folders sorted by path.
  ///
  /// A file is read when its first report is asked for. What cannot be read is told, and the rest is
  /// done.
  struct Stream {
    private let inputs: ReportInputs
    private let standardInputFormat: ReportFormat
    private let lexicons: Lexicons
    private var paths: ArraySlice<String> = []
    private var path = ""
    /// A report that was looked at and not taken.
    private var first: Report?
    private var outcomes: ArraySlice<ReportReader.Outcome> = []
    /// The faults told so far.
    private(set) var faults: [ReportInputError] = []
    /// How many reports were read so far.
    private(set) var count = 0

    fileprivate init(
      _ inputs: ReportInputs, standardInputFormat: ReportFormat, lexicons: Lexicons
    ) {
      self.inputs = inputs
      self.standardInputFormat = standardInputFormat
      self.lexicons = lexicons
      paths = inputs.paths.flatMap { inputs.expanded($0, faults: &faults) }[...]
    }

    /// Whether there is no report at all.
    var isEmpty: Bool {
      mutating get {
        first = first ?? next()
        return first == nil
      }
    }

    /// The next report that is wanted, or `nil` after the last.
    mutating func next(where isWanted: (Report) throws -> Bool) rethrows -> Report? {
      while let report = next() {
        if try isWanted(report) { return report }
      }
      return nil
    }

    /// The next report, or `nil` after the last.
    mutating func next() -> Report? {
      if let report = first {
        first = nil
        return report
      }
      while true {
        switch outcomes.popFirst() {
        case .success(let raw):
          raw.notices.forEach { Console.warn("\(path): \($0)") }
          count += 1
          return inputs.report(raw, lexicons)
        case .failure(let error):
          Console.warn(error.description)
          faults.append(error)
        case nil:
          guard let path = paths.popFirst() else { return nil }
          self.path = path
          let format = path == "-" ? inputs.inputFormat ?? standardInputFormat : nil
          outcomes = ReportReader.reports(contentsOf: path, format: format)[...]
        }
      }
    }
  }

  /// The reports of all inputs.
  func stream(standardInputFormat: ReportFormat, lexicons: Lexicons) -> Stream {
    Stream(self, standardInputFormat: standardInputFormat, lexicons: lexicons)
  }

  fileprivate func report(_ raw: RawReport, _ lexicons: Lexicons) -> Report {
    let metadata = raw.published.map { PublicationDate(date: $0, basis: .metadata) }
    let given = published.flatMap { CalendarDate($0) }
      .map { PublicationDate(date: $0, basis: .given) }
    return Report(
      sha256: raw.sha256, path: raw.path, externalID: raw.externalID, url: raw.url,
      publisher: raw.publisher ?? publisher, title: raw.title, published: metadata ?? given,
      language: raw.language ?? language ?? pageLanguage(raw, lexicons), text: raw.text)
  }

  /// What a page or a feed says its language is counts where the text itself does not show it.
  private func pageLanguage(_ raw: RawReport, _ lexicons: Lexicons) -> String {
    guard let said = raw.pageLanguage else { return "und" }
    let found = lexicons.language(of: raw.text)
    return found == "und" ? said : found
  }

  /// A folder's reports, sorted; anything else as it is.
  fileprivate func expanded(_ path: String, faults: inout [ReportInputError]) -> [String] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder,
      let files = FileManager.default.subpaths(atPath: path)
    else { return [path] }
    let base = path.hasSuffix("/") ? String(path.dropLast()) : path
    let reports = files.filter { ReportFormat(path: $0) != nil && !$0.hasPrefix(".") }.sorted()
    if reports.isEmpty {
      let fault = ReportInputError(
        .missing, path: path,
        problem: FileProblem(message: "there is no report (\(ReportFormat.endings)) in this folder")
      )
      Console.warn(fault.description)
      faults.append(fault)
    }
    return reports.map { "\(base)/\($0)" }
  }
}

extension ReportInputs.Stream {
  /// Ends the command with the status for inputs that could not be read, where there were any.
  func throwStatus() throws {
    guard let fault = faults.first else { return }
    throw
      (faults.count == 1 && count == 0 && fault.kind == .missing
      ? ExitStatus.inputMissing : .badData).code
  }
}
