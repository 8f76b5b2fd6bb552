internal import IncidentModel
internal import SimpleFeatures
internal import Toponymy

extension ProjectedLayer {
  /// The numbers of the areas in which there are incidents known to their municipality or better.
  ///
  /// - Parameters:
  ///   - layer: What was projected; its `place_id` tells whose area a feature is.
  ///   - incidents: Any number of incidents; each place is looked for once.
  ///   - frame: The frame of the layer.
  /// - Returns: Numbers of the layer's features.
  func features(
    of layer: Layer, holding incidents: IncidentPoints, in frame: MapFrame
  ) -> Set<Int> {
    let boxes = features.lazy.map { layer.features[$0.index].geometry?.bounds }
    guard let extent = BoundingBox(around: boxes) else { return [] }
    let areas = features.map { (index: $0.index, area: $0.area, bounds: $0.area.bounds) }
    let named = Dictionary(
      features.map { (layer.features[$0.index].text("place_id") ?? "", $0.index) }
    ) { first, _ in first }
    var found: Set<Int> = []
    var seen: Set<Position> = []
    for incident in incidents.points {
      let precision = incident.wherePrecision ?? .exact
      guard precision.rawValue <= WherePrecision.municipality.rawValue,
        let position = incident.position
      else { continue }
      if precision == .municipality,
        let place = incidents.place(of: incident).id?.text, let index = named[place]
      {
        found.insert(index)
        continue
      }
      guard extent.contains(position), seen.insert(position).inserted,
        let pixel = frame.pixel(position)
      else { continue }
      let match = areas.first { $0.bounds?.contains(pixel) == true && $0.area.contains(pixel) }
      if let match { found.insert(match.index) }
    }
    return found
  }
}
