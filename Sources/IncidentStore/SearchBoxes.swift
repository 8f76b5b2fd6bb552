internal import Foundation
internal import SimpleFeatures

/// Boxes that are sure to hold every position within a geodesic distance of another.
///
/// A path of length *r* on the ellipsoid changes latitude by no more than *r* over the smallest
/// radius of curvature of the meridian, b²/a, at the equator. It therefore stays within a band of
/// latitudes, and changes longitude by no more than *r* over the smallest radius of a parallel in the
/// band, which is above a·cos(φ) at its farther edge; a band that reaches a pole holds all longitudes.
enum SearchBoxes {
  /// No two positions on WGS 84 are farther apart: half a meridian, rounded up.
  static let halfTheEarth = Meters(20_003_932)

  private static let equatorialRadius = 6_378_137.0
  private static let smallestMeridianRadius = 6_335_439.327
  /// What rounding might take away, in degrees.
  private static let slack = 1e-9

  /// One box, or one on each side of the antimeridian.
  static func around(_ center: Position, within radius: Meters) -> [BoundingBox] {
    around(
      BoundingBox(
        west: center.longitude, south: center.latitude, east: center.longitude,
        north: center.latitude), within: radius)
  }

  /// Boxes that hold every position within a distance of any in a box.
  ///
  /// One, or one on each side of the antimeridian. The longitudes of `area` may go beyond ±180, its west
  /// being less than its east.
  static func around(_ area: BoundingBox, within radius: Meters) -> [BoundingBox] {
    let degrees = 180 / Double.pi
    let rise = radius.value / smallestMeridianRadius * degrees * (1 + slack) + slack
    let south = max(area.south - rise, -90)
    let north = min(area.north + rise, 90)
    let farthest = max(-south, north)
    let turn =
      farthest >= 90
      ? 180
      : radius.value / (equatorialRadius * cos(farthest / degrees)) * degrees * (1 + slack)
        + slack
    guard 2 * turn + area.east - area.west < 360 else {
      return [BoundingBox(west: -180, south: south, east: 180, north: north)]
    }
    // The box is turned so that its west lies in −180 ..< 180.
    let shift = 360 * ((area.west - turn + 180) / 360).rounded(.down)
    let west = area.west - turn - shift
    let east = area.east + turn - shift
    let spans: [(Double, Double)] =
      east > 180 ? [(west, 180), (-180, east - 360 + slack)] : [(west, east)]
    return spans.map { BoundingBox(west: $0.0, south: south, east: $0.1, north: north) }
  }
}
