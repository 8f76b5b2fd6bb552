internal import IncidentModel
internal import SimpleFeatures

extension RegionMap {
  /// The circles that hold the true places of incidents known only roughly.
  func writeRings(to writer: inout MarkupWriter) {
    guard !sheet.rings.isEmpty else { return }
    writer.open(
      "g", .class("uncertainty"), .fill("none"), .stroke(sheet.design.colors.softInk),
      .strokeWidth(sheet.design.px(2.3)), .dashes(ringDashes), .text("stroke-linecap", "round"),
      .text("stroke-opacity", "0.7"))
    for ring in sheet.rings {
      writer.element("path", .path(.lines(ring.lines)))
    }
    writer.close()
  }

  /// Round dots, so that no ring is taken for a disputed border, whose dashes are long.
  var ringDashes: String {
    [0.1, 6.5].map { DecimalText.text(sheet.design.px($0), places: 1) }.joined(separator: " ")
  }

  /// Every incident inside the window, each a group with its own title.
  func writeIncidents(to writer: inout MarkupWriter) {
    let colors = sheet.design.colors
    writeHexagons(to: &writer)
    let moved = sheet.clusters.filter(\.isDisplaced)
    if !moved.isEmpty {
      writer.open(
        "g", .class("leaders"), .fill(colors.ink), .stroke(colors.ink),
        .strokeWidth(sheet.design.px(0.8)))
      for cluster in moved {
        writer.element("path", .path(.lines([[cluster.anchor, cluster.center]])))
        writeCircle(
          PixelCircle(center: cluster.anchor, radius: sheet.design.px(1.8)), to: &writer)
      }
      writer.close()
    }
    writer.open(
      "g", .text("id", "incidents"), .text("stroke-linejoin", "round"))
    for cluster in sheet.clusters {
      writer.open("g", .class("cluster"))
      if cluster.isDisc { writeDisc(cluster, to: &writer) }
      for mark in cluster.marks {
        guard let incident = sheet.details[mark.index], let id = sheet.ids[mark.index] else {
          continue
        }
        writer.open("g", .text("id", id), .class("incident"))
        writer.element("title", text: Self.title(of: incident))
        writeSymbol(
          sheet.design.theme.symbol(of: incident.eventType), outline: mark.outline,
          at: cluster.center + mark.offset, hollow: !incident.isPlacedExactly, to: &writer)
        writer.close()
      }
      writer.close()
    }
    writer.close()
  }

  /// A symbol: filled, or hollow where its place is known only roughly.
  func writeSymbol(
    _ symbol: EventSymbol, outline: SymbolOutline, at center: PixelPoint, hollow: Bool,
    to writer: inout MarkupWriter
  ) {
    let theme = sheet.design.theme
    let edge = Self.hexadecimal(theme.line(of: symbol.color, isFilled: !hollow))
    let colors = sheet.design.colors
    let line = sheet.design.px(hollow ? 2 : 0.9)
    var drawn = outline
    if hollow {
      let inner = max(outline.circumradius - line / 2, line) / max(outline.circumradius, 0.1)
      drawn.area *= inner * inner
    }
    let style: [MarkupAttribute] =
      hollow
      ? [
        .class("hollow"), .fill(colors.paper), .text("fill-opacity", "0.8"), .stroke(edge),
        .strokeWidth(line),
      ]
      : [
        .class("solid"), .fill(Self.hexadecimal(symbol.color)),
        .stroke(theme == .dark ? colors.ink : edge),
        .strokeWidth(line),
      ]
    if outline.shape == .circle {
      writer.element(
        "circle",
        [
          .number("cx", center.x), .number("cy", center.y),
          .number("r", drawn.circumradius),
        ] + style)
    } else {
      writer.element("path", [.path(.rings([drawn.corners(around: center)]))] + style)
    }
  }

  func writeCircle(
    _ circle: PixelCircle, _ attributes: MarkupAttribute..., to writer: inout MarkupWriter
  ) {
    writer.element(
      "circle",
      [
        .number("cx", circle.center.x), .number("cy", circle.center.y),
        .number("r", circle.radius),
      ] + attributes)
  }

  /// What a pointer or a screen reader is told about an incident.
  static func title(of incident: Incident) -> String {
    var parts = [incident.eventType.rawValue]
    if let place = incident.location {
      parts[0] += incident.isPlacedExactly ? ", \(place)" : ", somewhere in \(place)"
    }
    if let date = incident.date { parts.append(DateText.text(date)) }
    if let summary = incident.summary { parts.append(summary) }
    return parts.joined(separator: " · ")
  }

  static func hexadecimal(_ color: UInt32) -> String {
    let digits = String(color & 0xFFFFFF, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
