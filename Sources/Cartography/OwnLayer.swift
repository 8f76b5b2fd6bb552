internal import SimpleFeatures

/// A layer of the editor's own as it is drawn, with the style of each feature.
struct OwnLayer {
  let name: String
  let projected: ProjectedLayer
  /// The style of each feature of ``projected``.
  let styles: [FeatureStyle]

  init(_ layer: Layer, style: FeatureStyle, in frame: MapFrame, view: GeographicView) {
    name = layer.name
    projected = ProjectedLayer(layer, in: frame, view: view)
    styles = projected.features.map { style.changed(by: layer.features[$0.index].properties) }
  }
}

/// What the legend shows of an own layer: the kinds of its first features that are in view.
struct OwnLayerSign {
  var style: FeatureStyle
  var hasAreas = false
  var hasLines = false
  var hasPoints = false

  /// The sign of a layer, or `nil` where nothing of it is in view.
  ///
  /// - Parameters:
  ///   - layer: The layer.
  ///   - style: The style of its features that have none of their own.
  ///   - view: What the frame shows.
  init?(of layer: Layer, style: FeatureStyle, in view: GeographicView) {
    self.style = style
    var isSeen = false
    for feature in layer.features {
      guard let geometry = feature.geometry else { continue }
      let areas = !hasAreas && !geometry.polygons.isEmpty
      let lines = !hasLines && !geometry.lines.isEmpty
      let points = !hasPoints && geometry.hasPoints
      guard areas || lines || points, geometry.bounds.map({ !view.shifts(of: $0).isEmpty }) == true
      else { continue }
      if !isSeen { self.style = style.changed(by: feature.properties) }
      isSeen = true
      hasAreas = hasAreas || areas
      hasLines = hasLines || lines
      hasPoints = hasPoints || points
    }
    guard isSeen else { return nil }
  }
}

extension Geometry {
  fileprivate var hasPoints: Bool {
    switch self {
    case .point, .multiPoint: true
    case .collection(let parts): parts.contains(where: \.hasPoints)
    case .lineString, .multiLineString, .polygon, .multiPolygon: false
    }
  }
}

extension Legend {
  /// Adds a row for each own layer of which something is in view, by its name.
  mutating func addOwnLayers(_ layers: [Layer], theme: MapTheme, view: GeographicView) {
    for (number, layer) in layers.enumerated() {
      let style = FeatureStyle(ofLayer: number, theme: theme)
      guard let sign = OwnLayerSign(of: layer, style: style, in: view) else { continue }
      if number == 0 { gap() }
      entry(.own(sign), layer.name)
    }
  }
}
