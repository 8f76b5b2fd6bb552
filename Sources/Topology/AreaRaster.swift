internal import SimpleFeatures

/// A raster whose cells say which areas they lie in, or which edges to count there.
///
/// What a cell says is a number, its code. From zero on it is an area around the whole cell and
/// nothing besides. Below ``outside`` it leads to a candidate, some numbers on end: the code of what
/// the cell says besides, the area, how many of its edges touch the cell (doubled, plus 1 where the
/// cell's south-western corner lies inside), and the numbers of these edges. Without edges the area
/// is around the whole cell.
struct AreaRaster {
  static let outside: Int32 = -1

  let grid: RasterGrid
  /// The rings one after another; the edge of a number goes from that vertex to the next.
  let vertices: [Position]
  /// What each cell says, row by row.
  let cells: [Int32]
  let candidates: [Int32]

  init(_ areas: [Geometry]) throws(TopologyError) {
    let rings = try AreaRings(areas)
    var painter = AreaRasterPainter(rings)
    // The first area comes last, so that it is found first.
    for part in rings.parts.reversed() { painter.paint(part) }
    grid = painter.grid
    vertices = rings.vertices
    cells = painter.cells
    candidates = painter.candidates
  }

  static func code(ofCandidateAt place: Int) -> Int32 { outside - 1 - Int32(place) }

  @inline(__always)
  private static func place(ofCandidate code: Int32) -> Int { Int(outside - 1 - code) }

  /// The first area of each position.
  ///
  /// Hundreds of positions take the same step together, so that their waits for memory overlap:
  /// first to what their cells say, then to candidates, then to edges.
  func firstAreas(covering positions: [Position]) -> [Int32] {
    var areas: [Int32] = []
    areas.reserveCapacity(positions.count)
    var undecided: [Int] = []
    let positions = positions.span
    let cells = cells.span
    let candidates = candidates.span
    let vertices = vertices.span
    var start = 0
    while start < positions.count {
      let end = min(start + 512, positions.count)
      for index in start..<end {
        let cell = grid.cell(at: positions[index])
        areas.append(cell.map { cells[grid.index(of: $0)] } ?? Self.outside)
      }
      undecided.removeAll(keepingCapacity: true)
      for index in start..<end where areas[index] < Self.outside {
        let place = Self.place(ofCandidate: areas[index])
        if candidates[place + 2] > 1 {
          undecided.append(index)
        } else {
          areas[index] = candidates[place + 1]
        }
      }
      for index in undecided {
        areas[index] =
          found(
            from: areas[index], at: positions[index], candidates: candidates, vertices: vertices
          ).area
      }
      start = end
    }
    return areas
  }

  /// The area of every part that covers a position.
  func areas(covering position: Position) -> [Int32] {
    var areas: [Int32] = []
    var rest = grid.cell(at: position).map { cells[grid.index(of: $0)] } ?? Self.outside
    while rest != Self.outside {
      let found = found(
        from: rest, at: position, candidates: candidates.span, vertices: vertices.span)
      if found.area != Self.outside { areas.append(found.area) }
      rest = found.rest
    }
    return areas
  }

  /// The first area, of those a cell says, that covers a position, and what the cell says besides.
  private func found(
    from code: Int32, at position: Position, candidates: Span<Int32>,
    vertices: Span<Position>
  ) -> (area: Int32, rest: Int32) {
    guard let cell = grid.cell(at: position) else { return (Self.outside, Self.outside) }
    let corner = grid.corner(of: cell)
    var code = code
    while code < Self.outside {
      let place = Self.place(ofCandidate: code)
      code = candidates[place]
      if Self.covers(place, position, corner: corner, candidates: candidates, vertices: vertices) {
        return (candidates[place + 1], code)
      }
    }
    return (code, Self.outside)
  }

  /// Whether a position of a cell lies in a candidate's area or on its boundary.
  ///
  /// Counts the edges between the position and the corner, along its parallel to the cell's western
  /// border and along that to the corner. The elbow and the corner are thought a little further to
  /// the north-east, so that neither lies on an edge.
  @inline(__always)
  private static func covers(
    _ place: Int, _ position: Position, corner: Position, candidates: Span<Int32>,
    vertices: Span<Position>
  ) -> Bool {
    let mark = candidates[place + 2]
    var isInside = mark & 1 != 0
    let elbow = Position(longitude: corner.longitude, latitude: position.latitude)
    for index in place + 3..<place + 3 + Int(mark >> 1) {
      let number = Int(candidates[index])
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
