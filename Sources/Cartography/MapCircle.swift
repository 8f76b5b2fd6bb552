public import SimpleFeatures

/// A circle on the ground that a map is fitted to and names: "25 km around Leposavić".
public struct MapCircle: Hashable, Sendable {
  /// Its middle.
  public var center: Position
  /// Its radius along the ellipsoid, above 0 and up to ``longestRadius``.
  public var radius: Meters
  /// What people call the middle; empty for a ring without a name.
  public var name: String

  /// A quarter of a meridian: what lies farther away is the other side of the Earth.
  public static let longestRadius = Meters.kilometers(10_000)

  /// Makes a circle around a position.
  public init(center: Position, radius: Meters, name: String) {
    self.center = center
    self.radius = radius
    self.name = name
  }
}
