#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Bytes put aside while an index is made: in memory as long as they are few, then in a file that has
/// no name any more and vanishes with the program, however that ends.
@safe final class Spool {
  private var buffer = ByteWriter()
  private var descriptor: Int32 = -1
  private var written = 0
  private let folder: String?
  private let memory: Int

  /// Makes an empty spool.
  ///
  /// - Parameters:
  ///   - folder: Where a file would be; `nil` keeps all in memory.
  ///   - memory: How many bytes are kept in memory.
  init(folder: String?, memory: Int) {
    self.folder = folder
    self.memory = memory
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Whether nothing was put aside.
  var isEmpty: Bool { buffer.count == 0 && written == 0 }

  /// Puts bytes aside.
  ///
  /// - Throws: ``IndexError/unwritable(path:reason:)``.
  func append(_ write: (inout ByteWriter) -> Void) throws(IndexError) {
    write(&buffer)
    if buffer.count >= memory, folder != nil { try flush() }
  }

  /// Gives everything back, in order, and forgets it.
  func takeAll() throws(IndexError) -> [UInt8] {
    guard written > 0 else {
      defer { buffer = ByteWriter() }
      return buffer.bytes
    }
    try flush()
    let count = written
    var position = 0
    var failure: IndexError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { target, filled in
      while position < count {
        let start = unsafe target.baseAddress.map { unsafe $0 + position }
        let got = unsafe pread(descriptor, start, count - position, off_t(position))
        guard got > 0 else {
          failure = .unwritable(path: folder ?? "", reason: MappedBytes.systemMessage())
          break
        }
        position += got
      }
      filled = position
    }
    if let failure { throw failure }
    close(descriptor)
    descriptor = -1
    written = 0
    return bytes
  }

  private func flush() throws(IndexError) {
    if descriptor < 0 { try open() }
    let pending = buffer.bytes
    buffer = ByteWriter()
    var position = 0
    while position < pending.count {
      let put = unsafe pending.withUnsafeBytes { bytes in
        unsafe write(
          descriptor, bytes.baseAddress.map { unsafe $0 + position }, bytes.count - position)
      }
      guard put > 0 else {
        throw .unwritable(path: folder ?? "", reason: MappedBytes.systemMessage())
      }
      position += put
    }
    written += pending.count
  }

  private func open() throws(IndexError) {
    var name = Array("\(folder ?? "")/.incidentmap-XXXXXX".utf8CString)
    descriptor = unsafe name.withUnsafeMutableBufferPointer { name in
      unsafe name.baseAddress.map { unsafe mkstemp($0) } ?? -1
    }
    guard descriptor >= 0 else {
      throw .unwritable(path: folder ?? "", reason: MappedBytes.systemMessage())
    }
    _ = unsafe name.withUnsafeBufferPointer { name in
      unsafe name.baseAddress.map { unsafe unlink($0) }
    }
  }
}
