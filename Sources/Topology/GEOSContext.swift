internal import CGEOS

/// What GEOS works in: holds its last words and is used by one task at a time.
@safe final class GEOSContext {
  let handle: OpaquePointer
  private var message: String?

  init() {
    guard let handle = unsafe GEOS_init_r() else { fatalError("GEOS is out of memory") }
    unsafe self.handle = handle
    let owner = unsafe Unmanaged.passUnretained(self).toOpaque()
    _ = unsafe GEOSContext_setErrorMessageHandler_r(
      handle,
      { text, owner in
        guard let owner = unsafe owner, let text = unsafe text else { return }
        unsafe Unmanaged<GEOSContext>.fromOpaque(owner).takeUnretainedValue()
          .message = String(cString: text)
      }, owner)
  }

  deinit { unsafe GEOS_finish_r(handle) }

  /// The object a call made: `nil` is failure.
  func object(
    attempting attempt: String, _ call: (OpaquePointer) -> OpaquePointer?
  ) throws(TopologyError) -> OpaquePointer {
    message = nil
    guard let object = unsafe call(handle) else { throw error(attempting: attempt) }
    return unsafe object
  }

  /// The truth a call found: 2 is failure.
  func predicate(
    attempting attempt: String, _ call: (OpaquePointer) -> CChar
  ) throws(TopologyError) -> Bool {
    message = nil
    switch unsafe call(handle) {
    case 0: return false
    case 1: return true
    default: throw error(attempting: attempt)
    }
  }

  /// The error for a call that failed, in GEOS's words.
  func error(attempting attempt: String) -> TopologyError {
    let words = message?.split(whereSeparator: \.isNewline).joined(separator: " ")
    return TopologyError(attempt: attempt, message: words ?? "GEOS gives no reason")
  }
}
