public import IncidentModel

/// The incidents of a map: all of them as points, and in full those that are asked for.
///
/// Both are asked for while a map is laid out and never afterwards, so that a source may be bound to
/// a file that is open only so long.
public protocol MapIncidents {
  /// All incidents as points, in an order that lasts.
  ///
  /// - Parameter measure: What the points' values are.
  /// - Returns: A point for each incident.
  /// - Throws: A failure of the source, which the map hands on.
  func points(sizedBy measure: SizeMeasure) throws -> IncidentPoints

  /// Incidents in full.
  ///
  /// - Parameter points: Some of the points that this source gave.
  /// - Returns: One for each point, in their order.
  /// - Throws: A failure of the source, which the map hands on.
  func incidents(of points: [IncidentPoint]) throws -> [Incident]
}

/// Incidents that are in memory anyhow.
public struct ListedIncidents: MapIncidents, Sendable {
  private let list: [Incident]

  /// Takes incidents in their order.
  public init(_ list: [Incident]) {
    self.list = list
  }

  /// All incidents as points.
  public func points(sizedBy measure: SizeMeasure) -> IncidentPoints {
    IncidentPoints(list) { measure.value(of: $0) }
  }

  /// The incidents of points, which know their place in the list.
  public func incidents(of points: [IncidentPoint]) -> [Incident] {
    points.map { list[Int($0.key)] }
  }
}
