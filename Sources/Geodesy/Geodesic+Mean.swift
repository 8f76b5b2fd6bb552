internal import Foundation
public import SimpleFeatures

extension Geodesic {
  /// The position in the middle of others, without special places: the mean of the vectors upright on
  /// the ellipsoid.
  ///
  /// - Parameter positions: Valid positions, at least one.
  /// - Returns: Their mean; of positions that balance each other around the earth, the first.
  /// - SeeAlso: Gade (2010), doi:10.1017/S0373463309990415, section 5.
  public func mean(of positions: [Position]) -> Position {
    precondition(!positions.isEmpty, "a mean is of one position at least")
    let radians = Double.pi / 180
    var (x, y, z) = (0.0, 0.0, 0.0)
    for position in positions {
      let (latitude, longitude) = (position.latitude * radians, position.longitude * radians)
      x += cos(latitude) * cos(longitude)
      y += cos(latitude) * sin(longitude)
      z += sin(latitude)
    }
    guard x * x + y * y + z * z > 1e-18 * Double(positions.count * positions.count) else {
      return positions[0]
    }
    return Position(
      longitude: atan2(y, x) / radians, latitude: atan2(z, (x * x + y * y).squareRoot()) / radians)
  }
}
