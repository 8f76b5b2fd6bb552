/// An encoding in which each byte is a character: ASCII below 0x80, a table above.
struct SingleByteEncoding: Sendable {
  private let upperHalf: [Unicode.Scalar]

  /// Latin letters of western Europe: what pages are in that do not say it.
  static let windows1252 = SingleByteEncoding(table: "windows-1252")

  /// The encoding that a label means; `nil` where there is no table for it.
  init?(label: String) {
    let label = String(label.lowercased().map { $0 == "_" ? "-" : $0 })
    let name = Self.names[label] ?? label
    guard SingleByteTables.upperHalves[name] != nil else { return nil }
    self.init(table: name)
  }

  private init(table: String) {
    let scalars = (SingleByteTables.upperHalves[table] ?? "").unicodeScalars
      .map { $0 == "?" ? "\u{FFFD}" as Unicode.Scalar : $0 }
    upperHalf = Array(repeating: "\u{FFFD}", count: max(0, 128 - scalars.count)) + scalars
  }

  /// The character of a byte; U+FFFD where it is none.
  func scalar(_ byte: UInt8) -> Unicode.Scalar {
    byte < 0x80 ? Unicode.Scalar(byte) : upperHalf[Int(byte) - 0x80]
  }

  /// The text of some bytes, in UTF-8.
  func decoded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let units = upperHalf.map { Array(String(Character($0)).utf8) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.underestimatedCount)
    for byte in bytes {
      if byte < 0x80 { text.append(byte) } else { text += units[Int(byte) - 0x80] }
    }
    return text
  }

  /// Other labels of the same encodings.
  ///
  /// ASCII and ISO 8859-1 and -9 are read as the code pages that contain them, as the Encoding Standard
  /// says.
  private static let names: [String: String] = [
    "ascii": "windows-1252", "us-ascii": "windows-1252", "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252", "latin1": "windows-1252", "l1": "windows-1252",
    "cp1252": "windows-1252", "x-cp1252": "windows-1252", "iso-8859-9": "windows-1254",
    "iso8859-9": "windows-1254", "latin5": "windows-1254", "cp1254": "windows-1254",
    "x-cp1254": "windows-1254", "cp1250": "windows-1250", "x-cp1250": "windows-1250",
    "cp1251": "windows-1251", "x-cp1251": "windows-1251", "win-1251": "windows-1251",
    "cp1253": "windows-1253", "cp1257": "windows-1257", "latin2": "iso-8859-2",
    "iso8859-2": "iso-8859-2", "cyrillic": "iso-8859-5", "iso8859-5": "iso-8859-5",
    "greek": "iso-8859-7", "iso8859-7": "iso-8859-7", "latin-9": "iso-8859-15",
    "iso8859-15": "iso-8859-15", "koi8": "koi8-r", "koi": "koi8-r",
  ]
}
