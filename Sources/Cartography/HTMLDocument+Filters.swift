internal import IncidentModel
internal import SimpleFeatures

extension HTMLDocument {
  /// What a reader chooses by: words, time, type, precision.
  func writeFilters(to writer: inout MarkupWriter) {
    writer.open(
      "form", .text("id", "filters"), .class("scripted"), .text("hidden", "hidden"),
      .text("aria-label", "Filters"))
    writer.open("p", .class("search"))
    writer.element(
      "input", .text("type", "search"), .text("id", "search"),
      .text("placeholder", isComplete ? "Search place or event" : "Search the table"),
      .text("aria-label", isComplete ? "Search place or event" : "Search the table"))
    writer.close()
    writeTime(to: &writer)
    writeTypes(to: &writer)
    writer.element("p", text: "", .text("id", "count"), .text("role", "status"))
    writer.open("p", .class("printing"))
    writeCheckbox("print-all", "Print the table and the evidence too", to: &writer)
    writer.close()
    writer.close()
  }

  private func writeTime(to writer: inout MarkupWriter) {
    let days = map.points.compactMap(\.days)
    guard let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max(),
      first < last
    else { return }
    writer.open("fieldset", .class("time"))
    writer.element("legend", text: "Time")
    writer.open(
      "svg", .text("id", "bars"), .text("viewBox", "0 0 120 30"),
      .text("preserveAspectRatio", "none"), .text("aria-hidden", "true"))
    writer.element("path", .class("unshown"))
    writer.element("path")
    writer.close()
    for (id, label, value) in [("from", "From", first), ("until", "Until", last)] {
      writer.open("label")
      writer.element("span", text: label)
      writer.element(
        "input", .text("type", "range"), .text("id", id), .text("min", "\(first.dayNumber)"),
        .text("max", "\(last.dayNumber)"), .text("value", "\(value.dayNumber)"))
      writer.element("output", text: value.description, .text("for", id))
      writer.close()
    }
    writer.element("button", text: "Play", .text("type", "button"), .text("id", "play"))
    writer.close()
  }

  private func writeTypes(to writer: inout MarkupWriter) {
    let points = map.points
    writer.open("fieldset")
    writer.element("legend", text: "Type")
    for (number, type) in EventType.allCases.enumerated() {
      let count = points.count { $0.eventType == type }
      guard count > 0 else { continue }
      let theme = map.sheet.design.theme
      let symbol = theme.symbol(of: type)
      let line = theme.line(of: symbol.color, isFilled: true)
      writer.open("label")
      writer.element(
        "input", .text("type", "checkbox"), .text("name", "type"), .text("value", "\(number)"),
        .text("data-name", type.rawValue), .text("data-fill", RegionMap.hexadecimal(symbol.color)),
        .text("data-line", RegionMap.hexadecimal(line)),
        .text("checked", "checked"))
      writeSwatch(of: type, to: &writer)
      writer.element("span", text: "\(type.rawValue) (\(NumberText.grouped(count)))")
      writer.close()
    }
    let exact = points.count(where: \.isPlacedExactly)
    if exact > 0, exact < points.count {
      writeCheckbox(
        "exact", "Only places known exactly (\(NumberText.grouped(exact)))", to: &writer)
    }
    writer.close()
  }

  private func writeCheckbox(_ id: String, _ text: String, to writer: inout MarkupWriter) {
    writer.open("label")
    writer.element("input", .text("type", "checkbox"), .text("id", id))
    writer.element("span", text: text)
    writer.close()
  }

  func writeSwatch(of type: EventType, to writer: inout MarkupWriter) {
    writer.open(
      "svg", .class("swatch"), .text("width", "18"), .text("height", "18"),
      .text("viewBox", "0 0 18 18"), .text("aria-hidden", "true"))
    map.writeSymbol(
      map.sheet.design.theme.symbol(of: type),
      outline: SymbolOutline(shape: type.symbol.shape, area: 110),
      at: PixelPoint(x: 9, y: type.symbol.shape == .triangle ? 10.5 : 9), hollow: false,
      to: &writer)
    writer.close()
  }
}
