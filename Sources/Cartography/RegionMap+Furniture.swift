internal import IncidentModel
internal import SimpleFeatures

extension RegionMap {
  private var design: MapDesign { sheet.design }
  private var colors: MapColors { sheet.design.colors }

  /// The frame with the degrees along it.
  func writeNeatline(to writer: inout MarkupWriter) {
    let box = sheet.frame.box
    writer.open(
      "g", .class("neatline"), .fill("none"), .stroke(colors.frame), .strokeWidth(design.px(1)))
    if sheet.ground.globe.isEmpty {
      writeBox(box, to: &writer)
    } else {
      writer.element("path", .path(.rings(sheet.ground.globe.rings)))
    }
    var ticks: [[PixelPoint]] = []
    for tick in sheet.graticule.bottom {
      ticks.append([tick.point, PixelPoint(x: tick.point.x, y: box.bottom + design.px(3.5))])
    }
    for tick in sheet.graticule.left {
      ticks.append([tick.point, PixelPoint(x: box.left - design.px(3.5), y: tick.point.y)])
    }
    writer.element("path", .path(.lines(ticks)))
    writer.close()
    let style = design.graticule
    writer.open(
      "g", .class("degrees"), .fill(colors.softInk), .number("font-size", style.size))
    for tick in sheet.graticule.bottom {
      let half = style.width(of: tick.text) / 2
      guard tick.point.x - half > box.left, tick.point.x + half < box.right else { continue }
      writer.text(
        tick.text, at: PixelPoint(x: tick.point.x, y: box.bottom + design.px(13)),
        anchor: .middle)
    }
    for tick in sheet.graticule.left {
      let half = style.width(of: tick.text) / 2
      guard tick.point.y - half > box.top, tick.point.y + half < box.bottom else { continue }
      let point = PixelPoint(x: box.left - design.px(6.5), y: tick.point.y)
      writer.text(tick.text, at: point, anchor: .middle, rotation(-90, around: point))
    }
    writer.close()
  }

  func rotation(_ degrees: Double, around point: PixelPoint) -> MarkupAttribute {
    let numbers = [degrees, point.x, point.y].map { DecimalText.text($0, places: 1) }
    return .text("transform", "rotate(\(numbers.joined(separator: " ")))")
  }

  func writeHeaderAndFooter(to writer: inout MarkupWriter) {
    let left = sheet.frame.box.left
    var y = design.px(20)
    writer.open("g", .class("header"), .fill(colors.ink))
    for line in sheet.text.title {
      y += design.title.lineHeight
      writer.text(
        line, at: PixelPoint(x: left, y: y - design.title.descent), size: design.title.size,
        .text("font-weight", "bold"))
    }
    y += design.px(2)
    for line in sheet.text.subtitle {
      y += design.subtitle.lineHeight
      writer.text(
        line, at: PixelPoint(x: left, y: y - design.subtitle.descent),
        size: design.subtitle.size, .fill(colors.softInk), .class("soft"))
    }
    writer.close()
    writer.open(
      "g", .class("footer"), .fill(colors.softInk), .number("font-size", design.footer.size))
    y = sheet.height - sheet.text.footerHeight + design.px(22)
    for line in sheet.text.footer {
      y += design.footer.lineHeight
      writer.text(line, at: PixelPoint(x: left, y: y - design.footer.descent))
    }
    writer.close()
  }

  func writeFurniture(to writer: inout MarkupWriter) {
    if let locator = sheet.locator { write(locator, to: &writer) }
    if let bar = sheet.furniture.scaleBar, let box = sheet.furniture.scaleBox {
      write(bar, in: box, to: &writer)
    }
    if let box = sheet.furniture.legendBox { write(sheet.furniture.legend, in: box, to: &writer) }
  }

  private func writePanel(_ box: PixelBox, opacity: String, to writer: inout MarkupWriter) {
    writer.element(
      "rect", .class("panel"), .number("x", box.left), .number("y", box.top),
      .number("width", box.width), .number("height", box.height), .number("rx", design.px(2)),
      .fill(colors.panel), .text("fill-opacity", opacity), .stroke(colors.frame),
      .text("stroke-opacity", "0.5"), .strokeWidth(design.px(0.7)))
  }

  private func write(_ bar: ScaleBar, in box: PixelBox, to writer: inout MarkupWriter) {
    let style = design.graticule
    writer.open("g", .class("scale"), .text("id", "scale"))
    writePanel(box, opacity: "0.85", to: &writer)
    let left = box.left + design.px(14)
    let top = box.top + design.px(11)
    let height = design.px(5)
    for (start, color) in [(0.0, colors.ink), (0.5, colors.panel)] {
      writer.element(
        "rect", .class(start == 0 ? "ink" : "panel"), .number("x", left + start * bar.pixels),
        .number("y", top), .number("width", bar.pixels / 2), .number("height", height),
        .fill(color), .stroke(colors.ink), .strokeWidth(design.px(0.8)))
    }
    for (part, label) in zip([0, 0.5, 1], bar.labels)
    where part != 0.5 || bar.showsMiddle(in: style) {
      writer.text(
        label, at: PixelPoint(x: left + part * bar.pixels, y: top + height + design.px(14)),
        size: style.size, anchor: .middle, .fill(colors.ink), .class("ink"))
    }
    if let note = bar.note {
      writer.text(
        note,
        at: PixelPoint(
          x: left + max(0, (bar.pixels - style.width(of: note)) / 2),
          y: top + height + design.px(26)),
        size: style.size, .fill(colors.ink), .class("ink"))
    }
    if sheet.furniture.distortion.hasOneNorth {
      writeNorthArrow(
        at: PixelPoint(x: box.right - design.px(19), y: box.center.y), to: &writer)
    }
    writer.close()
  }

  private func writeNorthArrow(at center: PixelPoint, to writer: inout MarkupWriter) {
    let size = design.px(14)
    writer.open(
      "g", .class("north ink"), .fill(colors.ink),
      rotation(sheet.frame.northDirection, around: center))
    writer.element("title", text: "True north at the middle of the map")
    let tip = PixelPoint(x: center.x, y: center.y - size)
    let foot = center.y + size
    writer.element(
      "path",
      .path(
        .rings([
          [
            tip, PixelPoint(x: center.x + size * 0.42, y: foot),
            PixelPoint(x: center.x, y: foot - size * 0.42),
            PixelPoint(x: center.x - size * 0.42, y: foot),
          ]
        ])))
    writer.text(
      "N", at: PixelPoint(x: center.x, y: foot - size * 0.62), size: design.px(8),
      anchor: .middle, .fill(colors.panel), .text("font-weight", "bold"), .class("on-ink"))
    writer.close()
  }
}
