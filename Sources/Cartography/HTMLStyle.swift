internal import SimpleFeatures

/// The style sheet of ``HTMLDocument``.
enum HTMLStyle {
  /// The rules for a map; those of the light theme turn dark with the reader's system.
  static func text(for map: RegionMap) -> String {
    let theme = map.sheet.options.theme
    let dark = """
      @media screen and (prefers-color-scheme: dark) {
      \(page(MapTheme.dark.colors) + self.map(MapTheme.dark.colors))}

      """
    return page(theme.colors) + layout + corner(of: map)
      + printed(isWide: map.width > map.height) + (theme == .light ? dark : "")
  }

  /// Puts the buttons for zooming into a corner of the window that no furniture has taken.
  private static func corner(of map: RegionMap) -> String {
    let sheet = map.sheet
    let (window, design) = (sheet.frame.box, sheet.design)
    let (width, height, gap) = (design.px(60), design.px(170), design.px(12))
    let corners: [(isRight: Bool, isLow: Bool)] = [
      (true, true), (true, false), (false, true), (false, false),
    ]
    let free = corners.first { corner in
      let left = corner.isRight ? window.right - width : window.left
      let top = corner.isLow ? window.bottom - height : window.top
      let box = PixelBox(left: left, top: top, right: left + width, bottom: top + height)
      return !sheet.furniture.boxes.contains { $0.overlaps(box) }
    }
    let corner = free ?? corners[0]
    let aside = corner.isRight ? sheet.width - window.right : window.left
    let above = corner.isLow ? sheet.height - window.bottom : window.top
    func share(_ length: Double, of whole: Double) -> String {
      DecimalText.text((length + gap) / whole * 100, places: 1) + "%"
    }
    return ".zoom { \(corner.isRight ? "right" : "left"): \(share(aside, of: sheet.width)); "
      + "\(corner.isLow ? "bottom" : "top"): \(share(above, of: sheet.height)); }\n"
  }

  private static func page(_ colors: MapColors) -> String {
    """
    :root { --paper: \(colors.paper); --ink: \(colors.ink); --soft: \(colors.softInk);
      --line: \(colors.municipality); --panel: \(colors.focus); --tint: \(colors.tint);
      --quote: \(colors.land); --halo: \(colors.halo);
      --link: \(colors.waterInk); }

    """
  }

  /// The colours of the picture, over its own attributes.
  private static func map(_ colors: MapColors) -> String {
    let fills = [
      (".paper, .hollow", colors.paper), (".sea", colors.sea), (".land", colors.land),
      (".focus", colors.focus), (".tint", colors.tint), (".lakes", colors.water),
      (".towns, .panel, .on-ink", colors.panel), (".halo", colors.halo),
      (".label.country, .label.municipality", colors.faintInk),
      (".label.lake, .label.river", colors.waterInk),
      (
        ".label.village, .label.town, .label.city, .label.own, .degrees, .footer, .soft",
        colors.softInk
      ),
      (".label.coarse, .label.incident, .header, .ink, .leaders", colors.ink),
    ]
    let strokes = [
      (".sea, .graticule", colors.graticule), (".land", colors.land), (".focus", colors.focus),
      (".borders", colors.border),
      (".coast, .lakes, .rivers", colors.waterLine),
      (".municipalities, .framed", colors.municipality), (".neatline, .panel", colors.frame),
      (".uncertainty, .line, .sign", colors.softInk), (".towns, .leaders, .solid", colors.ink),
      (".halo", colors.halo), ("[class*=shade-]", colors.land), (".none", colors.softInk),
    ]
    return (fills + MapTheme.dark.ramp.enumerated().map { (".shade-\($0)", $1) })
      .map { rule($0, "fill", $1) }.joined()
      + strokes.map { rule($0, "stroke", $1) }.joined()
      + ".incident-map .sea, .incident-map text.ink, .incident-map .north { stroke: none; }\n"
      + ".incident-map .hollow { filter: brightness(1.3); }\n"
  }

  private static func rule(_ selectors: String, _ property: String, _ color: String) -> String {
    let scoped = selectors.split(separator: ", ").map { ".incident-map \($0)" }
      .joined(separator: ", ")
    return "\(scoped) { \(property): \(color); }\n"
  }
}
