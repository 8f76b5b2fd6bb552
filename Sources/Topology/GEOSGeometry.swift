internal import CGEOS
internal import SimpleFeatures

/// One owner of a GEOS geometry, which it destroys before its context.
@safe struct GEOSGeometry: ~Copyable {
  let context: GEOSContext
  let pointer: OpaquePointer

  /// Takes over the geometry a call makes.
  init(
    in context: GEOSContext, attempting attempt: String, _ call: (OpaquePointer) -> OpaquePointer?
  ) throws(TopologyError) {
    unsafe self.pointer = try context.object(attempting: attempt, call)
    self.context = context
  }

  /// Copies a geometry into GEOS.
  ///
  /// - Throws: ``TopologyError`` where the geometry is empty, a coordinate is not finite, a ring is
  ///   open or too short, or GEOS refuses it.
  init(
    _ geometry: Geometry, in context: GEOSContext, attempting attempt: String
  ) throws(TopologyError) {
    if let defect = geometry.defect { throw TopologyError(attempt: attempt, message: defect) }
    let bytes = WKB.encode(geometry)
    unsafe try self.init(in: context, attempting: attempt) { handle in
      guard let reader = unsafe GEOSWKBReader_create_r(handle) else { return nil }
      defer { unsafe GEOSWKBReader_destroy_r(handle, reader) }
      return unsafe GEOSWKBReader_read_r(handle, reader, bytes, bytes.count)
    }
  }

  deinit { unsafe GEOSGeom_destroy_r(context.handle, pointer) }

  var isEmpty: Bool { unsafe GEOSisEmpty_r(context.handle, pointer) == 1 }

  /// Copies the geometry out of GEOS, without its empty parts; `nil` where nothing else is in it.
  func geometry(attempting attempt: String) throws(TopologyError) -> Geometry? {
    guard !isEmpty else { return nil }
    var count = 0
    let buffer = unsafe writeWKB(count: &count)
    guard let buffer = unsafe buffer else { throw context.error(attempting: attempt) }
    defer { unsafe GEOSFree_r(context.handle, buffer) }
    let bytes = unsafe [UInt8](UnsafeBufferPointer(start: buffer, count: count))
    do {
      return try WKB.decode(bytes).withoutEmptyParts
    } catch {
      throw TopologyError(attempt: attempt, message: error.description)
    }
  }

  private func writeWKB(count: inout Int) -> UnsafeMutablePointer<UInt8>? {
    guard let writer = unsafe GEOSWKBWriter_create_r(context.handle) else { return nil }
    defer { unsafe GEOSWKBWriter_destroy_r(context.handle, writer) }
    return unsafe GEOSWKBWriter_write_r(context.handle, writer, pointer, &count)
  }
}

extension Geometry {
  /// The geometry less the parts that have no position; `nil` where none has.
  fileprivate var withoutEmptyParts: Geometry? {
    guard !positions.isEmpty else { return nil }
    return switch self {
    case .multiLineString(let lines): .multiLineString(lines.filter { !$0.isEmpty })
    case .multiPolygon(let polygons): .multiPolygon(polygons.filter { !$0.exterior.isEmpty })
    case .collection(let parts): .collection(parts.compactMap(\.withoutEmptyParts))
    case .point, .multiPoint, .lineString, .polygon: self
    }
  }
}
