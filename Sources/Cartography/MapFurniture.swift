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
  let locator: LocatorInset?
  /// How scale and north differ over the window.
  let distortion: FrameDistortion
  /// The distance between pieces.
  let gap: Double

  /// The room that legend and scale bar need beyond what they were given, or the same room where
  /// they have found a place.
  func roomNeeded(beyond room: FurnitureRoom, in window: PixelBox) -> FurnitureRoom {
    var needed = room
    if room.below > 0 {
      needed.below = legend.height
      if scaleBox == nil, scaleBar != nil { needed.strip = window.width * 0.35 }
    } else if (legendBox == nil && !legend.rows.isEmpty) || (scaleBox == nil && scaleBar != nil) {
      let strip = legend.width + 2 * gap
      if legend.height > window.height - 2 * gap || strip > 0.45 * window.width {
        var lying = legend
        lying.arrange(columns: Self.columns(of: legend, in: window))
        needed = FurnitureRoom(strip: 0, below: lying.height)
      } else {
        needed.strip = strip
      }
    }
    return needed
  }

  /// How many columns of a legend fit side by side under the map.
  private static func columns(of legend: Legend, in window: PixelBox) -> Int {
    var upright = legend
    upright.arrange(columns: 1)
    let column = upright.width - upright.padding
    return max(1, Int((window.width - upright.padding) / column))
  }

  /// Whether one arrow tells where north is.
  var showsNorth: Bool { distortion.north <= FrameDistortion.turningNorth }

  var boxes: [PixelBox] { [legendBox, scaleBox, locator?.frame.box].compactMap(\.self) }

  init(
    content: MapContent, survey: IncidentSurvey, options: MapOptions, design: MapDesign,
    frame: MapFrame, ground: MapGround, towns: MapTowns, drawn: DrawnIncidents,
    rings: [UncertaintyRing], room: FurnitureRoom
  ) {
    gap = design.px(12)
    legend = Legend(
      census: survey.shown, options: options, design: design, ground: ground, drawn: drawn,
      rings: rings)
    let circles = drawn.circles.map { circle in
      PixelCircle(center: circle.center, radius: circle.radius + design.px(10))
    }
    let anchors = drawn.clusters.filter(\.isDisplaced).map {
      PixelCircle(center: $0.anchor, radius: design.px(4))
    }
    var placement = FurniturePlacement(
      window: frame.box, circles: circles + anchors, points: towns.towns.map(\.pixel), gap: gap)
    if legend.rows.isEmpty {
      legendBox = nil
    } else if room.below > 0 {
      legend.arrange(columns: Self.columns(of: legend, in: frame.box))
      legendBox = PixelBox(
        left: frame.box.left, top: frame.box.bottom + design.px(22),
        right: frame.box.left + legend.width,
        bottom: frame.box.bottom + design.px(22) + legend.height)
    } else {
      for columns in 1...3 where columns == 1 || legend.height > frame.box.height - 2 * gap {
        legend.arrange(columns: columns)
      }
      legendBox = placement.place(
        width: legend.width, height: legend.height,
        preferring: [.topRight, .topLeft, .bottomRight, .bottomLeft])
    }
    distortion = FrameDistortion(of: frame)
    scaleBar = ScaleBar(
      frame: frame, distortion: distortion, longest: min(design.px(150), frame.box.width * 0.3))
    let pointsNorth = distortion.north <= FrameDistortion.turningNorth
    scaleBox = scaleBar.flatMap { [design] bar in
      placement.place(
        width: max(bar.pixels, bar.note.map { design.graticule.width(of: $0) } ?? 0)
          + design.px(pointsNorth ? 66 : 34),
        height: design.px(bar.note == nil ? 40 : 52),
        preferring: [.bottomLeft, .bottomRight, .topLeft, .topRight])
    }
    let side = design.px(112)
    if frame.box.width > 4 * side, frame.box.height > 4 * side,
      let box = placement.place(
        width: side, height: side,
        preferring: [.bottomRight, .topLeft, .bottomLeft, .topRight])
    {
      locator = LocatorInset(box: box, main: frame, layers: content.layers)
    } else {
      locator = nil
    }
  }
}
