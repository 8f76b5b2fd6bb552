#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A box of the sheet that may be turned, as names along rivers are.
struct OrientedBox: Hashable, Sendable {
  let center: PixelPoint
  private let halfWidth: Double
  private let halfHeight: Double
  /// The direction of the box's width, of length 1.
  private let axis: PixelPoint
  /// The upright box that holds it.
  let bounds: PixelBox

  /// An upright box.
  init(_ box: PixelBox) {
    center = box.center
    halfWidth = box.width / 2
    halfHeight = box.height / 2
    axis = PixelPoint(x: 1, y: 0)
    bounds = box
  }

  /// A box turned clockwise around its middle by some degrees.
  init(center: PixelPoint, width: Double, height: Double, rotation: Double) {
    let angle = rotation * .pi / 180
    self.center = center
    halfWidth = width / 2
    halfHeight = height / 2
    axis = PixelPoint(x: cos(angle), y: sin(angle))
    let reachX = halfWidth * axis.x.magnitude + halfHeight * axis.y.magnitude
    let reachY = halfWidth * axis.y.magnitude + halfHeight * axis.x.magnitude
    bounds = PixelBox(
      left: center.x - reachX, top: center.y - reachY, right: center.x + reachX,
      bottom: center.y + reachY)
  }

  /// The corners in their order around the box.
  var corners: [PixelPoint] {
    [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)].map { (x: Double, y: Double) in
      PixelPoint(
        x: center.x + x * halfWidth * axis.x - y * halfHeight * axis.y,
        y: center.y + x * halfWidth * axis.y + y * halfHeight * axis.x)
    }
  }

  private var isUpright: Bool { axis.y == 0 }

  /// Whether the two share more than an edge: no line parallel to a side parts them.
  func overlaps(_ other: OrientedBox) -> Bool {
    guard bounds.overlaps(other.bounds) else { return false }
    if isUpright, other.isUpright { return true }
    return !isParted(from: other) && !other.isParted(from: self)
  }

  /// Whether it and an upright box share more than an edge.
  func overlaps(_ box: PixelBox) -> Bool {
    bounds.overlaps(box) && (isUpright || overlaps(OrientedBox(box)))
  }

  /// Whether it and a circle share more than a point.
  func overlaps(_ circle: PixelCircle) -> Bool { distance(to: circle.center) < circle.radius }

  /// The distance from the box's nearest point; 0 inside.
  func distance(to point: PixelPoint) -> Double {
    let (x, y) = (point.x - center.x, point.y - center.y)
    let outX = max((x * axis.x + y * axis.y).magnitude - halfWidth, 0)
    let outY = max((y * axis.x - x * axis.y).magnitude - halfHeight, 0)
    return (outX * outX + outY * outY).squareRoot()
  }

  /// Whether a line along one of this box's sides has the other box on its far side.
  private func isParted(from other: OrientedBox) -> Bool {
    let (x, y) = (other.center.x - center.x, other.center.y - center.y)
    let parallel = (axis.x * other.axis.x + axis.y * other.axis.y).magnitude
    let across = (axis.x * other.axis.y - axis.y * other.axis.x).magnitude
    let alongWidth = other.halfWidth * parallel + other.halfHeight * across
    let alongHeight = other.halfWidth * across + other.halfHeight * parallel
    return (x * axis.x + y * axis.y).magnitude >= halfWidth + alongWidth
      || (y * axis.x - x * axis.y).magnitude >= halfHeight + alongHeight
  }
}

extension PixelBox {
  func contains(_ box: OrientedBox) -> Bool { contains(box.bounds) }
  func overlaps(_ box: OrientedBox) -> Bool { box.overlaps(self) }
}
