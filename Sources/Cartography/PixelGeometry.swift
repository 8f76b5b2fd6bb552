#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A point of the sheet in pixels: x to the right, y downwards.
struct PixelPoint: Hashable, Sendable {
  var x: Double
  var y: Double

  /// The point at a distance and a clockwise angle from up.
  func offset(by radius: Double, degrees: Double) -> PixelPoint {
    let angle = degrees * .pi / 180
    return PixelPoint(x: x + radius * sin(angle), y: y - radius * cos(angle))
  }

  /// The clockwise angle from up, in degrees, under which another point is seen.
  func direction(to other: PixelPoint) -> Double {
    atan2(other.x - x, y - other.y) * 180 / .pi
  }

  var isFinite: Bool { x.isFinite && y.isFinite }

  func distance(to other: PixelPoint) -> Double {
    squaredDistance(to: other).squareRoot()
  }

  func squaredDistance(to other: PixelPoint) -> Double {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }

  static func + (a: PixelPoint, b: PixelPoint) -> PixelPoint {
    PixelPoint(x: a.x + b.x, y: a.y + b.y)
  }
}

/// A circle on the sheet.
struct PixelCircle: Hashable, Sendable {
  var center: PixelPoint
  var radius: Double

  var bounds: PixelBox {
    PixelBox(
      left: center.x - radius, top: center.y - radius, right: center.x + radius,
      bottom: center.y + radius)
  }
}

/// An upright box of the sheet.
struct PixelBox: Hashable, Sendable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// The smallest box that holds all points, or `nil` where there is none.
  init?(enclosing points: some Sequence<PixelPoint>) {
    var iterator = points.makeIterator()
    guard let first = iterator.next() else { return nil }
    self.init(left: first.x, top: first.y, right: first.x, bottom: first.y)
    while let point = iterator.next() {
      left = min(left, point.x)
      top = min(top, point.y)
      right = max(right, point.x)
      bottom = max(bottom, point.y)
    }
  }

  var width: Double { right - left }
  var height: Double { bottom - top }
  var center: PixelPoint { PixelPoint(x: (left + right) / 2, y: (top + bottom) / 2) }

  var corners: [PixelPoint] {
    [
      PixelPoint(x: left, y: top), PixelPoint(x: right, y: top), PixelPoint(x: right, y: bottom),
      PixelPoint(x: left, y: bottom),
    ]
  }

  func expanded(by margin: Double) -> PixelBox {
    PixelBox(
      left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }

  func offset(x: Double, y: Double) -> PixelBox {
    PixelBox(left: left + x, top: top + y, right: right + x, bottom: bottom + y)
  }

  func contains(_ point: PixelPoint) -> Bool {
    point.x >= left && point.x <= right && point.y >= top && point.y <= bottom
  }

  func contains(_ other: PixelBox) -> Bool {
    other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom
  }

  /// Whether the two share more than an edge.
  func overlaps(_ other: PixelBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func overlaps(_ circle: PixelCircle) -> Bool {
    let nearest = PixelPoint(
      x: min(max(circle.center.x, left), right), y: min(max(circle.center.y, top), bottom))
    return nearest.squaredDistance(to: circle.center) < circle.radius * circle.radius
  }
}
