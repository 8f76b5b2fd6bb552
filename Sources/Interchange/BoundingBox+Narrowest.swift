internal import SimpleFeatures

extension BoundingBox {
  /// The narrowest box that holds all positions, or `nil` where there is none; it crosses the
  /// antimeridian (`west > east`, RFC 7946 §5.2) where that is the shorter way round.
  init?(narrowestAround positions: [Position]) {
    guard let box = BoundingBox(enclosing: positions) else { return nil }
    self = box
    let longitudes = positions.map(\.longitude).sorted()
    var widestGap = west + 360 - east
    for (a, b) in zip(longitudes, longitudes.dropFirst()) where b - a > widestGap {
      widestGap = b - a
      (west, east) = (b, a)
    }
  }
}
