public import IncidentModel

/// Writes incidents as CSV (RFC 4180) in UTF-8, a header line first, every column in every file.
///
/// Departs from RFC 4180 in the line end: LF, which spreadsheets and GDAL read as well as CRLF and
/// which keeps comparisons of files calm. Texts that a spreadsheet would take for a formula, those
/// beginning with `=`, `+`, `-`, `@`, a tab or a carriage return, get an apostrophe before them
/// (OWASP, "CSV Injection"). What is not stated is empty.
public struct CSVWriter: Sendable {
  /// Whether a row of HXL tags follows the header.
  public var includesHXLTags: Bool

  /// Makes a writer.
  public init(includesHXLTags: Bool = false) {
    self.includesHXLTags = includesHXLTags
  }

  /// The whole file.
  public func bytes(of table: IncidentTable) -> [UInt8] {
    var bytes: [UInt8] = []
    write(table) { bytes += $0 }
    return bytes
  }

  /// Hands out the file in pieces of about a mebibyte.
  public func write<Failure: Error>(
    _ table: IncidentTable, to write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let columns = table.columns
    var bytes: [UInt8] = []
    Self.append(row: columns.map { .text($0.name) }, to: &bytes)
    if includesHXLTags { Self.append(row: columns.map { .text($0.hxlTag) }, to: &bytes) }
    for (row, incident) in table.incidents.enumerated() {
      for (index, column) in columns.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        let value = column.value(for: incident, row: row)
        Self.append(value, places: column.places(for: incident), to: &bytes)
      }
      bytes.append(0x0A)
      if bytes.count >= 1 << 20 {
        try write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try write(bytes)
  }

  /// Appends a row of any values, reals with at most `places` decimals.
  public static func append(row: [FieldValue], places: Int = 6, to bytes: inout [UInt8]) {
    for (index, value) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(value, places: places, to: &bytes)
    }
    bytes.append(0x0A)
  }

  private static func append(_ value: FieldValue, places: Int, to bytes: inout [UInt8]) {
    switch value {
    case .null: break
    case .text(let text): append(text, to: &bytes)
    case .integer(let number): bytes += String(number).utf8
    case .real(let number): _ = RealText.append(real: number, places: places, to: &bytes)
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .date(let date): bytes += date.description.utf8
    case .dateTime(let moment): bytes += moment.description.utf8
    }
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let isFormula = text.utf8.first.map(opensFormula) ?? false
    guard text.utf8.contains(where: mustBeQuoted) else {
      if isFormula { bytes.append(UInt8(ascii: "'")) }
      bytes += text.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func opensFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }

  private static func mustBeQuoted(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: ","), 0x0A, 0x0D: true
    default: false
    }
  }
}
