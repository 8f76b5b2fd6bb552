internal import CGEOS
internal import SimpleFeatures

extension PlanarTopology {
  /// What two valid geometries have in common; `nil` where nothing.
  static func intersection(
    of geometry: Geometry, and other: Geometry
  ) throws(TopologyError) -> Geometry? {
    unsafe try overlay(geometry, other, attempting: "intersect two geometries") {
      unsafe GEOSIntersection_r($0, $1, $2)
    }
  }

  /// What of a valid geometry lies outside of another; `nil` where nothing.
  static func difference(
    of geometry: Geometry, without other: Geometry
  ) throws(TopologyError) -> Geometry? {
    unsafe try overlay(geometry, other, attempting: "take a geometry from another") {
      unsafe GEOSDifference_r($0, $1, $2)
    }
  }

  /// The valid polygons that a polygon's rings surround; none where it has no area.
  ///
  /// What a ring surrounds more than once is inside, as is each lobe of one that crosses itself.
  /// GEOS's other method, by lines, takes a minute for a million vertices.
  static func repairedPolygons(of polygon: Polygon) throws(TopologyError) -> [Polygon] {
    let context = GEOSContext()
    let attempt = "repair a polygon"
    let broken = try GEOSGeometry(.polygon(polygon), in: context, attempting: attempt)
    let valid = unsafe try GEOSGeometry(in: context, attempting: attempt) { handle in
      guard let method = unsafe GEOSMakeValidParams_create_r(handle) else { return nil }
      defer { unsafe GEOSMakeValidParams_destroy_r(handle, method) }
      _ = unsafe GEOSMakeValidParams_setMethod_r(handle, method, GEOS_MAKE_VALID_STRUCTURE)
      _ = unsafe GEOSMakeValidParams_setKeepCollapsed_r(handle, method, 0)
      return unsafe GEOSMakeValidWithParams_r(handle, broken.pointer, method)
    }
    return try valid.geometry(attempting: attempt)?.polygons ?? []
  }

  private static func overlay(
    _ geometry: Geometry, _ other: Geometry, attempting attempt: String,
    _ call: (OpaquePointer, OpaquePointer, OpaquePointer) -> OpaquePointer?
  ) throws(TopologyError) -> Geometry? {
    let context = GEOSContext()
    let left = try GEOSGeometry(geometry, in: context, attempting: attempt)
    let right = try GEOSGeometry(other, in: context, attempting: attempt)
    let object = unsafe try GEOSGeometry(in: context, attempting: attempt) { handle in
      unsafe call(handle, left.pointer, right.pointer)
    }
    return try object.geometry(attempting: attempt)
  }
}
