internal import Markup

/// The bytes of a file of incidents, as UTF-8 or as an encoding in which each byte is a character.
struct ImportedText {
  /// The bytes.
  let window: InputWindow
  /// In which encoding the file was, where that is not UTF-8.
  let encodingNote: String?

  /// Looks at a file's beginning.
  ///
  /// - Throws: ``InterchangeError/malformed(path:problems:)`` for archives, for other binary files, and
  ///   where nobody knows the encoding that the user names.
  init(_ window: InputWindow, options: ImportOptions) throws(InterchangeError) {
    func refuse(_ message: String) -> InterchangeError {
      .malformed(path: window.path, problems: [FileProblem(message: message)])
    }
    let start = Array(window.buffer[..<min(window.end, 4096)])
    if TextEncoding.utf8(of: [], inSingleByte: options.encoding) == nil {
      throw refuse(
        "there is no single-byte encoding \"\(options.encoding)\"; others are windows-1250, "
          + "windows-1251 and iso-8859-2")
    }
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      throw refuse("it is a workbook or another zip archive: save its sheet as CSV, and read that")
    }
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw refuse("it is an old Excel workbook: save its sheet as CSV, and read that")
    }
    if start.starts(with: [0x1F, 0x8B]) {
      throw refuse("it is a gzip file: open it first, as with \"gzip -dc FILE | … -\"")
    }
    guard let mark = Self.utf16Mark(start) else {
      guard !start.contains(0) else { throw refuse("it holds NUL bytes: it is a binary file") }
      self.window = window
      encodingNote = nil
      return
    }
    var bytes = mark.isWritten ? [] : mark.bytes
    while !window.isAtEnd { _ = try window.extend(keeping: 0) }
    bytes += window.buffer[..<window.end]
    guard let decoded = try? TextEncoding.decoded(bytes, isMarkup: false) else {
      throw refuse("it is no text")
    }
    self.window = InputWindow(decoded.bytes, path: window.path)
    encodingNote =
      "it is read as UTF-16"
      + (decoded.replacements > 0 ? ", \(decoded.replacements) invalid places as U+FFFD" : "")
  }

  /// What the text is, by its first character.
  var format: IncidentFileFormat {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let isMarked = window.buffer[..<window.end].starts(with: mark)
    // A record separator (0x1E) begins the texts of a GeoJSON sequence.
    let first = window.buffer[(isMarked ? 3 : 0)..<window.end].first { $0 > 0x20 }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? .geoJSON : .delimited
  }

  /// The byte order mark of UTF-16, and whether the file has it; without one, a first character of
  /// ASCII tells the order.
  private static func utf16Mark(_ bytes: [UInt8]) -> (bytes: [UInt8], isWritten: Bool)? {
    let (little, big): ([UInt8], [UInt8]) = ([0xFF, 0xFE], [0xFE, 0xFF])
    if bytes.starts(with: little) { return (little, true) }
    if bytes.starts(with: big) { return (big, true) }
    guard bytes.count >= 4 else { return nil }
    if bytes[0] != 0, bytes[1] == 0, bytes[2] != 0, bytes[3] == 0 { return (little, false) }
    if bytes[0] == 0, bytes[1] != 0, bytes[2] == 0, bytes[3] != 0 { return (big, false) }
    return nil
  }
}
