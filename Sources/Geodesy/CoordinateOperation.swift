internal import CPROJ
internal import SimpleFeatures

/// From longitude and latitude on WGS 84 to a projected system, in PROJ.
@safe struct CoordinateOperation: ~Copyable {
  let areaOfUse: BoundingBox?
  private let target: CoordinateReferenceSystem
  private let system: PROJObject
  private let operation: PROJObject

  init(to target: CoordinateReferenceSystem) throws(ProjectionError) {
    let attempt = "project to \(target)"
    let context = PROJContext()
    let source = try PROJObject(defining: .wgs84, in: context, attempting: attempt)
    let system = try PROJObject(defining: target, in: context, attempting: attempt)
    if let reason = system.reasonAgainstPlane {
      throw ProjectionError(attempt: attempt, message: reason)
    }
    let raw = unsafe try PROJObject(in: context, attempting: attempt) { handle in
      unsafe proj_create_crs_to_crs_from_pj(handle, source.pointer, system.pointer, nil, nil)
    }
    operation = unsafe try PROJObject(in: context, attempting: attempt) { handle in
      unsafe proj_normalize_for_visualization(handle, raw.pointer)
    }
    areaOfUse = system.areaOfUse
    self.target = target
    self.system = system
  }

  func forward(_ position: Position) throws(ProjectionError) -> PlanarPosition {
    let result = try transform(
      position.longitude, position.latitude, PJ_FWD,
      attempting: "project longitude \(position.longitude), latitude \(position.latitude)"
        + " to \(target)")
    return PlanarPosition(easting: result.x, northing: result.y)
  }

  func inverse(_ position: PlanarPosition) throws(ProjectionError) -> Position {
    let result = try transform(
      position.easting, position.northing, PJ_INV,
      attempting: "find the position of easting \(position.easting),"
        + " northing \(position.northing) in \(target)")
    return Position(longitude: result.x, latitude: result.y)
  }

  func factors(at position: Position) throws(ProjectionError) -> PJ_FACTORS {
    let attempt = "find the scale of \(target) at \(position.longitude), \(position.latitude)"
    system.context.reset()
    _ = unsafe proj_errno_reset(system.pointer)
    let radians = Double.pi / 180
    let factors = unsafe proj_factors(
      system.pointer,
      proj_coord(position.longitude * radians, position.latitude * radians, 0, .infinity))
    let code = unsafe proj_errno(system.pointer)
    guard code == 0, factors.areal_scale.isFinite, factors.areal_scale > 0 else {
      throw system.context.error(attempting: attempt, code: code)
    }
    return factors
  }

  private func transform(
    _ x: Double, _ y: Double, _ direction: PJ_DIRECTION,
    attempting attempt: @autoclosure () -> String
  ) throws(ProjectionError) -> PJ_XY {
    guard x.isFinite, y.isFinite else {
      throw ProjectionError(attempt: attempt(), message: "a coordinate is not finite")
    }
    system.context.reset()
    _ = unsafe proj_errno_reset(operation.pointer)
    let result = unsafe proj_trans(operation.pointer, direction, proj_coord(x, y, 0, .infinity)).xy
    let code = unsafe proj_errno(operation.pointer)
    guard code == 0, result.x.isFinite, result.y.isFinite else {
      throw system.context.error(attempting: attempt(), code: code)
    }
    return result
  }
}

extension PROJObject {
  /// Where the reference system is meant to be used, if PROJ's database says so.
  fileprivate var areaOfUse: BoundingBox? {
    var box = BoundingBox(west: 0, south: 0, east: 0, north: 0)
    let found = unsafe proj_get_area_of_use(
      context.handle, pointer, &box.west, &box.south, &box.east, &box.north, nil)
    return found != 0 && box.west >= -180 ? box : nil
  }
}
