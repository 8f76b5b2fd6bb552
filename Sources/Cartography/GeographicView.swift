internal import Geodesy
internal import SimpleFeatures

/// What a frame shows, in degrees, a little widened: where layers are cut before they are
/// projected, because a projection is worthless far from its area.
struct GeographicView {
  /// The longitude in the middle; all others are counted from it, without a jump.
  var middle: Double
  /// Longitudes as x, latitudes as −y, so that north is up as on the sheet.
  var box: PixelBox
  /// The degrees of longitude or latitude beyond which a straight edge would be seen to differ from
  /// its bent image, by 0.15 pixels.
  var longestEdge: Double

  /// Hardly less than 180°, because the meridian at 180° may be projected to either side.
  private static let halfTurn = 179.9999

  init(of frame: MapFrame) {
    let steps = 24
    let around = frame.box.expanded(by: 12)
    var seen: [Position] = []
    for row in 0...steps {
      for column in 0...steps {
        let point = PixelPoint(
          x: around.left + around.width * Double(column) / Double(steps),
          y: around.top + around.height * Double(row) / Double(steps))
        if let position = frame.position(point) { seen.append(position) }
      }
    }
    let center = frame.position(frame.box.center) ?? seen.first
    middle = center?.longitude ?? 0
    let points = seen.map { [middle] in
      PixelPoint(x: Self.unwrapped($0.longitude, around: middle), y: -$0.latitude)
    }
    var box =
      PixelBox(enclosing: points)
      ?? PixelBox(
        left: middle - Self.halfTurn, top: -90, right: middle + Self.halfTurn, bottom: 90)
    box = box.expanded(by: 0.02 + 0.06 * max(box.width, box.height))
    for pole in [90.0, -90.0] {
      guard let pixel = frame.pixel(Position(longitude: middle, latitude: pole)),
        frame.box.contains(pixel)
      else { continue }
      box.left = middle - Self.halfTurn
      box.right = middle + Self.halfTurn
    }
    if box.width > 300 || seen.count < (steps + 1) * (steps + 1) {
      let origin = PlanarPosition(easting: 0, northing: 0)
      if let center = try? frame.projection.inverse(origin) { middle = center.longitude }
      box.left = middle - Self.halfTurn
      box.right = middle + Self.halfTurn
    }
    box.left = max(box.left, middle - Self.halfTurn)
    box.right = min(box.right, middle + Self.halfTurn)
    box.top = max(box.top, -90)
    box.bottom = min(box.bottom, 90)
    self.box = box
    // An edge of ℓ radians is bent by up to ℓ²R/16 in projections fitted to their area, a parallel
    // at 45° in azimuthal ones, and by some ℓ²R/3 at the rim of a world map.
    let bend = 6_371_000 * (box.width > 150 ? 1 / 3.0 : 1 / 16.0)
    longestEdge = (0.15 * frame.metersPerPixel / bend).squareRoot() * 180 / .pi
  }

  /// Whether every longitude and nearly every latitude is seen.
  var isWholeGlobe: Bool { box.width > 359 && box.height > 150 }

  /// The outline of the view, which is that of the globe where all of it is seen.
  var globe: [Position] {
    box.corners.map { Position(longitude: $0.x, latitude: -$0.y) }
  }

  /// The turns around the Earth, in degrees, under which what has these bounds may come into view.
  func shifts(of bounds: BoundingBox) -> [Double] {
    guard -bounds.north <= box.bottom, -bounds.south >= box.top else { return [] }
    return [0, 360, -360].filter { shift in
      bounds.west + shift <= box.right && bounds.east + shift >= box.left
    }
  }

  /// Whether the box around a line reaches into the view.
  func maySee(_ line: [Position]) -> Bool {
    line.bounds.map { !shifts(of: $0).isEmpty } ?? false
  }

  /// The position on the turn that is in view; `nil` where it is not in view.
  func seen(_ position: Position) -> Position? {
    let longitude = Self.unwrapped(position.longitude, around: middle)
    guard box.contains(PixelPoint(x: longitude, y: -position.latitude)) else { return nil }
    return Position(longitude: longitude, latitude: position.latitude)
  }

  /// The image of an area around which an open ring runs on the turn that is in view.
  func image(of ring: [Position], in frame: MapFrame) -> PixelArea {
    let points = ring.map { PixelPoint(x: $0.longitude, y: -$0.latitude) }
    let seen = RectangleClip.ring(points, to: box).map {
      Position(longitude: $0.x, latitude: -$0.y)
    }
    let pixels = frame.pixels(Array(divided(seen[...], closed: true, shift: 0)))
    let cut = RectangleClip.ring(pixels, to: frame.box.expanded(by: 8))
    return PixelArea(rings: cut.count > 2 ? [cut] : [])
  }

  /// Whether all that has these bounds is in view after a turn.
  func contains(_ bounds: BoundingBox, shift: Double) -> Bool {
    bounds.west + shift >= box.left && bounds.east + shift <= box.right
      && -bounds.north >= box.top && -bounds.south <= box.bottom
  }

  /// Whether a ring has edges that are no border of its area: along the antimeridian, over a pole, or
  /// where the view goes all the way round and ends.
  func seesCut(of ring: [Position], _ bounds: BoundingBox, shift: Double) -> Bool {
    if box.width > 359, bounds.west + shift < box.left || bounds.east + shift > box.right {
      return true
    }
    let reachesCut =
      bounds.west < -179.99 || bounds.east > 179.99 || bounds.south < -89.9 || bounds.north > 89.9
    return reachesCut && zip(ring, ring.dropFirst()).contains(where: Self.isCut)
  }

  /// Whether an edge runs along the antimeridian or a pole.
  static func isCut(_ a: Position, _ b: Position) -> Bool {
    (abs(a.longitude) > 179.99 && abs(b.longitude) > 179.99)
      || (abs(a.latitude) > 89.9 && abs(b.latitude) > 89.9)
  }

  /// Positions of a line or an open ring after a turn, long edges divided so that they bend as the
  /// projection does.
  ///
  /// Two neighbours divide the edge between them alike, from whichever end it is drawn.
  func divided(
    _ positions: ArraySlice<Position>, closed: Bool, shift: Double
  ) -> ArraySlice<Position> {
    guard var before = closed ? positions.last : positions.first else { return positions }
    var isDivided = false
    for position in positions {
      let step = max(
        abs(position.longitude - before.longitude), abs(position.latitude - before.latitude))
      if step > longestEdge { isDivided = true }
      before = position
    }
    guard isDivided || shift != 0 else { return positions }
    var result: [Position] = []
    result.reserveCapacity(positions.count)
    before = closed ? positions[positions.endIndex - 1] : before
    var isFirst = !closed
    for position in positions {
      if !isFirst { divide(from: before, to: position, shift: shift, into: &result) }
      isFirst = false
      result.append(
        Position(longitude: position.longitude + shift, latitude: position.latitude))
      before = position
    }
    return result[...]
  }

  private func divide(
    from a: Position, to b: Position, shift: Double, into result: inout [Position]
  ) {
    let length = max(abs(b.longitude - a.longitude), abs(b.latitude - a.latitude))
    guard length > longestEdge else { return }
    let parts = Int((length / longestEdge).rounded(.up))
    let isForward = (a.longitude, a.latitude) < (b.longitude, b.latitude)
    let (start, end) = isForward ? (a, b) : (b, a)
    for part in 1..<parts {
      let share = Double(isForward ? part : parts - part) / Double(parts)
      result.append(
        Position(
          longitude: start.longitude + share * (end.longitude - start.longitude) + shift,
          latitude: start.latitude + share * (end.latitude - start.latitude)))
    }
  }

  private static func unwrapped(_ longitude: Double, around middle: Double) -> Double {
    longitude - middle > 180
      ? longitude - 360 : longitude - middle < -180 ? longitude + 360 : longitude
  }
}
