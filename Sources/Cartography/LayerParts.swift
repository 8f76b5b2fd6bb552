internal import SimpleFeatures
internal import Topology

/// The rings, lines and points of a layer that lie in a view, one behind the other in a single array,
/// so that they are projected in one go.
///
/// Rings are open: the last position is not the first.
struct LayerParts {
  enum Kind {
    case ring, line, point
    /// A piece of the outline of an area.
    case outline
  }

  /// A part and where it stands.
  struct Part {
    /// The number of its feature in the layer.
    var feature: Int
    var kind: Kind
    var range: Range<Int>
  }

  private(set) var positions: [Position] = []
  private(set) var parts: [Part] = []
  /// The features whose areas have outlines apart from their rings.
  private(set) var outlinedApart: Set<Int> = []
  /// The polygons of the feature that is read, as far as they may be in view.
  private var polygons: [Polygon] = []
  private let view: GeographicView
  private let borders: EdgeSet?

  /// Cuts a layer to a view.
  ///
  /// - Parameters:
  ///   - layer: The layer.
  ///   - view: What is seen.
  ///   - borders: The edges that are left out of outlines, and all areas get one; `nil` for outlines
  ///     only of areas that have edges where they do not end, as at the antimeridian.
  init(_ layer: Layer, in view: GeographicView, outlinesWithout borders: EdgeSet? = nil) {
    self.view = view
    self.borders = borders
    for (number, feature) in layer.features.enumerated() {
      guard let geometry = feature.geometry else { continue }
      append(geometry, of: number)
      appendOutlines(of: number)
    }
  }

  private mutating func append(_ geometry: Geometry, of feature: Int) {
    switch geometry {
    case .point(let position): append(CollectionOfOne(position), of: feature)
    case .multiPoint(let positions): append(positions, of: feature)
    case .lineString(let line): append(line, .line, of: feature)
    case .multiLineString(let lines): for line in lines { append(line, .line, of: feature) }
    case .polygon(let polygon): append(polygon, of: feature)
    case .multiPolygon(let polygons): for polygon in polygons { append(polygon, of: feature) }
    case .collection(let parts): for part in parts { append(part, of: feature) }
    }
  }

  private mutating func append(_ points: some Sequence<Position>, of feature: Int) {
    for point in points {
      guard let point = view.seen(point) else { continue }
      parts.append(
        Part(feature: feature, kind: .point, range: positions.count..<positions.count + 1))
      positions.append(point)
    }
  }

  private mutating func append(_ polygon: Polygon, of feature: Int) {
    guard let bounds = polygon.exterior.bounds else { return }
    guard bounds.east - bounds.west > 180, polygon.exterior.jumps else {
      if !view.shifts(of: bounds).isEmpty { appendRings(of: polygon, of: feature) }
      return
    }
    // A ring that leaps over the antimeridian is cut there; where it bounds nothing, nothing is lost.
    guard let area = try? ArealGeometry(.polygon(polygon)) else { return }
    for polygon in area.polygons { appendRings(of: polygon, of: feature) }
  }

  private mutating func appendRings(of polygon: Polygon, of feature: Int) {
    polygons.append(polygon)
    var isCut = append(polygon.exterior, .ring, of: feature)
    for interior in polygon.interiors {
      isCut = append(interior, .ring, of: feature) || isCut
    }
    if isCut || borders != nil { outlinedApart.insert(feature) }
  }

  /// Appends the outlines of all areas of a feature, if one of its rings needs them: the feature's
  /// rings are then drawn without a border.
  private mutating func appendOutlines(of feature: Int) {
    if outlinedApart.contains(feature) {
      for ring in polygons.flatMap({ [$0.exterior] + $0.interiors }) {
        let pieces = ring.pieces {
          GeographicView.isCut($0, $1) || borders?.contains($0, $1) == true
        }
        for line in pieces { append(line, .outline, of: feature) }
      }
    }
    polygons = []
  }

  /// Appends the parts of a ring or line inside the view.
  ///
  /// - Returns: Whether a ring has edges that are no border of its area.
  @discardableResult
  private mutating func append(_ points: [Position], _ kind: Kind, of feature: Int) -> Bool {
    guard let bounds = points.bounds else { return false }
    let isRing = kind == .ring
    if !isRing, bounds.east - bounds.west > 180, points.jumps {
      return append(points.unwrapped, kind, of: feature)
    }
    let open = isRing && points.last == points.first ? points.dropLast() : points[...]
    var isCut = false
    for shift in view.shifts(of: bounds) {
      isCut = isCut || (isRing && view.seesCut(of: points, bounds, shift: shift))
      if view.contains(bounds, shift: shift) {
        append(view.divided(open, closed: isRing, shift: shift), kind, of: feature)
        continue
      }
      let points = open.map { PixelPoint(x: $0.longitude + shift, y: -$0.latitude) }
      let cut =
        isRing
        ? [RectangleClip.ring(points, to: view.box)] : RectangleClip.line(points, to: view.box)
      for part in cut {
        let positions = part.map { Position(longitude: $0.x, latitude: -$0.y) }
        append(view.divided(positions[...], closed: isRing, shift: 0), kind, of: feature)
      }
    }
    return isCut
  }

  private mutating func append(_ points: ArraySlice<Position>, _ kind: Kind, of feature: Int) {
    guard points.count > (kind == .ring ? 2 : 1) else { return }
    parts.append(
      Part(feature: feature, kind: kind, range: positions.count..<positions.count + points.count))
    positions += points
  }
}

extension [Position] {
  /// Whether an edge leaps over the antimeridian; one from −180 to 180 goes round the Earth.
  fileprivate var jumps: Bool {
    zip(self, dropFirst()).contains { a, b in
      let step = (b.longitude - a.longitude).magnitude
      return step > 180 && step < 360
    }
  }

  /// The same line with longitudes that go on beyond ±180 instead of leaping.
  fileprivate var unwrapped: [Position] {
    var shift = 0.0
    var before = first?.longitude ?? 0
    return map { position in
      let step = position.longitude - before
      if step > 180 { shift -= 360 } else if step < -180 { shift += 360 }
      before = position.longitude
      return Position(longitude: position.longitude + shift, latitude: position.latitude)
    }
  }

  /// The pieces of a ring without some of its edges.
  fileprivate func pieces(
    without isLeftOut: (Position, Position) -> Bool
  ) -> [[Position]] {
    var pieces: [[Position]] = []
    var piece = Array(prefix(1))
    for (a, b) in zip(self, dropFirst()) {
      if isLeftOut(a, b) {
        pieces.append(piece)
        piece = []
      }
      piece.append(b)
    }
    return (pieces + [piece]).filter { $0.count > 1 }
  }
}
