/// The ways to set a label beside a point or inside an area.
enum LabelCandidates {
  /// Where a label stands to a point: on which side, and how far it is slid along that side, in
  /// halves of its own height or width.
  private struct Side {
    var x: Double
    var y: Double
    var slide = 0.0
    var cost: Double
  }

  /// The sides, as mapmakers prefer them: to the right and rather above than below.
  private static let sides =
    [
      Side(x: 1, y: 0, cost: 0), Side(x: 1, y: -1, cost: 1), Side(x: 1, y: 1, cost: 1.5),
      Side(x: -1, y: 0, cost: 2), Side(x: 0, y: -1, cost: 3), Side(x: 0, y: 1, cost: 3.5),
      Side(x: -1, y: -1, cost: 4), Side(x: -1, y: 1, cost: 4.5),
    ]
  /// The same sides with the label slid along them.
  private static let slidSides =
    [-0.6, 0.6].flatMap { slide in
      [Side(x: 1, y: 0, slide: slide, cost: 0.7), Side(x: -1, y: 0, slide: slide, cost: 2.7)]
    }
    + [0.35, -0.35, 0.7, -0.7].flatMap { slide in
      [Side(x: 0, y: -1, slide: slide, cost: 3.4), Side(x: 0, y: 1, slide: slide, cost: 3.9)]
    }

  /// Candidates around a circle: on one line, joined by a slash, or one name to a line, or a single
  /// long name broken at its spaces.
  ///
  /// The label may not cover the circle; the gaps from it are tried in their order.
  static func around(
    _ circle: PixelCircle, names: [String], first: TextStyle, second: TextStyle, gaps: [Double]
  ) -> [LabelPlacement.Candidate] {
    let oneLine = [(text: names.joined(separator: " / "), style: first)]
    var forms = [oneLine]
    if names.count > 1 {
      forms.append(
        names.enumerated().map { (text: $1, style: $0 == 0 ? first : second) })
    } else {
      let lines = first.lines(of: oneLine[0].text, width: first.size * 9)
      if lines.count > 1 { forms.append(lines.map { (text: $0, style: first) }) }
    }
    let isLong = first.width(of: oneLine[0].text) > first.size * 11
    var candidates: [LabelPlacement.Candidate] = []
    for (number, form) in forms.enumerated() {
      let formCost = (number == 0) == isLong ? 0.4 : 0
      let size = Size(of: form)
      for (ring, gap) in gaps.enumerated() {
        for side in sides + (ring == 0 ? slidSides : []) {
          candidates.append(
            candidate(
              form, size: size, beside: circle, gap: gap, side: side,
              cost: side.cost + formCost + Double(ring) * 6))
        }
      }
    }
    return ranked(candidates)
  }

  /// How much room lines of text take.
  private struct Size {
    var width: Double
    var height: Double
    var capHeight: Double

    init(of form: [(text: String, style: TextStyle)]) {
      width = form.map { $0.style.width(of: $0.text) }.max() ?? 0
      capHeight = form.first?.style.capHeight ?? 0
      height = capHeight + form.dropFirst().reduce(0) { $0 + $1.style.lineHeight * 0.92 }
    }
  }

  private static func candidate(
    _ form: [(text: String, style: TextStyle)], size: Size, beside circle: PixelCircle,
    gap: Double, side: Side, cost: Double
  ) -> LabelPlacement.Candidate {
    let (x, y) = (side.x, side.y)
    let reach = (circle.radius + gap) * (x != 0 && y != 0 ? 0.78 : 1)
    let anchor: TextAnchor = x > 0 ? .start : x < 0 ? .end : .middle
    let start = circle.center.x + x * reach + (x == 0 ? side.slide * size.width / 2 : 0)
    let left = start - (x > 0 ? 0 : x < 0 ? size.width : size.width / 2)
    let slide = y == 0 ? side.slide * size.height / 2 : 0
    let top = circle.center.y + y * (reach + size.height / 2) + slide - size.height / 2
    var baseline = top + size.capHeight
    var lines: [LabelLine] = []
    for (number, line) in form.enumerated() {
      if number > 0 { baseline += line.style.lineHeight * 0.92 }
      lines.append(
        LabelLine(
          text: line.text, point: PixelPoint(x: start, y: baseline), anchor: anchor,
          style: line.style))
    }
    let descent = form.last?.style.descent ?? 0
    let box = PixelBox(
      left: left - 1.5, top: top - 2, right: left + size.width + 1.5, bottom: baseline + descent)
    return LabelPlacement.Candidate(lines: lines, box: OrientedBox(box), cost: cost)
  }

  /// Candidates for a name inside an area, those nearest to its middle first; none where it does not
  /// fit.
  static func inside(
    _ area: PixelArea, names: [String], style: TextStyle
  ) -> [LabelPlacement.Candidate] {
    let width = names.map { style.width(of: $0) }.max() ?? 0
    let height = style.capHeight + Double(names.count - 1) * style.lineHeight
    guard let bounds = area.bounds, bounds.width > width, bounds.height > height else { return [] }
    let steps = 14
    let middle = bounds.center
    var candidates: [LabelPlacement.Candidate] = []
    for row in 1..<steps {
      for column in 1..<steps {
        let center = PixelPoint(
          x: bounds.left + bounds.width * Double(column) / Double(steps),
          y: bounds.top + bounds.height * Double(row) / Double(steps))
        let box = PixelBox(
          left: center.x - width / 2, top: center.y - height / 2, right: center.x + width / 2,
          bottom: center.y + height / 2
        ).expanded(by: 2)
        guard area.contains(box) else { continue }
        let lines = names.enumerated().map { number, name in
          LabelLine(
            text: name,
            point: PixelPoint(
              x: center.x + style.spacing / 2,
              y: center.y - height / 2 + style.capHeight + Double(number) * style.lineHeight),
            anchor: .middle, style: style)
        }
        candidates.append(
          LabelPlacement.Candidate(
            lines: lines, box: OrientedBox(box), cost: center.squaredDistance(to: middle)))
      }
    }
    return ranked(candidates)
  }

  /// The cheapest first; of equal ones the earlier.
  static func ranked(_ candidates: [LabelPlacement.Candidate]) -> [LabelPlacement.Candidate] {
    candidates.enumerated().sorted {
      ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
    }.map(\.element)
  }
}
