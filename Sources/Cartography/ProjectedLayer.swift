internal import SimpleFeatures

/// A layer cut to the frame, in pixels.
struct ProjectedLayer {
  struct Feature {
    /// The feature's number in its layer.
    var index: Int
    /// The rings of its polygons.
    var area = PixelArea(rings: [])
    /// Whether its area's outline is not the border of its rings, and so is drawn apart.
    var isOutlinedApart = false
    /// The outline of its area, where that is drawn apart; empty where no piece of it is seen.
    var outlines: [[PixelPoint]] = []
    /// Its lines.
    var lines: [[PixelPoint]] = []
    /// Its points.
    var points: [PixelPoint] = []
  }

  /// The features that are seen, in the layer's order.
  private(set) var features: [Feature] = []

  /// Cuts a layer to what is seen, projects it, and leaves out vertices that nobody sees.
  ///
  /// - Parameters:
  ///   - layer: The layer.
  ///   - frame: The frame.
  ///   - view: What the frame shows.
  ///   - borders: Edges that outlines of areas are left without; `nil` for outlines only of areas that
  ///     are cut.
  init(
    _ layer: Layer, in frame: MapFrame, view: GeographicView,
    outlinesWithout borders: EdgeSet? = nil
  ) {
    let parts = LayerParts(layer, in: view, outlinesWithout: borders)
    let shapes = Self.shapes(of: parts, in: frame, view: view)
    let window = frame.box.expanded(by: 8)
    for (part, shape) in zip(parts.parts, shapes) where !shape.isEmpty {
      switch part.kind {
      case .ring:
        let ring = RectangleClip.ring(shape, to: window)
        if ring.count > 2 { change(part.feature) { $0.area.rings.append(ring) } }
      case .outline:
        let lines = RectangleClip.line(shape, to: window)
        if !lines.isEmpty { change(part.feature) { $0.outlines += lines } }
      case .line:
        let lines = RectangleClip.line(shape, to: window)
        if !lines.isEmpty { change(part.feature) { $0.lines += lines } }
      case .point:
        if window.contains(shape[0]) { change(part.feature) { $0.points.append(shape[0]) } }
      }
    }
    for index in features.indices {
      features[index].isOutlinedApart = parts.outlinedApart.contains(features[index].index)
    }
  }

  private mutating func change(_ index: Int, _ body: (inout Feature) -> Void) {
    if features.last?.index != index { features.append(Feature(index: index)) }
    body(&features[features.count - 1])
  }

  /// The parts in pixels, in their order, rings and lines thinned to what the sheet can show.
  private static func shapes(
    of parts: LayerParts, in frame: MapFrame, view: GeographicView
  ) -> [[PixelPoint]] {
    let pixels = frame.pixels(parts.positions, in: view)
    let shapes = parts.parts.map { part in
      let shape = pixels[part.range]
      return shape.allSatisfy(\.isFinite) ? Array(shape) : shape.filter(\.isFinite)
    }
    let drawn = shapes.indices.filter { parts.parts[$0].kind != .point }
    guard let detail = ArcNetwork.Detail(of: drawn.map { shapes[$0] }, on: frame.box) else {
      return shapes
    }
    let network = ArcNetwork(drawn.map { (shapes[$0], parts.parts[$0].kind == .ring) })
    var thinned = shapes
    for (index, shape) in zip(drawn, network.simplified(to: detail)) { thinned[index] = shape }
    return thinned
  }
}
