internal import IncidentModel
internal import SimpleFeatures

/// The incidents inside the window, as symbols by place, or, where there are too many, as hexagons.
///
/// Hexagons take the incidents whose place is known exactly; the others stay hollow symbols.
struct DrawnIncidents {
  let clusters: [IncidentCluster]
  let bins: [IncidentBin]
  /// The distance from a hexagon's middle to its corners.
  let binRadius: Double
  /// The incidents that are drawn, by number, in the order of the content.
  let shown: [Int]
  /// Where each of these lies.
  let pixels: [IncidentPixel]

  var mostInBin: Int { bins.map(\.total).max() ?? 0 }

  /// What may not be hidden by anything.
  var circles: [PixelCircle] {
    clusters.map(\.circle) + bins.map { PixelCircle(center: $0.center, radius: binRadius) }
  }

  /// The hexagon drawn for a bin.
  func outline(of bin: IncidentBin, design: MapDesign) -> SymbolOutline {
    bin.outline(most: mostInBin, radius: binRadius, least: design.px(3) * design.px(3))
  }

  init(
    _ incidents: [IncidentPoint], at positions: [PlanarPosition?], frame: MapFrame,
    symbols: SymbolScale, design: MapDesign
  ) {
    let pixels = positions.enumerated().compactMap { index, position -> IncidentPixel? in
      guard let pixel = position.map(frame.pixel), frame.box.contains(pixel) else { return nil }
      return IncidentPixel(index: index, pixel: pixel)
    }
    shown = pixels.map(\.index)
    self.pixels = pixels
    binRadius = design.px(12)
    let area = pixels.reduce(0) { $0 + symbols.area(of: incidents[$1.index].value) }
    let places = Set(pixels.map(\.cell)).count
    var single = pixels
    if IncidentBin.isNeeded(for: places, area: area, in: frame.box) {
      let types = EventType.allCases
      bins = IncidentBin.bins(
        of: pixels.lazy.filter { incidents[$0.index].isPlacedExactly }
          .map { ($0.pixel, types.firstIndex(of: incidents[$0.index].eventType) ?? 0) },
        radius: binRadius)
      single = pixels.filter { !incidents[$0.index].isPlacedExactly }
    } else {
      bins = []
    }
    var clusters = IncidentCluster.clusters(
      of: single, incidents: incidents, symbols: symbols, gap: design.px(1.6))
    IncidentCluster.separate(&clusters, gap: design.px(3), within: frame.box)
    self.clusters = clusters
  }
}

/// Where an incident lies on the sheet.
struct IncidentPixel {
  var index: Int
  var pixel: PixelPoint

  /// The whole pixel: incidents that share it are at one place.
  var cell: PixelCell { PixelCell(x: Int(pixel.x.rounded()), y: Int(pixel.y.rounded())) }
}

/// A whole pixel; ordered by rows.
struct PixelCell: Hashable, Comparable {
  var x: Int
  var y: Int

  static func < (a: PixelCell, b: PixelCell) -> Bool { (a.y, a.x) < (b.y, b.x) }
}
