/// The bytes of a file that is not whole yet, gone at the end of its life unless they have taken a
/// file's place.
///
/// Where the file system allows it, they have no name until they are whole, so that nothing is left of
/// a program that was killed. Elsewhere they lie beside the file as
/// `.incidentmap-PROCESS-NUMBER.partial`, locked by who writes them; the next program that writes into
/// the folder removes what a killed one left there.
struct PartialFile: ~Copyable {
  /// What to write to.
  let file: OpenFile
  private let folder: String
  private var path: String?

  private init(_ file: consuming OpenFile, in folder: String, path: String?) {
    self.file = file
    self.folder = folder
    self.path = path
  }

  deinit {
    if let path { Folder.remove(path) }
  }

  /// Makes one in the folder of a file.
  static func beside(_ target: String) throws(SystemError) -> PartialFile {
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
    removeAbandoned(in: folder)
    do {
      return PartialFile(try OpenFile.unnamed(in: folder), in: folder, path: nil)
    } catch {
      return try named(in: folder)
    }
  }

  /// Makes one that has a name from the start, in a folder with a slash behind it or, without any
  /// name, the current one.
  static func named(in folder: String) throws(SystemError) -> PartialFile {
    try withFreeName(in: folder) { path throws(SystemError) in
      let file = try OpenFile.creating(path)
      _ = file.lock()
      return PartialFile(file, in: folder, path: path)
    }
  }

  /// Puts the bytes in a file's place, whether there is one or not.
  mutating func replace(_ target: String) throws(SystemError) {
    let path: String
    if let known = self.path { path = known } else { path = try takeName() }
    self.path = path
    try Folder.rename(path, to: target)
    self.path = nil
  }

  private func takeName() throws(SystemError) -> String {
    try Self.withFreeName(in: folder) { path throws(SystemError) in
      try file.takeName(path)
      return path
    }
  }

  private static func withFreeName<Made: ~Copyable>(
    in folder: String, _ make: (_ path: String) throws(SystemError) -> Made
  ) throws(SystemError) -> Made {
    var number = 0
    while true {
      do {
        return try make("\(folder)\(opening)\(Folder.processNumber)-\(number)\(ending)")
      } catch {
        guard error.isInTheWay, number < 1000 else { throw error }
        number += 1
      }
    }
  }
}

// MARK: - What was left behind

extension PartialFile {
  private static let opening = ".incidentmap-"
  private static let ending = ".partial"

  /// Removes the partial files of processes that run no more.
  ///
  /// A process of another machine, or of another container, may not be seen from here: what somebody
  /// has locked stays as well.
  static func removeAbandoned(in folder: String) {
    for name in Folder.names(in: folder) {
      guard let process = process(of: name), !Folder.isRunning(process) else { continue }
      let path = folder + name
      guard (try? PathStatus(path))?.kind == .file, isUnlocked(path) else { continue }
      Folder.remove(path)
    }
  }

  private static func isUnlocked(_ path: String) -> Bool {
    do {
      return try OpenFile.writing(path).lock()
    } catch {
      return false
    }
  }

  /// The process that a partial file was named after; `nil` where the name is none of ours.
  private static func process(of name: String) -> Int? {
    guard name.hasPrefix(opening), name.hasSuffix(ending) else { return nil }
    let numbers = name.dropFirst(opening.count).dropLast(ending.count)
      .split(separator: "-", omittingEmptySubsequences: false)
    guard numbers.count == 2, numbers.allSatisfy({ $0.utf8.allSatisfy(isDigit) }) else {
      return nil
    }
    return Int(numbers[0])
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
