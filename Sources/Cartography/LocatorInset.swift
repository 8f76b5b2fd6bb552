internal import Geodesy
internal import SimpleFeatures

/// A small map that says where on Earth the large one lies.
struct LocatorInset {
  let frame: MapFrame
  let land: ProjectedLayer
  /// The large map's window.
  let outline: [PixelPoint]

  /// Makes the inset, or `nil` where there is no land to show or the large map shows it all.
  init?(box: PixelBox, main: MapFrame, layers: BasemapLayers) {
    guard let center = main.position(main.box.center), center.isValid else { return nil }
    let mainWidth = max(main.box.width, main.box.height) * main.metersPerPixel
    let width = min(max(mainWidth * 8, 1_600_000), 9_000_000)
    guard mainWidth < width * 0.6, !layers.world.features.isEmpty,
      let projection = try? Projection(to: .lambertAzimuthalEqualArea(center: center))
    else { return nil }
    let scale = width / box.width
    frame = MapFrame(
      box: box, projection: projection, metersPerPixel: scale,
      northwest: PlanarPosition(easting: -width / 2, northing: box.height * scale / 2))
    land = ProjectedLayer(layers.world, in: frame, view: GeographicView(of: frame))
    outline = Self.outline(of: main, in: frame)
  }

  private static func outline(of main: MapFrame, in frame: MapFrame) -> [PixelPoint] {
    let corners = main.box.corners
    let edges = zip(corners, corners.dropFirst() + corners.prefix(1)).flatMap { a, b in
      (0..<8).map { step in
        let part = Double(step) / 8
        return PixelPoint(x: a.x + part * (b.x - a.x), y: a.y + part * (b.y - a.y))
      }
    }
    let outline = frame.pixels(edges.compactMap(main.position))
    guard let bounds = PixelBox(enclosing: outline), bounds.width < 6 else { return outline }
    let center = bounds.center
    return PixelBox(
      left: center.x - 3, top: center.y - 3, right: center.x + 3, bottom: center.y + 3
    ).corners
  }
}
