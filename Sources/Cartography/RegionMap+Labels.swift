internal import SimpleFeatures

extension RegionMap {
  /// Names of areas, which lie under the incidents.
  func writeGroundLabels(to writer: inout MarkupWriter) {
    write(sheet.labels.filter { $0.kind.isGround }, id: "area-labels", to: &writer)
  }

  /// Names of places, which lie over everything.
  func writeLabels(to writer: inout MarkupWriter) {
    let colors = sheet.design.colors
    let labels = sheet.labels.filter { !$0.kind.isGround }
    writer.open(
      "g", .class("towns"), .fill(colors.panel), .stroke(colors.ink),
      .strokeWidth(sheet.design.px(1.1)))
    for label in labels {
      if let dot = label.dot { writeCircle(dot, to: &writer) }
    }
    writer.close()
    write(labels, id: "labels", to: &writer)
  }

  /// Texts twice: as a halo, then as letters, which every renderer understands.
  private func write(_ labels: [PlacedLabel], id: String, to writer: inout MarkupWriter) {
    guard !labels.isEmpty else { return }
    let colors = sheet.design.colors
    writer.open("g", .text("id", id))
    writer.open(
      "g", .class("halo"), .text("aria-hidden", "true"), .fill(colors.halo), .stroke(colors.halo),
      .strokeWidth(sheet.design.px(2.8)), .text("stroke-linejoin", "round"),
      .text("stroke-opacity", "0.85"))
    for label in labels { for line in label.lines { write(line, to: &writer) } }
    writer.close()
    for kind in LabelKind.allCases {
      let ofKind = labels.filter { $0.kind == kind }
      guard !ofKind.isEmpty else { continue }
      writer.open("g", .class("label \(kind.rawValue)"), .fill(color(of: kind)))
      for label in ofKind { for line in label.lines { write(line, to: &writer) } }
      writer.close()
    }
    writer.close()
  }

  private func write(_ line: LabelLine, to writer: inout MarkupWriter) {
    var attributes: [MarkupAttribute] = []
    if line.rotation != 0 { attributes.append(rotation(line.rotation, around: line.point)) }
    if line.style.isBold { attributes.append(.text("font-weight", "bold")) }
    if line.style.isItalic { attributes.append(.text("font-style", "italic")) }
    if line.style.spacing > 0 { attributes.append(.number("letter-spacing", line.style.spacing)) }
    writer.text(
      LabelText.directed(line.text), at: line.point, size: line.style.size, anchor: line.anchor,
      attributes)
  }

  private func color(of kind: LabelKind) -> String {
    let colors = sheet.design.colors
    return switch kind {
    case .country, .municipality: colors.faintInk
    case .lake, .river: colors.waterInk
    case .village, .town, .city, .own: colors.softInk
    case .coarse, .incident: colors.ink
    }
  }
}

extension LabelKind {
  fileprivate var isGround: Bool {
    switch self {
    case .country, .municipality, .lake, .river: true
    case .village, .town, .city, .own, .coarse, .incident: false
    }
  }
}
