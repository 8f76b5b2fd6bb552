/// From the bytes of a text, a page or a feed to UTF-8.
public enum TextEncoding {
  /// A text in UTF-8.
  public struct Decoded: Hashable, Sendable {
    /// The bytes: valid UTF-8 without a byte order mark.
    public var bytes: [UInt8]
    /// The encoding where it was not UTF-8, by its name.
    public var encoding: String?
    /// Whether the file itself named that encoding.
    public var isDeclared = false
    /// How many sequences were no characters and are U+FFFD now.
    public var replacements: Int
  }

  /// Why bytes are no text.
  public enum Obstacle: Error, Hashable, Sendable {
    /// They say that they are in an encoding that is not read.
    case unknownEncoding(String)
  }

  /// Decodes a file: by its byte order mark, else as UTF-8 where it is valid, else by the encoding it
  /// says in its first lines, else as windows-1252.
  ///
  /// Valid UTF-8 with letters beyond ASCII is no other encoding in practice, whatever the file says.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - isMarkup: Whether it may name an encoding and falls back to windows-1252, as pages and feeds
  ///     do; a plain text is UTF-8 with its invalid sequences replaced.
  /// - Returns: The text.
  /// - Throws: ``Obstacle/unknownEncoding(_:)`` for markup in an encoding without a table.
  public static func decoded(_ bytes: [UInt8], isMarkup: Bool) throws(Obstacle) -> Decoded {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, littleEndian: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, littleEndian: false) }
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let content = bytes.dropFirst(isMarked ? 3 : 0)
    if String(validating: content, as: UTF8.self) != nil {
      return Decoded(bytes: Array(content), encoding: nil, replacements: 0)
    }
    let label = isMarkup ? declaredEncoding(in: bytes) : nil
    guard isMarkup, !isMarked, label.map({ !isUTF8($0) }) ?? true else {
      return repaired(content)
    }
    guard let label else {
      return Decoded(
        bytes: SingleByteEncoding.windows1252.decoded(content), encoding: "windows-1252",
        replacements: 0)
    }
    guard let encoding = SingleByteEncoding(label: label) else { throw .unknownEncoding(label) }
    let text = encoding.decoded(content)
    return Decoded(
      bytes: text, encoding: label, isDeclared: true, replacements: replacementCount(in: text))
  }

  /// The UTF-8 of bytes in an encoding in which each byte is a character.
  ///
  /// - Parameters:
  ///   - bytes: Any part of a text.
  ///   - label: The encoding's label, such as `windows-1250`.
  /// - Returns: The text, U+FFFD where a byte is no character; `nil` where there is no such encoding.
  public static func utf8(of bytes: [UInt8], inSingleByte label: String) -> [UInt8]? {
    SingleByteEncoding(label: label)?.decoded(bytes)
  }

  private static func isUTF8(_ label: String) -> Bool { label == "utf-8" || label == "utf8" }

  private static func repaired(_ bytes: ArraySlice<UInt8>) -> Decoded {
    let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    return Decoded(
      bytes: text, encoding: nil,
      replacements: replacementCount(in: text) - replacementCount(in: bytes))
  }

  private static func utf16(_ bytes: [UInt8], littleEndian: Bool) -> Decoded {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return littleEndian ? second << 8 | first : first << 8 | second
    }
    let text = Array(String(decoding: units, as: UTF16.self).utf8)
    let kept = units.count { $0 == 0xFFFD }
    return Decoded(
      bytes: text, encoding: "UTF-16",
      replacements: replacementCount(in: text) - kept + bytes.count % 2)
  }

  /// How often U+FFFD stands in UTF-8 bytes.
  private static func replacementCount(in bytes: some Collection<UInt8>) -> Int {
    var count = 0
    var (before, last): (UInt8, UInt8) = (0, 0)
    for byte in bytes {
      if (before, last, byte) == (0xEF, 0xBF, 0xBD) { count += 1 }
      (before, last) = (last, byte)
    }
    return count
  }

  // MARK: - What a file says of itself

  /// The encoding in `<meta charset=…>`, `<meta … content="…charset=…">` or `<?xml … encoding="…"?>`,
  /// in lower case.
  static func declaredEncoding(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096).map(MarkupScanner.lowercased)
    for mark in ["charset", "encoding"] {
      let mark = Array(mark.utf8)
      var start = 0
      while start + mark.count <= head.count {
        if head[start..<start + mark.count].elementsEqual(mark),
          let label = label(in: head, from: start + mark.count)
        {
          return label
        }
        start += 1
      }
    }
    return nil
  }

  /// A name after an equals sign, in quotes or not.
  private static func label(in head: [UInt8], from start: Int) -> String? {
    let rest = head[start...].drop(while: MarkupScanner.isSpace)
    guard rest.first == UInt8(ascii: "=") else { return nil }
    let value = rest.dropFirst().drop { MarkupScanner.isSpace($0) || $0 == 0x22 || $0 == 0x27 }
    let name = value.prefix {
      MarkupScanner.isLetter($0) || (0x30...0x39).contains($0) || "-_:.".utf8.contains($0)
    }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }
}
