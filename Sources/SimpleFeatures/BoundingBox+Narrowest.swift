extension BoundingBox {
  /// The narrowest box that holds all positions, across the antimeridian where that is shorter, or
  /// `nil` where there is none.
  ///
  /// Sorts the longitudes and leaves out their widest gap: O(n log n). One of 360° is none: −180 and
  /// 180 alone are the sides of the whole world.
  public init?(narrowestAround positions: some Sequence<Position>) {
    guard let box = BoundingBox(enclosing: positions) else { return nil }
    let longitudes = positions.map(\.longitude).sorted()
    var widest = box.west + 360 - box.east
    self = box
    for (a, b) in zip(longitudes, longitudes.dropFirst()) where b - a > widest && b - a < 360 {
      widest = b - a
      (west, east) = (b, a)
    }
  }
}
