internal import Geodesy
internal import SimpleFeatures

/// The ring of the circle that a map was asked for, and its name.
struct CircleRing {
  let lines: [[PixelPoint]]
  /// "25 km around Leposavić", inside the ring where that hides nothing.
  let label: LabelLine?
  let labelBox: PixelBox?

  init(_ circle: MapCircle, in frame: MapFrame, design: MapDesign, avoiding circles: [PixelCircle])
  {
    let positions = Geodesic.wgs84.ring(
      around: circle.center, radius: circle.radius, vertices: 360)
    lines = frame.lines(through: positions + positions.prefix(1)).flatMap {
      RectangleClip.line($0, to: frame.box.expanded(by: 8))
    }
    let ring = frame.pixels(positions)
    let style = design.legendText
    let text = style.fitted(Self.text(circle), width: frame.box.width * 0.6)
    let half = style.width(of: text) / 2
    let gap = design.px(5)
    guard let bounds = PixelBox(enclosing: ring) else {
      (label, labelBox) = (nil, nil)
      return
    }
    let middle = bounds.center.x
    let radius = bounds.width / 2
    // How far the ring falls from its top to the text's ends.
    let fall = radius - (radius * radius - half * half).magnitude.squareRoot()
    let isWide = radius > 1.5 * half
    // Inside the ring at its top or foot, else outside.
    let inside = [bounds.top + fall + gap + style.capHeight, bounds.bottom - fall - gap]
    let baselines =
      (isWide ? inside : []) + [
        bounds.top - gap, bounds.bottom + gap + style.capHeight,
      ]
    let choices = baselines.map { y in
      (
        point: PixelPoint(x: middle, y: y),
        box: PixelBox(
          left: middle - half - gap, top: y - style.capHeight - design.px(3),
          right: middle + half + gap, bottom: y + style.descent + design.px(1))
      )
    }
    let choice = choices.first { choice in
      frame.box.expanded(by: -design.px(2)).contains(choice.box)
        && !circles.contains { choice.box.overlaps($0) }
    }
    label = choice.map { LabelLine(text: text, point: $0.point, anchor: .middle, style: style) }
    labelBox = choice?.box
  }

  /// The circle in words.
  static func text(_ circle: MapCircle) -> String {
    let radius = circle.radius.value
    let length =
      radius < 1000
      ? "\(NumberText.grouped(radius)) m" : "\(NumberText.grouped(radius / 1000)) km"
    return circle.name.isEmpty ? length : "\(length) around \(circle.name)"
  }
}
