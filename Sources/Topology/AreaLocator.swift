public import SimpleFeatures

/// Tells which of many areas a position lies in: point location, for a million positions at once.
///
/// A raster over all areas says of most positions at once that they lie inside an area or outside
/// of all. Where a cell has an edge in it, the edges of that cell alone are counted. Boundaries are
/// part of their areas. The answers are those of exact arithmetic, and with it of GEOS's `covers`,
/// which overlooks one in a million of those positions that lie on an edge to the last bit.
/// Straight lines between positions are straight in degrees (RFC 7946, section 3.1.1), not
/// geodesics. Nothing here knows the antimeridian: cut areas there first, see ``ArealGeometry``.
///
/// ```swift
/// let municipalities = try AreaLocator(outlines)
/// municipalities.firstArea(covering: Position(longitude: 20.8, latitude: 43.1))  // 3
/// ```
public struct AreaLocator: Sendable {
  let raster: AreaRaster

  /// Takes up areas.
  ///
  /// - Parameter areas: Polygons, or geometries with polygons among their parts; points and lines
  ///   are left out. They may overlap. What they are is not checked: of one that crosses itself
  ///   the inside is what a ray leaves an odd number of times, as for GEOS.
  /// - Throws: ``TopologyError`` with the number of the area, from 1, where one has no polygon, a
  ///   coordinate is not finite, or a ring is open or too short.
  /// - Complexity: O(*n*) for *n* vertices, and at most four million cells of four bytes.
  public init(_ areas: [Geometry]) throws(TopologyError) {
    raster = try AreaRaster(areas)
  }

  /// The first area, in the order they were given, in which or on whose boundary a position lies.
  ///
  /// - Returns: The area's index, or `nil` where the position is outside of all or not finite.
  public func firstArea(covering position: Position) -> Int? {
    let area = raster.firstAreas(covering: [position])[0]
    return area < 0 ? nil : Int(area)
  }

  /// Every area in which or on whose boundary a position lies, in the order they were given.
  public func areas(covering position: Position) -> [Int] {
    raster.areas(covering: position).reduce(into: []) { areas, area in
      if areas.last != Int(area) { areas.append(Int(area)) }
    }
  }

  /// The first area of each position: its index, or −1 outside of all.
  public func firstAreas(covering positions: [Position]) -> [Int32] {
    raster.firstAreas(covering: positions)
  }
}
