internal import CGEOS
internal import SharedLibrary

/// GEOS, opened at the first use of one of its functions.
///
/// The constants below have the names of the functions in GEOS's header and stand in front of them,
/// so that a call looks as it would with a linked library. A function that is called and missing
/// here fails when the program is linked, which is not done with GEOS.
private let library = DynamicLibrary(
  "GEOS",
  files: [
    "libgeos_c.so.1", "libgeos_c.so", "libgeos_c.dylib", "/opt/homebrew/lib/libgeos_c.dylib",
    "/usr/local/lib/libgeos_c.dylib",
  ],
  package: "libgeos-c1v5 (or libgeos-dev)")

// MARK: - Contexts and memory

let GEOSversion: @convention(c) @Sendable () -> UnsafePointer<CChar> =
  unsafe library.function("GEOSversion")

let GEOS_init_r: @convention(c) @Sendable () -> OpaquePointer? =
  unsafe library.function("GEOS_init_r")

let GEOS_finish_r: @convention(c) @Sendable (OpaquePointer?) -> Void =
  unsafe library.function("GEOS_finish_r")

let GEOSContext_setErrorMessageHandler_r:
  @convention(c) @Sendable (OpaquePointer?, GEOSMessageHandler_r?, UnsafeMutableRawPointer?) ->
    GEOSMessageHandler_r? = unsafe library.function("GEOSContext_setErrorMessageHandler_r")

let GEOSFree_r: @convention(c) @Sendable (OpaquePointer?, UnsafeMutableRawPointer?) -> Void =
  unsafe library.function("GEOSFree_r")

// MARK: - Well-known binary

let GEOSWKBReader_create_r: @convention(c) @Sendable (OpaquePointer?) -> OpaquePointer? =
  unsafe library.function("GEOSWKBReader_create_r")

let GEOSWKBReader_destroy_r: @convention(c) @Sendable (OpaquePointer?, OpaquePointer?) -> Void =
  unsafe library.function("GEOSWKBReader_destroy_r")

let GEOSWKBReader_read_r:
  @convention(c) @Sendable (OpaquePointer?, OpaquePointer?, UnsafePointer<UInt8>?, Int) ->
    OpaquePointer? = unsafe library.function("GEOSWKBReader_read_r")

let GEOSWKBWriter_create_r: @convention(c) @Sendable (OpaquePointer?) -> OpaquePointer? =
  unsafe library.function("GEOSWKBWriter_create_r")

let GEOSWKBWriter_destroy_r: @convention(c) @Sendable (OpaquePointer?, OpaquePointer?) -> Void =
  unsafe library.function("GEOSWKBWriter_destroy_r")

let GEOSWKBWriter_write_r:
  @convention(c) @Sendable (
    OpaquePointer?, OpaquePointer?, OpaquePointer?, UnsafeMutablePointer<Int>?
  ) -> UnsafeMutablePointer<UInt8>? = unsafe library.function("GEOSWKBWriter_write_r")

// MARK: - Geometries

let GEOSGeom_createPointFromXY_r:
  @convention(c) @Sendable (OpaquePointer?, Double, Double) -> OpaquePointer? =
    unsafe library.function("GEOSGeom_createPointFromXY_r")

let GEOSGeom_destroy_r: @convention(c) @Sendable (OpaquePointer?, OpaquePointer?) -> Void =
  unsafe library.function("GEOSGeom_destroy_r")

let GEOSGeomGetX_r:
  @convention(c) @Sendable (OpaquePointer?, OpaquePointer?, UnsafeMutablePointer<Double>?) ->
    Int32 = unsafe library.function("GEOSGeomGetX_r")

let GEOSGeomGetY_r:
  @convention(c) @Sendable (OpaquePointer?, OpaquePointer?, UnsafeMutablePointer<Double>?) ->
    Int32 = unsafe library.function("GEOSGeomGetY_r")

let GEOSisEmpty_r: @convention(c) @Sendable (OpaquePointer?, OpaquePointer?) -> CChar =
  unsafe library.function("GEOSisEmpty_r")

let GEOSisValidDetail_r:
  @convention(c) @Sendable (
    OpaquePointer?, OpaquePointer?, Int32, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    UnsafeMutablePointer<OpaquePointer?>?
  ) -> CChar = unsafe library.function("GEOSisValidDetail_r")

// MARK: - Geometries of geometries

let GEOSMakeValid_r: @convention(c) @Sendable (OpaquePointer?, OpaquePointer?) -> OpaquePointer? =
  unsafe library.function("GEOSMakeValid_r")

let GEOSMakeValidWithParams_r:
  @convention(c) @Sendable (OpaquePointer?, OpaquePointer?, OpaquePointer?) -> OpaquePointer? =
    unsafe library.function("GEOSMakeValidWithParams_r")

let GEOSMakeValidParams_create_r: @convention(c) @Sendable (OpaquePointer?) -> OpaquePointer? =
  unsafe library.function("GEOSMakeValidParams_create_r")

let GEOSMakeValidParams_destroy_r:
  @convention(c) @Sendable (OpaquePointer?, OpaquePointer?) -> Void =
    unsafe library.function("GEOSMakeValidParams_destroy_r")

let GEOSMakeValidParams_setMethod_r:
  @convention(c) @Sendable (OpaquePointer?, OpaquePointer?, GEOSMakeValidMethods) -> Int32 =
    unsafe library.function("GEOSMakeValidParams_setMethod_r")

let GEOSMakeValidParams_setKeepCollapsed_r:
  @convention(c) @Sendable (OpaquePointer?, OpaquePointer?, Int32) -> Int32 =
    unsafe library.function("GEOSMakeValidParams_setKeepCollapsed_r")

let GEOSTopologyPreserveSimplify_r:
  @convention(c) @Sendable (OpaquePointer?, OpaquePointer?, Double) -> OpaquePointer? =
    unsafe library.function("GEOSTopologyPreserveSimplify_r")

let GEOSUnaryUnion_r: @convention(c) @Sendable (OpaquePointer?, OpaquePointer?) -> OpaquePointer? =
  unsafe library.function("GEOSUnaryUnion_r")

let GEOSIntersection_r:
  @convention(c) @Sendable (OpaquePointer?, OpaquePointer?, OpaquePointer?) -> OpaquePointer? =
    unsafe library.function("GEOSIntersection_r")

let GEOSDifference_r:
  @convention(c) @Sendable (OpaquePointer?, OpaquePointer?, OpaquePointer?) -> OpaquePointer? =
    unsafe library.function("GEOSDifference_r")

let GEOSPointOnSurface_r:
  @convention(c) @Sendable (OpaquePointer?, OpaquePointer?) -> OpaquePointer? =
    unsafe library.function("GEOSPointOnSurface_r")

let GEOSClipByRect_r:
  @convention(c) @Sendable (OpaquePointer?, OpaquePointer?, Double, Double, Double, Double) ->
    OpaquePointer? = unsafe library.function("GEOSClipByRect_r")

// MARK: - Prepared geometries

let GEOSPrepare_r: @convention(c) @Sendable (OpaquePointer?, OpaquePointer?) -> OpaquePointer? =
  unsafe library.function("GEOSPrepare_r")

let GEOSPreparedGeom_destroy_r: @convention(c) @Sendable (OpaquePointer?, OpaquePointer?) -> Void =
  unsafe library.function("GEOSPreparedGeom_destroy_r")

let GEOSPreparedCovers_r:
  @convention(c) @Sendable (OpaquePointer?, OpaquePointer?, OpaquePointer?) -> CChar =
    unsafe library.function("GEOSPreparedCovers_r")

let GEOSPreparedIntersects_r:
  @convention(c) @Sendable (OpaquePointer?, OpaquePointer?, OpaquePointer?) -> CChar =
    unsafe library.function("GEOSPreparedIntersects_r")
