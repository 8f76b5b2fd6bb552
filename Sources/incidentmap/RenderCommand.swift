internal import ArgumentParser
internal import Cartography
internal import Foundation
internal import Geodesy
internal import Geoparsing
internal import IncidentModel
internal import IncidentStore
internal import Interchange
internal import SimpleFeatures
internal import Toponymy

/// `incidentmap render`.
struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw a finished map: .svg, or a one-file .html.",
    discussion: """
      Example:
        incidentmap render map.svg --area "North Kosovo" --language sr,sq --size injured
        incidentmap render near.html --around Leposavić --within 20km
      """)

  @Argument(help: "The file: .svg or .html, or - for SVG on the standard output.")
  var file: String
  @Option(
    help: """
      The area: a place, by its outline where one is known and else by its size, or a box W,S,E,N; \
      fits the incidents else.
      """)
  var area: String?
  @Option(help: "Fit the circle around a place, named as near takes it, and draw its ring.")
  var around: String?
  @Option(
    help: "The circle's radius, with a unit: 20km, 500m, 3mi; 25km or as vague as the place is.")
  var within: Meters?
  @Option(help: "The projection, such as EPSG:32634; auto chooses it for the area.")
  var crs = "auto"
  @Option(help: "The width in pixels.")
  var width = 1200
  @Option(help: "The height in pixels; follows the area by default.")
  var height: Int?
  @Option(
    help: """
      The languages of labels in their order, as in sr,sq, each place by its preferred name where it \
      has none of them; by default preferred names, and in Kosovo the Serbian and Albanian ones.
      """)
  var language: String?
  @Option(help: "The headline.")
  var title = "Incidents"
  @Option(help: "light, dark or print.")
  var theme = MapTheme.light
  @Option(
    help: "What a symbol's area stands for: incidents, killed, injured, detained, participants.")
  var size = SizeMeasure.incidents
  @Option(help: "Draw contested areas as this country sees them: its code, as in RS or UA.")
  var viewpoint: String?
  @Option(
    help: "A file of layers of your own to draw as well, .geojson or .gpkg; may be repeated.")
  var basemap: [String] = []
  @Flag(help: "Overwrite a file of another kind.")
  var force = false
  @OptionGroup var filter: FilterOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var knowledge: KnowledgeOptions

  func validate() throws {
    guard file == "-" || ["svg", "html"].contains(ending) else {
      throw ValidationError("the file must end in .svg or .html")
    }
    guard (320...20_000).contains(width), height.map({ (320...20_000).contains($0) }) ?? true else {
      throw ValidationError("--width and --height take 320 to 20000 pixels")
    }
    try checkArea()
  }

  private func checkArea() throws {
    guard area == nil || around == nil else {
      throw ValidationError("give either --area or --around PLACE")
    }
    guard let within else { return }
    guard around != nil else { throw ValidationError("--within goes with --around PLACE") }
    guard within.value > 0, within <= MapCircle.longestRadius else {
      throw ValidationError("--within takes more than 0 and at most 10000km on a map")
    }
  }

  private var ending: String { (file as NSString).pathExtension.lowercased() }

  func run() async throws {
    try await reportingErrors {
      let store = try store.open(for: .reading)
      let folder = try DataFolder()
      let gazetteer = try folder.gazetteer(own: knowledge.gazetteerPaths)
      var layers = try folder.basemap(seenFrom: viewpoint, gazetteer: gazetteer)
      layers.own = try basemap.flatMap(BasemapFile.layers)
      let options = try options()
      let bytes = try store.withPoints(matching: filter.filter) { [layers] stored in
        let map = try RegionMap(
          MapContent(
            layers: layers, places: gazetteer, incidents: StoredMapIncidents(stored)),
          options: options)
        for warning in map.warnings { Console.warn(warning) }
        if map.isEmpty { Console.warn("no incident matches: the map shows none") }
        guard ending == "html" else { return map.svg() }
        let incidents = try stored.documentedIncidents(of: map.listed)
        return HTMLDocument(
          map: map, incidents: incidents, reports: try stored.reports(of: incidents)
        ).bytes()
      }
      if file == "-" { return try Console.write(bytes) }
      try AtomicFile.write(
        bytes, to: file, kind: ending == "html" ? .html : .svg, overwritesOtherKinds: force)
    }
  }

  private func options() throws -> MapOptions {
    var options = MapOptions(title: title)
    options.width = width
    options.height = height
    options.languages = (language ?? "").split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    options.theme = theme
    options.sizeBy = size
    options.crs = crs == "auto" ? nil : try CoordinateReferenceSystem(crs)
    options.sources = [
      "Places: GeoNames (CC BY 4.0), NGA GNS, Who's On First", "Map: Natural Earth, Who's On First",
    ]
    if let around {
      let place = try PlaceReader(knowledge).place(around, for: .point)
      options.circle = MapCircle(
        center: place.position, radius: within ?? MapCircle.radius(around: place.uncertainty),
        name: place.label)
    }
    if let area {
      switch try AreaArgument(area, knowledge: knowledge, isFrame: true).extent {
      case .box(let box): options.area = box
      case .outline(let geometry): options.area = BoundingBox(narrowestAround: geometry.positions)
      }
    }
    return options
  }
}

/// The incidents of a store as a map takes them.
private struct StoredMapIncidents: MapIncidents {
  private let stored: StoredPoints

  init(_ stored: StoredPoints) {
    self.stored = stored
  }

  func points(sizedBy measure: SizeMeasure) throws -> IncidentPoints {
    try stored.points(value: measure.field)
  }

  func incidents(of points: [IncidentPoint]) throws -> [Incident] {
    try stored.incidents(of: points)
  }
}
