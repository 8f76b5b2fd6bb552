internal import IncidentModel

/// The explanation of a map's signs: real examples of what it shows, and nothing else.
struct Legend {
  enum Sign {
    case symbol(EventSymbol, hollow: Bool)
    case size(Double)
    case hollow
    case ring
    case pie
    case leader
    case tint
    case disputedBorder
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

  /// The widest text before it is broken.
  private static let textWidth = 190.0

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
    if case .size(let radius) = sign { return 2 * radius + design.px(2) }
    return lineHeight
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
    width = max(width, text + 2 * padding)
    height = rows.reduce(2 * padding) { $0 + self.height(of: $1) } - design.px(4)
  }
}
