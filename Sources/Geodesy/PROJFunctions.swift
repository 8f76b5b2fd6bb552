internal import CPROJ
internal import SharedLibrary

/// PROJ, opened at the first use of one of its functions.
///
/// The constants below have the names of the functions in PROJ's headers and stand in front of them,
/// so that a call looks as it would with a linked library. A function that is called and missing
/// here fails when the program is linked, which is not done with PROJ.
private let library = DynamicLibrary(
  "PROJ",
  files: [
    "libproj.so.25", "libproj.so.22", "libproj.so.26", "libproj.so", "libproj.dylib",
    "/opt/homebrew/lib/libproj.dylib", "/usr/local/lib/libproj.dylib",
  ],
  package: "libproj25 (or libproj-dev)")

// MARK: - Geodesics

let geod_init:
  @convention(c) @Sendable (UnsafeMutablePointer<geod_geodesic>?, Double, Double)
    -> Void = unsafe library.function("geod_init")

let geod_direct:
  @convention(c) @Sendable (
    UnsafePointer<geod_geodesic>?, Double, Double, Double, Double, UnsafeMutablePointer<Double>?,
    UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?
  ) -> Void = unsafe library.function("geod_direct")

let geod_inverse:
  @convention(c) @Sendable (
    UnsafePointer<geod_geodesic>?, Double, Double, Double, Double, UnsafeMutablePointer<Double>?,
    UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?
  ) -> Void = unsafe library.function("geod_inverse")

// MARK: - Contexts and errors

let proj_info: @convention(c) @Sendable () -> PJ_INFO = unsafe library.function("proj_info")

let proj_context_create: @convention(c) @Sendable () -> OpaquePointer? =
  unsafe library.function("proj_context_create")

let proj_context_destroy: @convention(c) @Sendable (OpaquePointer?) -> OpaquePointer? =
  unsafe library.function("proj_context_destroy")

let proj_context_errno: @convention(c) @Sendable (OpaquePointer?) -> Int32 =
  unsafe library.function("proj_context_errno")

let proj_context_errno_string:
  @convention(c) @Sendable (OpaquePointer?, Int32) -> UnsafePointer<CChar>? =
    unsafe library.function("proj_context_errno_string")

let proj_log_func:
  @convention(c) @Sendable (OpaquePointer?, UnsafeMutableRawPointer?, PJ_LOG_FUNCTION?) -> Void =
    unsafe library.function("proj_log_func")

let proj_errno: @convention(c) @Sendable (OpaquePointer?) -> Int32 =
  unsafe library.function("proj_errno")

let proj_errno_reset: @convention(c) @Sendable (OpaquePointer?) -> Int32 =
  unsafe library.function("proj_errno_reset")

// MARK: - Reference systems

let proj_create:
  @convention(c) @Sendable (OpaquePointer?, UnsafePointer<CChar>?) -> OpaquePointer? =
    unsafe library.function("proj_create")

let proj_destroy: @convention(c) @Sendable (OpaquePointer?) -> OpaquePointer? =
  unsafe library.function("proj_destroy")

let proj_is_crs: @convention(c) @Sendable (OpaquePointer?) -> Int32 =
  unsafe library.function("proj_is_crs")

let proj_get_type: @convention(c) @Sendable (OpaquePointer?) -> PJ_TYPE =
  unsafe library.function("proj_get_type")

let proj_get_area_of_use:
  @convention(c) @Sendable (
    OpaquePointer?, OpaquePointer?, UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?,
    UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?,
    UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) -> Int32 = unsafe library.function("proj_get_area_of_use")

let proj_crs_get_coordinate_system:
  @convention(c) @Sendable (OpaquePointer?, OpaquePointer?) -> OpaquePointer? =
    unsafe library.function("proj_crs_get_coordinate_system")

let proj_cs_get_axis_info:
  @convention(c) @Sendable (
    OpaquePointer?, OpaquePointer?, Int32, UnsafeMutablePointer<UnsafePointer<CChar>?>?,
    UnsafeMutablePointer<UnsafePointer<CChar>?>?, UnsafeMutablePointer<UnsafePointer<CChar>?>?,
    UnsafeMutablePointer<Double>?, UnsafeMutablePointer<UnsafePointer<CChar>?>?,
    UnsafeMutablePointer<UnsafePointer<CChar>?>?, UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) -> Int32 = unsafe library.function("proj_cs_get_axis_info")

// MARK: - Operations

let proj_create_crs_to_crs_from_pj:
  @convention(c) @Sendable (
    OpaquePointer?, OpaquePointer?, OpaquePointer?, OpaquePointer?,
    UnsafePointer<UnsafePointer<CChar>?>?
  ) -> OpaquePointer? = unsafe library.function("proj_create_crs_to_crs_from_pj")

let proj_normalize_for_visualization:
  @convention(c) @Sendable (OpaquePointer?, OpaquePointer?) -> OpaquePointer? =
    unsafe library.function("proj_normalize_for_visualization")

let proj_coord: @convention(c) @Sendable (Double, Double, Double, Double) -> PJ_COORD =
  unsafe library.function("proj_coord")

let proj_trans: @convention(c) @Sendable (OpaquePointer?, PJ_DIRECTION, PJ_COORD) -> PJ_COORD =
  unsafe library.function("proj_trans")

let proj_factors: @convention(c) @Sendable (OpaquePointer?, PJ_COORD) -> PJ_FACTORS =
  unsafe library.function("proj_factors")
