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
  }

  private var edges: Set<Edge> = []

  /// The edges of a layer's lines that may be in view.
  init(of layer: Layer, in view: GeographicView) {
    for line in layer.features.lazy.compactMap(\.geometry).flatMap(\.lines)
    where view.maySee(line) {
      for (a, b) in zip(line, line.dropFirst()) { edges.insert(Edge(a, b)) }
    }
  }

  func contains(_ a: Position, _ b: Position) -> Bool { edges.contains(Edge(a, b)) }
}
