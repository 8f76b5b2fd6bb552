internal import IncidentModel
internal import SimpleFeatures

extension RegionMap {
  /// The hexagons that stand for incidents at too many places, a group for each class.
  func writeHexagons(to writer: inout MarkupWriter) {
    let drawn = sheet.incidents
    guard !drawn.bins.isEmpty else { return }
    let count = drawn.classes.limits.count
    let isClipped = !sheet.ground.globe.isEmpty
    writer.open(
      "g",
      [.text("id", "bins"), .class(sheet.options.sizeBy == .incidents ? "counted" : "measured")]
        + (isClipped ? [.text("clip-path", "url(#map-globe)")] : []))
    let numbers: [Int?] = [nil] + drawn.classes.limits.indices.map { $0 }
    for number in numbers {
      let bins = drawn.bins.filter { drawn.classes.number(of: $0.value) == number }
      guard !bins.isEmpty else { continue }
      writer.open("g", style(ofHexagon: number, of: count, "bins "))
      for bin in bins {
        writer.open("g", .class("bin"))
        writer.element("title", text: title(of: bin))
        writer.element("path", .path(.hexagon(around: bin.center, radius: drawn.binRadius)))
        writer.close()
      }
      writer.close()
    }
    writer.close()
  }

  /// The outline of the globe, beyond which nothing is drawn.
  func writeGlobeClip(to writer: inout MarkupWriter) {
    guard !sheet.incidents.bins.isEmpty, !sheet.ground.globe.isEmpty else { return }
    writer.open("clipPath", .text("id", "map-globe"))
    writer.element("path", .path(.rings(sheet.ground.globe.rings)))
    writer.close()
  }

  /// A single hexagon, for the legend.
  func writeHexagon(
    _ path: PathData, number: Int?, of count: Int, to writer: inout MarkupWriter
  ) {
    writer.element("path", [.path(path)] + style(ofHexagon: number, of: count, ""))
  }

  /// The least value of every class with its looks as a path, that of 0 first, for the page's script.
  func writeClasses(to writer: inout MarkupWriter) {
    let limits = sheet.incidents.classes.limits
    for (number, least) in [(nil, 0)] + limits.enumerated().map({ (Optional($0), $1) }) {
      writer.element(
        "path", [.text("data-least", "\(least)")] + style(ofHexagon: number, of: limits.count, ""))
    }
  }

  /// The colour of a class, a little transparent, so that rivers and borders are seen through it.
  private func style(
    ofHexagon number: Int?, of count: Int, _ group: String
  ) -> [MarkupAttribute] {
    let design = sheet.design
    guard let number else {
      return [
        .class("\(group)none"), .fill("none"), .stroke(design.colors.softInk),
        .strokeWidth(design.px(0.6)),
      ]
    }
    let shade = MapTheme.shades(of: count)[number]
    return [
      .class("\(group)shade-\(shade)"), .fill(design.theme.ramp[shade]),
      .text("fill-opacity", "0.78"),
      .stroke(design.colors.land), .strokeWidth(design.px(0.5)),
    ]
  }

  private func title(of bin: IncidentBin) -> String {
    let parts = zip(EventType.allCases, bin.counts).filter { $1 > 0 }
      .map { "\($0.rawValue) \(NumberText.grouped($1))" }
    let text = "\(NumberText.incidents(bin.total)): \(parts.joined(separator: ", "))"
    guard sheet.options.sizeBy != .incidents else { return text }
    return "\(sheet.options.sizeBy.title) \(NumberText.grouped(bin.value)) · " + text
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
