internal import SimpleFeatures

extension RegionMap {
  /// Sea, land, lakes, municipalities, rivers, graticule and borders, back to front.
  func writeGround(to writer: inout MarkupWriter) {
    let colors = sheet.design.colors
    writer.open("g", .class("sea"), .fill(colors.sea))
    if sheet.ground.globe.isEmpty {
      writeBox(sheet.frame.box.expanded(by: 4), to: &writer)
    } else {
      writer.element("path", .path(.rings(sheet.ground.globe.rings)))
    }
    writer.close()
    writeWorld(to: &writer)
    writeMunicipalities(to: &writer)
    writer.open(
      "g", .class("lakes"), .fill(colors.water), .stroke(colors.waterLine),
      .strokeWidth(px(0.6)), .text("fill-rule", "evenodd"))
    for feature in sheet.ground.lakes.features {
      writer.element("path", .path(.rings(feature.area.rings)))
    }
    writer.close()
    writeRivers(to: &writer)
    writer.open(
      "g", .class("graticule"), .fill("none"), .stroke(colors.graticule), .strokeWidth(px(0.5)),
      .text("stroke-opacity", "0.45"))
    writer.element("path", .path(.lines(sheet.graticule.lines)))
    writer.close()
    writeBorders(to: &writer)
    writeOwnLayers(to: &writer)
  }

  private func px(_ value: Double) -> Double { sheet.design.px(value) }

  private func writeWorld(to writer: inout MarkupWriter) {
    let colors = sheet.design.colors
    let ground = sheet.ground
    let layers = sheet.content.layers
    for focus in [false, true] {
      let fill = focus ? colors.focus : colors.land
      // A line of its own colour closes the seam that renderers leave between neighbours.
      writer.open(
        "g", .class(focus ? "focus" : "land"), .fill(fill), .stroke(fill), .strokeWidth(px(0.5)),
        .text("fill-rule", "evenodd"), .text("stroke-linejoin", "round"))
      for feature in ground.world.features
      where !feature.area.isEmpty && isFocus(layers.world.features[feature.index]) == focus {
        writer.element("path", .path(.rings(feature.area.rings)))
      }
      writer.close()
    }
    writeCoast(of: ground.world, to: &writer)
    write(ground.worldBorders, of: layers.worldBorders, width: 0.7, to: &writer)
    guard !ground.countries.features.isEmpty else { return }
    writer.open("g", .class("sea"), .fill(colors.sea))
    writer.element("path", .path(.rings(ground.detail.rings)))
    writer.close()
    for focus in [false, true] {
      let fill = focus ? colors.focus : colors.land
      writer.open(
        "g", .class(focus ? "focus" : "land"), .fill(fill), .stroke(fill), .strokeWidth(px(0.5)),
        .text("fill-rule", "evenodd"))
      for feature in ground.countries.features
      where !feature.area.isEmpty
        && isFocus(layers.countries.features[feature.index]) == focus
      {
        writer.element("path", .path(.rings(feature.area.rings)))
      }
      writer.close()
    }
    writeCoast(of: ground.countries, to: &writer)
  }

  private func writeCoast(of land: ProjectedLayer, to writer: inout MarkupWriter) {
    let lines = land.features.flatMap(\.outlines)
    guard !lines.isEmpty else { return }
    writer.open(
      "g", .class("coast"), .fill("none"), .stroke(sheet.design.colors.waterLine),
      .strokeWidth(px(0.6)), .text("stroke-linejoin", "round"))
    writer.element("path", .path(.lines(lines)))
    writer.close()
  }

  private func isFocus(_ feature: Feature) -> Bool {
    feature.text("country").map(sheet.ground.focus.contains) ?? false
  }

  private func writeMunicipalities(to writer: inout MarkupWriter) {
    let colors = sheet.design.colors
    let ground = sheet.ground
    guard !ground.municipalities.features.isEmpty else { return }
    writer.open("g", .class("tint"), .fill(colors.tint))
    for feature in ground.municipalities.features where ground.tinted.contains(feature.index) {
      writer.element("path", .path(.rings(feature.area.rings)), .text("fill-rule", "evenodd"))
    }
    writer.close()
    writer.open(
      "g", .class("municipalities"), .fill("none"), .stroke(colors.municipality),
      .strokeWidth(px(0.7)), .text("stroke-linejoin", "round"))
    for feature in ground.municipalities.features {
      writer.element("path", .path(.rings(feature.area.rings)))
    }
    writer.close()
  }

  private func writeRivers(to writer: inout MarkupWriter) {
    let features = sheet.content.layers.rivers.features
    writer.open(
      "g", .class("rivers"), .fill("none"), .stroke(sheet.design.colors.waterLine),
      .text("stroke-linejoin", "round"), .text("stroke-linecap", "round"))
    for river in sheet.ground.rivers.features {
      var rank = 8.0
      if case .number(let number) = features[river.index].properties["rank"] { rank = number }
      let width = min(max(3.2 - 0.25 * rank, 1), 2.4)
      writer.element("path", .path(.lines(river.lines)), .strokeWidth(px(width)))
    }
    writer.close()
  }

  private func writeBorders(to writer: inout MarkupWriter) {
    let ground = sheet.ground
    write(ground.borders, of: sheet.content.layers.borders, width: 1.3, to: &writer)
    guard ground.borders.features.isEmpty, !ground.countries.features.isEmpty else { return }
    writer.open("g", .class("borders"), .fill("none"), .stroke(sheet.design.colors.border))
    for country in ground.countries.features {
      writer.element("path", .path(.rings(country.area.rings)), .strokeWidth(px(0.9)))
    }
    writer.close()
  }

  /// Writes borders, those that are contested dashed; wide ones with a band along them.
  private func write(
    _ borders: ProjectedLayer, of layer: Layer, width: Double, to writer: inout MarkupWriter
  ) {
    for contested in [false, true] {
      let lines = borders.features
        .filter {
          let status = layer.features[$0.index].borderStatus
          return status != .internal && status.isContested == contested
        }
        .flatMap(\.lines)
      guard !lines.isEmpty else { continue }
      writer.open(
        "g", .class(contested ? "borders disputed" : "borders"), .fill("none"),
        .stroke(sheet.design.colors.border), .text("stroke-linejoin", "round"))
      if width > 1 {
        writer.element(
          "path", .path(.lines(lines)), .strokeWidth(px(4.5)), .text("stroke-opacity", "0.14"))
      }
      writer.element(
        "path",
        [.path(.lines(lines)), .strokeWidth(px(width))] + (contested ? [.dashes(dashes)] : []))
      writer.close()
    }
  }

  /// The dashes of a disputed border.
  var dashes: String {
    [9, 3.5].map { DecimalText.text(px($0), places: 1) }.joined(separator: " ")
  }
}
