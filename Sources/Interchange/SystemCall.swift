#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A failed system call, by its `errno`.
struct SystemError: Error {
  let code: CInt

  /// Makes the error of the call that just failed.
  static var last: SystemError { SystemError(code: errno) }

  /// Whether nothing is there.
  var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// Whether a file is in the way of one to be made.
  var isInTheWay: Bool { code == EEXIST }

  /// Whether a signal came between: the call is to be made again.
  var isInterruption: Bool { code == EINTR }

  /// Whether the medium failed rather than the name or the permission: full, over quota, broken.
  var isStorageFailure: Bool { [ENOSPC, EDQUOT, EIO, EFBIG].contains(code) }

  /// What failed, in the same words on every system and in every locale.
  var reason: String {
    switch code {
    case ENOENT: "there is no such folder"
    case ENOTDIR: "a part of its path is no folder"
    case EISDIR: "it is a folder"
    case EACCES, EPERM: "permission denied"
    case EROFS: "the file system is read-only"
    case ENAMETOOLONG: "its name is too long"
    case ENOSPC: "the disk is full"
    case EDQUOT: "the disk quota is used up"
    case EFBIG: "the file grew too large"
    case EIO: "the device failed"
    case EPIPE: "the reader has gone"
    default: "system error \(code)"
    }
  }
}

/// An open file, closed at the end of its life.
struct OpenFile: ~Copyable {
  private let descriptor: CInt
  private let closes: Bool

  /// Opens a file for reading.
  static func reading(_ path: String) throws(SystemError) -> OpenFile {
    try OpenFile(opening: path, O_RDONLY | O_CLOEXEC)
  }

  /// Opens what is there for writing: a device, a pipe.
  static func writing(_ path: String) throws(SystemError) -> OpenFile {
    try OpenFile(opening: path, O_WRONLY | O_CLOEXEC)
  }

  /// Makes a file that is not there yet.
  static func creating(_ path: String) throws(SystemError) -> OpenFile {
    try OpenFile(opening: path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
  }

  /// Makes a file that has no name until it is given one, and is gone with the process if it never is
  /// (Linux's `O_TMPFILE`).
  ///
  /// - Throws: Where the file system has no such files, or names cannot be given.
  static func unnamed(in folder: String) throws(SystemError) -> OpenFile {
    #if os(Linux)
      let unnamed: CInt = 0o20_000_000 | O_DIRECTORY  // a macro that Swift does not see
      let file = try OpenFile(
        opening: folder.isEmpty ? "." : folder, unnamed | O_WRONLY | O_CLOEXEC)
      guard unsafe access(file.processPath, F_OK) == 0 else { throw .last }
      return file
    #else
      throw SystemError(code: EOPNOTSUPP)
    #endif
  }

  /// The standard input, which stays open.
  static var standardInput: OpenFile { OpenFile(descriptor: STDIN_FILENO, closes: false) }

  private init(descriptor: CInt, closes: Bool) {
    self.descriptor = descriptor
    self.closes = closes
  }

  private init(opening path: String, _ flags: CInt) throws(SystemError) {
    let descriptor = unsafe open(path, flags, 0o666)
    guard descriptor >= 0 else { throw .last }
    self.init(descriptor: descriptor, closes: true)
  }

  deinit {
    if closes { _ = close(descriptor) }
  }

  /// Reads at most so many bytes, fewer only at the end.
  func bytes(upTo limit: Int = .max) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let wanted = min(limit - bytes.count, max(1 << 16, bytes.count))
      var result = 0
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        unsafe result = systemRead(descriptor, buffer.baseAddress, buffer.count)
        count = max(0, result)
      }
      if result < 0 {
        let error = SystemError.last
        guard error.isInterruption else { throw error }
        continue
      }
      guard result > 0 else { break }
      bytes += piece
    }
    return bytes
  }

  /// The size in bytes of a regular file; `nil` for pipes and devices.
  var size: Int? {
    get throws(SystemError) {
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0 else { throw .last }
      return status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }
  }

  /// Reads what comes next into a part of a buffer: at least one byte, 0 at the end.
  func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(SystemError) -> Int {
    while true {
      let descriptor = descriptor
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe systemRead(
          descriptor, bytes.baseAddress?.advanced(by: range.lowerBound), range.count)
      }
      if count >= 0 { return count }
      let error = SystemError.last
      guard error.isInterruption else { throw error }
    }
  }

  /// Writes all bytes where the last ones ended.
  func append(_ bytes: [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let result = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if result < 0 {
        let error = SystemError.last
        guard error.isInterruption else { throw error }
      } else {
        written += result
      }
    }
  }

  /// Waits until what was written is on the medium.
  func synchronize() throws(SystemError) {
    guard fsync(descriptor) == 0 else { throw .last }
  }

  /// Gives an unnamed file a name that nothing has.
  func takeName(_ path: String) throws(SystemError) {
    guard unsafe linkat(AT_FDCWD, processPath, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 else {
      throw .last
    }
  }

  /// Where the system shows the file to this process.
  private var processPath: String { "/proc/self/fd/\(descriptor)" }

  /// Locks the file until it is closed, and tells whether nobody else has; where the file system has
  /// no locks, somebody may.
  func lock() -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }

  /// Takes over a file's permissions.
  func adopt(_ permissions: FilePermissions) throws(SystemError) {
    guard fchmod(descriptor, permissions) == 0 else { throw .last }
  }
}

/// `read`, under a name that no method hides.
private func systemRead(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int)
  -> Int
{
  unsafe read(descriptor, buffer, count)
}

/// The bits of `chmod`.
typealias FilePermissions = mode_t

/// What stands at a path.
struct PathStatus {
  /// What it is.
  let kind: Kind
  /// The bits of `chmod`.
  let permissions: FilePermissions

  enum Kind {
    case file, folder, device
  }

  /// Asks the file system, links followed; `nil` where nothing is there.
  init?(_ path: String) throws(SystemError) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      let error = SystemError.last
      if error.isMissing { return nil }
      throw error
    }
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .device
      }
    permissions = status.st_mode & 0o777
  }

  /// Whether the user may write to what is at a path.
  static func isWritable(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }

  /// The path with all its links followed, or itself where it leads nowhere.
  static func resolved(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}

/// Changes to folders.
enum Folder {
  /// Gives a file another name, in place of what has it.
  static func rename(_ old: String, to new: String) throws(SystemError) {
    guard unsafe renameat(AT_FDCWD, old, AT_FDCWD, new) == 0 else { throw .last }
  }

  /// Removes a file, if it is there.
  static func remove(_ path: String) {
    _ = unsafe unlink(path)
  }

  /// The number of this process, for names that no other process takes.
  static var processNumber: Int { Int(getpid()) }

  /// Whether a process runs on this machine, of any user.
  static func isRunning(_ process: Int) -> Bool {
    guard let number = pid_t(exactly: process), number > 0 else { return false }
    return kill(number, 0) == 0 || errno != ESRCH
  }

  /// The names in a folder, in no order; none where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(
          to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)
        ) {
          names.append(unsafe String(cString: $0))
        }
      }
    }
    return names
  }
}
