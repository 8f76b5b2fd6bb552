internal import ArgumentParser
internal import Foundation
internal import IncidentModel
internal import IncidentStore
internal import Interchange

/// `incidentmap export`.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write incidents to a file: .geojson, .geojsonl, .csv or .gpkg.",
    discussion: """
      The file's ending says its form; - writes to the standard output, with --format.

      Example:
        incidentmap export incidents.geojson --since 2023-05
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case geojson, geojsonl, csv, gpkg }

  @Argument(help: "The file, or - for the standard output.")
  var file: String
  @Option(help: "geojson, geojsonl or csv; for - and files whose ending says nothing.")
  var format: Format?
  @Flag(help: "Write columns without any value too.")
  var allColumns = false
  @Flag(help: "Write a row of HXL tags under the header of a CSV.")
  var hxl = false
  @Flag(help: "Overwrite a file of another kind.")
  var force = false
  @OptionGroup var filter: FilterOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    guard resolvedFormat != nil else {
      throw ValidationError(
        "the form of \(file) is not clear: end it in .geojson, .geojsonl, .csv or .gpkg, "
          + "or give --format")
    }
    if resolvedFormat == .gpkg, filter.isSet {
      throw ValidationError(
        "a GeoPackage is written whole: --since, --until, --type and --status "
          + "go with the other forms")
    }
    if file == "-", resolvedFormat == .gpkg {
      throw ValidationError("a GeoPackage cannot be written to the standard output")
    }
  }

  private var resolvedFormat: Format? {
    format ?? Format(rawValue: (file as NSString).pathExtension.lowercased())
  }

  func run() async throws {
    try await reportingErrors {
      let store = try store.open(for: .reading)
      guard let format = resolvedFormat else { return }
      if format == .gpkg { return try store.writeSnapshot(to: file, overwritesOtherKinds: force) }
      let table = IncidentTable(try store.incidents(matching: filter.filter))
      let (bytes, kind) = contents(table, format)
      if file == "-" { return try Console.write(bytes) }
      try AtomicFile.write(bytes, to: file, kind: kind, overwritesOtherKinds: force)
    }
  }

  private func contents(_ table: IncidentTable, _ format: Format) -> ([UInt8], FileKind) {
    let writer = GeoJSONWriter(includesEmptyColumns: allColumns)
    switch format {
    case .geojsonl: return (writer.lines(table), .geoJSONLines)
    case .csv: return (CSVWriter(includesHXLTags: hxl).bytes(of: table), .csv)
    case .geojson, .gpkg: return (writer.featureCollection(table), .geoJSON)
    }
  }
}
