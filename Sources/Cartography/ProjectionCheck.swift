internal import Geodesy
internal import SimpleFeatures

/// Whether a system that a person chose can show an area.
///
/// A projection gives finite numbers far outside its area, and some of them even lead back, so these
/// things are asked at positions all over the area: whether the way there and back ends where it
/// began, whether the system is meant to be used there, and if not, how far its scale is from being
/// true and whether north is up at all.
struct ProjectionCheck {
  /// What a reader of the map has to know, or `nil` where there is nothing.
  let warning: String?

  /// The part of the positions that may have no image.
  private static let lostPart = 0.1
  /// How often the largest scale may hold the least outside the area of use.
  private static let scaleRatio = 2.0
  /// The largest angle of north from up outside the area of use, in degrees.
  private static let mostTurn = 60.0
  /// How far from its beginning the way there and back may end, in metres: datums differ by less.
  private static let tolerance = 10.0

  /// Checks.
  ///
  /// - Throws: ``CartographyError/projectionFails(system:reason:)`` where the map would be none.
  init(of area: MapArea, in projection: Projection) throws(CartographyError) {
    guard !Self.isTorn(area, in: projection) else {
      throw .projectionFails(
        system: projection.system.description,
        reason: "its edge, such as the antimeridian, runs through it")
    }
    let samples = Self.samples(of: area)
    var scales: [Double] = []
    var isMirrored = false
    var turn = 0.0
    for sample in samples {
      guard let scale = Self.scales(at: sample, in: projection) else { continue }
      scales += [scale.east, scale.north]
      isMirrored = isMirrored || scale.isMirrored
      turn = max(turn, scale.turn)
    }
    let system = projection.system.description
    let lost = samples.count - scales.count / 2
    guard Double(lost) <= Self.lostPart * Double(samples.count), !isMirrored else {
      throw .projectionFails(
        system: system,
        reason: isMirrored
          ? "it mirrors it" : "\(lost) of \(samples.count) positions all over it have no place")
    }
    let ratio = max(scales.max() ?? 1, 1) / max(min(scales.min() ?? 1, 1), 1e-9)
    let outside = samples.count { !projection.contains($0) }
    guard outside > 0, let use = projection.areaOfUse else {
      warning = lost == 0 ? nil : "\(system) has no place for a part of this area."
      return
    }
    let range = Self.text(use)
    guard turn <= Self.mostTurn else {
      throw .projectionFails(
        system: system, reason: "it is meant for \(range); here north would not be up")
    }
    guard ratio <= Self.scaleRatio else {
      throw .projectionFails(
        system: system,
        reason: "it is meant for \(range); here lengths would differ by a factor of "
          + DecimalText.text(min(ratio, 1e6), places: 1))
    }
    let percent = Int(((ratio - 1) * 100).rounded(.up))
    warning =
      "\(system) is meant for \(range): beyond, lengths on this map differ by up to \(percent) %."
  }

  /// Whether neighbours on the ground lie far apart on the plane; a map of all the world has to be
  /// cut somewhere.
  private static func isTorn(_ area: MapArea, in projection: Projection) -> Bool {
    guard area.span.longitude < 300 else { return false }
    let steps = 24
    let row = (0...steps).compactMap { step -> (ground: Position, plane: PlanarPosition)? in
      let part = Double(step) / Double(steps) - 0.5
      let position = Position(
        longitude: MapArea.normalized(area.center.longitude + area.span.longitude * part),
        latitude: area.center.latitude)
      return (try? projection.forward(position)).map { (position, $0) }
    }
    return zip(row, row.dropFirst()).contains { a, b in
      let ground = Geodesic.wgs84.distance(from: a.ground, to: b.ground).value
      let (dx, dy) = (b.plane.easting - a.plane.easting, b.plane.northing - a.plane.northing)
      return (dx * dx + dy * dy).squareRoot() > 20 * max(ground, 1_000)
    }
  }

  /// Positions all over an area: a grid of its box, and some of its own.
  private static func samples(of area: MapArea) -> [Position] {
    let own = stride(
      from: 0, to: area.positions.count, by: max(area.positions.count / 60, 1)
    ).map { area.positions[$0] }
    guard !area.isCircle else { return own + [area.center] }
    let steps = 6
    let grid = (0...steps).flatMap { row in
      (0...steps).map { column in
        Position(
          longitude: MapArea.normalized(
            area.center.longitude
              + area.span.longitude * (Double(column) / Double(steps) - 0.5)),
          latitude: area.center.latitude
            + area.span.latitude * (Double(row) / Double(steps) - 0.5))
      }
    }
    return own + grid
  }

  /// An area of use in degrees: "18°E to 24°E, 0° to 84°N".
  private static func text(_ box: BoundingBox) -> String {
    func latitude(_ degrees: Double) -> String {
      Graticule.text((degrees * 60).rounded() / 60, positive: "N", negative: "S")
    }
    func longitude(_ degrees: Double) -> String {
      Graticule.text((degrees * 60).rounded() / 60, positive: "E", negative: "W")
    }
    let latitudes = "\(latitude(box.south)) to \(latitude(box.north))"
    return box.west <= -180 && box.east >= 180
      ? latitudes : "\(longitude(box.west)) to \(longitude(box.east)), \(latitudes)"
  }

  /// Metres on the plane for one on the ground to the east and to the north, or `nil` where there
  /// is no way there and back; and the angle of north from up, in degrees.
  private static func scales(
    at position: Position, in projection: Projection
  ) -> (east: Double, north: Double, isMirrored: Bool, turn: Double)? {
    let geodesic = Geodesic.wgs84
    let step = Meters(100)
    // Towards the equator, because there is no place beyond a pole.
    let side = position.latitude > 0 ? -1.0 : 1.0
    let aside = geodesic.destination(from: position, azimuth: 90, distance: step)
    let ahead = geodesic.destination(
      from: position, azimuth: 0, distance: Meters(step.value * side))
    guard let here = try? projection.forward(position), let back = try? projection.inverse(here),
      geodesic.distance(from: position, to: back).value < tolerance,
      let east = try? projection.forward(aside), let north = try? projection.forward(ahead)
    else { return nil }
    let (ex, ey) = (east.easting - here.easting, east.northing - here.northing)
    let (nx, ny) = (
      side * (north.easting - here.easting), side * (north.northing - here.northing)
    )
    // The jump at the edge of a globe is no scale.
    let lengths = [(ex * ex + ey * ey).squareRoot(), (nx * nx + ny * ny).squareRoot()]
    guard lengths.allSatisfy({ $0 > 0 && $0 < 1e5 }) else { return (1, 1, false, 0) }
    let origin = PixelPoint(x: 0, y: 0)
    return (
      lengths[0] / step.value, lengths[1] / step.value, ex * ny - ey * nx < 0,
      origin.direction(to: PixelPoint(x: nx, y: -ny)).magnitude
    )
  }
}
