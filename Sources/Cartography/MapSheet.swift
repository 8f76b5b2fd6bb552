internal import Geodesy
internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// A map as it is laid out, before anything is written: where everything goes, and what is left out.
struct MapSheet {
  let content: MapContent
  let points: IncidentPoints
  /// The incidents that have a symbol or a title of their own, by number.
  let details: [Int: Incident]
  let options: MapOptions
  let design: MapDesign
  let text: SheetText
  let width: Double
  let height: Double
  let frame: MapFrame
  let ground: MapGround
  /// The editor's own layers.
  let own: [OwnLayer]
  let graticule: Graticule
  let degreeLabels: DegreeLabels
  let incidents: DrawnIncidents
  let rings: [UncertaintyRing]
  let furniture: MapFurniture
  let locator: LocatorInset?
  let labels: [PlacedLabel]
  /// What the person who draws the map should know.
  let warnings: [String]
  /// The identifiers of these incidents' groups in the file.
  let ids: [Int: String]

  /// Lays out a map.
  ///
  /// Furniture that finds no free corner gets a strip of the window at the right, which the area
  /// leaves free, or room under the map; notes on incidents outside get lines there.
  init(content: MapContent, options: MapOptions) throws {
    guard options.width >= 320, options.height ?? 320 >= 320 else {
      throw CartographyError.sheetTooSmall(
        width: options.width, height: options.height ?? options.width)
    }
    let points = try content.incidents.points(sizedBy: options.sizeBy)
    let area = try MapArea(layers: content.layers, points: points.points, options: options)
    let system = options.crs ?? area.system
    let projection: Projection
    do {
      projection = try Projection(to: system)
    } catch {
      throw CartographyError.projectionFails(system: system.description, reason: error.message)
    }
    let isWidened = options.area != nil && area.isGlobe && area.span.longitude < 350
    let projectionWarnings =
      options.crs == nil
      ? (isWidened ? ["An area this wide is shown with the whole globe."] : [])
      : [try ProjectionCheck(of: area, in: projection).warning].compactMap(\.self)
    let positions = projection.images(
      of: points.points.map { $0.fitsFrame ? $0.position : nil })
    let largest = points.points.lazy.compactMap(\.value).max() ?? 0
    var survey = IncidentSurvey(points, at: positions, in: nil)
    var room = FurnitureRoom(below: area.isGlobe ? 1 : 0)
    let standing = projectionWarnings + [Self.remark(on: options.circle, points)].compactMap(\.self)
    var remarks = standing
    var draft: Draft
    var attempts = 0
    repeat {
      draft = try Draft(
        content: content, points: points, positions: positions, largest: largest, options: options,
        area: area, projection: projection, survey: survey, remarks: remarks, room: room)
      attempts += 1
      let needed = draft.furniture.roomNeeded(beyond: room, in: draft.frame.box)
      let found = IncidentSurvey(points, at: positions, in: draft.frame)
      let remarked = standing + draft.remarks
      if needed == room && found == survey && remarked == remarks { break }
      (room, survey, remarks) = (needed, found, remarked)
    } while attempts < 5
    let marked = draft.incidents.clusters.flatMap { $0.marks.map(\.index) }
    let numbers = Set(marked + draft.incidents.clusters.compactMap(\.lead)).sorted()
    details = Dictionary(
      uniqueKeysWithValues: zip(
        numbers, try content.incidents.incidents(of: numbers.map { points.points[$0] })))
    ids = Self.ids(of: marked.sorted(), in: details)
    self.content = content
    self.points = points
    self.options = options
    design = draft.design
    text = draft.text
    width = draft.width
    height = draft.height
    frame = draft.frame
    ground = draft.ground
    graticule = draft.graticule
    incidents = draft.incidents
    rings = draft.rings
    furniture = draft.furniture
    own = draft.own
    warnings = projectionWarnings + draft.own.compactMap(\.warning)
    locator = draft.furniture.locatorBox.flatMap { [frame = draft.frame] in
      LocatorInset(box: $0, main: frame, layers: content.layers)
    }
    labels = MapLabels(
      content: content, towns: draft.towns, points: points, details: details,
      names: MapNames(languages: options.languages, places: content.places), design: draft.design,
      frame: draft.frame, ground: draft.ground, clusters: draft.incidents.clusters,
      bins: draft.incidents.bins.map { [radius = draft.incidents.binRadius] in
        PixelCircle(center: $0.center, radius: radius)
      },
      furniture: draft.furniture, own: own
    ).placed()
    degreeLabels = DegreeLabels(
      graticule.ticks, in: frame.box, design: design,
      avoiding: furniture.boxes + labels.map(\.box.bounds), circles: incidents.circles)
  }

  var clusters: [IncidentCluster] { incidents.clusters }

  /// How many incidents lie in the circle that was asked for: the window shows its corners as well.
  private static func remark(on circle: MapCircle?, _ points: IncidentPoints) -> String? {
    guard let circle else { return nil }
    let count = points.points.count { point in
      guard point.fitsFrame, let position = point.position else { return false }
      return Geodesic.wgs84.distance(from: circle.center, to: position) <= circle.radius
    }
    let text = CircleRing.text(circle).replacing(" around ", with: " of ")
    return "\(NumberText.incidents(count)) within \(text)."
  }

  /// Names that XML takes, each different from all others in the file.
  private static func ids(of numbers: [Int], in incidents: [Int: Incident]) -> [Int: String] {
    var used = reservedIDs
    return numbers.reduce(into: [:]) { ids, number in
      if let incident = incidents[number] { ids[number] = id(of: incident, besides: &used) }
    }
  }
}

/// One attempt at a layout.
private struct Draft {
  /// What the map itself cannot show: that there is no one north.
  var remarks: [String] {
    var remarks: [String] = []
    if furniture.scaleBar != nil, !furniture.distortion.hasOneNorth {
      remarks.append("North is not up everywhere: it lies along the meridians.")
    }
    if ground.isCoarse(for: frame, design) {
      remarks.append("Coasts and borders are generalised and may be 3 km off.")
    }
    return remarks
  }

  let design: MapDesign
  let text: SheetText
  let width: Double
  let height: Double
  let frame: MapFrame
  let ground: MapGround
  let own: [OwnLayer]
  let graticule: Graticule
  let incidents: DrawnIncidents
  let rings: [UncertaintyRing]
  let towns: MapTowns
  let furniture: MapFurniture

  init(
    content: MapContent, points: IncidentPoints, positions: [PlanarPosition?], largest: Int,
    options: MapOptions, area: MapArea, projection: Projection, survey: IncidentSurvey,
    remarks: [String], room: FurnitureRoom
  ) throws {
    design = MapDesign(width: options.width, height: options.height, theme: options.theme)
    width = Double(options.width)
    text = SheetText(
      survey: survey, places: points.places, options: options, design: design,
      system: projection.system, viewpoint: content.layers.viewpoint, remarks: remarks)
    let margin = design.px(30)
    let top = text.headerHeight
    let below = text.footerHeight + (room.below > 0 ? room.below + design.px(10) : 0)
    let windowWidth = width - 2 * margin
    let windowHeight: Double
    if let fixed = options.height {
      windowHeight = max(Double(fixed) - top - below, design.px(90))
      height = max(Double(fixed), top + windowHeight + below)
    } else {
      let extent = try PlanarExtent(of: area, in: projection)
      let shape = min(max(extent.height / extent.width, 0.48), 1.3)
      windowHeight = (windowWidth * shape).rounded()
      height = top + windowHeight + below
    }
    let box = PixelBox(
      left: margin, top: top, right: margin + windowWidth, bottom: top + windowHeight)
    var inner = box
    if options.area == nil, options.circle == nil, !area.isGlobe {
      inner = inner.expanded(by: -design.px(28))
    }
    inner.right -= min(room.strip, inner.width * 0.6)
    frame = try MapFrame(area: area, box: box, inner: inner, projection: projection)
    let view = GeographicView(of: frame)
    graticule = Graticule(frame: frame, view: view)
    incidents = DrawnIncidents(
      points.points, at: positions, frame: frame,
      symbols: SymbolScale(measure: options.sizeBy, largest: largest, scale: design.scale),
      design: design)
    ground = MapGround(
      layers: content.layers.fitting(frame), points: points, frame: frame, view: view,
      tints: incidents.form != .hexagons)
    own = content.layers.own.enumerated().map { [frame] number, layer in
      OwnLayer(
        layer, style: FeatureStyle(ofLayer: number, theme: options.theme), in: frame, view: view)
    }
    rings =
      incidents.form == .hexagons
      ? []
      : UncertaintyRing.rings(around: points, in: frame, ground: ground, least: design.px(11))
    towns = MapTowns(content.places, in: frame, view: view, design: design)
    furniture = MapFurniture(
      content: content, survey: survey, options: options, design: design, frame: frame,
      ground: ground, own: own, towns: towns, drawn: incidents, rings: rings, room: room)
  }
}
