internal import IncidentModel

/// The outline of an event symbol with a given area, so that no shape looks larger than it counts.
struct SymbolOutline {
  var shape: EventSymbol.Shape
  /// In square pixels.
  var area: Double

  /// The radius of the circle around the middle that holds the outline.
  var circumradius: Double {
    shape == .circle
      ? (area / .pi).squareRoot() : Self.unit(shape).circumradius * area.squareRoot()
  }

  /// The corners around a middle; empty for a circle.
  func corners(around center: PixelPoint) -> [PixelPoint] {
    let side = area.squareRoot()
    return Self.unit(shape).corners.map {
      PixelPoint(x: center.x + $0.x * side, y: center.y + $0.y * side)
    }
  }

  /// The corners of a shape of area 1.
  private static func unit(_ shape: EventSymbol.Shape) -> UnitOutline {
    switch shape {
    case .circle: UnitOutline([])
    case .square: UnitOutline(corner: [1], from: 45, count: 4)
    case .diamond: UnitOutline(corner: [1], from: 0, count: 4)
    case .triangle: UnitOutline(corner: [1], from: 0, count: 3)
    case .pentagon: UnitOutline(corner: [1], from: 0, count: 5)
    case .hexagon: UnitOutline(corner: [1], from: 30, count: 6)
    case .star: UnitOutline(corner: [1, 0.46], from: 0, count: 5)
    case .cross: UnitOutline(cross: 0.36)
    }
  }
}

private struct UnitOutline {
  var corners: [PixelPoint]

  /// Scales corners to an area of 1.
  init(_ corners: [PixelPoint]) {
    let area = Self.area(of: corners)
    let factor = area > 0 ? 1 / area.squareRoot() : 1
    self.corners = corners.map { PixelPoint(x: $0.x * factor, y: $0.y * factor) }
  }

  /// Corners at the given radii in turn, all the way round.
  init(corner radii: [Double], from start: Double, count: Int) {
    let step = 360 / Double(count * radii.count)
    self.init(
      (0..<count * radii.count).map { index in
        PixelPoint(x: 0, y: 0).offset(
          by: radii[index % radii.count], degrees: start + Double(index) * step)
      })
  }

  /// An upright cross of bars with half the given width.
  init(cross half: Double) {
    self.init(
      [
        (-half, -1), (half, -1), (half, -half), (1, -half), (1, half), (half, half), (half, 1),
        (-half, 1), (-half, half), (-1, half), (-1, -half), (-half, -half),
      ].map { PixelPoint(x: $0.0, y: $0.1) })
  }

  var circumradius: Double {
    corners.map { $0.distance(to: PixelPoint(x: 0, y: 0)) }.max() ?? 0
  }

  static func area(of corners: [PixelPoint]) -> Double {
    guard var previous = corners.last else { return 0 }
    var doubled = 0.0
    for corner in corners {
      doubled += previous.x * corner.y - corner.x * previous.y
      previous = corner
    }
    return abs(doubled) / 2
  }
}
