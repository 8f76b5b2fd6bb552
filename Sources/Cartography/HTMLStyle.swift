/// The style sheet of ``HTMLDocument``.
enum HTMLStyle {
  /// The rules for a theme; those of the light one turn dark with the reader's system.
  ///
  /// A map that is wider than high turns the printed sheet.
  static func text(for theme: MapTheme, isWide: Bool) -> String {
    switch theme {
    case .light:
      page(MapTheme.light.colors) + layout + printed(isWide: isWide)
        + "@media screen and (prefers-color-scheme: dark) {\n"
        + page(MapTheme.dark.colors) + map(MapTheme.dark.colors) + "}\n"
    case .dark, .print: page(theme.colors) + layout + printed(isWide: isWide)
    }
  }

  private static func page(_ colors: MapColors) -> String {
    """
    :root { --paper: \(colors.paper); --ink: \(colors.ink); --soft: \(colors.softInk);
      --line: \(colors.municipality); --panel: \(colors.focus); --tint: \(colors.tint);
      --quote: \(colors.land);
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
      (".halo", colors.halo),
    ]
    return fills.map { rule($0, "fill", $1) }.joined()
      + strokes.map { rule($0, "stroke", $1) }.joined()
      + ".incident-map .sea, .incident-map text.ink, .incident-map .north { stroke: none; }\n"
  }

  private static func rule(_ selectors: String, _ property: String, _ color: String) -> String {
    let scoped = selectors.split(separator: ", ").map { ".incident-map \($0)" }
      .joined(separator: ", ")
    return "\(scoped) { \(property): \(color); }\n"
  }
}
