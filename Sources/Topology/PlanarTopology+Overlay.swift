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

  /// What GEOS's repair makes of a geometry; `nil` where nothing is left.
  static func madeValid(_ geometry: Geometry) throws(TopologyError) -> Geometry? {
    let context = GEOSContext()
    let attempt = "repair a geometry"
    let broken = try GEOSGeometry(geometry, in: context, attempting: attempt)
    let valid = unsafe try GEOSGeometry(in: context, attempting: attempt) { handle in
      unsafe GEOSMakeValid_r(handle, broken.pointer)
    }
    return try valid.geometry(attempting: attempt)
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
