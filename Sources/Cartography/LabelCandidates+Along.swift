extension LabelCandidates {
  /// Candidates for a name along a line, on its upper side where it runs straightest; none where it
  /// is too short or too winding.
  static func along(
    _ line: [PixelPoint], name: String, style: TextStyle
  ) -> [LabelPlacement.Candidate] {
    let step = 5.0
    let points = resampled(line, step: step)
    let width = style.width(of: name)
    let reach = Int(((width + 2 * style.size) / step).rounded(.up))
    guard reach > 1, points.count > reach else { return [] }
    var candidates: [LabelPlacement.Candidate] = []
    for first in stride(from: 0, to: points.count - reach, by: 3) {
      let (start, end) = (points[first], points[first + reach])
      let straightness = start.distance(to: end) / (Double(reach) * step)
      guard straightness > 0.95 else { continue }
      let (west, east) = start.x <= end.x ? (start, end) : (end, start)
      let angle = west.direction(to: east) - 90
      let bend = points[first...(first + reach)].map { rise(of: $0, over: west, east) }.max() ?? 0
      let middle = PixelPoint(x: (west.x + east.x) / 2, y: (west.y + east.y) / 2)
      let baseline = middle.offset(by: bend + style.size * 0.28, degrees: angle)
      let center = baseline.offset(by: style.capHeight / 2, degrees: angle)
      candidates.append(
        LabelPlacement.Candidate(
          lines: [
            LabelLine(
              text: name, point: baseline, anchor: .middle, style: style, rotation: angle)
          ],
          box: OrientedBox(
            center: center, width: width + 3, height: style.capHeight + 2 * style.descent + 2,
            rotation: angle),
          cost: (1 - straightness) * 100 + angle.magnitude / 60))
    }
    return ranked(candidates)
  }

  /// How far a point lies above the line from one point to another, in pixels.
  private static func rise(of point: PixelPoint, over a: PixelPoint, _ b: PixelPoint) -> Double {
    let length = a.distance(to: b)
    guard length > 0 else { return 0 }
    return ((b.x - a.x) * (a.y - point.y) - (a.x - point.x) * (b.y - a.y)) / length
  }

  /// Points along a line at equal steps.
  private static func resampled(_ line: [PixelPoint], step: Double) -> [PixelPoint] {
    guard var previous = line.first else { return [] }
    var points = [previous]
    var missing = step
    for point in line.dropFirst() {
      var distance = previous.distance(to: point)
      while distance >= missing {
        let part = missing / distance
        previous = PixelPoint(
          x: previous.x + part * (point.x - previous.x),
          y: previous.y + part * (point.y - previous.y))
        points.append(previous)
        distance = previous.distance(to: point)
        missing = step
      }
      missing -= distance
      previous = point
    }
    return points
  }
}
