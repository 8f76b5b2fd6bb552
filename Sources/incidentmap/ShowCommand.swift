internal import ArgumentParser
internal import IncidentModel
internal import IncidentStore
internal import Interchange

/// `incidentmap show`.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one incident with every quote, source and decision behind it.",
    discussion: """
      Example:
        incidentmap show i-3f09c1d2a4b5
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "The incident's identifier, or the beginning of it.")
  var incident: String
  @Option(help: "text or json.")
  var format = Format.text
  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await reportingErrors {
      let store = try store.open(for: .reading)
      guard let found = try store.incident(incident) else {
        Console.warn(
          "no incident is called \(incident); `incidentmap export - --format csv` lists all")
        throw ExitStatus.badData.code
      }
      let reports = try found.evidence.reports.compactMap { try store.report($0) }
      switch format {
      case .text: try Console.write(IncidentBrief(found, reports: reports).text)
      case .json: try Console.write(json(found, reports))
      }
    }
  }

  private func json(_ found: DocumentedIncident, _ reports: [Report]) -> [UInt8] {
    var paths: [String: String] = [:]
    for report in reports { paths[report.sha256] = report.path }
    var json = JSONWriter(style: .pretty)
    json.object { json in
      json.key("incident")
      json.feature(found, paths: paths)
      json.key("reports")
      json.array { json in
        for report in reports { json.report(report) }
      }
      json.key("merges")
      json.array { json in
        for merge in found.evidence.merges {
          json.object { json in
            json.member("kept", merge.kept.description)
            json.member("absorbed", merge.absorbed.description)
            json.member("why", merge.why)
          }
        }
      }
    }
    json.newline()
    return json.bytes
  }
}
