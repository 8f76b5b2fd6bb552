internal import CGEOS
public import SimpleFeatures
internal import Synchronization

/// A geometry made ready to be asked many times, in the plane of longitude and latitude.
///
/// Straight lines between positions are straight in degrees, as GeoJSON means them (RFC 7946,
/// section 3.1.1), not geodesics. Nothing here knows the antimeridian: cut a geometry there first.
///
/// - SeeAlso: `GEOSPrepare_r`.
public final class PreparedGeometry: Sendable {
  /// The box around the geometry.
  public let bounds: BoundingBox

  private let geometry: Geometry
  private let parts: Mutex<PreparedParts>

  /// Prepares a geometry.
  ///
  /// - Parameter geometry: Any geometry but an empty one; validity is not checked.
  /// - Throws: ``TopologyError`` where the geometry is empty, a coordinate is not finite or GEOS
  ///   refuses it.
  public init(_ geometry: Geometry) throws(TopologyError) {
    let attempt = "prepare a geometry"
    guard let bounds = BoundingBox(enclosing: geometry.positions) else {
      throw TopologyError(attempt: attempt, message: "the geometry is empty")
    }
    self.bounds = bounds
    self.geometry = geometry
    parts = Mutex(try PreparedParts(geometry, attempting: attempt))
  }

  /// Whether a position lies in the geometry or on its boundary.
  ///
  /// - SeeAlso: `GEOSPreparedCovers_r`.
  public func covers(_ position: Position) -> Bool {
    bounds.contains(position) && parts.withLock { $0.cover(position) }
  }

  /// Whether each position lies in the geometry or on its boundary, in their order.
  ///
  /// Many positions are located in the polygons of an area by an ``AreaLocator``.
  public func covers(_ positions: [Position]) -> [Bool] {
    if let locator = locator(forCount: positions.count) {
      return locator.firstAreas(covering: positions).map { $0 == 0 }
    }
    return parts.withLock { parts in
      positions.map { bounds.contains($0) && parts.cover($0) }
    }
  }

  /// A locator where so many positions are worth its making, and the geometry is polygons alone.
  private func locator(forCount count: Int) -> AreaLocator? {
    guard count >= 256, geometry.parts.allSatisfy({ !$0.polygons.isEmpty }) else { return nil }
    return parts.withLock { parts in
      if parts.locator == nil, count >= geometry.positions.count / 8 {
        parts.locator = try? AreaLocator([geometry])
      }
      return parts.locator
    }
  }

  /// Whether the geometry and another have a position in common.
  ///
  /// - Parameter geometry: Any geometry but an empty one.
  /// - Returns: True also where they merely touch.
  /// - Throws: ``TopologyError`` where the other geometry is refused.
  /// - SeeAlso: `GEOSPreparedIntersects_r`.
  public func intersects(_ geometry: Geometry) throws(TopologyError) -> Bool {
    try parts.withLock { parts throws(TopologyError) in try parts.intersect(geometry) }
  }
}

/// The prepared parts of a geometry: one, or those of a collection, which GEOS does not prepare.
private struct PreparedParts: ~Copyable {
  /// Made at the first question about many positions.
  var locator: AreaLocator?

  private let context = GEOSContext()
  private var parts: [PreparedPart] = []

  init(_ geometry: Geometry, attempting attempt: String) throws(TopologyError) {
    for part in geometry.parts {
      parts.append(try PreparedPart(part, in: context, attempting: attempt))
    }
  }

  func cover(_ position: Position) -> Bool {
    let point = unsafe try? GEOSGeometry(in: context, attempting: "make a point") { handle in
      unsafe GEOSGeom_createPointFromXY_r(handle, position.longitude, position.latitude)
    }
    guard let point else { fatalError("GEOS is out of memory") }
    return parts.contains { $0.covers(point) }
  }

  func intersect(_ geometry: Geometry) throws(TopologyError) -> Bool {
    let attempt = "intersect a geometry"
    guard !geometry.positions.isEmpty else {
      throw TopologyError(attempt: attempt, message: "the geometry is empty")
    }
    for other in geometry.parts {
      let other = try GEOSGeometry(other, in: context, attempting: attempt)
      for part in parts where try part.intersects(other, attempting: attempt) { return true }
    }
    return false
  }
}

/// One owner of a prepared geometry and of the geometry it was prepared from.
@safe private final class PreparedPart {
  private let base: GEOSGeometry
  private let prepared: OpaquePointer

  init(
    _ geometry: Geometry, in context: GEOSContext, attempting attempt: String
  ) throws(TopologyError) {
    let base = try GEOSGeometry(geometry, in: context, attempting: attempt)
    unsafe self.prepared = try context.object(attempting: attempt) { handle in
      unsafe GEOSPrepare_r(handle, base.pointer)
    }
    self.base = base
  }

  deinit { unsafe GEOSPreparedGeom_destroy_r(base.context.handle, prepared) }

  func covers(_ point: borrowing GEOSGeometry) -> Bool {
    unsafe GEOSPreparedCovers_r(base.context.handle, prepared, point.pointer) == 1
  }

  func intersects(
    _ other: borrowing GEOSGeometry, attempting attempt: String
  ) throws(TopologyError) -> Bool {
    unsafe try base.context.predicate(attempting: attempt) { handle in
      unsafe GEOSPreparedIntersects_r(handle, prepared, other.pointer)
    }
  }
}

extension Geometry {
  /// The geometry, or the parts of a collection that have positions, none of them a collection.
  var parts: [Geometry] {
    if case .collection(let parts) = self {
      parts.flatMap(\.parts).filter { !$0.positions.isEmpty }
    } else {
      [self]
    }
  }
}
