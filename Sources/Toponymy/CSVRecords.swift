/// Reads RFC 4180 records from bytes, with the line and column of every field.
///
/// A field is quoted or bare; a quote inside a quoted field is doubled, and none stands in a bare one;
/// records end with LF or CRLF; empty lines are passed over. A byte order mark is skipped.
package struct CSVRecords: Sequence, IteratorProtocol {
  /// A field's text and where it begins.
  package struct Field: Hashable, Sendable {
    /// The text, quotes resolved.
    package var text: String
    /// The 1-based line on which the field begins.
    package var line: Int
    /// The 1-based column in bytes at which the field begins.
    package var column: Int
  }

  /// A record, or what is wrong with it.
  package struct Record: Sendable {
    /// The 1-based line at which the record begins.
    package var line: Int
    /// The fields, in order.
    package var fields: [Field]
    /// The place and nature of the first fault, where there is one.
    package var fault: (line: Int, column: Int, message: String)?
  }

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var lineStart = 0

  /// Reads from the bytes of a file.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      index = 3
      lineStart = 3
    }
  }

  /// The next record; `nil` at the end.
  package mutating func next() -> Record? {
    skipEmptyLines()
    guard index < bytes.count else { return nil }
    var record = Record(line: line, fields: [])
    while true {
      let (line, column) = (line, index - lineStart + 1)
      let text = isAt("\"") ? quotedField(&record) : bareField(&record)
      record.fields.append(Field(text: text, line: line, column: column))
      guard index < bytes.count else { return record }
      if isAt(",") {
        index += 1
        continue
      }
      endLine()
      return record
    }
  }

  private func isAt(_ character: Unicode.Scalar) -> Bool {
    index < bytes.count && bytes[index] == UInt8(ascii: character)
  }

  private mutating func skipEmptyLines() {
    while index < bytes.count, isAt("\n") || isAt("\r") { endLine() }
  }

  /// Steps over one line end.
  private mutating func endLine() {
    if isAt("\r") { index += 1 }
    if isAt("\n") { index += 1 }
    line += 1
    lineStart = index
  }

  private mutating func bareField(_ record: inout Record) -> String {
    let start = index
    while index < bytes.count, !isAt(","), !isAt("\n"), !isAt("\r") {
      if isAt("\"") { report("a quote in a field that is not quoted", in: &record) }
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func quotedField(_ record: inout Record) -> String {
    let opening = (line, index - lineStart + 1)
    var field: [UInt8] = []
    index += 1
    while index < bytes.count {
      if isAt("\"") {
        index += 1
        guard isAt("\"") else {
          skipAfterQuote(&record)
          return String(decoding: field, as: UTF8.self)
        }
      } else if isAt("\n") {
        line += 1
        lineStart = index + 1
      }
      field.append(bytes[index])
      index += 1
    }
    record.fault = record.fault ?? (opening.0, opening.1, "a quoted field is not closed")
    return String(decoding: field, as: UTF8.self)
  }

  private mutating func skipAfterQuote(_ record: inout Record) {
    while index < bytes.count, !isAt(","), !isAt("\n"), !isAt("\r") {
      report("text after a closing quote", in: &record)
      index += 1
    }
  }

  /// Notes what is wrong at the current byte, unless something before it is.
  private func report(_ message: String, in record: inout Record) {
    record.fault = record.fault ?? (line, index - lineStart + 1, message)
  }
}
