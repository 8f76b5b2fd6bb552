public import SimpleFeatures

/// The area that a geometry covers, put in order so that it can be asked what lies in it.
///
/// Its polygons are valid, do not overlap, and lie between the longitudes −180 and 180. Whatever was
/// changed to make them so stands in ``notes``. Three rules say what an input means:
///
/// - A ring with longitudes beyond ±180, such as 170 … 190, is taken as it is written.
/// - In any other ring an edge over more than 180 degrees of longitude is taken to go the shorter
///   way, across the antimeridian, although RFC 7946 (section 3.1.9) asks for such a polygon to be
///   cut. An edge from −180 to 180 goes all the way round, unless the ring has such an edge as well.
/// - A ring that goes once round the earth this way encloses the pole of its hemisphere.
public struct ArealGeometry: Hashable, Sendable {
  /// The polygons, at least one.
  public let polygons: [Polygon]
  /// What was changed, polygon by polygon.
  public let notes: [Note]

  /// Puts the polygons of a geometry in order.
  ///
  /// - Parameter geometry: Any geometry with a polygon in it; its points and lines are left out.
  ///   Longitudes may go from −360 to 360.
  /// - Throws: ``TopologyError`` where there is no polygon, none has an area, a coordinate is not
  ///   finite or out of its range, a ring is open or too short, goes round the earth more than once,
  ///   or goes round it on both sides of the equator.
  /// - Complexity: About a second for a million vertices, more where they must be repaired or cut.
  public init(_ geometry: Geometry) throws(TopologyError) {
    var assembly = ArealAssembly(total: geometry.polygons.count)
    polygons = try assembly.assemble(geometry.polygons)
    notes = assembly.notes
  }

  /// The polygons as one geometry.
  public var geometry: Geometry {
    polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(polygons)
  }

  /// The narrowest box around the polygons; it crosses the antimeridian where they do.
  public var bounds: BoundingBox {
    let boxes = polygons.compactMap { BoundingBox(enclosing: $0.exterior) }
      .sorted { ($0.west, $0.east) < ($1.west, $1.east) }
    var bounds = boxes[0]
    // The widest gap between neighbours, and the one across the antimeridian, stays outside.
    var gap = (width: 0.0, west: 0.0, east: 0.0)
    for box in boxes {
      if box.west - bounds.east > gap.width {
        gap = (box.west - bounds.east, bounds.east, box.west)
      }
      bounds.south = min(bounds.south, box.south)
      bounds.east = max(bounds.east, box.east)
      bounds.north = max(bounds.north, box.north)
    }
    if gap.width > bounds.west + 360 - bounds.east {
      bounds.west = gap.east
      bounds.east = gap.west
    }
    return bounds
  }
}

extension ArealGeometry {
  /// What was changed about a polygon.
  public struct Note: Hashable, Sendable, CustomStringConvertible {
    /// What can be changed.
    public enum Change: Hashable, Sendable {
      /// It was not valid, and was made so.
      case repaired(ValidityFault)
      /// It has no area, and was left out.
      case leftOut(ValidityFault)
      /// It was taken to cross the antimeridian, and was cut there.
      case cutAtAntimeridian
      /// It was taken to enclose a pole, and was closed there.
      case closedAtNorthPole, closedAtSouthPole
    }

    /// The polygon's number in its geometry, from 1.
    public var polygon: Int
    /// What was changed.
    public var change: Change

    /// Makes a note on a polygon.
    public init(polygon: Int, change: Change) {
      self.polygon = polygon
      self.change = change
    }

    /// The note in one line.
    public var description: String {
      let text =
        switch change {
        case .repaired(let fault): "repaired (\(fault))"
        case .leftOut(let fault): "left out, as it has no area (\(fault))"
        case .cutAtAntimeridian: "taken to cross the antimeridian, and cut there"
        case .closedAtNorthPole: "taken to enclose the north pole"
        case .closedAtSouthPole: "taken to enclose the south pole"
        }
      return "polygon \(polygon): \(text)"
    }
  }
}
