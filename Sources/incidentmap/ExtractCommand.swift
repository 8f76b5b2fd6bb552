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
      let input = inputs.read(
        standardInputFormat: .jsonLines, lexicons: extractor.geoparser.lexicons)
      let merger = IncidentMerger(timeZones: try DataFolder().timeZones())
      var all: [ReadReport] = []
      for chunk in input.reports.chunks(of: 64) {
        let read = await extractor.read(chunk, jobs: work.jobCount)
        switch format {
        case .geojson: all += read
        case .jsonl:
          for report in read {
            let incidents = merger.incidents(from: report.events, reports: [report.report])
            try Console.write(ExtractionWriter.line(report, incidents: incidents))
          }
        case .text:
          for report in read {
            let incidents = merger.incidents(from: report.events, reports: [report.report])
            try Console.write(ExtractionText(read: report, incidents: incidents).text)
          }
        }
      }
      if format == .geojson {
        let incidents = merger.incidents(
          from: all.flatMap(\.events), reports: all.map(\.report))
        try Console.write(
          GeoJSONWriter().featureCollection(IncidentTable(incidents.map(\.incident))))
      }
      try input.throwStatus()
    }
  }
}

extension Array {
  /// The elements in consecutive pieces of at most a length.
  func chunks(of length: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: length).map { self[$0..<Swift.min($0 + length, count)] }
  }
}
