/// Reads whole files.
enum InputFile {
  /// The bytes of a file, or of the standard input where the path is `-`.
  static func bytes(of path: String) throws(InterchangeError) -> [UInt8] {
    let file = try open(path)
    do {
      return try file.bytes()
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
  }

  /// Opens a file, or the standard input where the path is `-`.
  static func open(_ path: String) throws(InterchangeError) -> OpenFile {
    if path == "-" { return OpenFile.standardInput }
    do {
      return try OpenFile.reading(path)
    } catch {
      throw error.isMissing
        ? .missing(path: path) : .unreadable(path: path, reason: error.reason)
    }
  }
}
