internal import SimpleFeatures

/// A projection to a frame, known at the nodes of a grid of degrees and interpolated between them by
/// cubics (Catmull and Rom 1974): some ten times as fast as the projection, and checked against it.
///
/// GDAL reprojects rasters the same way, by lines.
struct ProjectionGrid {
  /// The cells of a side.
  static let cells = 48
  /// How far an interpolated pixel may be from the true one.
  static let tolerance = 0.02

  private static let stride = cells + 3
  private let left: Double
  private let top: Double
  private let cellsPerDegree: (x: Double, y: Double)
  private var nodes: [PixelPoint]

  /// Projects the nodes that lie in a view; `nil` where some have no image, or where the middle of a
  /// cell is not what is interpolated.
  init?(frame: MapFrame, view: GeographicView) {
    let (box, cells) = (view.box, Self.cells)
    guard box.width > 0, box.height > 0 else { return nil }
    let step = (x: box.width / Double(cells), y: box.height / Double(cells))
    left = box.left
    top = box.top
    cellsPerDegree = (1 / step.x, 1 / step.y)
    func pixels(_ count: Int, offset: Double) -> [PixelPoint]? {
      let images = frame.pixels(
        (0..<count * count).map { number in
          Position(
            longitude: box.left + (Double(number % count) + offset) * step.x,
            latitude: max(-(box.top + (Double(number / count) + offset) * step.y), -90))
        })
      return images.count == count * count ? images : nil
    }
    guard let inner = pixels(cells + 1, offset: 0), let middles = pixels(cells, offset: 0.5) else {
      return nil
    }
    nodes = Array(repeating: PixelPoint(x: 0, y: 0), count: Self.stride * Self.stride)
    for row in 0...cells {
      for column in 0...cells {
        nodes[(row + 1) * Self.stride + column + 1] = inner[row * (cells + 1) + column]
      }
    }
    extend()
    for (number, middle) in middles.enumerated() {
      let x = box.left + (Double(number % cells) + 0.5) * step.x
      let y = box.top + (Double(number / cells) + 0.5) * step.y
      guard pixel(x: x, y: y).squaredDistance(to: middle) <= Self.tolerance * Self.tolerance else {
        return nil
      }
    }
  }

  /// The nodes around the view go on as the last four inside do, by a cubic.
  private mutating func extend() {
    let (stride, last) = (Self.stride, Self.stride - 1)
    for number in 1..<last {
      extend(to: number * stride, step: 1)
      extend(to: number * stride + last, step: -1)
    }
    for number in 0...last {
      extend(to: number, step: stride)
      extend(to: last * stride + number, step: -stride)
    }
  }

  private mutating func extend(to node: Int, step: Int) {
    let (a, b) = (nodes[node + step].vector, nodes[node + 2 * step].vector)
    let (c, d) = (nodes[node + 3 * step].vector, nodes[node + 4 * step].vector)
    let beyond = 4 * (a + c) - 6 * b - d
    nodes[node] = PixelPoint(x: beyond.x, y: beyond.y)
  }

  /// The pixel of a position in the view: its longitude as the view counts it, and its latitude
  /// downwards.
  func pixel(x: Double, y: Double) -> PixelPoint {
    let across = (x - left) * cellsPerDegree.x
    let down = (y - top) * cellsPerDegree.y
    let column = min(max(Int(across), 0), Self.cells - 1)
    let row = min(max(Int(down), 0), Self.cells - 1)
    let a = Self.weights(across - Double(column))
    let b = Self.weights(down - Double(row))
    let start = row * Self.stride + column
    let first = self.row(start, a)
    let second = self.row(start + Self.stride, a)
    let third = self.row(start + 2 * Self.stride, a)
    let fourth = self.row(start + 3 * Self.stride, a)
    let images = b.x * first + b.y * second + (b.z * third + b.w * fourth)
    return PixelPoint(x: images.x, y: images.y)
  }

  @inline(__always)
  private func row(_ start: Int, _ weights: SIMD4<Double>) -> SIMD2<Double> {
    weights.x * nodes[start].vector + weights.y * nodes[start + 1].vector
      + (weights.z * nodes[start + 2].vector + weights.w * nodes[start + 3].vector)
  }

  /// The weights of the nodes −1, 0, 1 and 2 at a place between 0 and 1.
  @inline(__always)
  private static func weights(_ t: Double) -> SIMD4<Double> {
    let (square, cube) = (t * t, t * t * t)
    return SIMD4(
      0.5 * (2 * square - cube - t), 0.5 * (3 * cube - 5 * square + 2),
      0.5 * (4 * square - 3 * cube + t), 0.5 * (cube - square))
  }
}

extension PixelPoint {
  @inline(__always)
  fileprivate var vector: SIMD2<Double> { SIMD2(x, y) }
}

extension MapFrame {
  /// From how many positions on interpolating is worth the grid.
  private static let gridPays = 5 * ProjectionGrid.cells * ProjectionGrid.cells

  /// The pixels of positions in a view, their longitudes as the view counts them, in their order;
  /// those without an image are not finite.
  ///
  /// Many are interpolated, to within 0.02 pixels.
  func pixels(_ positions: [Position], in view: GeographicView) -> [PixelPoint] {
    if positions.count > Self.gridPays, let grid = ProjectionGrid(frame: self, view: view) {
      return positions.map { grid.pixel(x: $0.longitude, y: -$0.latitude) }
    }
    return projection.images(of: positions).map { image in
      image.map(pixel) ?? PixelPoint(x: .nan, y: .nan)
    }
  }
}
