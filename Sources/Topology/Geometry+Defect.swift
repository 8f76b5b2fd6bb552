internal import SimpleFeatures

extension Geometry {
  /// Why no GEOS geometry can be made of this one, or `nil` where one can.
  ///
  /// GEOS's own limits differ between its versions; these are those of Simple Features.
  var defect: String? {
    let positions = positions
    guard !positions.isEmpty else { return "the geometry is empty" }
    guard positions.allSatisfy({ $0.longitude.isFinite && $0.latitude.isFinite }) else {
      return "a coordinate is not finite"
    }
    if lines.contains(where: { $0.count == 1 }) { return "a line has a single position" }
    return polygons.lazy.compactMap(\.defect).first
  }
}

extension Polygon {
  fileprivate var defect: String? {
    if exterior.isEmpty && !interiors.isEmpty { return "a polygon has holes but no outer ring" }
    for ring in [exterior] + interiors where !ring.isEmpty {
      guard ring.count >= 4 else {
        return "a ring has fewer than four positions, the last of which repeats the first"
      }
      guard ring.first == ring.last else { return "a ring is not closed" }
    }
    return nil
  }
}
