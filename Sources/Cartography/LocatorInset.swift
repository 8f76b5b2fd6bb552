internal import Geodesy
internal import SimpleFeatures

/// A small map that says where on Earth the large one lies: its surroundings, or the globe where
/// these show too little land to be recognised.
struct LocatorInset {
  let box: PixelBox
  /// The globe's disc, where it is one.
  let disc: PixelCircle?
  /// The land, area by area.
  let land: [PixelArea]
  /// The coasts.
  let coasts: [[PixelPoint]]
  /// The borders between countries.
  let borders: [[PixelPoint]]
  /// Meridians and parallels of a globe.
  let lines: [[PixelPoint]]
  /// The large map's window.
  let outline: [PixelPoint]

  /// A map wider than this needs no inset: it shows a continent or an ocean.
  private static let widestMap = 5_000_000.0
  /// The least and the largest width of surroundings.
  private static let widths = (least: 1_600_000.0, most: 9_000_000.0)
  /// The least part of the surroundings that has to be land.
  private static let leastLand = 0.08

  /// Whether a map needs an inset, and there is land to show in it.
  static func isNeeded(for main: MapFrame, layers: BasemapLayers) -> Bool {
    max(main.box.width, main.box.height) * main.metersPerPixel <= widestMap
      && !layers.world.features.isEmpty && main.position(main.box.center)?.isValid == true
  }

  /// Makes the inset: of surroundings eight times as wide as the map, wider by half until they show
  /// enough land; else of the globe.
  init?(box: PixelBox, main: MapFrame, layers: BasemapLayers) {
    guard let center = main.position(main.box.center), center.isValid else { return nil }
    let mainWidth = max(main.box.width, main.box.height) * main.metersPerPixel
    var width = max(mainWidth * 8, Self.widths.least)
    if let projection = try? Projection(to: .lambertAzimuthalEqualArea(center: center)) {
      while width <= Self.widths.most {
        let scale = width / box.width
        let frame = MapFrame(
          box: box, projection: projection, metersPerPixel: scale,
          northwest: PlanarPosition(easting: -width / 2, northing: box.height * scale / 2))
        let view = GeographicView(of: frame)
        let world = ProjectedLayer(
          layers.world, in: frame, view: view,
          outlinesWithout: EdgeSet(of: layers.worldBorders, in: view))
        let land = world.features.map(\.area)
        if Self.size(of: land, in: box) >= Self.leastLand * box.width * box.height {
          let borders = ProjectedLayer(layers.seenBorders, in: frame, view: view)
          self.init(
            box: box, disc: nil, land: land, coasts: world.features.flatMap(\.outlines),
            borders: borders.features.flatMap(\.lines), lines: [],
            outline: Self.outline(Self.edges(of: main).compactMap(frame.pixel)))
          return
        }
        width *= 1.5
      }
    }
    self.init(globeIn: box, over: center, main: main, layers: layers)
  }

  private init(globeIn box: PixelBox, over center: Position, main: MapFrame, layers: BasemapLayers)
  {
    let disc = PixelCircle(center: box.center, radius: min(box.width, box.height) / 2)
    let view = SphereView(center: disc.center, radius: disc.radius, over: center)
    let borders = EdgeSet(of: layers.worldBorders)
    let land = layers.world.features.compactMap { feature -> PixelArea? in
      let rings = (feature.geometry?.polygons ?? []).flatMap { [$0.exterior] + $0.interiors }
        .map(view.ring).filter { !$0.isEmpty }
      return rings.isEmpty ? nil : PixelArea(rings: rings)
    }
    let meridians = stride(from: -180.0, to: 180, by: 30).map { longitude in
      stride(from: -90.0, through: 90, by: 3).map { Position(longitude: longitude, latitude: $0) }
    }
    let parallels = stride(from: -60.0, through: 60, by: 30).map { latitude in
      stride(from: -180.0, through: 180, by: 3).map { Position(longitude: $0, latitude: latitude) }
    }
    self.init(
      box: box, disc: disc, land: land,
      coasts: layers.world.features.flatMap { $0.geometry?.polygons ?? [] }
        .flatMap { [$0.exterior] + $0.interiors }.flatMap(borders.parts).flatMap(view.lines),
      borders: layers.seenBorders.features.flatMap { $0.geometry?.lines ?? [] }.flatMap(view.lines),
      lines: (meridians + parallels).flatMap(view.lines),
      outline: Self.outline(Self.edges(of: main).compactMap(view.pixel)))
  }

  private init(
    box: PixelBox, disc: PixelCircle?, land: [PixelArea], coasts: [[PixelPoint]],
    borders: [[PixelPoint]], lines: [[PixelPoint]], outline: [PixelPoint]
  ) {
    self.box = box
    self.disc = disc
    self.land = land.map { PixelArea(rings: $0.rings.compactMap(Self.thinned)) }
      .filter { !$0.rings.isEmpty }
    self.coasts = coasts.compactMap(Self.thinned)
    self.borders = borders.compactMap(Self.thinned)
    self.lines = lines
    self.outline = outline
  }

  /// Positions around the large map's window.
  private static func edges(of main: MapFrame) -> [Position] {
    let corners = main.box.corners
    return zip(corners, corners.dropFirst() + corners.prefix(1)).flatMap { a, b in
      (0..<8).compactMap { step in
        let part = Double(step) / 8
        return main.position(
          PixelPoint(x: a.x + part * (b.x - a.x), y: a.y + part * (b.y - a.y)))
      }
    }
  }

  /// A line or ring without vertices that nobody sees in so small a picture; `nil` for a mere dot.
  private static func thinned(_ line: [PixelPoint]) -> [PixelPoint]? {
    guard let bounds = PixelBox(enclosing: line), let last = line.last,
      max(bounds.width, bounds.height) >= 1.2
    else { return nil }
    var kept: [PixelPoint] = []
    for point in line where kept.last.map({ $0.distance(to: point) >= 0.8 }) ?? true {
      kept.append(point)
    }
    if kept.last != last { kept.append(last) }
    return kept
  }

  /// The window's outline, or a square in its middle where it is too small to be seen.
  private static func outline(_ points: [PixelPoint]) -> [PixelPoint] {
    guard let bounds = PixelBox(enclosing: points), max(bounds.width, bounds.height) < 6 else {
      return points
    }
    let center = bounds.center
    return PixelBox(
      left: center.x - 3, top: center.y - 3, right: center.x + 3, bottom: center.y + 3
    ).corners
  }

  /// The square pixels of areas inside a box.
  private static func size(of areas: [PixelArea], in box: PixelBox) -> Double {
    areas.flatMap(\.rings).reduce(0) { size, ring in
      let ring = RectangleClip.ring(ring, to: box)
      return size
        + zip(ring, ring.dropFirst() + ring.prefix(1))
        .reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2 }.magnitude
    }
  }
}

extension BasemapLayers {
  /// The world's borders that are drawn, without lines inside a country.
  fileprivate var seenBorders: Layer {
    Layer(
      name: worldBorders.name,
      features: worldBorders.features.filter { $0.borderStatus != .internal })
  }
}
