internal import CPROJ

/// What PROJ works in: holds its last words and is used by one task at a time.
@safe final class PROJContext {
  let handle: OpaquePointer
  private var message: String?

  init() {
    guard let handle = unsafe proj_context_create() else { fatalError("PROJ is out of memory") }
    unsafe self.handle = handle
    let owner = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe proj_log_func(handle, owner) { owner, _, text in
      guard let owner = unsafe owner, let text = unsafe text else { return }
      unsafe Unmanaged<PROJContext>.fromOpaque(owner).takeUnretainedValue()
        .message = String(cString: text)
    }
  }

  deinit { _ = unsafe proj_context_destroy(handle) }

  /// Forgets what earlier calls said.
  func reset() { message = nil }

  /// The error for a call that failed, in the words PROJ logged or else those of the code.
  func error(attempting attempt: String, code: Int32) -> ProjectionError {
    var words = message
    if words == nil, let text = unsafe proj_context_errno_string(handle, code) {
      words = unsafe String(cString: text)
    }
    let line = words?.split(whereSeparator: \.isNewline).joined(separator: " ")
    return ProjectionError(
      attempt: attempt, code: Int(code), message: line ?? "PROJ gives no reason")
  }
}

/// One owner of a PROJ object, which it destroys before its context.
@safe struct PROJObject: ~Copyable {
  let context: PROJContext
  let pointer: OpaquePointer

  init(
    in context: PROJContext, attempting attempt: String,
    create: (OpaquePointer) -> OpaquePointer?
  ) throws(ProjectionError) {
    context.reset()
    guard let pointer = unsafe create(context.handle) else {
      throw unsafe context.error(attempting: attempt, code: proj_context_errno(context.handle))
    }
    self.context = context
    unsafe self.pointer = pointer
  }

  /// The object that a reference system's text defines.
  init(
    defining system: CoordinateReferenceSystem, in context: PROJContext, attempting attempt: String
  ) throws(ProjectionError) {
    unsafe try self.init(in: context, attempting: attempt) { handle in
      unsafe proj_create(handle, system.definition)
    }
  }

  deinit { _ = unsafe proj_destroy(pointer) }

  var isReferenceSystem: Bool { unsafe proj_is_crs(pointer) != 0 }
}
