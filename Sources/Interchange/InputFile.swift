/// Reads whole files.
enum InputFile {
  /// The bytes of a file, or of the standard input where the path is `-`.
  static func bytes(of path: String) throws(InterchangeError) -> [UInt8] {
    do {
      return path == "-"
        ? try OpenFile.standardInput.bytes() : try OpenFile.reading(path).bytes()
    } catch {
      throw error.isMissing
        ? .missing(path: path) : .unreadable(path: path, reason: error.reason)
    }
  }
}
