internal import CGEOS
public import SimpleFeatures

/// Operations on geometries in the plane of longitude and latitude, by GEOS.
///
/// There is no distance, area or buffer here: in degrees they mean nothing. `Geodesy` has them.
public enum PlanarTopology {
  /// The version of GEOS at work, such as `3.11.1-CAPI-1.17.1`.
  public static var geosVersion: String { unsafe String(cString: GEOSversion()) }

  /// What geometries cover together, without the borders between them.
  ///
  /// - Parameter geometries: Valid geometries, not all empty; of others GEOS may make nothing.
  /// - Returns: One geometry; a collection where points, lines and areas remain side by side.
  /// - Throws: ``TopologyError`` where a geometry is refused or GEOS fails on an invalid one.
  /// - SeeAlso: `GEOSUnaryUnion_r`.
  public static func union(_ geometries: [Geometry]) throws(TopologyError) -> Geometry {
    let attempt = "unite \(geometries.count) geometries"
    return unsafe try result(of: .collection(geometries), attempting: attempt) {
      unsafe GEOSUnaryUnion_r($0, $1)
    }
  }

  /// A position inside a geometry, far from its edges where it is an area.
  ///
  /// - Parameter geometry: Any geometry but an empty one.
  /// - Returns: A position in the interior; for lines and points one of their positions.
  /// - Throws: ``TopologyError`` where the geometry is refused.
  /// - SeeAlso: `GEOSPointOnSurface_r`.
  public static func interiorPoint(of geometry: Geometry) throws(TopologyError) -> Position {
    let attempt = "find a position inside a geometry"
    let point = unsafe try result(of: geometry, attempting: attempt) {
      unsafe GEOSPointOnSurface_r($0, $1)
    }
    guard case .point(let position) = point else {
      throw TopologyError(attempt: attempt, message: "the geometry has no interior")
    }
    return position
  }

  /// The part of a geometry that lies in a box.
  ///
  /// - Parameters:
  ///   - geometry: Any geometry; parts that are not valid may stay so.
  ///   - box: The box, higher and wider than 0°; one across the antimeridian keeps both sides.
  /// - Returns: The part, or `nil` where nothing of the geometry lies inside.
  /// - Throws: ``TopologyError`` where the geometry is refused or the box has no inside.
  /// - SeeAlso: `GEOSClipByRect_r`.
  public static func clipped(
    _ geometry: Geometry, to box: BoundingBox
  ) throws(TopologyError) -> Geometry? {
    let context = GEOSContext()
    let attempt = "clip a geometry"
    guard !geometry.positions.isEmpty else { return nil }
    let whole = try GEOSGeometry(geometry, in: context, attempting: attempt)
    var parts: [Geometry] = []
    for half in box.halves {
      let part = unsafe try GEOSGeometry(in: context, attempting: attempt) { handle in
        unsafe GEOSClipByRect_r(
          handle, whole.pointer, half.west, half.south, half.east, half.north)
      }
      if let part = try part.geometry(attempting: attempt) { parts.append(part) }
    }
    return parts.count > 1 ? .collection(parts) : parts.first
  }

  /// What GEOS makes of a geometry, which must not be empty.
  static func result(
    of geometry: Geometry, attempting attempt: String,
    _ call: (OpaquePointer, OpaquePointer) -> OpaquePointer?
  ) throws(TopologyError) -> Geometry {
    let context = GEOSContext()
    let argument = try GEOSGeometry(geometry, in: context, attempting: attempt)
    let object = unsafe try GEOSGeometry(in: context, attempting: attempt) { handle in
      unsafe call(handle, argument.pointer)
    }
    guard let result = try object.geometry(attempting: attempt) else {
      throw TopologyError(attempt: attempt, message: "nothing is left of the geometry")
    }
    return result
  }
}

extension BoundingBox {
  /// The box, or its sides west and east of the antimeridian.
  fileprivate var halves: [BoundingBox] {
    guard crossesAntimeridian else { return [self] }
    var western = self
    var eastern = self
    western.east = 180
    eastern.west = -180
    return [western, eastern]
  }
}
