internal import Geodesy
internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// Legend, scale bar with north arrow, and locator inset, each with the box it stands in.
struct MapFurniture {
  let legend: Legend
  let legendBox: PixelBox?
  let scaleBar: ScaleBar?
  let scaleBox: PixelBox?
  let locator: LocatorInset?
  /// The distance between pieces.
  let gap: Double

  /// Whether everything that the map cannot do without has found a place.
  var isComplete: Bool { legendBox != nil && (scaleBox != nil || scaleBar == nil) }

  var boxes: [PixelBox] { [legendBox, scaleBox, locator?.frame.box].compactMap(\.self) }

  init(
    content: MapContent, options: MapOptions, design: MapDesign, frame: MapFrame,
    ground: MapGround, clusters: [IncidentCluster], rings: [UncertaintyRing], symbols: SymbolScale
  ) {
    gap = design.px(12)
    legend = Legend(
      content: content, options: options, design: design, ground: ground, clusters: clusters,
      rings: rings, symbols: symbols)
    let circles = clusters.map { cluster in
      PixelCircle(center: cluster.center, radius: cluster.radius + design.px(10))
    }
    let anchors = clusters.filter(\.isDisplaced).map {
      PixelCircle(center: $0.anchor, radius: design.px(4))
    }
    let towns = content.towns.lazy
      .filter { $0.kind.isSettlement && $0.kind != .village && $0.kind != .neighbourhood }
      .compactMap { frame.pixel($0.position) }
    var placement = FurniturePlacement(
      window: frame.box, circles: circles + anchors, points: Array(towns), gap: gap)
    legendBox = placement.place(
      width: legend.width, height: legend.height,
      preferring: [.topRight, .topLeft, .bottomRight, .bottomLeft])
    scaleBar = ScaleBar(frame: frame, longest: min(design.px(150), frame.box.width * 0.3))
    scaleBox = scaleBar.flatMap { bar in
      placement.place(
        width: bar.pixels + design.px(66), height: design.px(40),
        preferring: [.bottomLeft, .bottomRight, .topLeft, .topRight])
    }
    let side = design.px(112)
    if frame.box.width > 4 * side, frame.box.height > 4 * side,
      let box = placement.place(
        width: side, height: side,
        preferring: [.bottomRight, .topLeft, .bottomLeft, .topRight])
    {
      locator = LocatorInset(box: box, main: frame, layers: content.layers)
    } else {
      locator = nil
    }
  }
}

extension Legend {
  /// The legend of what a map really shows.
  init(
    content: MapContent, options: MapOptions, design: MapDesign, ground: MapGround,
    clusters: [IncidentCluster], rings: [UncertaintyRing], symbols: SymbolScale
  ) {
    let shown = clusters.flatMap { $0.marks.map { content.incidents[$0.index] } }
    let examples =
      options.sizeBy == .incidents
      ? [] : Self.examples(upTo: shown.compactMap { options.sizeBy.value(of: $0) }.max() ?? 0)
    self.init(
      design: design,
      largestSize: (symbols.area(of: examples.first ?? 0) / .pi).squareRoot())
    if !shown.isEmpty { heading("Incidents") }
    for type in EventType.allCases {
      let count = shown.count { $0.eventType == type }
      guard count > 0 else { continue }
      let isHollow = shown.allSatisfy { $0.eventType != type || !$0.isPlacedExactly }
      entry(.symbol(type.symbol, hollow: isHollow), "\(type.rawValue) (\(count))")
    }
    addSizes(examples, shown: shown, options: options, symbols: symbols)
    addMeanings(shown: shown, clusters: clusters, rings: rings)
    if !ground.tinted.isEmpty || ground.showsDisputedBorder { gap() }
    if !ground.tinted.isEmpty { entry(.tint, "Municipality with incidents") }
    if ground.showsDisputedBorder { entry(.disputedBorder, "Disputed border") }
    if rows.isEmpty { note("No incidents in this area") }
  }

  private mutating func addSizes(
    _ examples: [Int], shown: [Incident], options: MapOptions, symbols: SymbolScale
  ) {
    guard !shown.isEmpty else { return }
    guard options.sizeBy != .incidents else {
      if shown.count > 1 { note("One symbol is one incident") }
      return
    }
    gap()
    heading(options.sizeBy.title)
    for value in examples where symbols.area(of: value) > symbols.leastArea {
      let radius = (symbols.area(of: value) / .pi).squareRoot()
      entry(.size(radius), "\(value)")
    }
    if shown.contains(where: { (options.sizeBy.value(of: $0) ?? 0) == 0 }) {
      entry(.size((symbols.leastArea / .pi).squareRoot()), "none, or not stated")
    }
  }

  private mutating func addMeanings(
    shown: [Incident], clusters: [IncidentCluster], rings: [UncertaintyRing]
  ) {
    gap()
    if shown.contains(where: { !$0.isPlacedExactly }) {
      entry(.hollow, "Hollow: known only to its municipality, region or country")
    }
    if !rings.isEmpty { entry(.ring, "Area that holds the true place") }
    if clusters.contains(where: \.isPie) {
      entry(.pie, "More than \(IncidentCluster.mostMarks) incidents: shares by type")
    }
    if clusters.contains(where: \.isDisplaced) {
      entry(.leader, "Moved aside; the dot is the place")
    }
  }

  /// Up to three round values, the largest first, of which the first is not above the largest.
  static func examples(upTo largest: Int) -> [Int] {
    guard largest > 0 else { return [] }
    var power = 1
    while power * 10 <= largest { power *= 10 }
    let top = [5, 2, 1].first { $0 * power <= largest }.map { $0 * power } ?? 1
    var values = [top]
    for divisor in [4, 20] where top / divisor > 0 { values.append(top / divisor) }
    return values
  }
}
