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
      Offsets are UTF-8 bytes into the report's text. The names of events, such as 8c1f02:137, are \
      what review split takes.

      Example:
        incidentmap show i-3f09c1d2a4b5
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(
    help: "The incident's identifier, one that it had before, or the beginning of either.")
  var incident: String
  @Option(help: "text or json.")
  var format = Format.text
  @OptionGroup var store: StoreOptions

  func run() async throws {
    try await reportingErrors {
      let store = try store.open(for: .reading)
      guard let dossier = try IncidentDossier(incident, in: store) else {
        throw StoreError.unknownIncident(incident)
      }
      switch format {
      case .text: try Console.write(IncidentBrief(dossier, width: .ofOutput).text)
      case .json: try Console.write(json(dossier))
      }
    }
  }

  private func json(_ dossier: IncidentDossier) -> [UInt8] {
    let found = dossier.found
    var paths: [String: String] = [:]
    for report in dossier.reports { paths[report.sha256] = report.path }
    var json = JSONWriter(style: .pretty)
    json.object { json in
      json.key("incident")
      json.feature(found, paths: paths)
      json.key("reports")
      json.array { json in
        for report in dossier.reports { json.report(report) }
      }
      json.key("copies")
      json.array { json in
        for report in dossier.reports {
          guard let original = dossier.original(of: report) else { continue }
          json.object { json in
            json.member("sha256", report.sha256)
            json.member("copy_of", dossier.reports[original - 1].sha256)
          }
        }
      }
      json.key("events")
      json.array { json in
        for key in found.evidence.events {
          json.object { json in
            json.member("event", key.description)
            json.member("name", key.shortName)
            json.member("is_summary", dossier.events[key]?.isSummary)
          }
        }
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
      json.key("reviews")
      json.array { json in
        for state in dossier.reviews { json.review(state) }
      }
    }
    json.newline()
    return json.bytes
  }
}
