/// A window that moves over the bytes of a file, of the standard input or of an array.
///
/// What is read lies in one buffer, so that a row or a feature is a range of it; what is done with is
/// let go. After the bytes there are always ``padding`` line feeds, so that a search for line ends by
/// words of eight bytes needs no test for the end.
final class InputWindow {
  /// How many line feeds follow the bytes.
  static let padding = 16
  /// How much is read at once.
  static let chunk = 1 << 20

  /// The buffer: the window's bytes up to ``end``, the padding, and what is noted behind it.
  private(set) var buffer: [UInt8]
  /// Where the window's bytes end in the buffer.
  private(set) var end: Int
  /// Whether nothing follows the window.
  private(set) var isAtEnd: Bool
  /// The bytes of the whole input, where that is known.
  let size: Int?
  /// The input's name in errors.
  let path: String
  /// The bytes read so far.
  private(set) var bytesRead: Int

  private var file: OpenFile?
  private let chunk: Int
  private var noted: Int

  /// Opens a file, `-` being the standard input, and reads its beginning.
  ///
  /// - Throws: ``InterchangeError/missing(path:)`` or ``InterchangeError/unreadable(path:reason:)``.
  static func opening(
    _ path: String, chunk: Int = InputWindow.chunk
  ) throws(InterchangeError) -> InputWindow {
    let file = try InputFile.open(path)
    let size: Int?
    do {
      size = try file.size
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    let window = InputWindow(file, size: size, path: path, chunk: chunk)
    while !window.isAtEnd, window.end < chunk { _ = try window.extend(keeping: 0) }
    return window
  }

  private init(_ file: consuming OpenFile, size: Int?, path: String, chunk: Int) {
    self.file = consume file
    self.size = size
    self.path = path
    self.chunk = chunk
    buffer = []
    (end, bytesRead, noted) = (0, 0, 0)
    isAtEnd = false
  }

  /// Takes bytes that are there already.
  init(_ bytes: [UInt8], path: String) {
    buffer = bytes
    size = bytes.count
    self.path = path
    end = bytes.count
    bytesRead = bytes.count
    isAtEnd = true
    noted = 0
    chunk = Self.chunk
    file = nil
    pad()
  }

  /// Whether the window has moved on from the input's beginning.
  var hasLetGo: Bool { bytesRead > end }

  /// A window over what this one shows, which does not move it.
  var copy: InputWindow { InputWindow(Array(buffer[..<end]), path: path) }

  /// Lets go of what lies before an offset and reads more behind the rest: at least one byte, unless
  /// the input ends, and as much again as is kept.
  ///
  /// - Returns: How far the kept bytes moved towards the front.
  func extend(keeping start: Int) throws(InterchangeError) -> Int {
    let kept = end - start
    guard !isAtEnd else { return 0 }
    move(from: start, count: kept)
    end = kept
    let wanted = max(chunk, kept)
    if buffer.count < end + wanted + Self.padding {
      buffer += repeatElement(0x0A, count: end + wanted + Self.padding - buffer.count)
    }
    do {
      let limit = end + wanted
      while end < limit, let count = try file?.read(into: &buffer, end..<limit) {
        if count == 0 {
          isAtEnd = true
          break
        }
        end += count
        bytesRead += count
        // A pipe gives what it has; whoever waits for a row should have it.
        if size == nil { break }
      }
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    pad()
    return start
  }

  /// Notes bytes behind the padding, until the window next moves or ``forgetNotes()``.
  ///
  /// - Returns: Where they stand in the buffer.
  func note(_ bytes: some Collection<UInt8>) -> Range<Int> {
    let start = end + Self.padding + noted
    if buffer.count < start + bytes.count {
      buffer += repeatElement(0, count: max(4096, start + bytes.count - buffer.count))
    }
    buffer.replaceSubrange(start..<start + bytes.count, with: bytes)
    noted += bytes.count
    return start..<start + bytes.count
  }

  /// Gives the room for notes free.
  func forgetNotes() { noted = 0 }

  private func move(from start: Int, count: Int) {
    guard start > 0 else { return }
    unsafe buffer.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe base.copyMemory(from: base + start, byteCount: count)
    }
  }

  private func pad() {
    noted = 0
    let missing = end + Self.padding - buffer.count
    if missing > 0 { buffer += repeatElement(0x0A, count: missing) }
    for index in end..<end + Self.padding { buffer[index] = 0x0A }
  }
}
