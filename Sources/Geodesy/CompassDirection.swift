/// One of the sixteen winds of the compass.
///
/// Each stands for the 22.5° around it; an azimuth on the border between two belongs to the one
/// clockwise of it.
public enum CompassDirection: String, Hashable, Sendable, CaseIterable {
  /// 0°.
  case north = "N"
  /// 22.5°.
  case northNortheast = "NNE"
  /// 45°.
  case northeast = "NE"
  /// 67.5°.
  case eastNortheast = "ENE"
  /// 90°.
  case east = "E"
  /// 112.5°.
  case eastSoutheast = "ESE"
  /// 135°.
  case southeast = "SE"
  /// 157.5°.
  case southSoutheast = "SSE"
  /// 180°.
  case south = "S"
  /// 202.5°.
  case southSouthwest = "SSW"
  /// 225°.
  case southwest = "SW"
  /// 247.5°.
  case westSouthwest = "WSW"
  /// 270°.
  case west = "W"
  /// 292.5°.
  case westNorthwest = "WNW"
  /// 315°.
  case northwest = "NW"
  /// 337.5°.
  case northNorthwest = "NNW"

  /// The wind nearest to an azimuth in degrees, or `nil` where that is not finite.
  public init?(azimuth: Double) {
    guard azimuth.isFinite else { return nil }
    let sector = (azimuth.truncatingRemainder(dividingBy: 360) / 22.5 + 0.5).rounded(.down)
    self = Self.allCases[(Int(sector) + 16) % 16]
  }

  /// Its azimuth in degrees clockwise from north, 0 ..< 360.
  public var azimuth: Double { Double(Self.allCases.firstIndex(of: self) ?? 0) * 22.5 }

  /// The abbreviation, such as `NNW`.
  public var abbreviation: String { rawValue }

  /// The name in words, such as `north-northwest`.
  public var words: String {
    switch self {
    case .north: "north"
    case .northNortheast: "north-northeast"
    case .northeast: "northeast"
    case .eastNortheast: "east-northeast"
    case .east: "east"
    case .eastSoutheast: "east-southeast"
    case .southeast: "southeast"
    case .southSoutheast: "south-southeast"
    case .south: "south"
    case .southSouthwest: "south-southwest"
    case .southwest: "southwest"
    case .westSouthwest: "west-southwest"
    case .west: "west"
    case .westNorthwest: "west-northwest"
    case .northwest: "northwest"
    case .northNorthwest: "north-northwest"
    }
  }
}
