/// The ways to set a label beside a point or inside an area.
enum LabelCandidates {
  /// The side of the point on which a label stands, the best first, with its cost.
  private static let sides: [(x: Double, y: Double, cost: Double)] = [
    (1, 0, 0), (-1, 0, 2), (0, -1, 3), (0, 1, 3.5), (1, -1, 1), (1, 1, 1.5), (-1, -1, 4),
    (-1, 1, 4.5),
  ]

  /// Candidates around a circle: on one line, joined by a slash, or one name to a line.
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
    }
    let isLong = first.width(of: oneLine[0].text) > first.size * 11
    var candidates: [LabelPlacement.Candidate] = []
    for (ring, gap) in gaps.enumerated() {
      for side in sides {
        for (number, form) in forms.enumerated() {
          let formCost = (number == 0) == isLong ? 0.4 : 0
          candidates.append(
            candidate(
              form, beside: circle, gap: gap, x: side.x, y: side.y,
              cost: side.cost + formCost + Double(ring) * 6))
        }
      }
    }
    return ranked(candidates)
  }

  private static func candidate(
    _ form: [(text: String, style: TextStyle)], beside circle: PixelCircle, gap: Double, x: Double,
    y: Double, cost: Double
  ) -> LabelPlacement.Candidate {
    let width = form.map { $0.style.width(of: $0.text) }.max() ?? 0
    let leading = form.dropFirst().reduce(0) { $0 + $1.style.lineHeight * 0.92 }
    let capHeight = form.first?.style.capHeight ?? 0
    let height = capHeight + leading
    let reach = (circle.radius + gap) * (x != 0 && y != 0 ? 0.78 : 1)
    let anchor: TextAnchor = x > 0 ? .start : x < 0 ? .end : .middle
    let left = circle.center.x + x * reach - (x > 0 ? 0 : x < 0 ? width : width / 2)
    let middle = circle.center.y + y * reach + y * height / 2
    let top = middle - height / 2
    var baseline = top + capHeight
    var lines: [LabelLine] = []
    for (number, line) in form.enumerated() {
      if number > 0 { baseline += line.style.lineHeight * 0.92 }
      lines.append(
        LabelLine(
          text: line.text, point: PixelPoint(x: circle.center.x + x * reach, y: baseline),
          anchor: anchor, style: line.style))
    }
    let descent = form.last?.style.descent ?? 0
    let box = PixelBox(
      left: left - 1.5, top: top - 2, right: left + width + 1.5, bottom: baseline + descent)
    return LabelPlacement.Candidate(lines: lines, box: box, cost: cost)
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
            lines: lines, box: box, cost: center.squaredDistance(to: middle)))
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
