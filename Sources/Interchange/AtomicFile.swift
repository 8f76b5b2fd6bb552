/// Writes whole files or nothing: first the bytes, then the name; see ``PartialFile``.
///
/// A reader never sees half a file, and a failure leaves what was there. Links are followed, the
/// permissions of a replaced file are kept. Devices and pipes, which cannot be replaced, are written
/// to as they are.
public enum AtomicFile {
  /// How much of a file is read to know its kind.
  private static let beginning = 4096

  /// Writes bytes to a file.
  ///
  /// - Parameters:
  ///   - bytes: All that the file will hold.
  ///   - path: Where it will be.
  ///   - kind: What it is: another kind of file is not overwritten.
  ///   - overwritesOtherKinds: Whether it is all the same.
  /// - Throws: ``InterchangeError/wouldOverwrite(path:kind:)``,
  ///   ``InterchangeError/cannotCreate(path:reason:)`` or
  ///   ``InterchangeError/writeFailed(path:reason:)``.
  public static func write(
    _ bytes: [UInt8], to path: String, kind: FileKind, overwritesOtherKinds: Bool = false
  ) throws {
    try write(to: path, kind: kind, overwritesOtherKinds: overwritesOtherKinds) { append in
      try append(bytes)
    }
  }

  /// Writes a file piece by piece.
  ///
  /// - Parameters:
  ///   - path: Where the file will be.
  ///   - kind: What it is: another kind of file is not overwritten.
  ///   - overwritesOtherKinds: Whether it is all the same.
  ///   - body: Is given a function that writes the next piece.
  /// - Throws: As ``write(_:to:kind:overwritesOtherKinds:)``, and what `body` throws.
  public static func write(
    to path: String, kind: FileKind, overwritesOtherKinds: Bool = false,
    _ body: (_ append: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    let target = PathStatus.resolved(path)
    let old: PathStatus?
    do {
      old = try PathStatus(target)
    } catch {
      throw InterchangeError.cannotCreate(path: path, reason: error.reason)
    }
    switch old?.kind {
    case .folder: throw InterchangeError.cannotCreate(path: path, reason: "it is a folder")
    case .device: try passThrough(to: target, path: path, body)
    case .file:
      if !overwritesOtherKinds { try check(target, path: path, kind: kind) }
      guard PathStatus.isWritable(target) else {
        throw InterchangeError.cannotCreate(path: path, reason: "permission denied")
      }
      try replace(target, path: path, permissions: old?.permissions, body)
    case nil: try replace(target, path: path, permissions: nil, body)
    }
  }

  /// Refuses where a file holds something that is not of the kind to be written.
  private static func check(
    _ target: String, path: String, kind: FileKind
  ) throws(InterchangeError) {
    let bytes: [UInt8]
    do {
      bytes = try OpenFile.reading(target).bytes(upTo: beginning)
    } catch {
      throw .cannotCreate(path: path, reason: error.reason)
    }
    guard bytes.isEmpty || kind.recognizes(bytes) else {
      throw .wouldOverwrite(path: path, kind: kind.name)
    }
  }

  private typealias Body = (_ append: ([UInt8]) throws -> Void) throws -> Void

  private static func passThrough(
    to target: String, path: String, _ body: Body
  ) throws {
    let file: OpenFile
    do {
      file = try OpenFile.writing(target)
    } catch {
      throw error.whileCreating(path)
    }
    try fill(file, path: path, body)
  }

  private static func replace(
    _ target: String, path: String, permissions: FilePermissions?, _ body: Body
  ) throws {
    var partial: PartialFile
    do {
      partial = try PartialFile.beside(target)
    } catch {
      throw error.whileCreating(path)
    }
    try fill(partial.file, path: path, body)
    do {
      if let permissions { try partial.file.adopt(permissions) }
      try partial.file.synchronize()
      try partial.replace(target)
    } catch {
      throw InterchangeError.writeFailed(path: path, reason: error.reason)
    }
  }

  private static func fill(
    _ file: borrowing OpenFile, path: String, _ body: Body
  ) throws {
    try body { bytes in
      do throws(SystemError) {
        try file.append(bytes)
      } catch {
        throw InterchangeError.writeFailed(path: path, reason: error.reason)
      }
    }
  }
}

extension SystemError {
  fileprivate func whileCreating(_ path: String) -> InterchangeError {
    isStorageFailure
      ? .writeFailed(path: path, reason: reason) : .cannotCreate(path: path, reason: reason)
  }
}
