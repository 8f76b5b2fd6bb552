internal import Geodesy
internal import SimpleFeatures

/// The window of the sheet that shows the map, and its exact relation to the ground.
///
/// A pixel is a square of ``metersPerPixel`` in the projected system: easting grows with x, northing
/// falls with y.
struct MapFrame: Sendable {
  let box: PixelBox
  let projection: Projection
  let metersPerPixel: Double
  /// The projected position of the box's upper left corner.
  let northwest: PlanarPosition

  /// Fits an area into a part of the box.
  ///
  /// - Parameters:
  ///   - area: What must be seen.
  ///   - box: The window on the sheet.
  ///   - inner: The part of the window that has to hold the area.
  ///   - projection: The projection of the map.
  /// - Throws: ``CartographyError/projectionFails(system:reason:)`` where too little can be projected.
  init(
    area: MapArea, box: PixelBox, inner: PixelBox, projection: Projection
  ) throws(CartographyError) {
    let extent = try PlanarExtent(of: area, in: projection)
    let scale = max(extent.width / inner.width, extent.height / inner.height)
    self.box = box
    self.projection = projection
    metersPerPixel = scale
    northwest = PlanarPosition(
      easting: extent.center.easting - (inner.center.x - box.left) * scale,
      northing: extent.center.northing + (inner.center.y - box.top) * scale)
  }

  /// Makes a frame from its relation to the ground.
  init(
    box: PixelBox, projection: Projection, metersPerPixel: Double, northwest: PlanarPosition
  ) {
    self.box = box
    self.projection = projection
    self.metersPerPixel = metersPerPixel
    self.northwest = northwest
  }

  /// The pixel of a projected position.
  func pixel(_ position: PlanarPosition) -> PixelPoint {
    PixelPoint(
      x: box.left + (position.easting - northwest.easting) / metersPerPixel,
      y: box.top + (northwest.northing - position.northing) / metersPerPixel)
  }

  /// The pixel of a geographic position, or `nil` where the projection has none.
  func pixel(_ position: Position) -> PixelPoint? {
    guard let planar = try? projection.forward(position) else { return nil }
    return pixel(planar)
  }

  /// The pixels of geographic positions; those without any are left out.
  func pixels(_ positions: [Position]) -> [PixelPoint] {
    projection.images(of: positions).compactMap { $0.map(pixel) }
  }

  /// The line through geographic positions, broken where the projection tears it apart.
  func lines(through positions: [Position]) -> [[PixelPoint]] {
    let longest = 0.5 * max(box.width, box.height)
    var lines: [[PixelPoint]] = []
    for pixel in pixels(positions) {
      if let last = lines.last?.last, last.distance(to: pixel) <= longest {
        lines[lines.count - 1].append(pixel)
      } else {
        lines.append([pixel])
      }
    }
    return lines
  }

  /// The geographic position of a pixel, or `nil` where the projection has none.
  func position(_ point: PixelPoint) -> Position? {
    try? projection.inverse(
      PlanarPosition(
        easting: northwest.easting + (point.x - box.left) * metersPerPixel,
        northing: northwest.northing - (point.y - box.top) * metersPerPixel))
  }

  /// The clockwise angle from up under which true north is seen from the frame's middle.
  var northDirection: Double {
    guard let middle = position(box.center), abs(middle.latitude) < 89.9,
      let north = pixel(Position(longitude: middle.longitude, latitude: middle.latitude + 0.05)),
      let south = pixel(Position(longitude: middle.longitude, latitude: middle.latitude - 0.05))
    else { return 0 }
    return south.direction(to: north)
  }
}

/// The upright box of the plane that an area needs, its margin included.
struct PlanarExtent {
  var center: PlanarPosition
  var width: Double
  var height: Double

  init(of area: MapArea, in projection: Projection) throws(CartographyError) {
    let points = projection.images(of: area.positions).compactMap(\.self)
    guard let first = points.first else {
      throw .projectionFails(
        system: projection.system.description, reason: "none of it can be projected")
    }
    var (west, east) = (first.easting, first.easting)
    var (south, north) = (first.northing, first.northing)
    for point in points {
      west = min(west, point.easting)
      east = max(east, point.easting)
      south = min(south, point.northing)
      north = max(north, point.northing)
    }
    let margin = 2 * area.margin * max(east - west, north - south)
    center = PlanarPosition(easting: (west + east) / 2, northing: (south + north) / 2)
    width = max(east - west + margin, area.minimumSize.value)
    height = max(north - south + margin, 0.75 * area.minimumSize.value)
  }
}

extension Projection {
  /// The projected positions, `nil` where there is no position or no image of it.
  func images(of positions: [Position?]) -> [PlanarPosition?] {
    let known = positions.compactMap(\.self)
    if known.count == positions.count, let images = try? forward(known) { return images }
    return positions.map { position in position.flatMap { try? forward($0) } }
  }
}
