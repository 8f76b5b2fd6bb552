internal import Markup

/// Questions about the texts of fields.
enum FieldText {
  /// Whether a field says that there is no value: `NULL`, `N/A`, `NaN`.
  static func isNothing(_ bytes: Span<UInt8>) -> Bool {
    switch bytes.count {
    case 3:
      FieldBytes.equals(bytes, ignoringCase: "n/a") || FieldBytes.equals(bytes, ignoringCase: "nan")
    case 4: FieldBytes.equals(bytes, ignoringCase: "null")
    default: false
    }
  }

  /// Whether a field of numbers says that there is none: also `-`, `NA`, `?`, `None`, `unknown`.
  static func isNoNumber(_ bytes: Span<UInt8>) -> Bool {
    switch bytes.count {
    case 1: bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "?")
    case 2:
      FieldBytes.equals(bytes, ignoringCase: "na") || FieldBytes.equals(bytes, ignoringCase: "--")
    case 3:
      isNothing(bytes) || FieldBytes.equals(bytes, ignoringCase: "–")
        || FieldBytes.equals(bytes, ignoringCase: "—")
    case 4: isNothing(bytes) || FieldBytes.equals(bytes, ignoringCase: "none")
    case 7: FieldBytes.equals(bytes, ignoringCase: "unknown")
    default: false
    }
  }

  /// The text of bytes in a single-byte encoding; what is none of its characters is U+FFFD.
  static func recoded(_ bytes: Span<UInt8>, from label: String) -> String {
    var copy: [UInt8] = []
    for index in bytes.indices { copy.append(bytes[index]) }
    let text = TextEncoding.utf8(of: copy, inSingleByte: label) ?? copy
    return String(decoding: text, as: UTF8.self)
  }
}
