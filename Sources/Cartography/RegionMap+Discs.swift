internal import IncidentModel
internal import SimpleFeatures

extension RegionMap {
  /// A disc that stands for several incidents: the shares of the types, pale where the place
  /// is known only roughly, around their number.
  func writeDisc(_ cluster: IncidentCluster, to writer: inout MarkupWriter) {
    let colors = sheet.design.colors
    let style = sheet.design.discNumber
    let label = NumberText.grouped(cluster.tally.value)
    let inner = min(
      max(style.width(of: label) / 2 + sheet.design.px(1.6), 0.55 * cluster.radius),
      cluster.radius - sheet.design.px(2.4))
    writer.open("g", .class("pie"))
    writer.element("title", text: title(of: cluster))
    var start = 0.0
    for part in cluster.tally.shares {
      let color = Self.hexadecimal(sheet.design.theme.symbol(of: part.type).color)
      writer.element(
        "path", .text("d", Self.slice(of: cluster.circle, start: start, part: part.share)),
        .fill(color), .text("fill-opacity", part.isExact ? "1" : "0.2"),
        .stroke(part.isExact ? colors.panel : color), .strokeWidth(sheet.design.px(0.8)))
      start += part.share
    }
    writeCircle(
      PixelCircle(center: cluster.center, radius: inner), .fill(colors.panel), .class("panel"),
      .stroke("none"), to: &writer)
    writer.text(
      label,
      at: PixelPoint(x: cluster.center.x, y: cluster.center.y + style.capHeight / 2),
      size: style.size, anchor: .middle, .fill(colors.ink), .stroke("none"),
      .text("font-weight", "bold"), .class("ink"))
    writer.close()
  }

  /// A slice of a disc, clockwise from the top.
  private static func slice(of circle: PixelCircle, start: Double, part: Double) -> String {
    func text(_ point: PixelPoint) -> String {
      DecimalText.text(point.x, places: 1) + " " + DecimalText.text(point.y, places: 1)
    }
    func end(_ turn: Double) -> PixelPoint {
      circle.center.offset(by: circle.radius, degrees: 360 * turn)
    }
    let radius = DecimalText.text(circle.radius, places: 1)
    let arc = "A\(radius) \(radius) 0"
    // A whole disc is two halves: an arc that ends where it starts is none.
    guard part < 0.999 else {
      return "M\(text(end(0)))\(arc) 0 1 \(text(end(0.5)))\(arc) 0 1 \(text(end(0)))z"
    }
    return "M\(text(circle.center))L\(text(end(start)))"
      + "\(arc) \(part > 0.5 ? 1 : 0) 1 \(text(end(start + part)))z"
  }

  /// What a pointer or a screen reader is told about a disc.
  private func title(of cluster: IncidentCluster) -> String {
    var text = "\(NumberText.incidents(cluster.tally.total)): \(cluster.tally.words)"
    if sheet.options.sizeBy != .incidents {
      text = "\(sheet.options.sizeBy.title) \(NumberText.grouped(cluster.tally.value)) · " + text
    }
    if let place = place(of: cluster) { text = "\(place) · \(text)" }
    return text
  }

  /// The place that a disc is named after.
  func place(of cluster: IncidentCluster) -> String? {
    cluster.lead.flatMap { sheet.details[$0]?.location }
  }
}
