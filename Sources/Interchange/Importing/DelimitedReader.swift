/// Reads rows of fields between separators (RFC 4180 and its kin), one row at a time, in the memory
/// of a few mebibytes whatever the size of the file.
///
/// The separator is a comma, semicolon, tab or vertical bar; rows end with LF, CRLF or CR; a byte order
/// mark and rows without any text are passed over. A row shorter than the first is filled up with
/// empty fields; of one that is longer the surplus must be empty. A broken row costs itself only:
/// where a quote is the fault, reading goes on in the line after the one in which it opened.
///
/// ```swift
/// var reader = try DelimitedReader(opening: "incidents.csv")
/// while case .row? = try reader.next() { … reader.fields[0] … }
/// ```
///
/// - Complexity: one pass; nothing is allocated for a row.
struct DelimitedReader: ~Copyable {
  /// What a step gives.
  enum Outcome: Hashable {
    /// A row, in ``fields``.
    case row
    /// No row: this is wrong.
    case fault(DelimitedFault)
  }

  /// The fields of the row, as ranges of ``buffer``; at least as many as ``columnCount``.
  var fields: [DelimitedField] = []
  /// The fields of the first row, which all others should have; 0 before it.
  private(set) var columnCount = 0
  /// The line on which the row begins, from 1.
  private(set) var line = 1
  /// What separates the fields.
  let separator: UInt8
  /// The most bytes of a field; a row may have twice as many.
  let longestField: Int

  let window: InputWindow
  /// Where the row begins, where the next one does, and on which line.
  private(set) var rowStart = 0
  private var next: Int
  private var nextLine = 1
  /// The last line that a broken row before may have swallowed.
  private var suspectLine = 0

  /// Reads what a window shows.
  ///
  /// - Parameters:
  ///   - window: The input at its beginning, in UTF-8 or any other superset of ASCII.
  ///   - separator: What separates the fields; `nil` takes what the first line has most of.
  ///   - longestField: The most bytes of a field, 16 MiB.
  init(_ window: InputWindow, separator: UInt8? = nil, longestField: Int = 16 << 20) {
    self.longestField = longestField
    let isMarked = window.buffer[..<window.end].starts(with: [0xEF, 0xBB, 0xBF])
    let start = isMarked ? 3 : 0
    let named = Self.namedSeparator(window.buffer[start..<window.end])
    self.window = window
    if let separator {
      self.separator = separator
    } else if let named {
      self.separator = named.separator
    } else {
      self.separator = Self.separator(of: window.buffer[start..<window.end])
    }
    if let named {
      next = named.end
      nextLine = 2
      return
    }
    next = start
  }

  /// The buffer in which the fields of a row stand, until the next step.
  var buffer: [UInt8] { window.buffer }
  /// The bytes read so far.
  var bytesRead: Int { window.bytesRead - (window.end - next) }
  /// The bytes of the whole input, where that is known.
  var size: Int? { window.size }
  /// The input's name in errors.
  var path: String { window.path }

  /// Goes to the next row that holds any text.
  ///
  /// - Returns: The outcome, `nil` at the end.
  /// - Throws: ``InterchangeError/unreadable(path:reason:)``.
  mutating func advance() throws(InterchangeError) -> Outcome? {
    window.forgetNotes()
    while true {
      rowStart = next
      line = nextLine
      switch scan() {
      case .incomplete:
        if window.end - rowStart > 2 * longestField {
          return try passOver(.overlongRow(limit: 2 * longestField))
        }
        next -= try window.extend(keeping: rowStart)
      case .end: return nil
      case .overlong(let field): return try passOver(.overlongField(limit: longestField), at: field)
      case .row(let end, let count, let lines):
        next = end
        nextLine = line + lines
        if let outcome = take(count) { return outcome }
      case .broken(let kind, let field, let found):
        if kind == .textAfterQuote { suspectLine = place(at: found).line }
        return try passOver(kind, at: field)
      }
    }
  }

  /// The place of a field of the row.
  func place(of field: Int) -> (line: Int, column: Int) { place(at: fields[field].origin) }

  // MARK: - Rows

  /// Takes the scanned fields as a row; `nil` where none has any text.
  private mutating func take(_ count: Int) -> Outcome? {
    if fields[..<count].allSatisfy(\.isEmpty) { return nil }
    if columnCount == 0 { columnCount = count }
    if count > columnCount, !fields[columnCount..<count].allSatisfy(\.isEmpty) {
      let kind = DelimitedFault.Kind.tooManyFields(count, columns: columnCount)
      return .fault(fault(kind, at: fields[columnCount].origin))
    }
    if count < columnCount {
      if line <= suspectLine {
        let kind = DelimitedFault.Kind.tooFewFields(count, columns: columnCount)
        return .fault(fault(kind, at: rowStart))
      }
      let empty = DelimitedField(start: rowStart, end: rowStart, origin: rowStart)
      for index in count..<columnCount {
        if index < fields.count { fields[index] = empty } else { fields.append(empty) }
      }
    }
    for index in 0..<columnCount where fields[index].isEscaped { unescape(index) }
    return .row
  }

  /// Puts a field with doubled quotes behind the window, with single ones.
  private mutating func unescape(_ index: Int) {
    var text: [UInt8] = []
    var isSecond = false
    for byte in window.buffer[fields[index].range] {
      isSecond = byte == 0x22 && !isSecond
      if !isSecond || byte != 0x22 { text.append(byte) }
    }
    let range = window.note(text)
    (fields[index].start, fields[index].end) = (range.lowerBound, range.upperBound)
    fields[index].isEscaped = false
  }

  // MARK: - Faults

  /// Passes over what begins at an offset of the row, up to the next line end.
  private mutating func passOver(
    _ kind: DelimitedFault.Kind, at field: Int? = nil
  ) throws(InterchangeError) -> Outcome {
    let fault = fault(kind, at: field ?? rowStart)
    try skipLine(from: field ?? rowStart)
    nextLine = fault.line + 1
    return .fault(fault)
  }

  /// Lets go of everything up to and with the line end after an offset.
  private mutating func skipLine(from offset: Int) throws(InterchangeError) {
    var offset = offset
    while true {
      if let end = lineEnd(from: offset) {
        next = end
        return
      }
      // A CR at the end of the window may be followed by its LF.
      let kept = window.buffer[..<window.end].last == 0x0D ? window.end - 1 : window.end
      next = window.end
      if window.isAtEnd { return }
      offset = kept - (try window.extend(keeping: kept))
    }
  }

  private func fault(_ kind: DelimitedFault.Kind, at offset: Int) -> DelimitedFault {
    let (line, column) = place(at: offset)
    return DelimitedFault(kind: kind, line: line, column: column)
  }

  /// The line and column of an offset of the row.
  private func place(at offset: Int) -> (line: Int, column: Int) {
    var (line, column) = (line, 1)
    var index = rowStart
    while index < offset {
      let byte = window.buffer[index]
      if byte == 0x0A || byte == 0x0D && window.buffer[index + 1] != 0x0A {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      index += 1
    }
    return (line, column)
  }

  /// The offset behind the first line end from an offset on; `nil` where the window shows none.
  private func lineEnd(from offset: Int) -> Int? {
    let found = unsafe window.buffer.withUnsafeBytes { bytes in
      unsafe bytes.baseAddress.map { unsafe Self.lineEnd($0, from: offset) } ?? offset
    }
    guard found < window.end else { return nil }
    guard window.buffer[found] == 0x0D else { return found + 1 }
    guard found + 1 < window.end else { return window.isAtEnd ? found + 1 : nil }
    return window.buffer[found + 1] == 0x0A ? found + 2 : found + 1
  }
}
