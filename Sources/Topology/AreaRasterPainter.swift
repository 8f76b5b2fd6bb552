internal import SimpleFeatures

/// Paints areas on a raster, one after another, each over those before.
struct AreaRasterPainter {
  let grid: RasterGrid
  private(set) var cells: [Int32]
  private(set) var candidates: [Int32] = []

  private let vertices: [Position]
  /// Of each cell of the part being painted: how many edges touch it, doubled, plus 1 where the
  /// southern border passes from outside to inside or back, just west of the cell's corner.
  private var marks: [Int32] = []
  /// The edges that touch cells of the part.
  private var touches: [(cell: Int32, edge: Int32)] = []

  init(_ rings: AreaRings) {
    grid = rings.grid
    vertices = rings.vertices
    cells = Array(repeating: AreaRaster.outside, count: grid.cellCount)
  }

  mutating func paint(_ part: AreaRings.Part) {
    let extent = grid.extent(of: part.bounds)
    marks.removeAll(keepingCapacity: true)
    marks.append(contentsOf: repeatElement(0, count: extent.cellCount))
    touches.removeAll(keepingCapacity: true)
    for ring in part.rings {
      for number in ring.dropLast() { mark(number, in: extent) }
    }
    fill(extent, with: part.area)
    for touch in touches {
      let place = marks[Int(touch.cell)]
      candidates[Int(place)] = touch.edge
      marks[Int(touch.cell)] = place + 1
    }
  }

  // MARK: - Edges

  /// Notes which cells an edge touches, and where it passes their southern borders.
  private mutating func mark(_ number: Int, in extent: RasterExtent) {
    let edge = Edge(start: vertices[number], end: vertices[number + 1])
    let line = GridLine(edge, in: grid)
    for row in line.rows {
      for column in line.columns(inRow: row) {
        let index = extent.index(column: column, row: row)
        marks[index] += 2
        touches.append((Int32(truncatingIfNeeded: index), Int32(truncatingIfNeeded: number)))
      }
      guard edge.spans(latitude: grid.corner(of: RasterGrid.Cell(column: 0, row: row)).latitude)
      else { continue }
      let column = firstColumn(eastOf: edge, near: line.column(atRow: row), row: row)
      marks[extent.index(column: column, row: row)] ^= 1
    }
  }

  /// The first column whose corner in a row lies east of an edge that passes the row's border.
  private func firstColumn(eastOf edge: Edge, near column: Int, row: Int) -> Int {
    func corner(_ column: Int) -> Position {
      grid.corner(of: RasterGrid.Cell(column: column, row: row))
    }
    let isUpward = edge.end.latitude > edge.start.latitude
    var column = column
    while edge.isLeft(corner(column - 1)) != isUpward { column -= 1 }
    while edge.isLeft(corner(column)) == isUpward { column += 1 }
    return column
  }

  // MARK: - Cells

  /// Says of each cell what the part is there; leaves in the marks where its edges are to go.
  private mutating func fill(_ extent: RasterExtent, with area: Int32) {
    for row in 0..<extent.rows {
      var isInside = false
      var cell = (extent.row + row) * grid.columns + extent.column
      for index in row * extent.columns..<(row + 1) * extent.columns {
        let mark = marks[index]
        if mark != 0 {
          if mark & 1 != 0 { isInside.toggle() }
          if mark > 1 {
            marks[index] = push(area, at: cell, edgeCount: mark >> 1, isCornerInside: isInside)
            cell += 1
            continue
          }
        }
        if isInside {
          if cells[cell] == AreaRaster.outside {
            cells[cell] = area
          } else {
            _ = push(area, at: cell, edgeCount: 0, isCornerInside: true)
          }
        }
        cell += 1
      }
    }
  }

  /// Puts a candidate before what a cell says, and returns the place of its edges.
  private mutating func push(
    _ area: Int32, at cell: Int, edgeCount: Int32, isCornerInside: Bool
  ) -> Int32 {
    let code = AreaRaster.code(ofCandidateAt: candidates.count)
    candidates.append(cells[cell])
    candidates.append(area)
    candidates.append(edgeCount << 1 | (isCornerInside ? 1 : 0))
    let place = Int32(candidates.count)
    for _ in 0..<edgeCount { candidates.append(0) }
    cells[cell] = code
    return place
  }
}

/// An edge in columns and rows of a grid.
private struct GridLine {
  /// The rows it touches.
  let rows: ClosedRange<Int>

  private let west: Double
  private let east: Double
  private let south: Double
  private let north: Double
  /// The column at the southern end, and how many columns it goes east a row; none where it is so
  /// flat that every row may have all columns.
  private let southColumn: Double
  private let slope: Double?

  init(_ edge: Edge, in grid: RasterGrid) {
    let column = grid.column(at: edge.start.longitude)
    let row = grid.row(at: edge.start.latitude)
    let endColumn = grid.column(at: edge.end.longitude)
    let endRow = grid.row(at: edge.end.latitude)
    west = min(column, endColumn)
    east = max(column, endColumn)
    south = min(row, endRow)
    north = max(row, endRow)
    southColumn = row <= endRow ? column : endColumn
    let rise = endRow - row
    slope = rise.magnitude < 2 * RasterGrid.margin ? nil : (endColumn - column) / rise
    rows = Int(south - RasterGrid.margin)...Int(north + RasterGrid.margin)
  }

  /// The columns it touches in a row.
  func columns(inRow row: Int) -> ClosedRange<Int> {
    var lower = west
    var upper = east
    if let slope, rows.count > 1 {
      let bottom = southColumn + (max(Double(row) - RasterGrid.margin, south) - south) * slope
      let top = southColumn + (min(Double(row + 1) + RasterGrid.margin, north) - south) * slope
      lower = max(min(bottom, top), west)
      upper = min(max(bottom, top), east)
    }
    return Int(lower - RasterGrid.margin)...Int(upper + RasterGrid.margin)
  }

  /// About the first column east of where it passes a row's southern border.
  func column(atRow row: Int) -> Int {
    let column = southColumn + (Double(row) - south) * (slope ?? 0)
    return Int(min(max(column, west), east)) + 1
  }
}
