internal import SimpleFeatures

/// A layer cut to the frame, in pixels.
struct ProjectedLayer {
  struct Feature {
    /// The feature's number in its layer.
    var index: Int
    /// The rings of its polygons.
    var area: PixelArea
    /// Its lines; of an area that is cut along the antimeridian, its outline without the cut.
    var lines: [[PixelPoint]]
  }

  /// The features that are seen, in the layer's order.
  var features: [Feature]

  init(_ layer: Layer, in frame: MapFrame, view: GeographicView) {
    let window = frame.box.expanded(by: 8)
    features = layer.features.enumerated().compactMap { index, feature in
      guard let geometry = feature.geometry else { return nil }
      let rings = geometry.polygons.flatMap(view.rings).compactMap { ring in
        let pixels = Self.thinned(frame.pixels(ring))
        let cut = RectangleClip.ring(pixels, to: window)
        return cut.count > 2 ? cut : nil
      }
      let lines = (geometry.lines + Self.outlines(geometry.polygons)).flatMap(view.lines).flatMap {
        line in
        RectangleClip.line(Self.thinned(frame.pixels(line)), to: window)
      }
      guard !rings.isEmpty || !lines.isEmpty else { return nil }
      return Feature(index: index, area: PixelArea(rings: rings), lines: lines)
    }
  }

  /// The rings of polygons that are cut along the antimeridian or at a pole, as lines without the
  /// cut; none where there is no cut.
  private static func outlines(_ polygons: [Polygon]) -> [[Position]] {
    let rings = polygons.flatMap { [$0.exterior] + $0.interiors }
    guard rings.contains(where: { zip($0, $0.dropFirst()).contains(where: isCut) }) else {
      return []
    }
    return rings.flatMap { ring -> [[Position]] in
      var lines: [[Position]] = []
      var line = Array(ring.prefix(1))
      for (a, b) in zip(ring, ring.dropFirst()) {
        if isCut(a, b) {
          lines.append(line)
          line = []
        }
        line.append(b)
      }
      return (lines + [line]).filter { $0.count > 1 }
    }
  }

  /// Whether an edge runs along the antimeridian or a pole.
  private static func isCut(_ a: Position, _ b: Position) -> Bool {
    (abs(a.longitude) > 179.99 && abs(b.longitude) > 179.99)
      || (abs(a.latitude) > 89.9 && abs(b.latitude) > 89.9)
  }

  /// Leaves out points so near to the one before that nobody sees them.
  private static func thinned(_ points: [PixelPoint]) -> [PixelPoint] {
    guard points.count > 8, let last = points.last else { return points }
    var kept: [PixelPoint] = []
    kept.reserveCapacity(points.count)
    for point in points {
      if let previous = kept.last, previous.squaredDistance(to: point) < 0.25 { continue }
      kept.append(point)
    }
    if kept.last != last { kept.append(last) }
    return kept
  }
}
