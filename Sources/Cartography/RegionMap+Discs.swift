internal import IncidentModel
internal import SimpleFeatures

extension RegionMap {
  /// A disc that stands for several incidents: a rim of the shares of the types, pale where the place
  /// is known only roughly, around their number.
  func writeDisc(_ cluster: IncidentCluster, to writer: inout MarkupWriter) {
    let colors = sheet.design.colors
    let style = sheet.design.discNumber
    let label = CountText.text(cluster.tally.value)
    let inner = min(
      max(style.width(of: label) / 2 + sheet.design.px(1.6), 0.55 * cluster.radius),
      cluster.radius - sheet.design.px(2.4))
    writer.open("g", .class("disc"))
    writer.element("title", text: title(of: cluster))
    writeCircle(
      PixelCircle(center: cluster.center, radius: cluster.radius), .fill(colors.panel),
      .class("panel"), to: &writer)
    var start = 0.0
    for part in cluster.tally.shares {
      let color = Self.hexadecimal(part.type.symbol.color)
      writer.element(
        "path",
        .text(
          "d",
          Self.rim(
            around: cluster.center, from: inner, to: cluster.radius, start: start, part: part.share)
        ),
        .fill(color), .text("fill-opacity", part.isExact ? "1" : "0.2"),
        .stroke(part.isExact ? colors.panel : color), .strokeWidth(sheet.design.px(0.8)))
      start += part.share
    }
    writer.text(
      label,
      at: PixelPoint(x: cluster.center.x, y: cluster.center.y + style.capHeight / 2),
      size: style.size, anchor: .middle, .fill(colors.ink), .stroke("none"),
      .text("font-weight", "bold"), .class("ink"))
    writer.close()
  }

  /// A part of a ring, clockwise from the top.
  private static func rim(
    around center: PixelPoint, from inner: Double, to outer: Double, start: Double, part: Double
  ) -> String {
    // A whole ring is two halves: an arc that ends where it starts is none.
    let ends = part > 0.999 ? [0, 0.5, 1] : [start, start + part]
    func arc(_ radius: Double, _ ends: [Double], _ sweep: Int) -> String {
      let points = ends.map { center.offset(by: radius, degrees: 360 * $0) }
      let isLarge = ends.count == 2 && part > 0.5
      let radius = DecimalText.text(radius, places: 1)
      return points.enumerated().map { index, point in
        let end =
          DecimalText.text(point.x, places: 1) + " " + DecimalText.text(point.y, places: 1)
        return index == 0 ? end : "A\(radius) \(radius) 0 \(isLarge ? 1 : 0) \(sweep) \(end)"
      }.joined()
    }
    let join = part > 0.999 ? "zM" : "L"
    return "M" + arc(outer, ends, 1) + join + arc(inner, ends.reversed(), 0) + "z"
  }

  /// What a pointer or a screen reader is told about a disc.
  private func title(of cluster: IncidentCluster) -> String {
    var text = "\(CountText.incidents(cluster.tally.total)): \(cluster.tally.words)"
    if sheet.options.sizeBy != .incidents {
      text = "\(sheet.options.sizeBy.title) \(CountText.text(cluster.tally.value)) · " + text
    }
    if let place = cluster.lead.flatMap({ sheet.details[$0]?.location }) {
      text = "\(place) · \(text)"
    }
    return text
  }
}
