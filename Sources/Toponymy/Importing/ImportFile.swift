#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A failed system call, by its `errno`.
struct SystemFailure: Error {
  let code: CInt

  /// The failure of the call that was just made.
  static var last: SystemFailure { SystemFailure(code: errno) }

  /// What failed, in the same words on every system and in every locale.
  var reason: String {
    switch code {
    case ENOENT: "there is no such file"
    case ENOTDIR: "a part of its path is no folder"
    case EISDIR: "it is a folder"
    case EACCES, EPERM: "permission denied"
    case EROFS: "the file system is read-only"
    case ENOSPC: "the disk is full"
    case EDQUOT: "the disk quota is used up"
    case EIO: "the device failed"
    default: "system error \(code)"
    }
  }
}

/// An open file of bytes, closed at the end of its life.
struct ImportFile: ~Copyable {
  private let descriptor: CInt
  private let closes: Bool
  /// The size in bytes of a regular file; `nil` for pipes and devices.
  let size: Int?

  /// Opens a file for reading, `-` being the standard input, which stays open.
  init(reading path: String) throws(SystemFailure) {
    let isInput = path == "-"
    descriptor = isInput ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    closes = !isInput
    guard descriptor >= 0 else { throw .last }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .last }
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  /// Makes a file that has no name, and is gone when it is closed, however the program ends.
  init(temporaryIn folder: String) throws(SystemFailure) {
    var number = 0
    while true {
      let path = "\(folder)/.incidentmap-\(getpid())-\(number).partial"
      let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor >= 0 {
        _ = unsafe unlink(path)
        self.descriptor = descriptor
        closes = true
        size = nil
        return
      }
      let failure = SystemFailure.last
      guard failure.code == EEXIST, number < 1000 else { throw failure }
      number += 1
    }
  }

  /// The folder for temporary files: `$TMPDIR`, else `/tmp`.
  static var temporaryFolder: String {
    guard let value = unsafe getenv("TMPDIR") else { return "/tmp" }
    let folder = unsafe String(cString: value)
    return folder.isEmpty ? "/tmp" : folder
  }

  deinit {
    if closes, descriptor >= 0 { _ = close(descriptor) }
  }

  /// Reads what comes next into a part of a buffer; 0 at the end.
  func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(SystemFailure) -> Int {
    while true {
      let descriptor = descriptor
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe systemRead(
          descriptor, bytes.baseAddress?.advanced(by: range.lowerBound), range.count)
      }
      if count >= 0 { return count }
      let failure = SystemFailure.last
      guard failure.code == EINTR else { throw failure }
    }
  }

  /// Reads so many bytes from an offset of the file, fewer only at its end.
  func bytes(at offset: Int, count: Int) throws(SystemFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let descriptor = descriptor
      let result = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(
          descriptor, buffer.baseAddress?.advanced(by: done), count - done, off_t(offset + done))
      }
      if result == 0 { break }
      if result > 0 {
        done += result
      } else {
        let failure = SystemFailure.last
        guard failure.code == EINTR else { throw failure }
      }
    }
    return done == count ? bytes : Array(bytes[..<done])
  }

  /// Writes all bytes where the last ones ended.
  func append(_ bytes: [UInt8]) throws(SystemFailure) {
    var written = 0
    while written < bytes.count {
      let descriptor = descriptor
      let result = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if result >= 0 {
        written += result
      } else {
        let failure = SystemFailure.last
        guard failure.code == EINTR else { throw failure }
      }
    }
  }
}

/// `read`, under a name that no method hides.
private func systemRead(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int)
  -> Int
{
  unsafe read(descriptor, buffer, count)
}
