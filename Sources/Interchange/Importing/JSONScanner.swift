/// Goes over the bytes of a JSON text (RFC 8259) without making values of it.
///
/// What it goes over may end in the middle of a value, to be tried again when more is there. It lives
/// no longer than the bytes: behind them stands ``InputWindow/padding``, so that a word of eight bytes
/// may be read at any of them.
@safe struct JSONScanner {
  /// Why scanning stopped.
  enum Fault: Error {
    /// The bytes end before the value does.
    case incomplete
    /// Something is wrong at an offset.
    case syntax(String, at: Int)
  }

  /// A string: its bytes between the quotes, and whether some of them are escapes.
  struct Text {
    var range: Range<Int>
    var isEscaped: Bool
  }

  private let bytes: UnsafeRawPointer
  let end: Int
  var index: Int

  /// Begins at an offset of bytes that stay where they are while this lives.
  init(_ bytes: UnsafeRawPointer, from index: Int, to end: Int) {
    unsafe self.bytes = bytes
    self.index = index
    self.end = end
  }

  /// The byte at an offset up to the end.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { unsafe bytes.load(fromByteOffset: offset, as: UInt8.self) }

  /// Goes over white space to the next byte, which it gives.
  @inline(__always)
  mutating func peek() throws(Fault) -> UInt8 {
    while index < end {
      let byte = byte(index)
      if byte > 0x20 { return byte }
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else {
        throw .syntax("a control character stands between values", at: index)
      }
      index += 1
    }
    throw .incomplete
  }

  /// Goes over one character behind white space, if it is there.
  @inline(__always)
  mutating func takes(_ character: Unicode.Scalar) throws(Fault) -> Bool {
    guard try peek() == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// Goes over a name and the colon behind it.
  @inline(__always)
  mutating func name() throws(Fault) -> Text {
    guard try peek() == UInt8(ascii: "\"") else {
      throw .syntax("a name in double quotes should stand here", at: index)
    }
    let name = try string()
    guard try takes(":") else { throw .syntax("a colon is missing after the name", at: index) }
    return name
  }

  /// After a member or element: whether another follows; else the closing character was taken.
  @inline(__always)
  mutating func goesOn(to closing: Unicode.Scalar) throws(Fault) -> Bool {
    if try takes(",") { return true }
    guard try takes(closing) else { throw .syntax("a comma or \(closing) is missing", at: index) }
    return false
  }

  // MARK: - Values

  /// Goes over a string, from its opening quote.
  mutating func string() throws(Fault) -> Text {
    let opening = index
    index += 1
    let start = index
    var isEscaped = false
    let (quote, backslash) = (ByteSearch.repeated(0x22), ByteSearch.repeated(0x5C))
    while index < end {
      let word = unsafe ByteSearch.word(bytes, index)
      // A byte is a control character where taking 0x20 off it borrows.
      let controls = (word &- ByteSearch.repeated(0x20)) & ~word & 0x8080_8080_8080_8080
      let hits =
        ByteSearch.zeros(word ^ quote) | ByteSearch.zeros(word ^ backslash) | controls
      if hits == 0 {
        index += 8
        continue
      }
      index += hits.trailingZeroBitCount >> 3
      guard index < end else { break }
      switch byte(index) {
      case UInt8(ascii: "\""):
        index += 1
        return Text(range: start..<index - 1, isEscaped: isEscaped)
      case UInt8(ascii: "\\"):
        isEscaped = true
        index += 2
      case 0..<0x20:
        throw .syntax("a control character or line end in a text must be escaped", at: index)
      default: index += 1
      }
    }
    guard index - opening <= FeatureScanner.longestFeature else {
      throw .syntax("the text that begins here has no closing quote", at: opening)
    }
    throw .incomplete
  }

  /// Goes over any value.
  mutating func skipValue(depth: Int = 0) throws(Fault) {
    switch try peek() {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "{"):
      try deepen(depth)
      if try takes("}") { return }
      repeat {
        _ = try name()
        try skipValue(depth: depth + 1)
      } while try goesOn(to: "}")
    case UInt8(ascii: "["):
      try deepen(depth)
      if try takes("]") { return }
      repeat { try skipValue(depth: depth + 1) } while try goesOn(to: "]")
    case UInt8(ascii: "t"): try literal("true")
    case UInt8(ascii: "f"): try literal("false")
    case UInt8(ascii: "n"): try literal("null")
    default: try skipNumber()
    }
  }

  private mutating func deepen(_ depth: Int) throws(Fault) {
    guard depth < JSONParser.maximumDepth else {
      throw .syntax("values nest more than \(JSONParser.maximumDepth) deep", at: index)
    }
    index += 1
  }

  /// Goes over `true`, `false` or `null`.
  mutating func literal(_ word: StaticString) throws(Fault) {
    var offset = index
    for letter in word.description.utf8 {
      guard offset < end else { throw .incomplete }
      guard byte(offset) == letter else { throw .syntax("a value should stand here", at: index) }
      offset += 1
    }
    index = offset
  }

  /// Goes over a number.
  @inline(__always)
  mutating func skipNumber() throws(Fault) {
    let start = index
    if byte(index) == UInt8(ascii: "-") { index += 1 }
    let whole = index
    takeDigits()
    let count = index - whole
    guard index < end else { throw .incomplete }
    guard count > 0 else {
      throw .syntax(
        whole == start ? "a value should stand here" : "a digit should stand here", at: index)
    }
    guard byte(whole) != UInt8(ascii: "0") || count == 1 else {
      throw .syntax("a number may not begin with 0", at: whole)
    }
    if byte(index) == UInt8(ascii: ".") {
      index += 1
      try someDigits()
    }
    if byte(index) | 0x20 == UInt8(ascii: "e") {
      index += 1
      if byte(index) == UInt8(ascii: "+") || byte(index) == UInt8(ascii: "-") { index += 1 }
      try someDigits()
    }
  }

  /// Goes over a number and reads it; `nil` where it is too large.
  mutating func number() throws(Fault) -> Double? {
    let start = index
    try skipNumber()
    return unsafe FieldNumber.real(
      UnsafeRawBufferPointer(start: bytes + start, count: index - start)
        .assumingMemoryBound(to: UInt8.self).span)
  }

  /// Whether a range holds a text.
  @inline(__always)
  func holds(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    var offset = 0
    while offset < range.count {
      if unsafe byte(range.lowerBound + offset) != text.utf8Start[offset] { return false }
      offset += 1
    }
    return true
  }

  /// Whether a range holds some bytes.
  @inline(__always)
  func holds(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    guard range.count == text.count else { return false }
    for offset in text.indices where byte(range.lowerBound + offset) != text[offset] {
      return false
    }
    return true
  }

  @inline(__always)
  private mutating func takeDigits() {
    while index < end, byte(index) &- 0x30 < 10 { index += 1 }
  }

  private mutating func someDigits() throws(Fault) {
    let start = index
    takeDigits()
    guard index < end else { throw .incomplete }
    guard index > start else { throw .syntax("a digit should stand here", at: index) }
  }
}
