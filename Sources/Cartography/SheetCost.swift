/// What it costs to cover each part of the window: a grid of cells, and sums over boxes of cells in
/// constant time (summed-area table; Crow 1984).
struct SheetCost {
  private let window: PixelBox
  private let cell: Double
  private let columns: Int
  private let rows: Int
  /// The cost of each cell, row by row, until ``sums`` are made.
  private var costs: [Double]
  /// The cost above and to the left of each corner of the grid.
  private var sums: [Double] = []

  init(window: PixelBox, cell: Double) {
    self.window = window
    self.cell = cell
    columns = max(Int((window.width / cell).rounded(.up)), 1)
    rows = max(Int((window.height / cell).rounded(.up)), 1)
    costs = Array(repeating: 0, count: columns * rows)
  }

  /// Spreads a cost evenly over the cells of a box.
  mutating func add(_ cost: Double, over box: PixelBox) {
    guard let cells = cells(of: box) else { return }
    let share = cost / Double(cells.columns.count * cells.rows.count)
    for row in cells.rows {
      for column in cells.columns { costs[row * columns + column] += share }
    }
  }

  /// Adds a cost for each cell's length that lines run through the window.
  mutating func add(_ cost: Double, along lines: [[PixelPoint]]) {
    for line in lines {
      for (start, end) in zip(line, line.dropFirst()) {
        let length = start.distance(to: end)
        let steps = max(Int((length / cell).rounded(.up)), 1)
        let share = cost * length / cell / Double(steps)
        for step in 0..<steps {
          let part = (Double(step) + 0.5) / Double(steps)
          add(
            share,
            at: PixelPoint(
              x: start.x + part * (end.x - start.x), y: start.y + part * (end.y - start.y)))
        }
      }
    }
  }

  /// Adds a cost to every cell whose middle lies in an area.
  mutating func add(_ cost: Double, in area: PixelArea) {
    guard let bounds = area.bounds, let cells = cells(of: bounds) else { return }
    for row in cells.rows {
      let y = window.top + (Double(row) + 0.5) * cell
      let crossings = area.crossings(y: y)
      for (start, end) in zip(crossings, crossings.dropFirst()).enumerated()
        .filter({ $0.offset.isMultiple(of: 2) }).map(\.element)
      {
        for column in cells.columns {
          let x = window.left + (Double(column) + 0.5) * cell
          if x >= start, x < end { costs[row * columns + column] += cost }
        }
      }
    }
  }

  /// Makes the sums, after which nothing is added.
  mutating func finish() {
    let width = columns + 1
    sums = Array(repeating: 0, count: width * (rows + 1))
    for row in 0..<rows {
      var line = 0.0
      for column in 0..<columns {
        line += costs[row * columns + column]
        sums[(row + 1) * width + column + 1] = sums[row * width + column + 1] + line
      }
    }
  }

  /// The cost of covering a box.
  func cost(of box: PixelBox) -> Double {
    guard let cells = cells(of: box), !sums.isEmpty else { return 0 }
    let width = columns + 1
    let (top, bottom) = (cells.rows.lowerBound, cells.rows.upperBound)
    let (left, right) = (cells.columns.lowerBound, cells.columns.upperBound)
    return sums[bottom * width + right] - sums[top * width + right] - sums[bottom * width + left]
      + sums[top * width + left]
  }

  private mutating func add(_ cost: Double, at point: PixelPoint) {
    let column = Int(((point.x - window.left) / cell).rounded(.down))
    let row = Int(((point.y - window.top) / cell).rounded(.down))
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return }
    costs[row * columns + column] += cost
  }

  private func cells(of box: PixelBox) -> (columns: Range<Int>, rows: Range<Int>)? {
    guard box.overlaps(window) else { return nil }
    func range(_ low: Double, _ high: Double, _ count: Int) -> Range<Int> {
      let first = min(max(Int((low / cell).rounded(.down)), 0), count - 1)
      let last = min(max(Int((high / cell).rounded(.up)), first + 1), count)
      return first..<last
    }
    return (
      range(box.left - window.left, box.right - window.left, columns),
      range(box.top - window.top, box.bottom - window.top, rows)
    )
  }
}

extension PixelArea {
  /// Where a horizontal line crosses the rings, from left to right.
  func crossings(y: Double) -> [Double] {
    rings.flatMap { ring -> [Double] in
      guard var previous = ring.last else { return [] }
      var crossings: [Double] = []
      for corner in ring {
        if (corner.y > y) != (previous.y > y) {
          crossings.append(
            (previous.x - corner.x) * (y - corner.y) / (previous.y - corner.y) + corner.x)
        }
        previous = corner
      }
      return crossings
    }.sorted()
  }
}
