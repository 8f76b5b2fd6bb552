public import IncidentModel
public import SimpleFeatures

/// An incident with its geodesic distance from a place.
public struct NearbyIncident: Hashable, Sendable {
  /// The incident.
  public var incident: Incident
  /// From the place's point to the incident's, along the WGS 84 ellipsoid.
  public var distance: Meters
  /// The direction from the place, in degrees clockwise from true north, 0 ..< 360.
  public var azimuth: Double
  /// The least the true distance may be, both positions being uncertain.
  public var minDistance: Meters
  /// The most the true distance may be.
  public var maxDistance: Meters

  /// Whether it happened in the days asked for for certain.
  public var isCertainlyInPeriod: Bool

  /// Joins an incident to its distance.
  public init(_ incident: Incident, at distance: IncidentDistance) {
    self.incident = incident
    self.distance = distance.distance
    azimuth = distance.azimuth
    minDistance = distance.minDistance
    maxDistance = distance.maxDistance
    isCertainlyInPeriod = distance.isCertainlyInPeriod
  }
}
