internal import Crypto

extension Incident {
  /// The identifier that follows from bytes: `i-` and the first 12 hexadecimal digits of their SHA-256.
  ///
  /// Computed incidents have that of their smallest event key, incidents of other people's files that
  /// of their own identifier there or of the whole row.
  package static func identifier(hashing bytes: Span<UInt8>) -> String {
    var hash = SHA256()
    unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    return "i-" + Report.hexadecimal(hash.finalize().prefix(6))
  }

  /// Whether bytes are an identifier of an incident.
  package static func isIdentifier(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count == 14, bytes[0] == UInt8(ascii: "i"), bytes[1] == UInt8(ascii: "-") else {
      return false
    }
    for index in 2..<14 {
      let byte = bytes[index]
      guard byte &- 0x30 < 10 || byte &- UInt8(ascii: "a") < 6 else { return false }
    }
    return true
  }
}
