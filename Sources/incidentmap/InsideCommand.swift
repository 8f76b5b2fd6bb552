internal import ArgumentParser
internal import Foundation
internal import Geoparsing
internal import IncidentModel
internal import IncidentStore
internal import Interchange
internal import SimpleFeatures
internal import Toponymy

/// `incidentmap inside`.
struct InsideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inside",
    abstract: "List the incidents in a municipality, a country, a box or a polygon file.",
    discussion: """
      Example:
        incidentmap inside "Zvečan" --since 2023-05-26 --format csv
      """)

  @Argument(help: "A place with a known outline, a box W,S,E,N, or a GeoJSON file.")
  var area: String
  @Option(help: "text, json, jsonl, csv or geojson.")
  var format = OutputFormat.text
  @Option(help: "Print counts by month, type or municipality instead of the incidents.")
  var by: Grouping?
  @OptionGroup var filter: FilterOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func run() async throws {
    try await reportingErrors {
      let store = try store.open(for: .reading)
      let area = try AreaArgument(area, knowledge: knowledge)
      let incidents: [Incident]
      switch area.extent {
      case .box(let box):
        var filter = filter.filter
        filter.box = box
        incidents = try store.incidents(matching: filter)
      case .outline(let geometry):
        incidents = try store.incidents(inside: geometry, matching: filter.filter)
      }
      if let by {
        try Console.write(by.table(of: incidents))
      } else if format == .text {
        let noun = incidents.count == 1 ? "incident" : "incidents"
        let lines = incidents.flatMap { [""] + IncidentText.lines($0) }
        try Console.write(
          (["\(incidents.count) \(noun) in \(area.label)"] + lines).joined(separator: "\n") + "\n")
      } else {
        try Console.write(
          format.bytes(of: IncidentTable(incidents)) { json in
            json.object { json in json.member("area", area.label) }
          })
      }
    }
  }
}

/// An area as a command is given it.
struct AreaArgument {
  /// What bounds it.
  enum Extent {
    case box(BoundingBox)
    case outline(Geometry)
  }

  var extent: Extent
  var label: String

  init(_ text: String, knowledge: KnowledgeOptions) throws {
    if let box = try Self.box(text) {
      (extent, label) = (.box(box), text)
      return
    }
    if FileManager.default.fileExists(atPath: text) {
      let layer = try GeoJSONReader.layer(contentsOf: text)
      let polygons = layer.features.compactMap(\.geometry).flatMap(\.polygons)
      guard !polygons.isEmpty else {
        throw PlaceQueryError("\(text) holds no polygon")
      }
      (extent, label) = (.outline(.multiPolygon(polygons)), text)
      return
    }
    if text.hasSuffix(".geojson") || text.hasSuffix(".json") {
      throw InterchangeError.missing(path: text)
    }
    let folder = try DataFolder()
    let resolver = NameResolver(gazetteer: try folder.gazetteer(own: knowledge.gazetteerPaths))
    let query = try PlaceQuery(text, for: .area, resolver: resolver)
    guard let place = query.place, let outline = try folder.outline(of: place.id) else {
      throw PlaceQueryError(
        "no outline is known for \(query.label); give a box W,S,E,N or a GeoJSON file")
    }
    extent = .outline(outline)
    label = "\(query.label) (\(place.id))"
  }

  /// `W,S,E,N` in degrees.
  private static func box(_ text: String) throws -> BoundingBox? {
    let numbers = text.split(separator: ",").map { Double($0.filter { !$0.isWhitespace }) }
    guard numbers.count > 1, !numbers.contains(nil) else { return nil }
    guard numbers.count == 4 else {
      throw PlaceQueryError("\(text) is no box: it takes west, south, east and north in degrees")
    }
    let edges = numbers.compactMap { $0 }
    let corners = [
      Position(longitude: edges[0], latitude: edges[1]),
      Position(longitude: edges[2], latitude: edges[3]),
    ]
    guard corners.allSatisfy(\.isValid), edges[1] <= edges[3] else {
      throw PlaceQueryError(
        "\(text) is no box: west, south, east and north in degrees")
    }
    return BoundingBox(west: edges[0], south: edges[1], east: edges[2], north: edges[3])
  }
}
