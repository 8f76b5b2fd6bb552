internal import CPROJ

extension PROJObject {
  /// Why this is no plane of metres with east to the right and north up; `nil` where it is one.
  ///
  /// Around a pole every direction from it is north or south, so there both axes say the same.
  var reasonAgainstPlane: String? {
    switch unsafe proj_get_type(pointer) {
    case PJ_TYPE_PROJECTED_CRS: break
    case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS:
      return "it counts in degrees, which are no plane: give a projected reference system"
    case PJ_TYPE_GEOCENTRIC_CRS:
      return "it counts from the middle of the Earth: give a projected reference system"
    case PJ_TYPE_VERTICAL_CRS:
      return "it has heights only: give a projected reference system"
    case PJ_TYPE_COMPOUND_CRS:
      return "it has heights as well: give the projected reference system in it"
    default:
      return "this is not a projected reference system"
    }
    let axes = [0, 1].compactMap { axis(Int32($0)) }
    guard axes.count == 2 else { return "its axes are not known" }
    if let axis = axes.first(where: { $0.factor != 1 }) {
      return "it counts in the unit \(axis.unit): give a system in metres"
    }
    let directions = Set(axes.map(\.direction))
    guard directions == ["east", "north"] || ["north", "south"].contains(directions.first ?? ""),
      directions.count == 1 || directions.contains("east")
    else {
      return "its axes point \(axes[0].direction) and \(axes[1].direction):"
        + " give a system with axes to the east and north"
    }
    return nil
  }

  private struct Axis {
    var direction: String
    /// The unit in metres.
    var factor: Double
    var unit: String
  }

  private func axis(_ index: Int32) -> Axis? {
    guard
      let axes = unsafe try? PROJObject(
        in: context, attempting: "read the axes",
        create: { handle in unsafe proj_crs_get_coordinate_system(handle, pointer) })
    else { return nil }
    var direction: UnsafePointer<CChar>?
    var unit: UnsafePointer<CChar>?
    var factor = 0.0
    let found = unsafe proj_cs_get_axis_info(
      context.handle, axes.pointer, index, nil, nil, &direction, &factor, &unit, nil, nil)
    guard found != 0, let direction = unsafe direction else { return nil }
    return unsafe Axis(
      direction: String(cString: direction), factor: factor,
      unit: unit.map { unsafe String(cString: $0) } ?? "of its own")
  }
}
