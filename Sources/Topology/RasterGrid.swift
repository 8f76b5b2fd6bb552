internal import SimpleFeatures

/// Cells of equal size over the plane of longitude and latitude, with one to spare on every side.
struct RasterGrid {
  /// By how much of a cell's size its contents are collected beyond its border: far more than
  /// rounding can move a position.
  static let margin = 1.0 / 1024

  /// A cell by its place.
  struct Cell {
    var column: Int
    var row: Int
  }

  let columns: Int
  let rows: Int
  private let west: Double
  private let south: Double
  private let cellWidth: Double
  private let cellHeight: Double
  private let columnsPerDegree: Double
  private let rowsPerDegree: Double

  /// Lays about so many cells over a box that knows no antimeridian.
  init(over box: BoundingBox, columns: Int, rows: Int) {
    // Below this, a cell would be too small for its border to be told from its neighbour's.
    let reach = [box.west, box.east, box.south, box.north].map(\.magnitude).max() ?? 0
    let smallest = max(reach * 0x1p-36, 1e-12)
    cellWidth = max((box.east - box.west) / Double(columns), smallest)
    cellHeight = max((box.north - box.south) / Double(rows), smallest)
    west = box.west - cellWidth
    south = box.south - cellHeight
    columnsPerDegree = 1 / cellWidth
    rowsPerDegree = 1 / cellHeight
    self.columns = columns + 3
    self.rows = rows + 3
  }

  var cellCount: Int { columns * rows }

  /// A longitude in columns from the western border.
  @inline(__always)
  func column(at longitude: Double) -> Double { (longitude - west) * columnsPerDegree }

  /// A latitude in rows from the southern border.
  @inline(__always)
  func row(at latitude: Double) -> Double { (latitude - south) * rowsPerDegree }

  /// The cell that a position is in; `nil` outside the grid.
  @inline(__always)
  func cell(at position: Position) -> Cell? {
    let column = column(at: position.longitude)
    let row = row(at: position.latitude)
    guard column >= 0, row >= 0, column < Double(columns), row < Double(rows) else { return nil }
    return Cell(column: Int(column), row: Int(row))
  }

  /// The number of a cell, row by row.
  @inline(__always)
  func index(of cell: Cell) -> Int { cell.row * columns + cell.column }

  /// The south-western corner of a cell.
  @inline(__always)
  func corner(of cell: Cell) -> Position {
    Position(
      longitude: west + Double(cell.column) * cellWidth,
      latitude: south + Double(cell.row) * cellHeight)
  }

  /// The cells that a box may touch, with the column east of them.
  func extent(of box: BoundingBox) -> RasterExtent {
    RasterExtent(
      column: Int(column(at: box.west) - Self.margin), row: Int(row(at: box.south) - Self.margin),
      lastColumn: Int(column(at: box.east) + Self.margin) + 1,
      lastRow: Int(row(at: box.north) + Self.margin))
  }
}

/// A block of a grid's cells, numbered row by row.
struct RasterExtent {
  let column: Int
  let row: Int
  let columns: Int
  let rows: Int

  init(column: Int, row: Int, lastColumn: Int, lastRow: Int) {
    self.column = column
    self.row = row
    columns = lastColumn - column + 1
    rows = lastRow - row + 1
  }

  var cellCount: Int { columns * rows }

  @inline(__always)
  func index(column: Int, row: Int) -> Int {
    (row - self.row) * columns + column - self.column
  }
}
