internal import ArgumentParser
internal import Foundation
internal import Geoparsing
internal import IncidentExtraction
internal import IncidentModel
internal import IncidentStore
internal import Interchange
internal import Toponymy

/// `incidentmap ingest`.
struct IngestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read reports into the store.",
    discussion: """
      A report that the store knows is passed over; the same reports in any order, in one run or many,
      give the same incidents.

      Example:
        incidentmap ingest seeds --store incidents.gpkg
      """)

  @OptionGroup var inputs: ReportInputs
  @Flag(help: "Read known reports again, with today's rules.")
  var again = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var work: WorkOptions

  func run() async throws {
    try await reportingErrors {
      let extractor = IncidentExtractor(geoparser: try knowledge.geoparser())
      try inputs.check(extractor.geoparser.lexicons)
      let input = inputs.read(standardInputFormat: .text)
      if input.reports.isEmpty { try input.throwStatus() }
      let store = try store.open(for: .writing(creating: true))
      let fresh = again ? input.reports : try input.reports.filter { try !store.knows($0) }
      let changes = try await ingest(fresh, with: extractor, into: store)
      if !work.quiet {
        Console.note(try summary(of: input, read: fresh.count, changes: changes, store: store))
      }
      try input.throwStatus()
    }
  }

  private func ingest(
    _ reports: [Report], with extractor: IncidentExtractor, into store: IncidentStore
  ) async throws -> IncidentChanges {
    guard !reports.isEmpty else { return IncidentChanges(unchanged: try store.count()) }
    for chunk in reports.chunks(of: 64) {
      try store.add(await extractor.read(chunk, jobs: work.jobCount))
    }
    let run = RunRecord(
      programVersion: IncidentMap.version, rules: IncidentMap.version,
      gazetteer: "\(extractor.geoparser.gazetteer.places.count) places",
      inputs: Report.sha256(
        of: Array(reports.map(\.sha256).sorted().joined(separator: "\n").utf8)))
    return try store.recomputeIncidents(run: run) { events, reports in
      IncidentMerger(timeZones: try DataFolder().timeZones()).incidents(
        from: events, reports: reports)
    }
  }

  private func summary(
    of input: ReportInputs.Outcome, read: Int, changes: IncidentChanges, store: IncidentStore
  ) throws -> String {
    let info = try store.info()
    let known = input.reports.count - read
    return """
      reports    \(read) read, \(known) known before, \(input.faults.count) failed
      mentions   \(info.mentions) of places, \(info.unresolvedMentions) that could not be placed
      incidents  \(info.incidents) in the store, \(info.locatedIncidents) with a place: \
      \(changes.added.count) new, \(changes.changed.count) changed, \
      \(changes.removed.count) merged away
      store      \(store.path)
      """
  }
}
