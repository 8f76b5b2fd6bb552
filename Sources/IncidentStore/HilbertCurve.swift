internal import SimpleFeatures

/// The curve of Hilbert through the plane of longitude and latitude: what is near along it is near on
/// the ground, so that rows and nodes in its order share pages with their neighbours.
///
/// - SeeAlso: Kamel and Faloutsos (1993), "On packing R-trees".
enum HilbertCurve {
  /// Where along the curve a position lies, its cells being 1/65,536 of the globe in both directions.
  static func index(of position: Position) -> UInt32 {
    var x = cell((position.longitude + 180) / 360)
    var y = cell((position.latitude + 90) / 180)
    var index: UInt32 = 0
    var side: UInt32 = 1 << 15
    while side > 0 {
      let east: UInt32 = x & side == 0 ? 0 : 1
      let north: UInt32 = y & side == 0 ? 0 : 1
      index += side * side * (3 * east ^ north)
      if north == 0 {
        if east == 1 { (x, y) = (0xFFFF - x, 0xFFFF - y) }
        swap(&x, &y)
      }
      side >>= 1
    }
    return index
  }

  private static func cell(_ fraction: Double) -> UInt32 {
    UInt32(min(max(fraction, 0), 1) * 65_535)
  }
}
