internal import ArgumentParser
internal import Foundation
internal import Interchange
internal import Toponymy

/// `incidentmap gazetteer import`.
struct GazetteerImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make an index out of a published gazetteer.",
    discussion: """
      Reads GeoNames dumps (allCountries, cities500, a country), GNS country files, tables of Who's On \
      First, and our own CSV. Broken rows are counted and listed, and never stop the rest. Unzip first.

      Example:
        unzip -p cities500.zip | incidentmap gazetteer import - --as geonames --output world.gazetteer
      """)

  @Argument(help: "The file, or - for the standard input.")
  var file: String
  @Option(name: .customLong("as"), help: "What it is: csv, geonames, gns or whosonfirst.")
  var format: GazetteerFormat
  @Option(help: "Where the index goes.")
  var output: String
  @Option(help: "GeoNames' alternateNamesV2.txt, whose names have languages.")
  var alternateNames: String?
  @Option(help: "GeoNames' admin1CodesASCII.txt.")
  var admin1Codes: String?
  @Option(help: "GeoNames' admin2Codes.txt.")
  var admin2Codes: String?
  @Option(help: "The country (ISO alpha-2) of a Who's On First table that names none.")
  var country: String?
  @OptionGroup var tolerance: ToleranceOptions
  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func validate() throws {
    if output == "-" { throw ValidationError("an index is used as a file: --output takes a path") }
    if format != .geonames, alternateNames ?? admin1Codes ?? admin2Codes != nil {
      throw ValidationError("--alternate-names and the codes belong to GeoNames dumps")
    }
    if format != .whosonfirst, country != nil {
      throw ValidationError("--country belongs to tables of Who's On First")
    }
  }

  func run() async throws {
    try await reportingErrors {
      let folder = GazetteerFile.folder(of: output)
      var importer = GazetteerImporter(
        format: format, alternateNames: alternateNames, admin1Codes: admin1Codes,
        admin2Codes: admin2Codes, temporaryFolder: folder)
      importer.country = country?.uppercased() ?? ""
      var progress = ProgressLine(isShown: !quiet, label: "reading")
      let (faults, outcome, count) = try GazetteerFile.write(to: output, joinsSources: false) {
        builder in
        builder.begin(
          GazetteerSummary.Source(
            name: file.split(separator: "/").last.map(String.init) ?? file,
            format: format.rawValue, byteCount: Self.size(of: file), licence: format.licence))
        let faults = try importer.read(path: file) { place in
          try builder.add(place)
        } progress: { read, total in
          progress.show(read, of: total)
        }
        progress.finish()
        if !quiet, builder.placeCount > 500_000 { Console.note("sorting the names") }
        let names = builder.nameCount
        let outcome = try builder.finish(tolerating: tolerance.tolerance(names: names))
        return (faults, outcome, builder.placeCount - outcome.duplicateCount)
      }
      if !quiet { tell(faults, outcome, count) }
    }
  }

  private func tell(_ faults: ImportFaults, _ outcome: GazetteerBuilder.Outcome, _ count: Int) {
    for fault in faults.listed { Console.warn(fault.description) }
    if faults.count > faults.listed.count {
      Console.warn("… and \(faults.count - faults.listed.count) more")
    }
    for id in outcome.duplicates {
      Console.warn("\(file): \(id) stands there twice; the first counts")
    }
    if outcome.duplicateCount > outcome.duplicates.count {
      Console.warn("… and \(outcome.duplicateCount - outcome.duplicates.count) more")
    }
    var line = "\(output): \(GazetteerFile.counted(count, "place"))"
    if faults.leftOutCount > 0 {
      line += "; \(GazetteerFile.counted(faults.leftOutCount, "feature")) left out by kind"
    }
    if faults.count > 0 { line += "; \(GazetteerFile.counted(faults.count, "fault"))" }
    if outcome.duplicateCount > 0 {
      line += "; \(GazetteerFile.counted(outcome.duplicateCount, "id")) twice"
    }
    Console.note(line)
    Console.note("use it with --gazetteer \(output), or set INCIDENTMAP_GAZETTEER")
  }

  private static func size(of path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.size] as? Int ?? 0
  }
}

extension GazetteerFormat {
  /// Whom to credit, and on what terms.
  var licence: String {
    switch self {
    case .csv: ""
    case .geonames: "GeoNames (geonames.org), CC BY 4.0"
    case .gns: "Geographic Names Server, NGA, public domain"
    case .whosonfirst: "Who's On First, CC0 and CC BY"
    }
  }
}
