internal import Geodesy
internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// What is kept free for furniture that finds no corner.
struct FurnitureRoom: Hashable {
  /// The width of a strip at the window's right edge.
  var strip = 0.0
  /// The height of a legend under the map; 0 where it stands on it.
  var below = 0.0
}

/// Legend, scale bar with north arrow, and locator inset, each with the box it stands in.
struct MapFurniture {
  private(set) var legend: Legend
  let legendBox: PixelBox?
  let scaleBar: ScaleBar?
  let scaleBox: PixelBox?
  let locatorBox: PixelBox?
  /// The ring of the circle that was asked for.
  let ring: CircleRing?
  /// How scale and north differ over the window.
  let distortion: FrameDistortion
  /// The distance between pieces.
  let gap: Double
  /// The distance from the window's lower edge to what stands under it.
  let gapBelow: Double

  /// The room that legend and scale bar need beyond what they were given, or the same room where
  /// they have found a place.
  func roomNeeded(beyond room: FurnitureRoom, in window: PixelBox) -> FurnitureRoom {
    if room.below > 0 {
      let lowest = [legendBox, scaleBox].compactMap { $0?.bottom }.max() ?? window.bottom
      return FurnitureRoom(below: max(lowest - window.bottom - gapBelow, 1))
    }
    let isMissing =
      (legendBox == nil && !legend.rows.isEmpty) || (scaleBox == nil && scaleBar != nil)
    guard isMissing else { return room }
    let strip = legend.width + 2 * gap
    let hasNoStrip =
      room.strip > 0 || legend.height > window.height - 2 * gap || strip > 0.45 * window.width
    guard hasNoStrip else { return FurnitureRoom(strip: strip) }
    var lying = legend
    lying.arrange(columns: Self.columns(of: legend, within: window.width))
    return FurnitureRoom(below: max(lying.height, 1))
  }

  /// How many columns of a legend fit side by side in a width.
  private static func columns(of legend: Legend, within width: Double) -> Int {
    var upright = legend
    upright.arrange(columns: 1)
    let column = upright.width - upright.padding
    return max(1, Int((width - upright.padding) / column))
  }

  /// What labels leave free.
  var boxes: [PixelBox] {
    [legendBox, scaleBox, locatorBox, ring?.labelBox].compactMap(\.self)
  }

  init(
    content: MapContent, survey: IncidentSurvey, options: MapOptions, design: MapDesign,
    frame: MapFrame, ground: MapGround, own: [OwnLayer], towns: MapTowns,
    drawn: DrawnIncidents, rings: [UncertaintyRing], room: FurnitureRoom
  ) {
    gap = design.px(12)
    gapBelow = design.px(22)
    legend = Legend(
      census: survey.shown, options: options, design: design, ground: ground, drawn: drawn,
      rings: rings)
    legend.addOwnLayers(own)
    let circles = drawn.circles.map { circle in
      PixelCircle(center: circle.center, radius: circle.radius + design.px(10))
    }
    let anchors = drawn.clusters.filter(\.isDisplaced).map {
      PixelCircle(center: $0.anchor, radius: design.px(4))
    }
    ring = options.circle.map {
      CircleRing($0, in: frame, design: design, avoiding: circles + anchors)
    }
    var placement = FurniturePlacement(
      window: frame.box, circles: circles + anchors,
      costs: Self.costs(
        frame: frame, ground: ground, towns: towns, drawn: drawn, ring: ring, design: design),
      taken: [ring?.labelBox].compactMap(\.self), gap: gap)
    let distortion = FrameDistortion(of: frame)
    self.distortion = distortion
    scaleBar = ScaleBar(
      frame: frame, distortion: distortion, longest: min(design.px(150), frame.box.width * 0.3))
    let scaleSize = scaleBar.map { bar in
      let text = bar.note.map { design.graticule.width(of: $0) } ?? 0
      return (
        width: max(bar.pixels, text) + design.px(distortion.hasOneNorth ? 66 : 34),
        height: design.px(bar.note == nil ? 40 : 52)
      )
    }
    let below = PixelPoint(x: frame.box.left, y: frame.box.bottom + gapBelow)
    if legend.rows.isEmpty {
      legendBox = nil
    } else if room.below > 0 {
      let beside = frame.box.width - (scaleSize?.width ?? 0) - gap
      legend.arrange(columns: Self.columns(of: legend, within: beside))
      legendBox = PixelBox(
        left: below.x, top: below.y, right: below.x + legend.width,
        bottom: below.y + legend.height)
    } else {
      let forms = (1...3).map { [upright = legend] columns in
        var legend = upright
        legend.arrange(columns: columns)
        return (width: legend.width, height: legend.height)
      }
      let place = placement.place(
        forms, preferring: [.topRight, .topLeft, .bottomRight, .bottomLeft])
      legend.arrange(columns: (place?.form ?? 0) + 1)
      legendBox = place?.box
    }
    scaleBox = scaleSize.flatMap { [legendBox, gap] size in
      let corner = placement.place(
        width: size.width, height: size.height,
        preferring: [.bottomLeft, .bottomRight, .topLeft, .topRight])
      guard corner == nil, room.below > 0 else { return corner }
      // Beside the legend, else under it.
      let left = frame.box.right - size.width
      let isBeside = legendBox.map { $0.right + gap <= left } ?? true
      let top = isBeside ? below.y : (legendBox?.bottom ?? below.y) + gap
      return PixelBox(
        left: left, top: top, right: frame.box.right, bottom: top + size.height)
    }
    let side = design.px(112)
    locatorBox =
      frame.box.width > 4 * side && frame.box.height > 3 * side
        && LocatorInset.isNeeded(for: frame, layers: content.layers)
      ? placement.place(
        width: side, height: side,
        preferring: [.bottomRight, .topLeft, .bottomLeft, .topRight]) : nil
  }

  /// What furniture would hide, the importance of a town being 1.
  private static func costs(
    frame: MapFrame, ground: MapGround, towns: MapTowns, drawn: DrawnIncidents, ring: CircleRing?,
    design: MapDesign
  ) -> SheetCost {
    var costs = SheetCost(window: frame.box, cell: design.px(10))
    func label(at point: PixelPoint) -> PixelBox {
      PixelBox(
        left: point.x, top: point.y - design.px(7), right: point.x + design.px(75),
        bottom: point.y + design.px(7))
    }
    for town in towns.towns {
      let weight = town.place.kind == .capital ? 3.0 : town.place.kind == .city ? 2 : 1
      costs.add(weight, over: label(at: town.pixel))
    }
    for town in towns.villages { costs.add(0.3, over: label(at: town.pixel)) }
    for cluster in drawn.clusters.prefix(200) {
      let edge = PixelPoint(x: cluster.center.x + cluster.radius, y: cluster.center.y)
      costs.add(0.8, over: label(at: edge))
    }
    for feature in ground.municipalities.features where ground.tinted.contains(feature.index) {
      costs.add(0.003, in: feature.area)
    }
    let coasts = (ground.world.features + ground.countries.features).flatMap(\.area.rings)
    costs.add(0.012, along: coasts)
    costs.add(0.02, along: ground.borders.features.flatMap(\.lines))
    if let ring { costs.add(0.06, along: ring.lines) }
    costs.finish()
    return costs
  }
}
