/// What every name of a gazetteer must be: well-formed, neither empty nor endless, without control
/// characters.
enum PlaceName {
  /// Why bytes are no name.
  enum Fault: Error {
    case empty, endless, malformed, lost, control

    /// What is wrong, to be said of a name.
    var message: String {
      switch self {
      case .empty: "is empty"
      case .endless: "is longer than \(DelimitedRow.nameLimit) bytes"
      case .malformed: "is not well-formed UTF-8"
      case .lost: "has lost a letter: it holds U+FFFD"
      case .control: "holds a control character"
      }
    }
  }

  /// The name that bytes hold, white space around it dropped.
  static func checked(_ bytes: ArraySlice<UInt8>) throws(Fault) -> String {
    var bytes = bytes
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= DelimitedRow.nameLimit else { throw .endless }
    var previous: UInt8 = 0
    for byte in bytes {
      // C0 and DEL are one byte, C1 is U+0080 to U+009F.
      if byte < 0x20 || byte == 0x7F || (previous == 0xC2 && byte < 0xA0 && byte >= 0x80) {
        throw .control
      }
      previous = byte
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformed }
    if hasLostLetters(bytes) { throw .lost }
    return text
  }

  /// Whether a replacement character stands for what a converter did not understand.
  private static func hasLostLetters(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.indices.contains { index in
      bytes[index] == 0xEF && bytes[index...].starts(with: [0xEF, 0xBF, 0xBD])
    }
  }

  /// Whether a text has a letter of the Cyrillic block.
  static func isCyrillic(_ text: String) -> Bool {
    text.utf8.contains { (0xD0...0xD3).contains($0) }
  }
}
