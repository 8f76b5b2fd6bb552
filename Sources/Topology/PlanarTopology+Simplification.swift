internal import CGEOS
public import SimpleFeatures

extension PlanarTopology {
  /// Lines of some plane with fewer vertices, none of which crosses itself or another that it did not
  /// cross before: Douglas and Peucker's rule (1973), kept to the topology.
  ///
  /// Ends stay where they are, and a line that ends where it begins keeps at least four vertices. Two
  /// lines with the same ends may become the same straight line.
  ///
  /// - Parameters:
  ///   - lines: Lines of at least two positions.
  ///   - tolerance: How far a vertex that is left out may lie from its line, in the unit of the
  ///     coordinates.
  /// - Returns: As many lines in the same order, their vertices among those given.
  /// - Throws: ``TopologyError`` where a line is too short or a coordinate is not finite.
  /// - Complexity: About a second for a million vertices of which few are left.
  /// - SeeAlso: `GEOSTopologyPreserveSimplify_r`.
  public static func simplified(
    _ lines: [[PlanarPosition]], within tolerance: Double
  ) throws(TopologyError) -> [[PlanarPosition]] {
    let attempt = "simplify \(lines.count) lines"
    guard !lines.isEmpty else { return [] }
    let plane = lines.map { line in
      line.map { Position(longitude: $0.easting, latitude: $0.northing) }
    }
    let result = unsafe try result(of: .multiLineString(plane), attempting: attempt) {
      unsafe GEOSTopologyPreserveSimplify_r($0, $1, tolerance)
    }
    // Of one line GEOS makes a line and not several.
    let simplified = result.lines
    guard simplified.count == lines.count else {
      throw TopologyError(attempt: attempt, message: "some of the lines vanish")
    }
    return simplified.map { line in
      line.map { PlanarPosition(easting: $0.longitude, northing: $0.latitude) }
    }
  }
}
