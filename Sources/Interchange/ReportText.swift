internal import Markup

/// From an input's bytes to a report's text.
enum ReportText {
  /// Why the bytes cannot be a text, or `nil` where they can.
  static func obstacle(in bytes: [UInt8]) -> String? {
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    return !isUTF16 && bytes.contains(0)
      ? "it holds NUL bytes: a binary file, or UTF-16 without a byte order mark" : nil
  }

  /// The bytes in UTF-8 where a byte order mark says that they are UTF-16, else `nil`.
  static func utf8(ofUTF16 bytes: [UInt8]) -> [UInt8]? {
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
    return try? TextEncoding.decoded(bytes, isMarkup: false).bytes
  }

  /// A text without the byte order mark that it may begin with.
  static func withoutMark(_ text: String) -> String {
    text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// What was done to a text's bytes, for people.
  static func notices(_ decoded: TextEncoding.Decoded) -> [String] {
    var notices: [String] = []
    if let encoding = decoded.encoding, !decoded.isDeclared {
      notices.append("it is read as \(encoding)")
    }
    let count = decoded.replacements
    guard count > 0 else { return notices }
    let sequences = count == 1 ? "sequence is" : "sequences are"
    notices.append(
      "not all of it is \(decoded.encoding ?? "UTF-8"): \(count) invalid \(sequences) read as U+FFFD"
    )
    return notices
  }

  /// That an input is larger than any report.
  static func tooLarge(_ format: ReportFormat) -> String {
    "is larger than \(format.longestReport >> 20) MiB: no report is; split it"
  }

  /// Whether there is nothing to read: white space and invisible marks only.
  static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}"
    }
  }
}
