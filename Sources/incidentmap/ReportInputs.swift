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

  /// What reading the inputs gave: reports, and faults that were told to the user.
  struct Outcome {
    var reports: [Report] = []
    var faults: [ReportInputError] = []
  }

  /// Reads all inputs in order, files of folders sorted by path; what cannot be read is told, and the
  /// rest is done.
  func read(standardInputFormat: ReportFormat, lexicons: Lexicons) -> Outcome {
    var outcome = Outcome()
    for path in paths.flatMap({ expanded($0, faults: &outcome.faults) }) {
      let format = path == "-" ? inputFormat ?? standardInputFormat : nil
      for result in ReportReader.reports(contentsOf: path, format: format) {
        switch result {
        case .success(let raw):
          raw.notices.forEach { Console.warn("\(path): \($0)") }
          outcome.reports.append(report(raw, lexicons))
        case .failure(let error):
          Console.warn(error.description)
          outcome.faults.append(error)
        }
      }
    }
    return outcome
  }

  private func report(_ raw: RawReport, _ lexicons: Lexicons) -> Report {
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
  private func expanded(_ path: String, faults: inout [ReportInputError]) -> [String] {
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

extension ReportInputs.Outcome {
  /// Ends the command with the status for inputs that could not be read, where there were any.
  func throwStatus() throws {
    guard let fault = faults.first else { return }
    throw
      (faults.count == 1 && reports.isEmpty && fault.kind == .missing
      ? ExitStatus.inputMissing : .badData).code
  }
}
