internal import IncidentModel
internal import SimpleFeatures

/// The incidents inside one hexagon of a grid over the sheet: what is drawn where there are too many
/// for a symbol each.
struct IncidentBin {
  let center: PixelPoint
  /// How many incidents of each type, in the order of ``EventType/allCases``.
  var counts: [Int]

  var total: Int { counts.reduce(0, +) }

  /// The most frequent type; the earlier one of two that are equally frequent.
  var type: EventType {
    let most = counts.max() ?? 0
    return zip(EventType.allCases, counts).first { $1 == most }?.0 ?? .protests
  }

  /// Whether symbols would cover so much of the window that they hide each other and the map.
  static func isNeeded(for clusters: Int, area: Double, in window: PixelBox) -> Bool {
    clusters > 600 || area > 0.16 * window.width * window.height
  }

  /// The bins of pixels with their types, in the order of rows.
  ///
  /// - Parameters:
  ///   - points: Where each incident lies, and the number of its type.
  ///   - radius: The distance from a hexagon's middle to its corners.
  /// - Returns: The hexagons that hold any incident.
  static func bins(of points: [(pixel: PixelPoint, type: Int)], radius: Double) -> [IncidentBin] {
    var bins: [HexagonCell: [Int]] = [:]
    let none = [Int](repeating: 0, count: EventType.allCases.count)
    for point in points {
      bins[HexagonCell(containing: point.pixel, radius: radius), default: none][point.type] += 1
    }
    return bins.sorted { $0.key < $1.key }
      .map { IncidentBin(center: $0.key.center(radius: radius), counts: $0.value) }
  }

  /// The hexagon, its area proportional to the number of incidents.
  func outline(most: Int, radius: Double, least: Double) -> SymbolOutline {
    let full = 1.5 * 3.0.squareRoot() * radius * radius * 0.94
    return SymbolOutline(
      shape: .hexagon, area: max(least, full * Double(total) / Double(max(most, 1))))
  }
}

/// A cell of a grid of hexagons that stand on a corner, by row and column.
struct HexagonCell: Hashable, Comparable {
  var row: Int
  var column: Int

  /// The cell whose middle is the nearest one to a point.
  init(containing point: PixelPoint, radius: Double) {
    let (width, height) = (3.0.squareRoot() * radius, 1.5 * radius)
    let row = Int((point.y / height).rounded())
    var best = (row: 0, column: 0, distance: Double.infinity)
    for candidate in (row - 1)...(row + 1) {
      let shift = candidate.isMultiple(of: 2) ? 0 : 0.5
      let column = Int((point.x / width - shift).rounded())
      let (dx, dy) = (
        point.x - (Double(column) + shift) * width, point.y - Double(candidate) * height
      )
      let distance = dx * dx + dy * dy
      if distance < best.distance { best = (candidate, column, distance) }
    }
    self.row = best.row
    column = best.column
  }

  func center(radius: Double) -> PixelPoint {
    let shift = row.isMultiple(of: 2) ? 0 : 0.5
    return PixelPoint(
      x: (Double(column) + shift) * 3.0.squareRoot() * radius, y: Double(row) * 1.5 * radius)
  }

  static func < (a: HexagonCell, b: HexagonCell) -> Bool { (a.row, a.column) < (b.row, b.column) }
}
