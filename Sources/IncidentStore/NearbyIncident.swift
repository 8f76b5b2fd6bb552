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

  /// Joins an incident to its distance.
  public init(
    incident: Incident, distance: Meters, azimuth: Double, minDistance: Meters, maxDistance: Meters
  ) {
    self.incident = incident
    self.distance = distance
    self.azimuth = azimuth
    self.minDistance = minDistance
    self.maxDistance = maxDistance
  }
}
