internal import SimpleFeatures

extension [Position] {
  /// The smallest box that holds all positions, or `nil` where there is none.
  ///
  /// `BoundingBox.init(enclosing:)` takes any sequence, which across modules costs calls for each
  /// position.
  var bounds: BoundingBox? {
    guard let first else { return nil }
    var box = BoundingBox(
      west: first.longitude, south: first.latitude, east: first.longitude, north: first.latitude)
    for position in self {
      box.west = Swift.min(box.west, position.longitude)
      box.south = Swift.min(box.south, position.latitude)
      box.east = Swift.max(box.east, position.longitude)
      box.north = Swift.max(box.north, position.latitude)
    }
    return box
  }
}

extension Geometry {
  /// The smallest box that holds the geometry.
  var bounds: BoundingBox? {
    switch self {
    case .point(let position): [position].bounds
    case .multiPoint(let positions), .lineString(let positions): positions.bounds
    case .multiLineString(let lines): BoundingBox(around: lines.lazy.map(\.bounds))
    case .polygon(let polygon): polygon.exterior.bounds
    case .multiPolygon(let polygons): BoundingBox(around: polygons.lazy.map(\.exterior.bounds))
    case .collection(let parts): BoundingBox(around: parts.lazy.map(\.bounds))
    }
  }
}

extension BoundingBox {
  /// The smallest box that holds all boxes, or `nil` where there is none.
  init?(around boxes: some Sequence<BoundingBox?>) {
    var found: BoundingBox?
    for case let box? in boxes {
      guard let before = found else {
        found = box
        continue
      }
      found = BoundingBox(
        west: min(before.west, box.west), south: min(before.south, box.south),
        east: max(before.east, box.east), north: max(before.north, box.north))
    }
    guard let found else { return nil }
    self = found
  }
}
