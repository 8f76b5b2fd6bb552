/// Which cells of the sheet are land: a raster, because hundreds of labels ask for thousands of boxes.
struct LandMask {
  private let side: Double
  private let window: PixelBox
  private let columns: Int
  private let rows: Int
  /// How many cells above and to the left of each corner are land.
  private let sums: [Int32]

  /// Fills areas, each by the even–odd rule, in cells of some side in pixels.
  ///
  /// - Complexity: O(*n*) in the corners of the areas and the cells of the window.
  init(_ areas: [PixelArea], in window: PixelBox, side: Double) {
    self.side = side
    self.window = window
    columns = max(Int((window.width / side).rounded(.up)), 1)
    rows = max(Int((window.height / side).rounded(.up)), 1)
    var isLand = [Bool](repeating: false, count: columns * rows)
    for area in areas {
      Self.fill(&isLand, area, window: window, side: side, columns: columns, rows: rows)
    }
    var sums = [Int32](repeating: 0, count: (columns + 1) * (rows + 1))
    for row in 0..<rows {
      var line: Int32 = 0
      for column in 0..<columns {
        if isLand[row * columns + column] { line += 1 }
        sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + line
      }
    }
    self.sums = sums
  }

  private static func fill(
    _ isLand: inout [Bool], _ area: PixelArea, window: PixelBox, side: Double, columns: Int,
    rows: Int
  ) {
    var crossings = [[Double]](repeating: [], count: rows)
    for ring in area.rings {
      guard var previous = ring.last else { continue }
      for corner in ring {
        let (upper, lower) = previous.y < corner.y ? (previous, corner) : (corner, previous)
        // Rows whose middle line lies between the two.
        let first = max(((upper.y - window.top) / side - 0.5).rounded(.up), 0)
        let last = min(((lower.y - window.top) / side - 0.5).rounded(.up), Double(rows))
        if first < last {
          let slope = (lower.x - upper.x) / (lower.y - upper.y)
          for row in Int(first)..<Int(last) {
            let y = window.top + (Double(row) + 0.5) * side
            crossings[row].append(upper.x + (y - upper.y) * slope)
          }
        }
        previous = corner
      }
    }
    for (row, found) in crossings.enumerated() where found.count > 1 {
      let sorted = found.sorted()
      for pair in stride(from: 0, to: sorted.count - 1, by: 2) {
        let first = max(((sorted[pair] - window.left) / side - 0.5).rounded(.up), 0)
        let last = min(
          ((sorted[pair + 1] - window.left) / side - 0.5).rounded(.up), Double(columns))
        guard first < last else { continue }
        for column in Int(first)..<Int(last) { isLand[row * columns + column] = true }
      }
    }
  }

  /// The part of a box that is land, 0 … 1.
  func share(of box: PixelBox) -> Double {
    func cell(_ offset: Double, _ count: Int) -> Int {
      Int(min(max((offset / side).rounded(), 0), Double(count)))
    }
    let left = cell(box.left - window.left, columns)
    let right = cell(box.right - window.left, columns)
    let top = cell(box.top - window.top, rows)
    let bottom = cell(box.bottom - window.top, rows)
    guard left < right, top < bottom else { return 1 }
    func sum(_ row: Int, _ column: Int) -> Int32 { sums[row * (columns + 1) + column] }
    let land = sum(bottom, right) - sum(top, right) - sum(bottom, left) + sum(top, left)
    return Double(land) / Double((right - left) * (bottom - top))
  }

  /// What it costs a place's name to lie where it does: across a coast is worst, and whole on the water
  /// is better than whole on the land.
  func cost(of box: OrientedBox) -> Double {
    let share = share(of: box.bounds)
    return share < 0.02 ? 0 : share > 0.98 ? 0.5 : 1 + 5 * min(share, 1 - share)
  }
}
