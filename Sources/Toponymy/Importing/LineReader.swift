#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Reads a file line by line within a buffer of 2 MiB, however large the file is.
///
/// Lines end with LF or CRLF, the last one also with the file; a byte order mark is skipped. A line
/// of more than 1 MiB is passed over and told as too long.
struct LineReader: ~Copyable {
  /// What the next line is.
  enum Outcome {
    /// The row holds it.
    case line
    /// It is too long, and was passed over.
    case overlong
    /// There is none.
    case end
  }

  /// How long a line may be, in bytes.
  static let limit = 1 << 20
  private static let chunk = 1 << 20

  /// The path as given.
  let path: String
  /// The size in bytes, where the file has one.
  var size: Int? { file.size }
  /// Whether the file can be opened and read once more, which pipes and the standard input cannot.
  var canBeReadAgain: Bool { path != "-" && file.size != nil }
  /// The 1-based number of the line that was read last.
  private(set) var line = 0
  /// How many bytes were read from the file.
  private(set) var bytesRead = 0
  private let file: ImportFile
  private var buffer = [UInt8](repeating: 0, count: LineReader.limit + LineReader.chunk)
  private var start = 0
  private var end = 0
  private var isAtEnd = false

  /// Opens a file, `-` being the standard input.
  ///
  /// - Throws: ``GazetteerImportError/unreadable(path:reason:)``, and
  ///   ``GazetteerImportError/wrongForm(path:reason:)`` for an archive or an empty file.
  static func opening(_ path: String) throws(GazetteerImportError) -> LineReader {
    var reader = LineReader(path: path, file: try open(path))
    try reader.begin()
    return reader
  }

  private init(path: String, file: consuming ImportFile) {
    self.path = path
    self.file = file
  }

  private static func open(_ path: String) throws(GazetteerImportError) -> ImportFile {
    do {
      return try ImportFile(reading: path)
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
  }

  private mutating func begin() throws(GazetteerImportError) {
    try fill()
    try refuseArchives()
    if buffer[..<end].starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    if start == end { throw .wrongForm(path: path, reason: "is empty") }
  }

  /// Takes the next line, without its end, into a row.
  mutating func next(_ row: inout DelimitedRow) throws(GazetteerImportError) -> Outcome {
    var searched = start
    while true {
      if let newline = newline(from: searched) {
        return take(upTo: newline, into: &row)
      }
      if isAtEnd {
        return start == end ? .end : take(upTo: end, into: &row)
      }
      searched = end
      if end - start > Self.limit { return try passOver() }
      searched -= try fill()
    }
  }

  /// The index of the next LF.
  private func newline(from index: Int) -> Int? {
    let count = end - index
    guard count > 0 else { return nil }
    return unsafe buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let found = unsafe memchr(base + index, 0x0A, count)
      else { return nil }
      return unsafe base.distance(to: UnsafeRawPointer(found))
    }
  }

  private mutating func take(upTo newline: Int, into row: inout DelimitedRow) -> Outcome {
    line += 1
    defer { start = min(newline + 1, end) }
    if newline - start > Self.limit { return .overlong }
    let hasReturn = newline > start && buffer[newline - 1] == 0x0D
    row.take(buffer[start..<(hasReturn ? newline - 1 : newline)], line: line)
    return .line
  }

  /// Passes over the rest of a line that does not fit.
  private mutating func passOver() throws(GazetteerImportError) -> Outcome {
    line += 1
    while true {
      if let newline = newline(from: start) {
        start = newline + 1
        return .overlong
      }
      start = end
      if isAtEnd { return .overlong }
      try fill()
    }
  }

  /// Moves what is left to the front and reads more behind it; how far it was moved.
  @discardableResult
  private mutating func fill() throws(GazetteerImportError) -> Int {
    let moved = start
    if moved > 0 {
      buffer.replaceSubrange(0..<(end - start), with: Array(buffer[start..<end]))
      end -= start
      start = 0
    }
    do {
      let count = try file.read(into: &buffer, end..<min(buffer.count, end + Self.chunk))
      isAtEnd = count == 0
      end += count
      bytesRead += count
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    return moved
  }

  /// Archives are opened by other programs, and piped here.
  private func refuseArchives() throws(GazetteerImportError) {
    let (kind, command): (String, String)
    if buffer[..<end].starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      (kind, command) = ("zip archive", "unzip -p")
    } else if buffer[..<end].starts(with: [0x1F, 0x8B]) {
      (kind, command) = ("gzip file", "gzip -dc")
    } else {
      return
    }
    let file = path == "-" ? "FILE" : path
    throw .wrongForm(
      path: path, reason: "is a \(kind): open it first, as with \"\(command) \(file) | … -\"")
  }
}
