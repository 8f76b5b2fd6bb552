/// Reads the records of a CSV file one by one, within memory that does not grow with the file.
///
/// A record may go over several lines where a field is quoted. Where it then makes no sense, its first
/// line alone is taken, so that one stray quote does not swallow the rows behind it.
struct CSVRecordReader: ~Copyable {
  /// How many lines and bytes one record may have.
  private static let lineLimit = 64
  private static let byteLimit = 1 << 18

  /// A record.
  struct Record {
    /// The fields, with lines counted from the file's first; a fault where it is malformed.
    var csv: CSVRecords.Record
    /// The bytes.
    var bytes: [UInt8]
  }

  /// How many bytes were read from the file.
  var bytesRead: Int { reader.bytesRead }
  /// The size in bytes, where the file has one.
  var size: Int? { reader.size }
  private var reader: LineReader
  private var row = DelimitedRow(delimiter: 0x2C)
  /// Lines read ahead and given back, the next one last, with their numbers.
  private var pending: [(bytes: [UInt8], line: Int)] = []

  /// Opens a file, `-` being the standard input.
  init(_ path: String) throws(GazetteerImportError) {
    reader = try LineReader.opening(path)
  }

  /// The next record that is not empty, of so many columns where they are known; `nil` at the end.
  mutating func next(columns: Int?) throws(GazetteerImportError) -> Record? {
    while let first = try nextLine() {
      if first.bytes.isEmpty, !first.isOverlong { continue }
      if first.isOverlong {
        let fault = (line: first.line, column: 1, message: DelimitedRow.Fault.overlong.message)
        return Record(csv: CSVRecords.Record(line: first.line, fields: [], fault: fault), bytes: [])
      }
      return try record(from: first.bytes, line: first.line, columns: columns)
    }
    return nil
  }

  private mutating func record(
    from first: [UInt8], line: Int, columns: Int?
  ) throws(GazetteerImportError) -> Record {
    var bytes = first
    var isOpen = Self.hasOddQuotes(first)
    var ahead: [(bytes: [UInt8], line: Int)] = []
    while isOpen, ahead.count < Self.lineLimit, bytes.count < Self.byteLimit,
      let next = try nextLine()
    {
      ahead.append((next.bytes, next.line))
      if next.isOverlong { break }
      bytes.append(0x0A)
      bytes += next.bytes
      if Self.hasOddQuotes(next.bytes) { isOpen = false }
    }
    let joined = Self.parsed(bytes, line: line)
    let isSound = joined.fault == nil && (columns == nil || joined.fields.count == columns)
    if ahead.isEmpty || (isSound && !isOpen) { return Record(csv: joined, bytes: bytes) }
    pending += ahead.reversed()
    return Record(csv: Self.parsed(first, line: line), bytes: first)
  }

  private mutating func nextLine() throws(GazetteerImportError) -> (
    bytes: [UInt8], line: Int, isOverlong: Bool
  )? {
    if let last = pending.popLast() { return (last.bytes, last.line, false) }
    switch try reader.next(&row) {
    case .end: return nil
    case .overlong: return ([], reader.line, true)
    case .line: return (row.bytes, reader.line, false)
    }
  }

  private static func hasOddQuotes(_ bytes: [UInt8]) -> Bool {
    bytes.reduce(false) { $1 == 0x22 ? !$0 : $0 }
  }

  private static func parsed(_ bytes: [UInt8], line: Int) -> CSVRecords.Record {
    var records = CSVRecords(bytes)
    guard var record = records.next() else { return CSVRecords.Record(line: line, fields: []) }
    record.line += line - 1
    for index in record.fields.indices { record.fields[index].line += line - 1 }
    if let fault = record.fault {
      record.fault = (fault.line + line - 1, fault.column, fault.message)
    } else if String(validating: bytes, as: UTF8.self) == nil {
      record.fault = (line, 1, "is not well-formed UTF-8")
    }
    return record
  }
}
