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
      let input = inputs.read(
        standardInputFormat: .text, lexicons: extractor.geoparser.lexicons)
      if input.reports.isEmpty { try input.throwStatus() }
      let store = try store.open(for: .writing(creating: true))
      let fresh = again ? input.reports : try input.reports.filter { try !store.knows($0) }
      var unplaced: Set<String> = []
      for chunk in fresh.chunks(of: 64) {
        let read = await extractor.read(chunk, jobs: work.jobCount)
        try store.add(read)
        unplaced.formUnion(read.flatMap(\.mentions).compactMap(Self.unplacedName))
      }
      // Also where nothing is fresh: a run that was stopped may have added reports only.
      let changes = try store.recomputeIncidents(run: try run(store, extractor.geoparser.gazetteer))
      {
        events, reports, reviews in
        IncidentMerger(timeZones: try DataFolder().timeZones())
          .incidents(from: events, reports: reports, reviews: reviews)
      }
      if !work.quiet {
        Console.note(
          try summary(
            of: input, read: fresh.count, changes: changes, unplaced: unplaced.sorted(),
            store: store))
      }
      try input.throwStatus()
    }
  }

  private func run(_ store: IncidentStore, _ gazetteer: Gazetteer) throws -> RunRecord {
    RunRecord(
      programVersion: IncidentMap.version, rules: IncidentMap.version,
      gazetteer: DataFolder.hash(of: gazetteer),
      inputs: Report.sha256(
        of: Array(try store.knownReports().sorted().joined(separator: "\n").utf8)))
  }

  /// The name of a mention that is a place on the ground, but nobody knows which.
  private static func unplacedName(_ mention: Mention) -> String? {
    mention.role.isLocative && mention.resolution.place == nil ? mention.surface : nil
  }

  private func summary(
    of input: ReportInputs.Outcome, read: Int, changes: IncidentChanges, unplaced: [String],
    store: IncidentStore
  ) throws -> String {
    let info = try store.info()
    let known = input.reports.count - read
    return """
      reports    \(read) read, \(known) known before, \(input.faults.count) failed
      mentions   \(info.mentions) of places, \(info.unresolvedMentions) that could not be placed
      incidents  \(info.incidents) in the store, \(info.locatedIncidents) with a place: \
      \(changes.added.count) new, \(changes.changed.count) changed, \
      \(changes.removed.count) merged away\(Self.kept(changes))
      store      \(store.path)
      """ + Self.list(unplaced)
  }

  /// How many incidents a person has changed in another program, which stay as they are.
  private static func kept(_ changes: IncidentChanges) -> String {
    changes.kept.isEmpty ? "" : ", \(changes.kept.count) kept as a person changed them"
  }

  /// The names that could not be placed, the first of them by name.
  private static func list(_ names: [String]) -> String {
    guard !names.isEmpty else { return "" }
    let more = names.count > 10 ? " and \(names.count - 10) more" : ""
    return "\nnot placed \(names.prefix(10).joined(separator: ", "))\(more)"
  }
}
