internal import IncidentModel

/// The digest by which a content security policy knows a script or a style sheet.
enum ContentDigest {
  /// `sha256-` and the digest in base64, as Content Security Policy Level 3, section 2.3.1, has it.
  static func sha256(of text: String) -> String {
    let digits = Array(Report.sha256(of: Array(text.utf8)))
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).map { index in
      UInt8(String(digits[index...(index + 1)]), radix: 16) ?? 0
    }
    return "sha256-" + base64(bytes)
  }

  /// RFC 4648, section 4.
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(
          place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
