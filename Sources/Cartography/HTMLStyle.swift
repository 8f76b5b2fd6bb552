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
      (".label.village, .label.town, .label.city, .degrees, .footer, .soft", colors.softInk),
      (".label.coarse, .label.incident, .header, .ink, .leaders", colors.ink),
    ]
    let strokes = [
      (".sea, .graticule", colors.graticule), (".land, .borders", colors.border),
      (".focus", colors.border), (".lakes, .rivers", colors.waterLine),
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

  private static let layout = """
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 15px/1.45 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); }
    main { display: grid; grid-template-columns: minmax(0, 1fr) 23rem; gap: 1rem;
      max-width: 100rem; margin: 0 auto; padding: 1rem; align-items: start; }
    .map { position: relative; }
    .incident-map { display: block; width: 100%; height: auto; touch-action: pan-y; }
    .incident[id] { cursor: pointer; outline: none; }
    .incident[id]:hover > :not(title), .incident[id]:focus-visible > :not(title),
    .incident[id].chosen > :not(title) { stroke: var(--ink); stroke-width: 2.6; }
    .filtered { display: none; }
    .zoom { position: absolute; right: 3.4%; bottom: 17%; display: grid; gap: 2px; z-index: 1; }
    .zoom[hidden], form[hidden] { display: none; }
    button { font: inherit; color: var(--ink); background: var(--panel);
      border: 1px solid var(--line); border-radius: 3px; padding: 0.2rem 0.7rem; cursor: pointer; }
    .zoom button { width: 2.1rem; height: 2.1rem; padding: 0; }
    aside { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow: auto; }
    fieldset { border: 1px solid var(--line); border-radius: 3px; margin: 0 0 0.8rem;
      padding: 0.4rem 0.8rem 0.6rem; }
    legend { font-weight: bold; padding: 0 0.3rem; }
    fieldset label { display: flex; align-items: center; gap: 0.45rem; padding: 0.1rem 0; }
    .time label { display: grid; grid-template-columns: 3rem 1fr 6rem; }
    output { font-variant-numeric: tabular-nums; }
    #count, #hint, .soft { color: var(--soft); }
    article h2 { font-size: 1.15rem; margin: 0.4rem 0; }
    article h3 { font-size: 1rem; margin: 0.9rem 0 0; }
    article p { margin: 0.3rem 0; }
    article:focus { outline: none; }
    .scripting article { display: none; }
    .scripting article.chosen { display: block; }
    .dissent { border-left: 3px solid #d55e00; padding-left: 0.6rem; }
    dl { display: grid; grid-template-columns: auto 1fr; gap: 0 0.8rem; margin: 0.5rem 0; }
    dt { color: var(--soft); }
    dd { margin: 0; font-weight: bold; }
    figure { margin: 0.5rem 0 0.8rem; }
    blockquote { margin: 0; padding: 0.4rem 0.7rem; background: var(--tint); border-radius: 3px; }
    figcaption { font-size: 0.87rem; color: var(--soft); padding-top: 0.2rem; }
    figcaption span { display: block; }
    a { color: var(--link); }
    .table { max-width: 100rem; margin: 0 auto; padding: 0 1rem 2rem; overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
    caption { text-align: left; color: var(--soft); padding: 0.4rem 0; }
    th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem;
      border-bottom: 1px solid var(--line); }
    .date { white-space: nowrap; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    tr.chosen { background: var(--tint); }
    @media (max-width: 60rem) { main { grid-template-columns: 1fr; }
      aside { position: static; max-height: none; } }
    #incidents .cluster, #labels text, .towns circle {
      transform: scale(calc(1 / var(--zoom, 1))); transform-box: view-box; }
    @media screen { .zoomed #scale, .zoomed #locator, .zoomed .degrees,
      .zoomed > .neatline path { display: none; } }

    """

  /// The map alone on one page, upright or lying; with the reader's choice, the table and the evidence
  /// in two narrow columns on further pages.
  private static func printed(isWide: Bool) -> String {
    """
    @page { size: \(isWide ? "landscape" : "portrait"); margin: 12mm; }
    @media print {
      body { font-size: 8pt; line-height: 1.3; }
      .scripted, #hint, main aside, .table { display: none !important; }
      #map-view { transform: none !important; --zoom: 1 !important; }
      main { display: block; padding: 0; max-width: none; }
      .map { break-inside: avoid; }
      .incident-map { max-height: \(isWide ? 176 : 240)mm; margin: 0 auto; }
      :root:has(#print-all:checked) {
        aside, .table { display: block !important; break-before: page; }
      }
      aside { position: static; max-height: none; overflow: visible; }
      #evidence { columns: 2; column-gap: 6mm; }
      .scripting article { display: block; }
      article { border-top: 1px solid var(--line); padding-top: 1mm; margin-bottom: 2mm; }
      article h2, article h3 { font-size: 8pt; margin: 0.5mm 0; break-after: avoid; }
      article p { margin: 0; }
      dl { margin: 0.5mm 0; }
      figure { margin: 0 0 1mm; }
      blockquote { padding: 0 0 0 2mm; border-left: 1px solid var(--line); background: none; }
      figcaption { padding: 0 0 0 2mm; font-size: 7pt; }
      figcaption span { display: inline; margin-right: 2mm; }
      .table { overflow: visible; padding: 0; }
      table { table-layout: fixed; font-size: 7.5pt; }
      th, td { padding: 0.6mm 1mm; overflow-wrap: break-word; }
      th:nth-child(1) { width: 19mm; } th:nth-child(2) { width: 25mm; }
      th:nth-child(3) { width: 30mm; } th:nth-child(n+4):nth-child(-n+7) { width: 14mm; }
      .date { white-space: normal; }
      tr { break-inside: avoid; }
    }

    """
  }
}
