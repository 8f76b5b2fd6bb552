/// Cuts lines and rings to an upright box: Sutherland and Hodgman (1974) for rings, Liang and
/// Barsky (1984) for lines.
///
/// A cut ring may run along the box's edges, so the box is chosen wider than what is seen.
enum RectangleClip {
  /// The part of a ring inside the box, closed implicitly; empty where it lies outside.
  static func ring(_ ring: [PixelPoint], to box: PixelBox) -> [PixelPoint] {
    guard let bounds = PixelBox(enclosing: ring), bounds.overlaps(box) else { return [] }
    if box.contains(bounds) { return ring }
    var points = ring
    points = cut(points, inside: { $0.x >= box.left }, at: { crossing($0, $1, x: box.left) })
    points = cut(points, inside: { $0.x <= box.right }, at: { crossing($0, $1, x: box.right) })
    points = cut(points, inside: { $0.y >= box.top }, at: { crossing($0, $1, y: box.top) })
    points = cut(points, inside: { $0.y <= box.bottom }, at: { crossing($0, $1, y: box.bottom) })
    return points.count < 3 ? [] : points
  }

  /// The parts of a line inside the box.
  static func line(_ line: [PixelPoint], to box: PixelBox) -> [[PixelPoint]] {
    guard let bounds = PixelBox(enclosing: line), line.count > 1 else { return [] }
    if box.contains(bounds) { return [line] }
    guard bounds.expanded(by: 1e-9).overlaps(box) else { return [] }
    var parts: [[PixelPoint]] = []
    var part: [PixelPoint] = []
    for (a, b) in zip(line, line.dropFirst()) {
      guard let (start, end) = segment(a, b, in: box) else {
        if part.count > 1 { parts.append(part) }
        part = []
        continue
      }
      if part.last != start {
        if part.count > 1 { parts.append(part) }
        part = [start]
      }
      part.append(end)
    }
    if part.count > 1 { parts.append(part) }
    return parts
  }

  private static func cut(
    _ points: [PixelPoint], inside: (PixelPoint) -> Bool,
    at crossing: (PixelPoint, PixelPoint) -> PixelPoint
  ) -> [PixelPoint] {
    guard var previous = points.last else { return [] }
    var kept: [PixelPoint] = []
    kept.reserveCapacity(points.count + 4)
    for point in points {
      if inside(point) != inside(previous) { kept.append(crossing(previous, point)) }
      if inside(point) { kept.append(point) }
      previous = point
    }
    return kept
  }

  // Neighbours draw the edge between them from opposite ends, and cut it at the same point.

  private static func crossing(_ a: PixelPoint, _ b: PixelPoint, x: Double) -> PixelPoint {
    let (a, b) = a.x < b.x ? (a, b) : (b, a)
    return PixelPoint(x: x, y: a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x))
  }

  private static func crossing(_ a: PixelPoint, _ b: PixelPoint, y: Double) -> PixelPoint {
    let (a, b) = a.y < b.y ? (a, b) : (b, a)
    return PixelPoint(x: a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y: y)
  }

  private static func segment(
    _ a: PixelPoint, _ b: PixelPoint, in box: PixelBox
  ) -> (PixelPoint, PixelPoint)? {
    var enter = 0.0
    var leave = 1.0
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    for (direction, room) in [
      (-dx, a.x - box.left), (dx, box.right - a.x), (-dy, a.y - box.top), (dy, box.bottom - a.y),
    ] {
      if direction == 0 {
        if room < 0 { return nil }
      } else if direction < 0 {
        enter = max(enter, room / direction)
      } else {
        leave = min(leave, room / direction)
      }
    }
    guard enter < leave else { return nil }
    let start = enter == 0 ? a : PixelPoint(x: a.x + enter * dx, y: a.y + enter * dy)
    let end = leave == 1 ? b : PixelPoint(x: a.x + leave * dx, y: a.y + leave * dy)
    return (start, end)
  }
}
