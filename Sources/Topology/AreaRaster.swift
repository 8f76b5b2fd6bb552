internal import SimpleFeatures

/// A raster whose cells say which areas they lie in, or which edges to count there.
///
/// What a cell says is a number: below ``outside`` it stands for a ``Candidate``, which comes before
/// what its own `next` says; from zero on it is an area around the whole cell.
struct AreaRaster {
  static let outside: Int32 = -1

  /// An area that a cell lies in, or whose boundary may pass it.
  struct Candidate {
    /// What the cell says besides.
    var next: Int32
    var area: Int32
    /// Where its edges in the cell begin, among ``edges``.
    var firstEdge: Int32
    /// How many edges there are; none where the area is around the whole cell.
    var edgeCount: Int32
    /// Whether the cell's south-western corner lies inside.
    var isCornerInside: Bool
  }

  let grid: RasterGrid
  /// The rings one after another; the edge of a number goes from that vertex to the next.
  let vertices: [Position]
  /// What each cell says, row by row.
  let cells: [Int32]
  let candidates: [Candidate]
  /// Numbers of edges, cell by cell and area by area.
  let edges: [Int32]

  init(_ areas: [Geometry]) throws(TopologyError) {
    let rings = try AreaRings(areas)
    var painter = AreaRasterPainter(rings)
    // The first area comes last, so that it is found first.
    for part in rings.parts.reversed() { painter.paint(part) }
    grid = painter.grid
    vertices = rings.vertices
    cells = painter.cells
    candidates = painter.candidates
    edges = painter.edges
  }

  static func code(ofCandidate index: Int) -> Int32 { -2 - Int32(index) }

  @inline(__always)
  func firstArea(covering position: Position) -> Int32 {
    guard let (column, row) = grid.cell(at: position) else { return Self.outside }
    let code = cells[row * grid.columns + column]
    guard code < Self.outside else { return code }
    var first = Self.outside
    search(code, at: position, column: column, row: row) { area in
      first = area
      return false
    }
    return first
  }

  /// Calls a function for every part of an area that covers a position, until it returns `false`.
  func forEachArea(covering position: Position, _ body: (Int32) -> Bool) {
    guard let (column, row) = grid.cell(at: position) else { return }
    let code = cells[row * grid.columns + column]
    search(code, at: position, column: column, row: row, body)
  }

  private func search(
    _ code: Int32, at position: Position, column: Int, row: Int, _ body: (Int32) -> Bool
  ) {
    let corner = grid.corner(column: column, row: row)
    var code = code
    while code < Self.outside {
      let candidate = candidates[Int(-2 - code)]
      if covers(candidate, position, corner: corner), !body(candidate.area) { return }
      code = candidate.next
    }
    if code > Self.outside { _ = body(code) }
  }

  /// Whether a position of a cell lies in an area or on its boundary.
  ///
  /// Counts the edges between the position and the corner, along its parallel to the cell's western
  /// border and along that to the corner. The elbow and the corner are thought a little further to
  /// the north-east, so that neither lies on an edge.
  private func covers(_ candidate: Candidate, _ position: Position, corner: Position) -> Bool {
    var isInside = candidate.isCornerInside
    let elbow = Position(longitude: corner.longitude, latitude: position.latitude)
    let first = Int(candidate.firstEdge)
    for index in first..<first + Int(candidate.edgeCount) {
      let number = Int(edges[index])
      let edge = Edge(start: vertices[number], end: vertices[number + 1])
      if edge.spans(latitude: position.latitude) {
        let orientation = edge.orientation(of: position)
        if orientation == 0 { return true }
        if (orientation > 0) != edge.isLeft(elbow) { isInside.toggle() }
      } else if edge.endsAt(position) || edge.liesAlong(position) {
        return true
      }
      if edge.spans(longitude: corner.longitude), edge.isLeft(elbow) != edge.isLeft(corner) {
        isInside.toggle()
      }
    }
    return isInside
  }
}

extension Edge {
  @inline(__always)
  fileprivate func endsAt(_ position: Position) -> Bool { start == position || end == position }

  /// Whether a position lies on the edge, which runs along its parallel.
  @inline(__always)
  fileprivate func liesAlong(_ position: Position) -> Bool {
    start.latitude == position.latitude && end.latitude == position.latitude
      && (start.longitude > position.longitude) != (end.longitude > position.longitude)
  }
}
