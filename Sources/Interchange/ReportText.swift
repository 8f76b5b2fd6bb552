/// From an input's bytes to a report's text.
enum ReportText {
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Why the bytes cannot be a UTF-8 text, or `nil` where they can.
  static func obstacle(in bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      "it is UTF-16, not UTF-8; convert it with: iconv -f UTF-16 -t UTF-8"
    } else if bytes.contains(0) {
      "it holds NUL bytes: a binary file, or text in UTF-16"
    } else {
      nil
    }
  }

  /// The text without a byte order mark, and a notice where bytes had to be replaced by U+FFFD.
  static func decoded(_ bytes: [UInt8]) -> (text: String, notice: String?) {
    let bytes = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    if let text = String(validating: bytes, as: UTF8.self) { return (text, nil) }
    let text = String(decoding: bytes, as: UTF8.self)
    let count = replacements(in: text.utf8) - replacements(in: bytes)
    return (
      text,
      "not all of it is UTF-8: \(count) invalid \(count == 1 ? "sequence is" : "sequences are") read as U+FFFD"
    )
  }

  /// Whether there is nothing to read: white space and invisible marks only.
  static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}"
    }
  }

  /// How often U+FFFD stands in UTF-8 bytes.
  private static func replacements(in bytes: some Collection<UInt8>) -> Int {
    var count = 0
    var (before, last): (UInt8, UInt8) = (0, 0)
    for byte in bytes {
      if (before, last, byte) == (0xEF, 0xBF, 0xBD) { count += 1 }
      (before, last) = (last, byte)
    }
    return count
  }
}
