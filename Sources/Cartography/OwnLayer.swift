internal import SimpleFeatures

/// A layer of the editor's own as it is drawn, with the style of each feature.
struct OwnLayer {
  let name: String
  let projected: ProjectedLayer
  /// The style of each feature of ``projected``.
  let styles: [FeatureStyle]
  /// What the legend shows of it; `nil` where nothing of it is in view.
  private(set) var sign: OwnLayerSign?

  init(_ layer: Layer, style: FeatureStyle, in frame: MapFrame, view: GeographicView) {
    name = layer.name
    projected = ProjectedLayer(layer, in: frame, view: view)
    styles = projected.features.map { style.changed(by: layer.features[$0.index].properties) }
    sign = OwnLayerSign(of: self, in: frame.box)
  }

  /// What the person who draws the map should know of the layer.
  var warning: String? {
    sign == nil ? "nothing of \(name) lies in this map" : nil
  }
}

/// What the legend shows of an own layer: the kinds of its features that are in view, and the style
/// of the first of them.
struct OwnLayerSign {
  var style: FeatureStyle
  var hasAreas = false
  var hasLines = false
  var hasPoints = false

  /// The sign of a layer, or `nil` where nothing of it is in view.
  ///
  /// - Parameters:
  ///   - layer: The layer as it is drawn.
  ///   - window: The part of the sheet that shows the map.
  init?(of layer: OwnLayer, in window: PixelBox) {
    var first: FeatureStyle?
    for (feature, style) in zip(layer.projected.features, layer.styles) {
      let areas = feature.area.rings.contains { RectangleClip.ring($0, to: window).count > 2 }
      let lines = feature.lines.contains { !RectangleClip.line($0, to: window).isEmpty }
      let points = feature.points.contains(where: window.contains)
      if first == nil, areas || lines || points { first = style }
      hasAreas = hasAreas || areas
      hasLines = hasLines || lines
      hasPoints = hasPoints || points
    }
    guard let first else { return nil }
    style = first
  }
}

extension Legend {
  /// Adds a row for each own layer of which something is in view, by its name.
  mutating func addOwnLayers(_ layers: [OwnLayer]) {
    let seen = layers.filter { $0.sign != nil }
    if !seen.isEmpty { gap() }
    for layer in seen {
      if let sign = layer.sign { entry(.own(sign), layer.name) }
    }
  }
}
