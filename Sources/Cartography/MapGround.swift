internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

/// The layers under the incidents, cut to the frame.
struct MapGround {
  let world: ProjectedLayer
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

  init(layers: BasemapLayers, points: IncidentPoints, frame: MapFrame, view: GeographicView) {
    world = ProjectedLayer(layers.world, in: frame, view: view)
    countries = ProjectedLayer(layers.countries, in: frame, view: view)
    municipalities = ProjectedLayer(layers.municipalities, in: frame, view: view)
    lakes = ProjectedLayer(layers.lakes, in: frame, view: view)
    rivers = ProjectedLayer(layers.rivers, in: frame, view: view)
    borders = ProjectedLayer(layers.borders, in: frame, view: view)
    let box = layers.countries.features.lazy.compactMap { $0.geometry?.bounds }
      .reduce(BoundingBox?.none) { $0?.union($1) ?? $1 }
    detail = box.map { view.image(of: $0.corners, in: frame) } ?? PixelArea(rings: [])
    globe = view.isWholeGlobe ? view.image(of: view.globe, in: frame) : PixelArea(rings: [])
    tinted = Self.tinted(municipalities, layers.municipalities, points, frame)
    outlines = municipalities.features.reduce(into: [:]) { outlines, feature in
      if let id = layers.municipalities.features[feature.index].text("place_id") {
        outlines[id] = feature.area
      }
    }
    let concerned = Self.countries(of: points)
    focus =
      concerned.isEmpty
      ? Set(layers.municipalities.features.compactMap { $0.text("country") }) : concerned
    showsDisputedBorder = borders.features.contains {
      layers.borders.features[$0.index].text("status") == "disputed"
    }
  }

  /// The countries of incidents whose place is known well enough.
  private static func countries(of points: IncidentPoints) -> Set<String> {
    var isConcerned = [Bool](repeating: false, count: points.places.count)
    for point in points.points where point.fitsFrame { isConcerned[point.place] = true }
    return Set(zip(points.places, isConcerned).lazy.filter(\.1).compactMap(\.0.country))
  }

  private static func tinted(
    _ projected: ProjectedLayer, _ layer: Layer, _ incidents: IncidentPoints, _ frame: MapFrame
  ) -> Set<Int> {
    var tinted: Set<Int> = []
    let areas = projected.features.map { (feature: $0, bounds: $0.area.bounds) }
    var seen: Set<Position> = []
    guard !areas.isEmpty else { return [] }
    for incident in incidents.points {
      let precision = incident.wherePrecision ?? .exact
      guard precision.rawValue <= WherePrecision.municipality.rawValue,
        let position = incident.position
      else { continue }
      if precision == .municipality, let place = incidents.place(of: incident).id?.text,
        let match = areas.first(where: {
          layer.features[$0.feature.index].text("place_id") == place
        })
      {
        tinted.insert(match.feature.index)
        continue
      }
      guard seen.insert(position).inserted, let pixel = frame.pixel(position) else { continue }
      let match = areas.first {
        $0.bounds?.contains(pixel) == true && $0.feature.area.contains(pixel)
      }
      if let match { tinted.insert(match.feature.index) }
    }
    return tinted
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

  /// The box around both.
  fileprivate func union(_ other: BoundingBox) -> BoundingBox {
    BoundingBox(
      west: min(west, other.west), south: min(south, other.south), east: max(east, other.east),
      north: max(north, other.north))
  }
}

extension Geometry {
  /// The smallest box that holds the geometry.
  fileprivate var bounds: BoundingBox? { BoundingBox(enclosing: positions) }
}
