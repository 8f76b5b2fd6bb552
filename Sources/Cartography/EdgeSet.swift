internal import SimpleFeatures

/// Edges between positions, in whichever direction they are drawn.
struct EdgeSet {
  private struct Edge: Hashable {
    var a: Position
    var b: Position

    init(_ a: Position, _ b: Position) {
      (self.a, self.b) =
        (a.longitude, a.latitude) < (b.longitude, b.latitude) ? (a, b) : (b, a)
    }

    func hash(into hasher: inout Hasher) {
      // One number made of the four is as good, and hashed in one round instead of four.
      var mixed: UInt64 = 0
      mixed = (mixed ^ a.longitude.bitPattern) &* 0x9E37_79B9_7F4A_7C15
      mixed = (mixed ^ a.latitude.bitPattern) &* 0x9E37_79B9_7F4A_7C15
      mixed = (mixed ^ b.longitude.bitPattern) &* 0x9E37_79B9_7F4A_7C15
      mixed = (mixed ^ b.latitude.bitPattern) &* 0x9E37_79B9_7F4A_7C15
      hasher.combine(mixed)
    }
  }

  private var edges: Set<Edge> = []
  private let box: BoundingBox?

  /// The edges of a layer's lines that may be in view, and all that run along the sides of a box.
  init(of layer: Layer, in view: GeographicView, sidesOf box: BoundingBox? = nil) {
    self.box = box
    for line in layer.features.lazy.compactMap(\.geometry).flatMap(\.lines)
    where view.maySee(line) {
      for (a, b) in zip(line, line.dropFirst()) { edges.insert(Edge(a, b)) }
    }
  }

  /// The edges of a layer's lines.
  init(of layer: Layer) {
    box = nil
    for line in layer.features.lazy.compactMap(\.geometry).flatMap(\.lines) {
      for (a, b) in zip(line, line.dropFirst()) { edges.insert(Edge(a, b)) }
    }
  }

  /// The parts of a ring that are none of the edges.
  func parts(of ring: [Position]) -> [[Position]] {
    var parts: [[Position]] = []
    var part: [Position] = []
    for (a, b) in zip(ring, ring.dropFirst()) {
      if contains(a, b) {
        if part.count > 1 { parts.append(part) }
        part = []
      } else {
        if part.isEmpty { part = [a] }
        part.append(b)
      }
    }
    return part.count > 1 ? parts + [part] : parts
  }

  func contains(_ a: Position, _ b: Position) -> Bool {
    if let box {
      if a.longitude == b.longitude, a.longitude == box.west || a.longitude == box.east {
        return true
      }
      if a.latitude == b.latitude, a.latitude == box.south || a.latitude == box.north {
        return true
      }
    }
    return edges.contains(Edge(a, b))
  }
}
