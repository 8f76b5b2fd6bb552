/// Bytes put aside while an index is made: in memory as long as they are few, then in a file that has
/// no name and vanishes with the program, however that ends.
final class Spool {
  private var buffer = ByteWriter()
  private var file: ImportFile?
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

  /// Puts bytes aside.
  ///
  /// - Throws: ``IndexError/unwritable(path:reason:)``.
  func append(_ write: (inout ByteWriter) -> Void) throws(IndexError) {
    write(&buffer)
    if let folder, buffer.count >= memory { try flush(to: folder) }
  }

  /// Gives everything back, in order, and forgets it.
  func takeAll() throws(IndexError) -> [UInt8] {
    defer { buffer = ByteWriter() }
    guard let folder, written > 0 else { return buffer.bytes }
    try flush(to: folder)
    do throws(SystemFailure) {
      let bytes = try file?.bytes(at: 0, count: written) ?? []
      file = nil
      written = 0
      return bytes
    } catch {
      throw .unwritable(path: folder, reason: error.reason)
    }
  }

  private func flush(to folder: String) throws(IndexError) {
    do throws(SystemFailure) {
      if file == nil { file = try ImportFile(temporaryIn: folder) }
      try file?.append(buffer.bytes)
    } catch {
      throw .unwritable(path: folder, reason: error.reason)
    }
    written += buffer.count
    buffer = ByteWriter()
  }
}
