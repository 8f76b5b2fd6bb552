internal import IncidentModel
internal import SimpleFeatures

/// The incidents inside the window, drawn by how dense they lie: see the guide "Marks by density".
struct DrawnIncidents {
  /// What stands for incidents.
  enum Form {
    /// A symbol for each, side by side around its place.
    case symbols
    /// Discs for those that lie close together.
    case discs
    /// Hexagons of a grid; incidents whose place is not known exactly stay hollow discs.
    case hexagons
  }

  let form: Form
  let symbols: SymbolScale
  let clusters: [IncidentCluster]
  /// The hexagons, by class, those of none first.
  let bins: [IncidentBin]
  /// The distance from a hexagon's middle to its corners.
  let binRadius: Double
  /// The classes of the hexagons.
  let classes: HexagonClasses

  /// The most places that are looked at one by one.
  static let mostPlaces = 1_500
  /// The most places that have a symbol for each incident.
  static let mostSymbolPlaces = 600

  /// What may not be hidden by anything.
  var circles: [PixelCircle] {
    clusters.map(\.circle) + bins.map { PixelCircle(center: $0.center, radius: binRadius) }
  }

  /// Chooses the first form that keeps the map legible, and draws it.
  ///
  /// - Parameters:
  ///   - points: All incidents.
  ///   - positions: Where the projection has them.
  ///   - frame: What is seen.
  ///   - symbols: The scale of symbols for one incident each.
  ///   - design: The sheet's sizes.
  init(
    _ points: [IncidentPoint], at positions: [PlanarPosition?], frame: MapFrame,
    symbols: SymbolScale, design: MapDesign
  ) {
    let radius = design.px(12)
    let pixels = points.indices.lazy.compactMap { index -> IncidentPixel? in
      guard let pixel = positions[index].map(frame.pixel), frame.box.contains(pixel) else {
        return nil
      }
      return IncidentPixel(index: index, pixel: pixel)
    }
    let room = Room(window: frame.box, design: design)
    if let places = IncidentGroup.places(of: pixels, points: points, atMost: Self.mostPlaces) {
      if let clusters = room.fanned(places, points: points, symbols: symbols) {
        self.init(.symbols, symbols, clusters, radius: radius)
        return
      }
      let (groups, scale) = room.merged(places, symbols: symbols)
      if room.isLegible(groups, in: scale) {
        self.init(
          .discs, scale, room.clusters(groups, points: points, symbols: scale),
          radius: radius)
        return
      }
    }
    var grid = HexagonGrid(over: frame.box, radius: radius)
    var rough = HexagonGroups(radius: radius)
    for pixel in pixels {
      if points[pixel.index].isPlacedExactly {
        grid.add(points[pixel.index], at: pixel.pixel)
      } else {
        rough.add(points[pixel.index], pixel)
      }
    }
    let (groups, scale) = room.merged(rough.groups, symbols: symbols)
    self.init(
      .hexagons, scale, room.clusters(groups, points: points, symbols: scale), bins: grid.bins,
      radius: radius)
  }

  private init(
    _ form: Form, _ symbols: SymbolScale, _ clusters: [IncidentCluster],
    bins: [IncidentBin] = [], radius: Double
  ) {
    self.form = form
    self.symbols = symbols
    self.clusters = clusters
    let classes = HexagonClasses(bins.map(\.value))
    self.classes = classes
    self.bins = ([nil] + classes.limits.indices.map(Optional.some)).flatMap { number in
      bins.filter { classes.number(of: $0.value) == number }
    }
    binRadius = radius
  }
}

/// Where an incident lies on the sheet.
struct IncidentPixel {
  var index: Int
  var pixel: PixelPoint

  /// The whole pixel.
  var cell: PixelCell { PixelCell(x: Int(pixel.x.rounded()), y: Int(pixel.y.rounded())) }
}

/// A whole pixel; ordered by rows.
struct PixelCell: Hashable, Comparable {
  var x: Int
  var y: Int

  static func < (a: PixelCell, b: PixelCell) -> Bool { (a.y, a.x) < (b.y, b.x) }
}

/// Incidents gathered by hexagon, for discs where there are too many places.
private struct HexagonGroups {
  let radius: Double
  private var numbers: [HexagonCell: Int] = [:]
  private(set) var groups: [IncidentGroup] = []

  init(radius: Double) {
    self.radius = radius
  }

  mutating func add(_ point: IncidentPoint, _ pixel: IncidentPixel) {
    let cell = HexagonCell(containing: pixel.pixel, radius: radius)
    let number = numbers[cell] ?? groups.count
    if number == groups.count {
      numbers[cell] = number
      groups.append(IncidentGroup(at: pixel.pixel, lead: pixel.index))
    }
    groups[number].add(point, number: pixel.index)
  }
}

/// What decides how incidents are drawn: the room there is.
private struct Room {
  let window: PixelBox
  let design: MapDesign

  private var gap: Double { design.px(3) }

  /// A symbol for each incident, `nil` where they would cover the map, hide each other or be moved
  /// far from their places.
  func fanned(
    _ places: [IncidentGroup], points: [IncidentPoint], symbols: SymbolScale
  ) -> [IncidentCluster]? {
    guard places.count <= DrawnIncidents.mostSymbolPlaces else { return nil }
    var clusters = places.map {
      IncidentCluster($0, points: points, symbols: symbols, gap: design.px(1.6))
    }
    let area = clusters.reduce(0) { area, cluster in
      area
        + (cluster.isDisc
          ? .pi * cluster.radius * cluster.radius
          : cluster.marks.reduce(0) { $0 + $1.outline.area })
    }
    guard area <= 0.16 * window.width * window.height,
      clusters.allSatisfy({ !$0.isDisc || .pi * $0.radius * $0.radius <= symbols.mostDisc }),
      IncidentCluster.separate(&clusters, gap: gap, within: window),
      clusters.allSatisfy({ $0.displacement <= max(design.px(40), 1.5 * $0.radius) })
    else { return nil }
    return clusters
  }

  /// Places merged until no two discs overlap, in the scale in which the largest is as large as a disc
  /// may be.
  func merged(
    _ places: [IncidentGroup], symbols: SymbolScale
  ) -> (groups: [IncidentGroup], symbols: SymbolScale) {
    var scale = symbols
    var groups: [IncidentGroup] = []
    for _ in 0..<6 {
      groups = IncidentGroup.merged(places, gap: gap, within: window) { [scale] in
        radius(of: $0, in: scale)
      }
      let next = scale.fitting(groups.lazy.filter { $0.count > 1 }.map(\.tally.value).max() ?? 0)
      if next.unitArea >= 0.97 * scale.unitArea { break }
      scale = next
    }
    return (groups, scale)
  }

  /// Whether discs leave enough of the map to be read.
  func isLegible(_ groups: [IncidentGroup], in symbols: SymbolScale) -> Bool {
    let area = groups.reduce(0) {
      let radius = radius(of: $1, in: symbols)
      return $0 + .pi * radius * radius
    }
    let whole = window.width * window.height
    return area <= 0.2 * whole && Double(groups.count) <= whole / (design.px(60) * design.px(60))
  }

  func clusters(
    _ groups: [IncidentGroup], points: [IncidentPoint], symbols: SymbolScale
  ) -> [IncidentCluster] {
    groups.sorted { ($0.anchor.y, $0.anchor.x) < ($1.anchor.y, $1.anchor.x) }
      .map {
        IncidentCluster($0, points: points, symbols: symbols, gap: design.px(1.6), atMost: 1)
      }
  }

  /// A group alone is a symbol: its circle is that of the widest shape.
  private func radius(of group: IncidentGroup, in symbols: SymbolScale) -> Double {
    guard group.count == 1 else { return symbols.discRadius(of: group.tally.value) }
    return SymbolOutline(shape: .star, area: symbols.area(of: group.tally.value)).circumradius
  }
}
