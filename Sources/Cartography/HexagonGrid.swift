internal import IncidentModel
internal import SimpleFeatures

/// Incidents counted in a grid of hexagons over a box of the sheet.
///
/// A dense table, because a million incidents are counted faster than they are looked up.
struct HexagonGrid {
  /// The distance from a hexagon's middle to its corners.
  let radius: Double
  private let firstRow: Int
  private let firstColumn: Int
  private let rows: Int
  private let columns: Int
  private static let types = EventType.allCases.count
  /// By row, column and class.
  private var counts: [Int32]
  /// The measure of a hexagon's incidents, added up, by row and column.
  private var values: [Int]

  init(over box: PixelBox, radius: Double) {
    self.radius = radius
    let (width, height) = (3.0.squareRoot() * radius, 1.5 * radius)
    firstRow = Int((box.top / height).rounded(.down)) - 1
    firstColumn = Int((box.left / width).rounded(.down)) - 2
    rows = Int((box.bottom / height).rounded(.up)) + 2 - firstRow
    columns = Int((box.right / width).rounded(.up)) + 2 - firstColumn
    counts = [Int32](repeating: 0, count: rows * columns * Self.types)
    values = [Int](repeating: 0, count: rows * columns)
  }

  /// Counts an incident at a point of the box.
  mutating func add(_ point: IncidentPoint, at pixel: PixelPoint) {
    let cell = HexagonCell(containing: pixel, radius: radius)
    let number = (cell.row - firstRow) * columns + cell.column - firstColumn
    counts[number * Self.types + point.eventType.number] &+= 1
    values[number] &+= point.value ?? 0
  }

  /// The hexagons that hold any incident, by rows.
  var bins: [IncidentBin] {
    values.indices.compactMap { number in
      let own = counts[number * Self.types..<(number + 1) * Self.types]
      guard own.contains(where: { $0 > 0 }) else { return nil }
      let cell = HexagonCell(
        row: firstRow + number / columns, column: firstColumn + number % columns)
      return IncidentBin(
        center: cell.center(radius: radius), counts: own.map { Int($0) }, value: values[number])
    }
  }
}

/// The incidents inside one hexagon of a grid over the sheet: what is drawn where there are too many
/// places for a symbol each.
struct IncidentBin {
  let center: PixelPoint
  /// How many incidents of each class, in the order of ``EventType/allCases``.
  let counts: [Int]
  /// What their measure adds up to.
  let value: Int

  var total: Int { counts.reduce(0, +) }
}

/// A cell of a grid of hexagons that stand on a corner, by row and column.
struct HexagonCell: Hashable {
  var row: Int
  var column: Int

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// The cell whose middle is the nearest one to a point.
  init(containing point: PixelPoint, radius: Double) {
    let (width, height) = (3.0.squareRoot() * radius, 1.5 * radius)
    // A hexagon reaches no further than the middles of the rows beside its own.
    let upper = Int((point.y / height).rounded(.down))
    var best = (row: upper, column: 0, distance: Double.infinity)
    for candidate in upper...(upper + 1) {
      let shift = candidate.isMultiple(of: 2) ? 0 : 0.5
      let column = (point.x / width - shift).rounded()
      let (dx, dy) = (
        point.x - (column + shift) * width, point.y - Double(candidate) * height
      )
      let distance = dx * dx + dy * dy
      if distance < best.distance { best = (candidate, Int(column), distance) }
    }
    self.init(row: best.row, column: best.column)
  }

  func center(radius: Double) -> PixelPoint {
    let shift = row.isMultiple(of: 2) ? 0 : 0.5
    return PixelPoint(
      x: (Double(column) + shift) * 3.0.squareRoot() * radius, y: Double(row) * 1.5 * radius)
  }
}
