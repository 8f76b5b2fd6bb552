internal import Crypto

extension Incident {
  /// The identifier that follows from bytes: `i-` and the first 12 hexadecimal digits of their SHA-256.
  ///
  /// Computed incidents have that of their smallest event key, incidents of other people's files that
  /// of their own identifier there or of the whole row.
  package static func identifier(hashing bytes: Span<UInt8>) -> String {
    var hash = SHA256()
    unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    let digest = hash.finalize()
    return unsafe digest.withUnsafeBytes { digest in
      unsafe String(unsafeUninitializedCapacity: 14) { text in
        unsafe text[0] = UInt8(ascii: "i")
        unsafe text[1] = UInt8(ascii: "-")
        for index in 0..<6 {
          unsafe text[2 + 2 * index] = hexadecimalDigit(digest[index] >> 4)
          unsafe text[3 + 2 * index] = hexadecimalDigit(digest[index] & 15)
        }
        return 14
      }
    }
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
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
