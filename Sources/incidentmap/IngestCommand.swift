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
      var input = inputs.stream(
        standardInputFormat: .text, lexicons: extractor.geoparser.lexicons)
      if input.isEmpty { try input.throwStatus() }
      let store = try store.open(for: .writing(creating: true))
      // What is new to the store when its turn comes, or is the same again in this run.
      var isNew: Set<Report> = []
      func isFresh(_ report: Report) throws -> Bool {
        var source = report
        source.text = ""
        guard try again || isNew.contains(source) || !store.knows(report) else { return false }
        isNew.insert(source)
        return true
      }
      var unplaced: Set<String> = []
      var fresh = 0
      var waiting: [ReadReport] = []
      var progress = ProgressLine(isShown: !work.quiet, label: "ingest")
      defer { progress.finish() }
      func add() throws {
        try store.add(waiting)
        unplaced.formUnion(waiting.flatMap(\.mentions).compactMap(Self.unplacedName))
        fresh += waiting.count
        waiting = []
      }
      try await OrderedWork(jobs: work.jobCount).run(
        next: { try input.next(where: isFresh) },
        work: { extractor.read($0) },
        deliver: { read in
          waiting.append(read)
          progress.show(reports: fresh + waiting.count)
          if waiting.count == Self.transaction { try add() }
        })
      try add()
      progress.finish()
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
            of: input, read: fresh, changes: changes, unplaced: unplaced.sorted(),
            store: store))
      }
      try input.throwStatus()
    }
  }

  /// How many reports are stored at once.
  private static let transaction = 64

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
    of input: ReportInputs.Stream, read: Int, changes: IncidentChanges, unplaced: [String],
    store: IncidentStore
  ) throws -> String {
    let info = try store.info()
    let known = input.count - read
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
