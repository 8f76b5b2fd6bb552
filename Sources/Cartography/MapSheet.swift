internal import Geodesy
internal import IncidentModel
internal import SimpleFeatures

/// A map as it is laid out, before anything is written: where everything goes, and what is left out.
struct MapSheet {
  let content: MapContent
  let options: MapOptions
  let design: MapDesign
  let text: SheetText
  let width: Double
  let height: Double
  let frame: MapFrame
  let ground: MapGround
  let graticule: Graticule
  let symbols: SymbolScale
  let clusters: [IncidentCluster]
  let rings: [UncertaintyRing]
  let furniture: MapFurniture
  let labels: [PlacedLabel]
  /// The identifier of each incident's group in the file, in the order of the content.
  let ids: [String]

  /// Lays out a map.
  ///
  /// Furniture that finds no free corner gets a strip of the window at the right, where the area is
  /// kept out of; notes on incidents that are not seen get lines under the map.
  init(content: MapContent, options: MapOptions) throws {
    guard options.width >= 320, options.height ?? 320 >= 320 else {
      throw CartographyError.sheetTooSmall(
        width: options.width, height: options.height ?? options.width)
    }
    let area = try MapArea(content: content, requested: options.area)
    let system = options.crs ?? area.system
    let projection: Projection
    do {
      projection = try Projection(to: system)
    } catch {
      throw CartographyError.projectionFails(system: system.description, reason: error.message)
    }
    var draft = try Draft(
      content: content, options: options, area: area, projection: projection, notes: [], strip: 0)
    let notes = SheetText.notes(on: content.incidents, in: draft.frame)
    if !notes.isEmpty {
      draft = try Draft(
        content: content, options: options, area: area, projection: projection, notes: notes,
        strip: 0)
    }
    if !draft.furniture.isComplete {
      draft = try Draft(
        content: content, options: options, area: area, projection: projection, notes: notes,
        strip: draft.furniture.legend.width + 2 * draft.furniture.gap)
    }
    self.content = content
    self.options = options
    design = draft.design
    text = draft.text
    width = draft.width
    height = draft.height
    frame = draft.frame
    ground = draft.ground
    graticule = draft.graticule
    symbols = draft.symbols
    clusters = draft.clusters
    rings = draft.rings
    furniture = draft.furniture
    ids = Self.ids(of: content.incidents)
    labels = MapLabels(
      content: content, languages: options.languages, design: draft.design, frame: draft.frame,
      ground: draft.ground, clusters: draft.clusters, furniture: draft.furniture
    ).placed()
  }

  /// Names that XML takes, each different from all others in the file.
  private static func ids(of incidents: [Incident]) -> [String] {
    var used: Set<String> = [
      "map-title", "map-description", "map-window", "map-view", "incidents", "labels",
      "area-labels", "legend", "scale", "locator", "locator-window",
    ]
    return incidents.map { incident in
      var id = XMLText.name(incident.id)
      while !used.insert(id).inserted { id += "_" }
      return id
    }
  }
}

/// One attempt at a layout.
private struct Draft {
  let design: MapDesign
  let text: SheetText
  let width: Double
  let height: Double
  let frame: MapFrame
  let ground: MapGround
  let graticule: Graticule
  let symbols: SymbolScale
  let clusters: [IncidentCluster]
  let rings: [UncertaintyRing]
  let furniture: MapFurniture

  init(
    content: MapContent, options: MapOptions, area: MapArea, projection: Projection,
    notes: [String], strip: Double
  ) throws {
    design = MapDesign(width: options.width, theme: options.theme)
    width = Double(options.width)
    text = SheetText(
      content: content, options: options, design: design, system: projection.system, notes: notes)
    let margin = design.px(30)
    let top = text.headerHeight
    let windowWidth = width - 2 * margin
    let windowHeight: Double
    if let fixed = options.height {
      windowHeight = max(Double(fixed) - top - text.footerHeight, windowWidth * 0.3)
      height = max(Double(fixed), top + windowHeight + text.footerHeight)
    } else {
      let extent = try PlanarExtent(of: area, in: projection)
      let shape = min(max(extent.height / extent.width, 0.62), 1.12)
      windowHeight = (windowWidth * shape).rounded()
      height = top + windowHeight + text.footerHeight
    }
    let box = PixelBox(
      left: margin, top: top, right: margin + windowWidth, bottom: top + windowHeight)
    var inner = box
    if options.area == nil { inner = inner.expanded(by: -design.px(28)) }
    inner.right -= min(strip, inner.width * 0.6)
    frame = try MapFrame(area: area, box: box, inner: inner, projection: projection)
    let view = GeographicView(of: frame)
    ground = MapGround(content: content, frame: frame, view: view)
    graticule = Graticule(frame: frame, view: view)
    symbols = SymbolScale(
      measure: options.sizeBy, incidents: content.incidents, scale: design.scale)
    let gap = design.px(1.6)
    var clusters = IncidentCluster.clusters(
      of: content.incidents, in: frame, symbols: symbols, measure: options.sizeBy, gap: gap)
    IncidentCluster.separate(&clusters, gap: design.px(3), within: box)
    self.clusters = clusters
    rings = UncertaintyRing.rings(
      around: content.incidents, in: frame, ground: ground, least: design.px(11))
    furniture = MapFurniture(
      content: content, options: options, design: design, frame: frame, ground: ground,
      clusters: clusters, rings: rings, symbols: symbols)
  }
}
