/// A geographic position on WGS 84, in degrees, longitude first.
///
/// Not a planar coordinate: planar area, distance and buffer take ``PlanarPosition`` only.
public struct Position: Hashable, Sendable, Codable {
  /// Degrees east of Greenwich, −180 … 180.
  public var longitude: Double
  /// Degrees north of the equator, −90 … 90.
  public var latitude: Double

  /// Makes a position from degrees; no range is enforced, see ``isValid``.
  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }

  /// Whether both coordinates are finite and within the ranges of RFC 5870.
  public var isValid: Bool {
    (-180...180).contains(longitude) && (-90...90).contains(latitude)
  }
}

/// A projected position in metres of some coordinate reference system, easting first.
public struct PlanarPosition: Hashable, Sendable {
  /// Metres east of the system's origin.
  public var easting: Double
  /// Metres north of the system's origin.
  public var northing: Double

  /// Makes a projected position from metres.
  public init(easting: Double, northing: Double) {
    self.easting = easting
    self.northing = northing
  }
}
