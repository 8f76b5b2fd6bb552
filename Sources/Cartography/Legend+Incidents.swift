internal import IncidentModel

extension Legend {
  /// The legend of what a map really shows.
  init(
    census: IncidentCensus, options: MapOptions, design: MapDesign, ground: MapGround,
    drawn: DrawnIncidents, rings: [UncertaintyRing]
  ) {
    let sizes = Self.sizes(of: drawn, largest: census.largest, measure: options.sizeBy)
    self.init(design: design, largestSize: sizes.first?.radius ?? 0)
    if !census.isEmpty { heading("Incidents") }
    addTypes(census.tally, drawn)
    switch drawn.form {
    case .symbols: addSizes(sizes, census, options.sizeBy, drawn.symbols)
    case .discs: addDiscs(sizes, census, options.sizeBy, drawn)
    case .hexagons: addHexagons(drawn, options.sizeBy)
    }
    addMeanings(census, drawn, rings: rings)
    if !ground.tinted.isEmpty || ground.showsDisputedBorder { gap() }
    if !ground.tinted.isEmpty { entry(.tint, "Municipality with incidents") }
    if ground.showsDisputedBorder { entry(.disputedBorder, "Disputed border") }
  }

  private mutating func addTypes(_ tally: IncidentTally, _ drawn: DrawnIncidents) {
    let most = EventType.allCases.map { tally.count(of: $0) }.max() ?? 0
    for type in EventType.allCases {
      let count = tally.count(of: type)
      guard count > 0 else { continue }
      let text = "\(type.rawValue) (\(NumberText.grouped(count)))"
      if drawn.form == .hexagons {
        entry(.bar(Double(count) / Double(most)), text)
      } else {
        entry(.symbol(design.theme.symbol(of: type), hollow: tally.exact(of: type) == 0), text)
      }
    }
  }

  /// The sizes of a few values, the largest first.
  private static func sizes(
    of drawn: DrawnIncidents, largest: Int, measure: SizeMeasure
  ) -> [(value: Int, radius: Double)] {
    let symbols = drawn.symbols
    switch drawn.form {
    case .symbols:
      guard measure != .incidents else { return [] }
      return examples(upTo: largest)
        .filter { symbols.area(of: $0) > 1.5 * symbols.leastArea }
        .map { ($0, (symbols.area(of: $0) / .pi).squareRoot()) }
    case .discs:
      let most = drawn.clusters.lazy.filter(\.isDisc).map(\.tally.value).max() ?? 0
      return examples(upTo: most).filter { symbols.isProportional($0) }
        .map { ($0, symbols.discRadius(of: $0)) }
    case .hexagons: return []
    }
  }

  private mutating func addSizes(
    _ sizes: [(value: Int, radius: Double)], _ census: IncidentCensus, _ measure: SizeMeasure,
    _ symbols: SymbolScale
  ) {
    guard !census.isEmpty else { return }
    guard measure != .incidents else {
      if census.total > 1 { note("One symbol is one incident") }
      return
    }
    gap()
    heading(measure.title)
    guard census.unstated < census.total else {
      note("Not stated for any incident here")
      return
    }
    for size in sizes { entry(.size(size.radius), NumberText.grouped(size.value)) }
    let least = [
      census.zeros > 0 ? "none" : nil, census.unstated > 0 ? "not stated" : nil,
    ].compactMap(\.self)
    if !least.isEmpty {
      entry(.size((symbols.leastArea / .pi).squareRoot()), least.joined(separator: ", or "))
    }
  }

  private mutating func addDiscs(
    _ sizes: [(value: Int, radius: Double)], _ census: IncidentCensus, _ measure: SizeMeasure,
    _ drawn: DrawnIncidents
  ) {
    gap()
    heading(measure == .incidents ? "Incidents close together" : measure.title)
    guard census.unstated < census.total else {
      note("Not stated for any incident here")
      return
    }
    for size in sizes { entry(.size(size.radius), NumberText.grouped(size.value)) }
    let what = measure == .incidents ? "number" : measure.title.lowercased()
    entry(.disc, "Drawn as one: \(what), and shares by type")
    if drawn.clusters.contains(where: { !$0.isDisc }) {
      note(
        measure == .incidents
          ? "A symbol alone is one incident"
          : "A symbol alone is one incident; the smallest: none, or not stated")
    }
  }

  private mutating func addHexagons(_ drawn: DrawnIncidents, _ measure: SizeMeasure) {
    guard !drawn.bins.isEmpty else { return }
    gap()
    heading("\(measure.title) in a hexagon")
    for number in drawn.classes.limits.indices.reversed() {
      let range = drawn.classes.range(number)
      let (least, most) = (
        NumberText.grouped(range.lowerBound), NumberText.grouped(range.upperBound)
      )
      entry(
        .hexagon(number, of: drawn.classes.limits.count), least == most ? least : "\(least)–\(most)"
      )
    }
    if drawn.bins.contains(where: { $0.value == 0 }) {
      entry(.hexagon(nil, of: 0), "none, or not stated")
    }
  }

  private mutating func addMeanings(
    _ census: IncidentCensus, _ drawn: DrawnIncidents, rings: [UncertaintyRing]
  ) {
    gap()
    if census.tally.hasRough {
      entry(.hollow, "Hollow: known only to its municipality or region")
    }
    if !rings.isEmpty { entry(.ring, "Area that holds the true place") }
    if drawn.form != .discs, drawn.clusters.contains(where: \.isDisc) {
      let many = "More than \(IncidentCluster.mostMarks) incidents: number, and shares by type"
      entry(.disc, drawn.form == .symbols ? many : "Several incidents: number, and shares by type")
    }
    if drawn.clusters.contains(where: \.isDisplaced) {
      entry(.leader, "Moved aside; the dot is the place")
    }
  }

  /// Up to three round values, the largest first, of which the first is not above the largest.
  static func examples(upTo largest: Int) -> [Int] {
    guard largest > 0 else { return [] }
    var power = 1
    while power <= largest / 10 { power *= 10 }
    let top = [5, 2, 1].first { $0 * power <= largest }.map { $0 * power } ?? 1
    var values = [top]
    for divisor in [4, 20] where top / divisor > 0 { values.append(top / divisor) }
    return values
  }
}
