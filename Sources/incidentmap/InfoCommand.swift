internal import ArgumentParser
internal import IncidentModel
internal import IncidentStore

/// `incidentmap info`.
struct InfoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Say what the store holds, and check that it is sound.",
    discussion: """
      Example:
        incidentmap info --store incidents.gpkg
      """)

  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await reportingErrors {
      let store = try store.open(for: .reading)
      let info = try store.info()
      try Console.write(text(info, try store.imports(), store.path))
      if !info.problems.isEmpty { throw ExitStatus.badData.code }
    }
  }

  private func text(_ info: StoreInfo, _ imports: [StoredImport], _ path: String) -> String {
    var lines = [
      "store      \(path), version \(info.version)",
      "incidents  \(info.incidents), \(info.locatedIncidents) of them with a place",
    ]
    if let first = info.firstDay, let last = info.lastDay {
      lines.append("days       \(first) to \(last)")
    }
    lines += info.types.map { "             \($0.incidents)  \($0.type.rawValue)" }
    let files = imports.filter { $0.record.form != AddCommand.form }
    if files.count < imports.count {
      lines.append("by hand    \(imports.count - files.count)")
    }
    if !files.isEmpty { lines.append("imports    \(files.count)") }
    lines += files.map { file in
      "             \(file.incidents)  \(file.record.path ?? "standard input") (\(file.record.form))"
    }
    lines.append("reports    \(info.reports)")
    lines += info.publishers.map { "             \($0.reports)  \($0.publisher ?? "no publisher")" }
    lines.append("mentions   \(info.mentions), \(info.unresolvedMentions) without a place")
    lines.append("events     \(info.events)")
    lines.append("reviews    \(info.reviews)")
    if let run = info.latestRun {
      lines.append(
        "last run   incidentmap \(run.programVersion), gazetteer \(run.gazetteer.prefix(12))")
    }
    lines.append(info.problems.isEmpty ? "check      sound" : "check      NOT sound:")
    lines += info.problems.map { "             \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
