internal import ArgumentParser
internal import Foundation
internal import IncidentModel
internal import IncidentStore
internal import Interchange

/// `incidentmap import`.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take a spreadsheet or a GeoJSON file of incidents into the store.",
    discussion: """
      Columns are recognised by their names: those of incidentmap's own exports, of ACLED, of UCDP \
      GED, HXL tags, or plain words in several languages. A row without a position is placed through \
      the gazetteer by its place's name; a name that is unknown or ambiguous is listed, and its rows \
      are kept without a position. The whole file is taken in one transaction, or nothing of it.

      Example:
        incidentmap import acled.csv --store archive.gpkg
      """)

  @Argument(help: "A CSV or GeoJSON file; - for the standard input.")
  var file: String
  @Option(
    help: """
      Which column is which field, such as location=Ort,date_start=Datum; wins over what is \
      recognised.
      """)
  var columns: ColumnChoice?
  @Option(help: "The order of dates such as 03/04/2023: dmy, mdy or ymd.")
  var dates: DateOrder?
  @Option(name: .customLong("as"), help: "csv or geojson; by the file's beginning otherwise.")
  var form: IncidentFileFormat?
  @Option(help: "The encoding of a text that is not Unicode, such as windows-1250.")
  var encoding = "windows-1252"
  @Option(
    help: """
      What the identifiers of the file's rows are headed by, where they are plain numbers or words of \
      its own; the file's name by default. The same identifier is the same incident.
      """)
  var dataset: String?
  @Flag(
    help: """
      Write over incidents that were imported before, and that nobody decided about, with what the \
      file says.
      """)
  var again = false
  @Flag(help: "Say nothing but errors.")
  var quiet = false
  @OptionGroup var store: StoreOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func run() async throws {
    try await reportingErrors {
      let options = ImportOptions(
        columns: columns?.headers ?? [:], dateOrder: dates, format: form, encoding: encoding,
        countryCode: CountryNames(knowledge).code)
      var reader = try IncidentFileReader.open(path: file, options: options)
      let store = try store.open(for: .writing(creating: true))
      var rows = ImportedRows(
        file: file, dataset: dataset ?? Self.stem(of: file), knowledge: knowledge,
        hasOurIdentifiers: reader.mapping.mapped.contains { $0.header == "incident_id" })
      var progress = ProgressLine(isShown: !quiet, label: "import")
      defer { progress.finish() }
      let record = ImportRecord(
        path: file == "-" ? nil : file, sha256: try hash(),
        form: reader.mapping.convention.rawValue,
        columns: Self.columns(reader.mapping), programVersion: IncidentMap.version)
      var count = 0
      let summary = try store.importIncidents(
        record, expecting: (reader.byteCount ?? 0) / 256, replacingKnown: again
      ) {
        while let row = try reader.next() {
          count += 1
          if count & 0xFFF == 0 { progress.show(reader.bytesRead, of: reader.byteCount) }
          if let incident = try rows.incident(of: row, reader.mapping.convention) {
            return incident
          }
        }
        return nil
      }
      progress.finish()
      if !quiet {
        Console.note(text(summary, rows, count, reader.mapping, reader.notes, store))
      }
      if rows.refused > 0 { throw ExitStatus.badData.code }
    }
  }

  /// The SHA-256 of the file; `nil` for what can be read only once.
  private func hash() throws -> String? {
    guard file != "-", let handle = FileHandle(forReadingAtPath: file),
      (try? handle.seekToEnd()) ?? 0 > 0
    else { return nil }
    try handle.seek(toOffset: 0)
    defer { try? handle.close() }
    return try Report.sha256 {
      try handle.read(upToCount: 1 << 20).flatMap { $0.isEmpty ? nil : Array($0) }
    }
  }

  private static func stem(of file: String) -> String {
    file == "-" ? "import" : URL(filePath: file).deletingPathExtension().lastPathComponent
  }

  private static func columns(_ mapping: ColumnMapping) -> String {
    mapping.mapped.map { "\($0.field ?? "")=\($0.header)" }.joined(separator: "; ")
  }

  private func text(
    _ summary: ImportSummary, _ rows: ImportedRows, _ count: Int, _ mapping: ColumnMapping,
    _ notes: [String], _ store: IncidentStore
  ) -> String {
    var lines = ["columns    \(mapping.convention.rawValue): \(Self.columns(mapping))"]
    if !mapping.ignored.isEmpty {
      lines.append("ignored    \(mapping.ignored.map(\.header).joined(separator: ", "))")
    }
    lines += notes.map { "note       \($0)" }
    lines.append("rows       \(count) read, \(rows.refused) refused")
    let replaced = summary.replaced > 0 ? ", \(summary.replaced) written over" : ""
    lines.append(
      "incidents  \(summary.added) new\(replaced), \(summary.known) known before; "
        + "\(summary.located) with a place")
    if summary.differing > 0 {
      let more = summary.differing > summary.differingExamples.count ? " …" : ""
      lines.append(
        "differing  \(summary.differing) of those known before say something else here, and were left "
          + "as they are: \(summary.differingExamples.joined(separator: ", "))\(more); --again writes "
          + "over imported ones that nobody decided about, --dataset NAME keeps tables apart whose rows "
          + "have the same numbers")
    }
    lines += rows.places.summary
    lines.append("store      \(store.path)")
    return lines.joined(separator: "\n")
  }
}

/// Which header stands for which field, as the user says: `location=Ort,date_start=Datum`.
struct ColumnChoice: ExpressibleByArgument {
  let headers: [String: String]

  init?(argument: String) {
    var headers: [String: String] = [:]
    for pair in argument.split(separator: ",") {
      let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, headers.updateValue(sides[1], forKey: sides[0]) == nil else {
        return nil
      }
    }
    self.headers = headers
  }
}
