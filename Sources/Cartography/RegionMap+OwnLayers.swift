internal import SimpleFeatures

extension RegionMap {
  /// Writes the layers of the editor's own: areas, then lines, then points of each.
  func writeOwnLayers(to writer: inout MarkupWriter) {
    for layer in sheet.own where !layer.projected.features.isEmpty {
      writer.open(
        "g", .class("own"), .text("stroke-linejoin", "round"), .text("stroke-linecap", "round"),
        .text("fill-rule", "evenodd"))
      writeRuns(of: layer, where: { !$0.area.isEmpty }, to: &writer) {
        [.fill($0.fill), opacity("fill-opacity", $0.fillOpacity)] + line($0)
      } writing: {
        writeArea($0, to: &$1)
        if !$0.lines.isEmpty { $1.element("path", .path(.lines($0.lines)), .fill("none")) }
      }
      writeRuns(of: layer, where: { $0.area.isEmpty && !$0.lines.isEmpty }, to: &writer) {
        [.fill("none")] + line($0)
      } writing: {
        $1.element("path", .path(.lines($0.lines)))
      }
      writeRuns(of: layer, where: { !$0.points.isEmpty }, to: &writer) {
        [
          .fill($0.marker), .stroke(sheet.design.colors.outline),
          .strokeWidth(sheet.design.px(0.8)),
        ]
      } writing: { feature, writer in
        let radius = sheet.design.px(Self.ownPointRadius)
        for point in feature.points {
          writeCircle(PixelCircle(center: point, radius: radius), to: &writer)
        }
      }
      writer.close()
    }
  }

  /// Writes an area, its outline apart where that is not the border of its rings.
  func writeArea(_ feature: ProjectedLayer.Feature, to writer: inout MarkupWriter) {
    let path = MarkupAttribute.path(.rings(feature.area.rings))
    guard feature.isOutlinedApart else { return writer.element("path", path) }
    writer.element("path", path, .stroke("none"))
    guard !feature.outlines.isEmpty else { return }
    writer.element("path", .path(.lines(feature.outlines)), .fill("none"))
  }

  /// The radius of a point of an own layer, in pixels of a sheet 1,200 wide.
  static let ownPointRadius = 2.8

  /// Writes features in groups of one style.
  private func writeRuns(
    of layer: OwnLayer, where isWanted: (ProjectedLayer.Feature) -> Bool,
    to writer: inout MarkupWriter, attributes: (FeatureStyle) -> [MarkupAttribute],
    writing write: (ProjectedLayer.Feature, inout MarkupWriter) -> Void
  ) {
    var open: FeatureStyle?
    for (feature, style) in zip(layer.projected.features, layer.styles) where isWanted(feature) {
      if style != open {
        if open != nil { writer.close() }
        writer.open("g", attributes(style))
        open = style
      }
      write(feature, &writer)
    }
    if open != nil { writer.close() }
  }

  private func line(_ style: FeatureStyle) -> [MarkupAttribute] {
    [
      .stroke(style.strokeWidth > 0 ? style.stroke : "none"),
      .strokeWidth(sheet.design.px(style.strokeWidth)),
      opacity("stroke-opacity", style.strokeOpacity),
    ]
  }

  private func opacity(_ name: String, _ part: Double) -> MarkupAttribute {
    .text(name, DecimalText.text(part, places: 2))
  }

  /// Writes the sign of an own layer into the legend.
  func writeSign(_ sign: OwnLayerSign, at center: PixelPoint, to writer: inout MarkupWriter) {
    let design = sheet.design
    let half = design.px(8)
    writer.open("g", .class("own"))
    if sign.hasAreas {
      writer.element(
        "rect",
        [
          .number("x", center.x - half), .number("y", center.y - design.px(5)),
          .number("width", 2 * half), .number("height", design.px(10)), .fill(sign.style.fill),
          opacity("fill-opacity", sign.style.fillOpacity),
        ] + line(sign.style))
    } else if sign.hasLines {
      let ends = [
        PixelPoint(x: center.x - half, y: center.y), PixelPoint(x: center.x + half, y: center.y),
      ]
      writer.element("path", [.path(.lines([ends])), .fill("none")] + line(sign.style))
    }
    if sign.hasPoints {
      writeCircle(
        PixelCircle(center: center, radius: design.px(Self.ownPointRadius)),
        .fill(sign.style.marker), .stroke(design.colors.outline), .strokeWidth(design.px(0.8)),
        to: &writer)
    }
    writer.close()
  }
}
