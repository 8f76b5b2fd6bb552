internal import IncidentModel

/// The explanation of a map's signs: real examples of what it shows, and nothing else.
struct Legend {
  enum Sign {
    case symbol(EventSymbol, hollow: Bool)
    case size(Double)
    case hollow
    /// A hexagon of a class; of none, where the number is `nil`.
    case hexagon(Int?, of: Int)
    /// A bar as long as a part of the column.
    case bar(Double)
    case ring
    case disc
    case leader
    case tint
    case disputedBorder
    case own(OwnLayerSign)
  }

  enum Row {
    case heading(String)
    case entry(Sign, [String])
    case note([String])
    case gap
  }

  var rows: [Row] = []
  let design: MapDesign
  private(set) var width = 0.0
  private(set) var height = 0.0
  /// The upper left corner of each row, counted from the legend's.
  private(set) var corners: [PixelPoint] = []
  private var columnWidth = 0.0

  /// The widest text before it is broken.
  private static let textWidth = 212.0

  init(design: MapDesign, largestSize: Double = 0) {
    self.design = design
    signWidth = max(design.px(26), 2 * largestSize + design.px(10))
  }

  /// The width of the column of signs.
  private(set) var signWidth: Double
  var padding: Double { design.px(11) }
  var lineHeight: Double { design.px(15) }

  mutating func heading(_ text: String) { append(.heading(text)) }

  mutating func entry(_ sign: Sign, _ text: String) {
    append(
      .entry(sign, design.legendText.lines(of: text, width: design.px(Self.textWidth))))
  }

  mutating func note(_ text: String) {
    append(
      .note(
        design.legendText.lines(of: text, width: design.px(Self.textWidth + 26))))
  }

  mutating func gap() {
    if !rows.isEmpty { append(.gap) }
  }

  /// Sets the rows in columns, as low as they can be.
  mutating func arrange(columns: Int) {
    let total = rows.reduce(0) { $0 + height(of: $1) }
    var limit = total / Double(max(columns, 1))
    var count = place(limit: limit)
    while count > columns {
      limit += lineHeight / 2
      count = place(limit: limit)
    }
    width = Double(count) * columnWidth + Double(count + 1) * padding
    let lowest = zip(rows, corners).map { $1.y + height(of: $0) }.max() ?? 0
    height = lowest + padding - design.px(4)
  }

  /// Sets the rows in columns no higher than a limit; returns how many columns that takes.
  private mutating func place(limit: Double) -> Int {
    corners = []
    var (column, y) = (0, 0.0)
    for (index, row) in rows.enumerated() {
      let rowHeight = height(of: row)
      if y > 0, y + height(ofGroupAt: index) > limit + 0.01 { (column, y) = (column + 1, 0) }
      corners.append(
        PixelPoint(x: padding + Double(column) * (columnWidth + padding), y: padding + y))
      if case .gap = row, y == 0 { continue }
      y += rowHeight
    }
    return column + 1
  }

  /// What stays together from a row on: a heading with the short list under it.
  private func height(ofGroupAt index: Int) -> Double {
    guard case .heading = rows[index] else { return height(of: rows[index]) }
    let list = rows[(index + 1)...].prefix {
      if case .gap = $0 { false } else { true }
    }
    return rows[index...].prefix(1 + (list.count > 4 ? 1 : list.count))
      .reduce(0) { $0 + height(of: $1) }
  }

  /// The height of a row; the first line of its text stands in the middle of a line's height.
  func height(of row: Row) -> Double {
    switch row {
    case .heading: lineHeight + design.px(4)
    case .entry(let sign, let lines):
      max(Double(lines.count) * lineHeight, signHeight(sign)) + design.px(4)
    case .note(let lines): Double(lines.count) * lineHeight + design.px(2)
    case .gap: design.px(7)
    }
  }

  private func signHeight(_ sign: Sign) -> Double {
    switch sign {
    case .size(let radius): 2 * radius + design.px(2)
    default: lineHeight
    }
  }

  private mutating func append(_ row: Row) {
    rows.append(row)
    let text =
      switch row {
      case .heading(let text): design.legendHeading.width(of: text)
      case .entry(_, let lines):
        signWidth + (lines.map { design.legendText.width(of: $0) }.max() ?? 0)
      case .note(let lines): lines.map { design.legendText.width(of: $0) }.max() ?? 0
      case .gap: 0.0
      }
    columnWidth = max(columnWidth, text)
    arrange(columns: 1)
  }
}
