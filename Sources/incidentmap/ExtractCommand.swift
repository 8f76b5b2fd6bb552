internal import ArgumentParser
internal import Geoparsing
internal import IncidentExtraction
internal import IncidentModel
internal import Interchange

/// `incidentmap extract`.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Read reports and print what they tell; nothing is stored.",
    discussion: """
      Prints one JSON object per report: its mentions of places with byte offsets, and its incidents
      with their evidence. With --format geojson, one FeatureCollection merged over all reports; with
      --format text, a block per incident to read, each date, place and figure with its quotes.

      Example:
        incidentmap extract seeds/*.txt --format geojson > incidents.geojson
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, geojson, text }

  @OptionGroup var inputs: ReportInputs
  @Option(help: "jsonl, a line a report; geojson, merged; or text, to read.")
  var format = Format.jsonl
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var work: WorkOptions

  func run() async throws {
    try await reportingErrors {
      let extractor = IncidentExtractor(geoparser: try knowledge.geoparser())
      try inputs.check(extractor.geoparser.lexicons)
      var input = inputs.stream(
        standardInputFormat: .jsonLines, lexicons: extractor.geoparser.lexicons)
      let merger = IncidentMerger(timeZones: try DataFolder().timeZones())
      let ordered = OrderedWork(jobs: work.jobCount)
      // On a terminal the results themselves say how far it is.
      var progress = ProgressLine(
        isShown: !work.quiet && !Console.isTerminal, label: "extract")
      var done = 0
      func count() {
        done += 1
        progress.show(reports: done)
      }
      defer { progress.finish() }
      switch format {
      case .geojson:
        var all: [ReadReport] = []
        try await ordered.run(
          next: { input.next() }, work: { extractor.read($0) },
          deliver: { read in
            all.append(read)
            count()
          })
        let incidents = merger.incidents(
          from: all.flatMap(\.events), reports: all.map(\.report))
        try Console.write(GeoJSONRows.collection(of: incidents.map(\.incident)))
      case .jsonl, .text:
        let format = format
        var waiting: [UInt8] = []
        try await ordered.run(
          next: { input.next() },
          work: { Self.output(extractor.read($0), merger, as: format) },
          deliver: { output in
            waiting += output
            count()
            guard waiting.count >= 1 << 18 else { return }
            try Console.write(waiting)
            waiting.removeAll(keepingCapacity: true)
          })
        try Console.write(waiting)
      }
      try input.throwStatus()
    }
  }

  /// What is printed of one report, with its own incidents.
  private static func output(
    _ read: ReadReport, _ merger: IncidentMerger, as format: Format
  ) -> [UInt8] {
    let incidents = merger.incidents(from: read.events, reports: [read.report])
    return format == .text
      ? Array(ExtractionText(read: read, incidents: incidents).text.utf8)
      : ExtractionWriter.line(read, incidents: incidents)
  }
}
