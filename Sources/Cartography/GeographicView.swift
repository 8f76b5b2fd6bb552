internal import Geodesy
internal import SimpleFeatures

/// What a frame shows, in degrees, a little widened: where layers are cut before they are
/// projected, because a projection is worthless far from its area.
struct GeographicView {
  /// The longitude in the middle; all others are counted from it, without a jump.
  var middle: Double
  /// Longitudes as x, latitudes as −y, so that north is up as on the sheet.
  var box: PixelBox

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
  }

  /// Whether every longitude and nearly every latitude is seen.
  var isWholeGlobe: Bool { box.width > 359 && box.height > 150 }

  /// The outline of the view, which is that of the globe where all of it is seen.
  var globe: [Position] {
    (box.corners + box.corners.prefix(1)).map { Position(longitude: $0.x, latitude: -$0.y) }
  }

  /// The rings of a polygon inside the view, as longitudes and latitudes ready to be projected.
  func rings(_ polygon: Polygon) -> [[Position]] {
    ([polygon.exterior] + polygon.interiors).flatMap { ring in
      shifts(of: ring).flatMap { shift in
        positions(RectangleClip.ring(points(ring, shift: shift), to: box), closed: true)
      }
    }
  }

  /// The parts of a line inside the view.
  func lines(_ line: [Position]) -> [[Position]] {
    shifts(of: line).flatMap { shift in
      RectangleClip.line(points(line, shift: shift), to: box).flatMap { part in
        positions(part, closed: false)
      }
    }
  }

  /// The turns around the Earth under which a line may come into view.
  private func shifts(of line: [Position]) -> [Double] {
    guard let bounds = BoundingBox(enclosing: line) else { return [] }
    return [0, 360, -360].filter { shift in
      bounds.west + shift <= box.right && bounds.east + shift >= box.left
        && -bounds.north <= box.bottom && -bounds.south >= box.top
    }
  }

  private func points(_ positions: [Position], shift: Double) -> [PixelPoint] {
    positions.map { PixelPoint(x: $0.longitude + shift, y: -$0.latitude) }
  }

  /// Long edges are divided, so that they bend as the projection does.
  private func positions(_ points: [PixelPoint], closed: Bool) -> [[Position]] {
    guard points.count > 1 else { return [] }
    let step = max(box.width, box.height) / 40
    var result: [Position] = []
    result.reserveCapacity(points.count)
    var previous = closed ? points.last : nil
    for point in points {
      if let before = previous, box.width > 8 {
        let length = max(abs(point.x - before.x), abs(point.y - before.y))
        let parts = Int((length / step).rounded(.up))
        for part in stride(from: 1, to: parts, by: 1) {
          let share = Double(part) / Double(parts)
          result.append(
            Position(
              longitude: before.x + share * (point.x - before.x),
              latitude: -(before.y + share * (point.y - before.y))))
        }
      }
      result.append(Position(longitude: point.x, latitude: -point.y))
      previous = point
    }
    return [result]
  }

  private static func unwrapped(_ longitude: Double, around middle: Double) -> Double {
    longitude - middle > 180
      ? longitude - 360 : longitude - middle < -180 ? longitude + 360 : longitude
  }
}
