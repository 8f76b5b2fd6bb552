extension HTMLStyle {
  /// The map alone on one page, upright or lying; with the reader's choice, the table and the evidence
  /// in two narrow columns on further pages.
  static func printed(isWide: Bool) -> String {
    """
    @page { size: \(isWide ? "landscape" : "portrait"); margin: 12mm; }
    @media print {
      body { font-size: 8pt; line-height: 1.3; }
      .scripted, .close, #hint, #gathering, #absent, #tip, main aside, .table {
        display: none !important; }
      #state:not([hidden]) { display: block; margin: 2mm 0 0; font-size: 9pt; }
      #map-view { transform: none !important; --zoom: 1 !important; }
      main { display: block; padding: 0; max-width: none; }
      .map { break-inside: avoid; }
      .incident-map { max-height: \(isWide ? 172 : 236)mm; margin: 0 auto; }
      :root:has(#print-all:checked) :is(main aside, .table) {
        display: block !important; break-before: page; }
      #panel { position: static; max-height: none; overflow: visible; padding: 0; }
      #evidence { columns: 2; column-gap: 6mm; }
      .scripting article { display: block; }
      article { border-top: 1px solid var(--line); padding-top: 1mm; margin-bottom: 2mm; }
      article h2, article h3 { font-size: 8pt; margin: 0.5mm 0; break-after: avoid; }
      article p { margin: 0; }
      .soft { font-size: inherit; }
      dl { margin: 0.5mm 0; }
      figure { margin: 0 0 1mm; }
      blockquote { padding: 0 0 0 2mm; border-left: 1px solid var(--line); background: none; }
      figcaption { padding: 0 0 0 2mm; font-size: 7pt; }
      figcaption span { display: inline; margin-right: 2mm; }
      h2 { gap: 1mm; } h2 .swatch { width: 3mm; height: 3mm; }
      .table { overflow: visible; padding: 0; }
      th { position: static; } th button::after { content: none; }
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
