internal import CGEOS
public import SimpleFeatures

/// Why a geometry is not valid, and where.
public struct ValidityFault: Hashable, Sendable, CustomStringConvertible {
  /// The reason in GEOS's words, such as `Self-intersection`.
  public var reason: String
  /// Where the fault lies; `nil` where it has no one place.
  public var position: Position?

  /// Makes a fault from its reason and its place.
  public init(reason: String, position: Position?) {
    self.reason = reason
    self.position = position
  }

  /// The fault in one line.
  public var description: String {
    position.map { "\(reason) at \($0.longitude), \($0.latitude)" } ?? reason
  }
}

extension PlanarTopology {
  /// The first fault found in a geometry, or `nil` where it is valid.
  ///
  /// A geometry that cannot be built at all, such as one with an open ring, has a fault too.
  ///
  /// - SeeAlso: `GEOSisValidDetail_r`.
  public static func validityFault(of geometry: Geometry) -> ValidityFault? {
    let context = GEOSContext()
    let checked: GEOSGeometry
    do throws(TopologyError) {
      checked = try GEOSGeometry(geometry, in: context, attempting: "check a geometry")
    } catch {
      return ValidityFault(reason: error.message, position: nil)
    }
    var reason: UnsafeMutablePointer<CChar>?
    var location: OpaquePointer?
    let answer = unsafe GEOSisValidDetail_r(
      context.handle, checked.pointer, 0, &reason, &location)
    defer {
      if let reason = unsafe reason { unsafe GEOSFree_r(context.handle, reason) }
      if let location = unsafe location { unsafe GEOSGeom_destroy_r(context.handle, location) }
    }
    guard answer != 1 else { return nil }
    guard answer == 0, let reason = unsafe reason else {
      return ValidityFault(
        reason: context.error(attempting: "check a geometry").message, position: nil)
    }
    var position = Position(longitude: 0, latitude: 0)
    let isPlaced =
      unsafe location != nil
      && GEOSGeomGetX_r(context.handle, location, &position.longitude) == 1
      && GEOSGeomGetY_r(context.handle, location, &position.latitude) == 1
    return unsafe ValidityFault(
      reason: String(cString: reason), position: isPlaced ? position : nil)
  }

  /// A valid geometry of the same positions; a valid one stays what it is.
  ///
  /// - Parameter geometry: A geometry GEOS can build: rings closed, of at least four positions.
  /// - Returns: A valid geometry, perhaps of another kind: a bow-tie becomes two polygons.
  /// - Throws: ``TopologyError`` where the geometry is refused.
  /// - SeeAlso: `GEOSMakeValid_r`.
  public static func repaired(_ geometry: Geometry) throws(TopologyError) -> Geometry {
    guard validityFault(of: geometry) != nil else { return geometry }
    return unsafe try result(of: geometry, attempting: "repair a geometry") {
      unsafe GEOSMakeValid_r($0, $1)
    }
  }
}
