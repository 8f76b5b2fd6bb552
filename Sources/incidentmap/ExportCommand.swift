internal import ArgumentParser
internal import Foundation
internal import IncidentModel
internal import IncidentStore
internal import Interchange
internal import SimpleFeatures

/// `incidentmap export`.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write incidents to a file: .geojson, .geojsonl, .csv, .kml or .gpkg.",
    discussion: """
      The file's ending says its form; - writes to the standard output, with --format.

      Example:
        incidentmap export incidents.geojson --since 2023-05
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case geojson, geojsonl, csv, kml, gpkg
  }

  @Argument(help: "The file, or - for the standard output.")
  var file: String
  @Option(help: "geojson, geojsonl, csv or kml; for - and files whose ending says nothing.")
  var format: Format?
  @Flag(help: "Write columns without any value too.")
  var allColumns = false
  @Flag(help: "Write a row of HXL tags under the header of a CSV.")
  var hxl = false
  @Flag(
    help: """
      Add the town that is nearest to each incident: nearest_town, nearest_town_id, and nearest_town_m, \
      the geodesic distance in metres.
      """)
  var nearestTown = false
  @Flag(help: "Overwrite a file of another kind.")
  var force = false
  @OptionGroup var columns: FieldOptions
  @OptionGroup var filter: FilterOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func validate() throws {
    guard resolvedFormat != nil else {
      throw ValidationError(
        "the form of \(file) is not clear: end it in .geojson, .geojsonl, .csv, .kml or .gpkg, "
          + "or give --format")
    }
    try columns.fields?.check(adding: [])
    if resolvedFormat == .gpkg, filter.isSet {
      throw ValidationError(
        "a GeoPackage is written whole: --since, --until, --type and --status "
          + "go with the other forms")
    }
    if hxl, resolvedFormat != .csv { throw ValidationError("--hxl goes with .csv") }
    if resolvedFormat == .gpkg, nearestTown || allColumns || columns.fields != nil {
      throw ValidationError(
        "a GeoPackage is written whole: --nearest-town, --all-columns and --fields go with the other "
          + "forms")
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
      try store.withIncidents(matching: filter.filter) { incidents in
        try write(incidents, format)
      }
    }
  }

  private func write(_ incidents: StoredIncidents, _ format: Format) throws {
    let towns =
      nearestTown
      ? NearestTowns(try DataFolder().gazetteer(own: knowledge.gazetteerPaths)) : nil
    var columns = RowColumns(
      fields: self.columns.fields?.fields ?? RowColumns.allFields,
      trailing: towns == nil ? [] : NearestTowns.headings)
    let omitsEmpty = !allColumns && self.columns.fields == nil
    switch format {
    case .csv:
      try write(incidents, CSVRows(columns, includesHXLTags: hxl), .csv, towns)
    case .geojsonl:
      var box = WrittenBox()
      if omitsEmpty { columns.fields = try incidents.survey(fields: columns.fields, to: &box) }
      try write(incidents, GeoJSONRows(columns, form: .lines), .geoJSONLines, towns)
    case .kml:
      try write(incidents, KMLRows(columns, name: "incidents"), .kml, towns)
    case .geojson, .gpkg:
      var box = WrittenBox()
      let stated = try incidents.survey(fields: omitsEmpty ? columns.fields : [], to: &box)
      if omitsEmpty { columns.fields = stated }
      let rows = GeoJSONRows(columns, form: .collection(name: "incidents"))
      try write(incidents, rows, .geoJSON, towns, box: box.box)
    }
  }

  private func write<Rows: IncidentRowWriter>(
    _ incidents: StoredIncidents, _ rows: Rows, _ kind: FileKind, _ towns: NearestTowns?,
    box: BoundingBox? = nil
  ) throws {
    func write(to sink: ([UInt8]) throws -> Void) throws {
      var rows = rows
      rows.appendHead(box: box)
      try incidents.send(
        rows.columns.fields, to: &rows, adding: { _, position in towns?.values(position) ?? [] },
        afterEach: { rows in if rows.isFull { try sink(rows.drain()) } })
      rows.appendTail()
      try sink(rows.drain())
    }
    if file == "-" { return try write(to: Console.write) }
    try AtomicFile.write(to: file, kind: kind, overwritesOtherKinds: force) { append in
      try write(to: append)
    }
  }
}
