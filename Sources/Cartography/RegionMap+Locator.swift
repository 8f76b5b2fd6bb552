extension RegionMap {
  /// Writes the inset: a square of surroundings, or a globe.
  func write(_ locator: LocatorInset, to writer: inout MarkupWriter) {
    let design = sheet.design
    let colors = design.colors
    writer.open("clipPath", .text("id", "locator-window"))
    writeShape(of: locator, to: &writer)
    writer.close()
    writer.open("g", .text("id", "locator"), .class("locator"))
    writer.open("g", .text("clip-path", "url(#locator-window)"))
    writer.open("g", .class("sea"), .fill(colors.sea))
    writeShape(of: locator, to: &writer)
    writer.close()
    writer.open(
      "g", .class("land"), .fill(colors.land), .stroke(colors.land),
      .strokeWidth(design.px(0.3)))
    for area in locator.land { writer.element("path", .path(.rings(area.rings))) }
    writer.close()
    writer.element(
      "path", .class("coast"), .path(.lines(locator.coasts)), .fill("none"),
      .stroke(colors.waterLine), .strokeWidth(design.px(0.4)))
    writer.element(
      "path", .class("borders"), .path(.lines(locator.borders)), .fill("none"),
      .stroke(colors.border), .strokeWidth(design.px(0.3)))
    if !locator.lines.isEmpty {
      writer.element(
        "path", .class("graticule"), .path(.lines(locator.lines)), .fill("none"),
        .stroke(colors.graticule), .strokeWidth(design.px(0.4)), .text("stroke-opacity", "0.6"))
    }
    writer.element(
      "path", .class("here"), .path(.rings([locator.outline])), .fill("#c8102e"),
      .text("fill-opacity", "0.25"), .stroke("#c8102e"), .strokeWidth(design.px(1.4)))
    writer.close()
    writer.open(
      "g", .class("neatline"), .fill("none"), .stroke(colors.frame),
      .strokeWidth(design.px(0.8)))
    writeShape(of: locator, to: &writer)
    writer.close()
    writer.close()
  }

  private func writeShape(of locator: LocatorInset, to writer: inout MarkupWriter) {
    if let disc = locator.disc {
      writeCircle(disc, to: &writer)
    } else {
      writeBox(locator.box, to: &writer)
    }
  }

  /// Writes the ring of the circle that the map was asked for, thinly.
  func writeCircleRing(to writer: inout MarkupWriter) {
    guard let ring = sheet.furniture.ring else { return }
    let design = sheet.design
    let colors = design.colors
    writer.open("g", .text("id", "circle"), .class("circle"))
    writer.element(
      "path", .class("line"), .path(.lines(ring.lines)), .fill("none"), .stroke(colors.softInk),
      .strokeWidth(design.px(0.9)))
    if let label = ring.label {
      let attributes: [MarkupAttribute] = [.fill(colors.halo), .stroke(colors.halo)]
      writer.text(
        label.text, at: label.point, size: label.style.size, anchor: label.anchor,
        attributes + [
          .class("halo"), .strokeWidth(design.px(3)), .text("stroke-linejoin", "round"),
          .text("aria-hidden", "true"),
        ])
      writer.text(
        label.text, at: label.point, size: label.style.size, anchor: label.anchor,
        [.fill(colors.ink), .class("ink")])
    }
    writer.close()
  }
}
