internal import IncidentModel
internal import SimpleFeatures

extension RegionMap {
  /// Writes the legend, row by row, into its box.
  func write(_ legend: Legend, in box: PixelBox, to writer: inout MarkupWriter) {
    let design = sheet.design
    let colors = design.colors
    writer.open("g", .text("id", "legend"), .class("legend"))
    writer.element(
      "rect", .class("panel"), .number("x", box.left), .number("y", box.top),
      .number("width", box.width), .number("height", box.height), .number("rx", design.px(2)),
      .fill(colors.panel), .text("fill-opacity", "0.93"), .stroke(colors.frame),
      .text("stroke-opacity", "0.5"), .strokeWidth(design.px(0.7)))
    for (row, corner) in zip(legend.rows, legend.corners) {
      let left = box.left + corner.x
      let y = box.top + corner.y
      let height = legend.height(of: row)
      switch row {
      case .heading(let text):
        write([text], style: design.legendHeading, x: left, y: y, legend, to: &writer)
      case .note(let lines):
        write(lines, style: design.legendText, x: left, y: y, legend, to: &writer)
      case .entry(let sign, let lines):
        let extra = height - design.px(4) - Double(lines.count) * legend.lineHeight
        let middle = y + extra / 2 + legend.lineHeight / 2
        write(
          sign, at: PixelPoint(x: left + legend.signWidth / 2 - design.px(4), y: middle),
          legend, to: &writer)
        write(
          lines, style: design.legendText, x: left + legend.signWidth, y: y + extra / 2, legend,
          to: &writer)
      case .gap: break
      }
    }
    writer.close()
  }

  private func write(
    _ lines: [String], style: TextStyle, x: Double, y: Double, _ legend: Legend,
    to writer: inout MarkupWriter
  ) {
    var baseline = y + (legend.lineHeight + style.capHeight) / 2
    for line in lines {
      writer.text(
        line, at: PixelPoint(x: x, y: baseline), size: style.size,
        [.fill(sheet.design.colors.ink), .class("ink")]
          + (style.isBold ? [.text("font-weight", "bold")] : []))
      baseline += legend.lineHeight
    }
  }

  private func write(
    _ sign: Legend.Sign, at center: PixelPoint, _ legend: Legend, to writer: inout MarkupWriter
  ) {
    let design = sheet.design
    let colors = design.colors
    let area = Double.pi * design.px(5.6) * design.px(5.6)
    let half = design.px(8)
    let left = PixelPoint(x: center.x - half, y: center.y)
    let right = PixelPoint(x: center.x + half, y: center.y)
    // Two whole dashes and the gap between them.
    let (farLeft, farRight) = (
      PixelPoint(x: center.x - design.px(10.75), y: center.y),
      PixelPoint(x: center.x + design.px(10.75), y: center.y)
    )
    switch sign {
    case .symbol(let symbol, let hollow):
      writeSymbol(
        symbol, outline: SymbolOutline(shape: symbol.shape, area: area), at: center,
        hollow: hollow, to: &writer)
    case .hollow:
      writeCircle(
        PixelCircle(center: center, radius: design.px(5)), .fill(colors.paper),
        .stroke(colors.softInk), .strokeWidth(design.px(2)), .class("hollow sign"), to: &writer)
    case .size(let radius):
      writeCircle(
        PixelCircle(center: center, radius: radius), .fill("none"), .stroke(colors.softInk),
        .strokeWidth(design.px(1)), .class("line"), to: &writer)
    case .hexagon(let number, let count):
      writeHexagon(
        .hexagon(around: center, radius: design.px(8)), number: number, of: count, to: &writer)
    case .bar(let part):
      writer.element(
        "rect", .class("bar"), .number("x", center.x - half), .number("y", center.y - design.px(4)),
        .number("width", max(2 * half * part, design.px(0.7))), .number("height", design.px(8)),
        .fill(colors.softInk))
    case .ring:
      writeCircle(
        PixelCircle(center: center, radius: design.px(6.5)), .fill("none"),
        .stroke(colors.softInk), .strokeWidth(design.px(2.3)), .dashes(ringDashes),
        .text("stroke-linecap", "round"), .text("stroke-opacity", "0.7"), .class("line"),
        to: &writer)
    case .disc:
      writeCircle(
        PixelCircle(center: center, radius: design.px(6.5)), .fill(colors.panel),
        .stroke(colors.softInk), .strokeWidth(design.px(3)), .class("panel sign"), to: &writer)
    case .leader:
      writer.element(
        "path", .path(.lines([[left, right]])), .stroke(colors.ink),
        .strokeWidth(design.px(0.8)), .class("line"))
      writeCircle(
        PixelCircle(center: left, radius: design.px(1.8)), .fill(colors.ink), .class("ink"),
        to: &writer)
    case .tint:
      writer.element(
        "rect", .class("tint framed"), .number("x", center.x - half),
        .number("y", center.y - design.px(5)), .number("width", 2 * half),
        .number("height", design.px(10)), .fill(colors.tint), .stroke(colors.municipality),
        .strokeWidth(design.px(0.7)))
    case .own(let sign): writeSign(sign, at: center, to: &writer)
    case .disputedBorder:
      writer.element(
        "path", .path(.lines([[farLeft, farRight]])), .fill("none"), .stroke(colors.border),
        .strokeWidth(design.px(1.5)), .dashes(dashes), .class("borders"))
    }
  }
}
