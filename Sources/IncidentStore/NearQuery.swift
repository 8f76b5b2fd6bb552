public import SimpleFeatures

/// A question for the incidents around a position.
public struct NearQuery: Hashable, Sendable {
  /// How far the answer reaches.
  public enum Reach: Hashable, Sendable {
    /// All within a distance of 0 or more, those at exactly this distance included.
    case within(Meters)
    /// So many of the nearest, however far.
    case nearest(Int)
  }

  /// The position, valid.
  public var center: Position
  /// The radius around `center` that holds the true point.
  public var uncertainty: Meters
  /// How far the answer reaches.
  public var reach: Reach
  /// Whether the least distance that the uncertainties allow decides, where it reaches so far.
  public var includesPossible: Bool
  /// What else the incidents must match.
  public var filter: IncidentFilter

  /// Makes a question.
  public init(
    _ reach: Reach, of center: Position, uncertainty: Meters = Meters(0),
    includingPossible includesPossible: Bool = false, matching filter: IncidentFilter = .all
  ) {
    switch reach {
    case .within(let radius): precondition(radius.value >= 0, "a radius is not below zero")
    case .nearest(let count): precondition(count >= 0, "a number is not below zero")
    }
    precondition(uncertainty.value >= 0, "an uncertainty is not below zero")
    precondition(center.isValid, "a center is a position on the globe")
    self.reach = reach
    self.center = center
    self.uncertainty = uncertainty
    self.includesPossible = includesPossible
    self.filter = filter
  }
}

/// How far an incident is from the center of a question.
public struct IncidentDistance: Hashable, Sendable {
  /// From point to point, along the WGS 84 ellipsoid.
  public var distance: Meters
  /// The direction from the center, in degrees clockwise from true north, 0 ..< 360.
  public var azimuth: Double
  /// The least that the true distance may be, both positions being uncertain.
  public var minDistance: Meters
  /// The most that the true distance may be.
  public var maxDistance: Meters
  /// Whether the incident happened in the days asked for for certain: its whole span lies within.
  public var isCertainlyInPeriod: Bool

  /// Joins a distance to the interval in which the true one lies.
  public init(
    distance: Meters, azimuth: Double, minDistance: Meters, maxDistance: Meters,
    isCertainlyInPeriod: Bool = true
  ) {
    self.distance = distance
    self.azimuth = azimuth
    self.minDistance = minDistance
    self.maxDistance = maxDistance
    self.isCertainlyInPeriod = isCertainlyInPeriod
  }
}
