internal import SimpleFeatures

/// The names of meridians and parallels that find room: none covers another, leaves the sheet, or
/// lies on an incident, a label or a piece of furniture.
struct DegreeLabels {
  struct Label {
    var text: String
    var point: PixelPoint
    var anchor: TextAnchor
    /// Whether it is set upwards.
    var isUpright = false
    var isInside = false
    /// The mark from the frame to the label.
    var mark: [PixelPoint]?
    var box: PixelBox
  }

  private(set) var labels: [Label] = []

  init(
    _ ticks: [Graticule.Tick], in box: PixelBox, design: MapDesign, avoiding boxes: [PixelBox],
    circles: [PixelCircle]
  ) {
    let style = design.graticule
    for tick in ticks {
      let label = Self.label(tick, in: box, design: design)
      if tick.edge == .inside {
        guard box.contains(label.box), !boxes.contains(where: { $0.overlaps(label.box) }),
          !circles.contains(where: { label.box.overlaps($0) })
        else { continue }
      }
      let half = style.width(of: tick.text) / 2
      let isCut =
        switch tick.edge {
        case .bottom, .top: tick.point.x - half < box.left || tick.point.x + half > box.right
        case .left, .right: tick.point.y - half < box.top || tick.point.y + half > box.bottom
        default: false
        }
      let spaced = label.box.expanded(by: design.px(2))
      if isCut || labels.contains(where: { $0.box.overlaps(spaced) }) { continue }
      labels.append(label)
    }
  }

  private static func label(
    _ tick: Graticule.Tick, in box: PixelBox, design: MapDesign
  ) -> Label {
    let style = design.graticule
    let point = tick.point
    let (half, height) = (style.width(of: tick.text) / 2, style.capHeight)
    let mark = design.px(3.5)
    func level(_ x: Double, _ y: Double, mark: PixelPoint? = nil) -> Label {
      Label(
        text: tick.text, point: PixelPoint(x: x, y: y), anchor: .middle,
        mark: mark.map { [point, $0] },
        box: PixelBox(left: x - half, top: y - height, right: x + half, bottom: y))
    }
    func upright(_ x: Double, mark: PixelPoint) -> Label {
      Label(
        text: tick.text, point: PixelPoint(x: x, y: point.y), anchor: .middle, isUpright: true,
        mark: [point, mark],
        box: PixelBox(left: x - height, top: point.y - half, right: x, bottom: point.y + half))
    }
    switch tick.edge {
    case .bottom:
      return level(
        point.x, box.bottom + design.px(13), mark: PixelPoint(x: point.x, y: box.bottom + mark))
    case .top:
      return level(
        point.x, box.top - design.px(5.5), mark: PixelPoint(x: point.x, y: box.top - mark))
    case .left:
      return upright(box.left - design.px(6.5), mark: PixelPoint(x: box.left - mark, y: point.y))
    case .right:
      return upright(
        box.right + design.px(13), mark: PixelPoint(x: box.right + mark, y: point.y))
    case .rimBottom: return level(point.x, point.y + design.px(12))
    case .rimLeft: return level(point.x - half - design.px(5), point.y + height / 2)
    case .inside:
      var label = level(point.x, point.y + height / 2)
      label.isInside = true
      return label
    }
  }
}
