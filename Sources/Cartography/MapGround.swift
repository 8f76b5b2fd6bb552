internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// The layers under the incidents, cut to the frame.
struct MapGround {
  /// What is seen, in degrees.
  let view: GeographicView
  /// The world's land, with its coast as lines.
  let world: ProjectedLayer
  let worldBorders: ProjectedLayer
  /// The region's countries, with their coast as lines.
  let countries: ProjectedLayer
  let municipalities: ProjectedLayer
  let lakes: ProjectedLayer
  let rivers: ProjectedLayer
  let borders: ProjectedLayer
  /// Where the finer countries take the place of the world's.
  let detail: PixelArea
  /// The globe, where the frame shows more than that.
  let globe: PixelArea
  /// The municipalities in which there are incidents, by their number in the layer.
  let tinted: Set<Int>
  /// The outlines of municipalities by the place's identifier.
  let outlines: [String: PixelArea]
  /// The countries in which there are incidents, by code.
  let focus: Set<String>
  /// Whether a disputed border is seen.
  let showsDisputedBorder: Bool

  /// Cuts the layers.
  ///
  /// - Parameters:
  ///   - layers: The layers.
  ///   - points: The incidents.
  ///   - frame: What is seen.
  ///   - view: The same in degrees.
  ///   - tints: Whether municipalities with incidents are looked for; under hexagons a tint says
  ///     nothing.
  init(
    layers: BasemapLayers, points: IncidentPoints, frame: MapFrame, view: GeographicView,
    tints: Bool
  ) {
    self.view = view
    world = ProjectedLayer(
      layers.world, in: frame, view: view,
      outlinesWithout: EdgeSet(of: layers.worldBorders, in: view))
    worldBorders = ProjectedLayer(layers.worldBorders, in: frame, view: view)
    let box = BoundingBox(around: layers.countries.features.lazy.map { $0.geometry?.bounds })
    countries = ProjectedLayer(
      layers.countries, in: frame, view: view,
      outlinesWithout: layers.borders.features.isEmpty
        ? nil : EdgeSet(of: layers.borders, in: view, sidesOf: box))
    municipalities = ProjectedLayer(layers.municipalities, in: frame, view: view)
    lakes = ProjectedLayer(layers.lakes, in: frame, view: view)
    rivers = ProjectedLayer(layers.rivers, in: frame, view: view)
    borders = ProjectedLayer(layers.borders, in: frame, view: view)
    detail = box.map { view.image(of: $0.corners, in: frame) } ?? PixelArea(rings: [])
    globe = view.isWholeGlobe ? view.image(of: view.globe, in: frame) : PixelArea(rings: [])
    tinted =
      tints ? municipalities.features(of: layers.municipalities, holding: points, in: frame) : []
    outlines = municipalities.features.reduce(into: [:]) { outlines, feature in
      if let id = layers.municipalities.features[feature.index].text("place_id") {
        outlines[id] = feature.area
      }
    }
    focus = layers.countries(of: Self.countries(of: points))
    showsDisputedBorder =
      borders.features.contains { layers.borders.features[$0.index].borderStatus.isContested }
      || worldBorders.features.contains {
        layers.worldBorders.features[$0.index].borderStatus.isContested
      }
  }

  /// Whether the outlines are coarser than what the scale lets people see.
  func isCoarse(for frame: MapFrame, _ design: MapDesign) -> Bool {
    countries.features.isEmpty && !world.features.isEmpty
      && frame.metersPerPixel * design.scale < 300
  }

  /// The countries of incidents whose place is known well enough.
  private static func countries(of points: IncidentPoints) -> Set<String> {
    var isConcerned = [Bool](repeating: false, count: points.places.count)
    for point in points.points where point.fitsFrame { isConcerned[point.place] = true }
    return Set(zip(points.places, isConcerned).lazy.filter(\.1).compactMap(\.0.country))
  }
}

extension BoundingBox {
  /// The corners, counterclockwise.
  fileprivate var corners: [Position] {
    [
      Position(longitude: west, latitude: south), Position(longitude: east, latitude: south),
      Position(longitude: east, latitude: north), Position(longitude: west, latitude: north),
    ]
  }
}
