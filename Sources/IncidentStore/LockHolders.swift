internal import FoundationEssentials

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The other programs that have locked a file, where the system tells: Linux lists all locks.
///
/// - SeeAlso: `proc_locks(5)`.
enum LockHolders {
  /// The programs by name and number, such as `qgis (process 4711)`; `nil` where none is known.
  static func description(of path: String) -> String? {
    var status = stat()
    guard unsafe stat(path, &status) == 0,
      let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8)
    else { return nil }
    let processes = processes(in: locks, lockingInode: UInt64(status.st_ino))
      .filter { $0 != getpid() }
    let names = processes.map { process in
      let name = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
      let program = name.map { $0.filter { !$0.isNewline } } ?? "a program"
      return "\(program) (process \(process))"
    }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// The numbers of the processes that lock a file, in order; each line of the list is
  /// `1: POSIX  ADVISORY  WRITE 4711 fe:00:131075 1073741824 1073742335`.
  ///
  /// The device before the inode is left aside: file systems with subvolumes tell another one than `stat`.
  static func processes(in locks: String, lockingInode inode: UInt64) -> [Int32] {
    var processes: Set<Int32> = []
    for line in locks.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ")
      guard words.count >= 6, words[1] == "POSIX" || words[1] == "OFDLCK",
        let process = Int32(words[4]), process > 0,
        words[5].split(separator: ":").last.flatMap({ UInt64($0) }) == inode
      else { continue }
      processes.insert(process)
    }
    return processes.sorted()
  }
}
