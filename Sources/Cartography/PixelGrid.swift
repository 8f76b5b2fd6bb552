/// Numbers filed by the cells of the sheet that their boxes touch, so that what is near a box is
/// found without looking at everything.
struct PixelGrid {
  private let origin: PixelPoint
  private let side: Double
  private let columns: Int
  private let rows: Int
  private var cells: [[Int]]

  /// An empty grid over a window; what lies outside is filed in the cells of its edges.
  init(over window: PixelBox, side: Double) {
    origin = PixelPoint(x: window.left, y: window.top)
    self.side = side
    columns = max(Int((window.width / side).rounded(.up)), 1)
    rows = max(Int((window.height / side).rounded(.up)), 1)
    cells = Array(repeating: [], count: columns * rows)
  }

  mutating func insert(_ number: Int, in box: PixelBox) {
    let touched = range(of: box)
    for row in touched.rows {
      for column in touched.columns { cells[row * columns + column].append(number) }
    }
  }

  mutating func remove(_ number: Int, from box: PixelBox) {
    let touched = range(of: box)
    for row in touched.rows {
      for column in touched.columns {
        let cell = row * columns + column
        if let index = cells[cell].lastIndex(of: number) { cells[cell].remove(at: index) }
      }
    }
  }

  /// Hands on the numbers whose boxes may touch a box, some of them more than once.
  func forEach(near box: PixelBox, _ body: (Int) -> Void) {
    let touched = range(of: box)
    for row in touched.rows {
      for column in touched.columns {
        for number in cells[row * columns + column] { body(number) }
      }
    }
  }

  private func range(of box: PixelBox) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    func index(_ offset: Double, _ count: Int) -> Int {
      Int(min(max(offset / side, 0), Double(count - 1)))
    }
    let left = index(box.left - origin.x, columns)
    let top = index(box.top - origin.y, rows)
    return (
      left...max(left, index(box.right - origin.x, columns)),
      top...max(top, index(box.bottom - origin.y, rows))
    )
  }
}
