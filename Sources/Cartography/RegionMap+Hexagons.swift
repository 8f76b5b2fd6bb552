internal import IncidentModel
internal import SimpleFeatures

extension RegionMap {
  /// The hexagons that stand for incidents at too many places, a group for each class.
  func writeHexagons(to writer: inout MarkupWriter) {
    let drawn = sheet.incidents
    guard !drawn.bins.isEmpty else { return }
    let count = drawn.classes.limits.count
    writer.open("g", .text("id", "bins"), .text("stroke-linejoin", "round"))
    let numbers: [Int?] = [nil] + drawn.classes.limits.indices.map { $0 }
    for number in numbers {
      let bins = drawn.bins.filter { drawn.classes.number(of: $0.value) == number }
      guard !bins.isEmpty else { continue }
      writer.open("g", style(ofHexagon: number, of: count))
      for bin in bins {
        writer.open("path", .path(.hexagon(around: bin.center, radius: drawn.binRadius)))
        writer.element("title", text: title(of: bin))
        writer.close()
      }
      writer.close()
    }
    writer.close()
  }

  /// A single hexagon, for the legend.
  func writeHexagon(
    _ path: PathData, number: Int?, of count: Int, to writer: inout MarkupWriter
  ) {
    writer.element("path", [.path(path)] + style(ofHexagon: number, of: count))
  }

  /// The colour of a class, a little transparent, so that rivers and borders are seen through it.
  private func style(ofHexagon number: Int?, of count: Int) -> [MarkupAttribute] {
    let design = sheet.design
    guard let number else {
      return [
        .class("bin none"), .fill("none"), .stroke(design.colors.softInk),
        .strokeWidth(design.px(0.6)),
      ]
    }
    return [
      .class("bin"), .fill(design.theme.ramp(of: count)[number]), .text("fill-opacity", "0.86"),
      .stroke(design.colors.land), .strokeWidth(design.px(0.5)),
    ]
  }

  private func title(of bin: IncidentBin) -> String {
    let parts = zip(EventType.allCases, bin.counts).filter { $1 > 0 }
      .map { "\($0.rawValue) \(CountText.text($1))" }
    let text = "\(CountText.incidents(bin.total)): \(parts.joined(separator: ", "))"
    guard sheet.options.sizeBy != .incidents else { return text }
    return "\(sheet.options.sizeBy.title) \(CountText.text(bin.value)) · " + text
  }
}

extension PathData {
  /// A hexagon that stands on a corner.
  static func hexagon(around center: PixelPoint, radius: Double) -> PathData {
    .rings([
      (0..<6).map { center.offset(by: radius, degrees: 60 * Double($0)) }
    ])
  }
}
