extension DelimitedReader {
  /// What lies from the start of a row on.
  enum Scan {
    /// A row: where the next one begins, how many fields and lines it has.
    case row(end: Int, count: Int, lines: Int)
    /// A row that goes on behind the window.
    case incomplete
    /// A field that goes on for too long, and where it begins.
    case overlong(Int)
    /// Quotes in a wrong place: the offset of the field, and where that was found.
    case broken(DelimitedFault.Kind, field: Int, found: Int)
    /// Nothing more.
    case end
  }

  mutating func scan() -> Scan {
    let (start, end, isAtEnd) = (rowStart, window.end, window.isAtEnd)
    guard start < end else { return isAtEnd ? .end : .incomplete }
    let (separator, longestField) = (separator, longestField)
    let marks = (
      ByteSearch.repeated(separator), ByteSearch.repeated(0x0A), ByteSearch.repeated(0x0D)
    )
    let buffer = window.buffer
    var count = 0
    var lines = 1
    var index = start
    return unsafe buffer.withUnsafeBytes { raw -> Scan in
      guard let bytes = raw.baseAddress else { return .end }
      while true {
        let origin = index
        var field = DelimitedField(start: index, end: index, origin: index)
        if unsafe bytes[index] == 0x22, index < end {
          switch unsafe Self.quoted(
            bytes, from: &index, to: end, separator: separator, isAtEnd: isAtEnd,
            lines: &lines)
          {
          case .closed(let isEscaped, let textEnd):
            field = DelimitedField(
              start: origin + 1, end: textEnd, origin: origin, isEscaped: isEscaped)
          case .incomplete:
            return end - origin > longestField ? .overlong(origin) : .incomplete
          case .broken(let kind):
            return .broken(kind, field: origin, found: index)
          }
        } else {
          while true {
            let word = unsafe ByteSearch.word(bytes, index)
            let hits =
              ByteSearch.zeros(word ^ marks.0) | ByteSearch.zeros(word ^ marks.1)
              | ByteSearch.zeros(word ^ marks.2)
            if hits != 0 {
              index += hits.trailingZeroBitCount >> 3
              break
            }
            index += 8
          }
          if index >= end {
            if !isAtEnd {
              return end - origin > longestField ? .overlong(origin) : .incomplete
            }
            index = end
          }
          field.end = index
        }
        if field.end - field.start > longestField { return .overlong(origin) }
        if count < fields.count { fields[count] = field } else { fields.append(field) }
        count += 1
        if index == end { return .row(end: end, count: count, lines: lines) }
        let mark = unsafe bytes[index]
        if mark == separator {
          index += 1
          continue
        }
        if mark == 0x0A { return .row(end: index + 1, count: count, lines: lines) }
        if index + 1 == end, !isAtEnd { return .incomplete }
        let length = unsafe index + 1 < end && bytes[index + 1] == 0x0A ? 2 : 1
        return .row(end: index + length, count: count, lines: lines)
      }
    }
  }

  /// What follows an opening quote.
  private enum Quoted {
    case closed(isEscaped: Bool, textEnd: Int)
    case incomplete
    case broken(DelimitedFault.Kind)
  }

  /// Goes from an opening quote to what follows the closing one: a separator, a line end, the end.
  private static func quoted(
    _ bytes: UnsafeRawPointer, from index: inout Int, to end: Int, separator: UInt8, isAtEnd: Bool,
    lines: inout Int
  ) -> Quoted {
    let start = index + 1
    var isEscaped = false
    index += 1
    while true {
      guard let quote = unsafe self.quote(bytes, from: index, to: end) else {
        index = end
        return isAtEnd ? .broken(.unclosedQuote) : .incomplete
      }
      index = quote + 1
      if index == end, !isAtEnd { return .incomplete }
      guard index < end, unsafe bytes[index] == 0x22 else { break }
      isEscaped = true
      index += 1
    }
    let textEnd = index - 1
    // Blanks behind a closing quote are nobody's.
    while index < end, unsafe bytes[index] == 0x20 { index += 1 }
    if index == end { return isAtEnd ? closed() : .incomplete }
    let mark = unsafe bytes[index]
    guard mark == separator || mark == 0x0A || mark == 0x0D else {
      return .broken(.textAfterQuote)
    }
    return closed()

    func closed() -> Quoted {
      unsafe lines += lineEnds(bytes, start..<textEnd)
      return .closed(isEscaped: isEscaped, textEnd: textEnd)
    }
  }

  /// The next LF or CR, which the padding behind the bytes has at the latest.
  static func lineEnd(_ bytes: UnsafeRawPointer, from start: Int) -> Int {
    let (feed, carriage) = (ByteSearch.repeated(0x0A), ByteSearch.repeated(0x0D))
    var index = start
    while true {
      let word = unsafe ByteSearch.word(bytes, index)
      let hits = ByteSearch.zeros(word ^ feed) | ByteSearch.zeros(word ^ carriage)
      if hits != 0 { return index + hits.trailingZeroBitCount >> 3 }
      index += 8
    }
  }

  /// The next quote; `nil` where there is none before the end.
  private static func quote(_ bytes: UnsafeRawPointer, from start: Int, to end: Int) -> Int? {
    let mark = ByteSearch.repeated(0x22)
    var index = start
    while index < end {
      let hits = unsafe ByteSearch.zeros(ByteSearch.word(bytes, index) ^ mark)
      if hits != 0 {
        let found = index + hits.trailingZeroBitCount >> 3
        return found < end ? found : nil
      }
      index += 8
    }
    return nil
  }

  /// How many line ends are in a range; a CR before its LF is one with it.
  private static func lineEnds(_ bytes: UnsafeRawPointer, _ range: Range<Int>) -> Int {
    let (feed, carriage) = (ByteSearch.repeated(0x0A), ByteSearch.repeated(0x0D))
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let word = unsafe ByteSearch.word(bytes, index)
      if ByteSearch.zeros(word ^ feed) | ByteSearch.zeros(word ^ carriage) == 0 {
        index += 8
        continue
      }
      let byte = unsafe bytes[index]
      if byte == 0x0A { count += 1 }
      if byte == 0x0D, unsafe bytes[index + 1] != 0x0A { count += 1 }
      index += 1
    }
    return count
  }
}

extension UnsafeRawPointer {
  /// The byte at an offset.
  fileprivate subscript(offset: Int) -> UInt8 {
    @inline(__always) get { unsafe load(fromByteOffset: offset, as: UInt8.self) }
  }
}

extension DelimitedReader {
  /// The separator that Excel names in a line of its own before the header, `sep=;`, and where that
  /// line ends.
  static func namedSeparator(_ bytes: ArraySlice<UInt8>) -> (separator: UInt8, end: Int)? {
    let head = Array(bytes.prefix(7))
    guard head.count >= 6,
      head[..<4].elementsEqual("sep=".utf8) || head[..<4].elementsEqual("SEP=".utf8),
      head[4] < 0x80, head[4] != 0x22, head[5] == 0x0A || head[5] == 0x0D
    else { return nil }
    let isPair = head.count > 6 && head[5] == 0x0D && head[6] == 0x0A
    return (head[4], bytes.startIndex + (isPair ? 7 : 6))
  }

  /// What separates the fields of a file: the one of comma, semicolon, tab and vertical bar that stands
  /// most often in its first line outside quotes; a comma where none does.
  static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    var best = (mark: UInt8(ascii: ","), count: 0)
    for mark in ",;\t|".utf8 {
      let count = count(of: mark, inFirstLineOf: bytes)
      if count > best.count { best = (mark, count) }
    }
    return best.mark
  }

  /// How often a mark stands outside quotes before the first line end behind any text.
  private static func count(of mark: UInt8, inFirstLineOf bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var isQuoted = false
    var hasText = false
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() }
      if byte > 0x20 { hasText = true }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D, hasText { break }
      if byte == mark { count += 1 }
    }
    return count
  }
}
