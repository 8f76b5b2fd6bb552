internal import SimpleFeatures

extension BasemapLayers {
  /// The widest window in which the region's own layers say something, in metres: in a wider one they
  /// would be a blot of finer lines among coarser ones.
  private static let widestDetail = 900_000.0

  /// The layers that suit a frame: those of the region only where it fills a good part of the window.
  func fitting(_ frame: MapFrame) -> BasemapLayers {
    guard frame.metersPerPixel * frame.box.width > Self.widestDetail else { return self }
    var layers = self
    for path in [\BasemapLayers.countries, \.municipalities, \.lakes, \.rivers, \.borders] {
      layers[keyPath: path].features = []
    }
    return layers
  }
}
