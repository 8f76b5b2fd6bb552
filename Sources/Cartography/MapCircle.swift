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

  /// The radius of a circle around a place where nobody gives one: 25 km, or the next of 50, 100,
  /// 200 km and so on that holds one and a half times what the place's own point leaves open.
  public static func radius(around uncertainty: Meters) -> Meters {
    let needed = 1.5 * min(uncertainty.value, longestRadius.value / 1.5)
    let radii = [25, 50, 100, 200, 500, 1_000, 2_000, 5_000].map { Meters.kilometers($0) }
    return radii.first { needed <= $0.value } ?? longestRadius
  }

  /// Makes a circle around a position.
  public init(center: Position, radius: Meters, name: String) {
    self.center = center
    self.radius = radius
    self.name = name
  }
}
