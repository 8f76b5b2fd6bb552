/// A recursive-descent parser of JSON texts (RFC 8259) over bytes.
struct JSONParser {
  /// How deep arrays and objects may nest.
  static let maximumDepth = 512

  private let bytes: [UInt8]
  private let end: Int
  private var index: Int

  private init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  /// Parses the one JSON text that a part of `bytes` holds.
  static func parse(
    _ bytes: [UInt8], in range: Range<Int>? = nil
  ) throws(JSONSyntaxError) -> JSONValue {
    var parser = JSONParser(bytes, in: range ?? bytes.indices)
    if bytes[parser.index..<parser.end].starts(with: [0xEF, 0xBB, 0xBF]) { parser.index += 3 }
    let value = try parser.value(depth: 0)
    parser.skipWhitespace()
    guard parser.index == parser.end else {
      throw parser.error("something follows the end of the JSON text")
    }
    return value
  }

  // MARK: - Values

  private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    skipWhitespace()
    guard index < end else { throw error("the text ends where a value should stand") }
    switch bytes[index] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < Self.maximumDepth else {
        throw error("values nest more than \(Self.maximumDepth) deep")
      }
      return bytes[index] == UInt8(ascii: "{")
        ? .object(try object(depth: depth)) : .array(try array(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .boolean(true))
    case UInt8(ascii: "f"): return try literal("false", .boolean(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw error("a value should stand here")
    }
  }

  private mutating func array(depth: Int) throws(JSONSyntaxError) -> [JSONValue] {
    index += 1
    var elements: [JSONValue] = []
    if takes("]") { return elements }
    while true {
      elements.append(try value(depth: depth + 1))
      if takes(",") { continue }
      guard takes("]") else { throw error("a comma or ] is missing") }
      return elements
    }
  }

  private mutating func object(depth: Int) throws(JSONSyntaxError) -> [JSONMember] {
    index += 1
    var members: [JSONMember] = []
    if takes("}") { return members }
    while true {
      skipWhitespace()
      guard index < end, bytes[index] == UInt8(ascii: "\"") else {
        throw error("a name in double quotes should stand here")
      }
      let name = try string()
      guard takes(":") else { throw error("a colon is missing after the name") }
      members.append(JSONMember(name, try value(depth: depth + 1)))
      if takes(",") { continue }
      guard takes("}") else { throw error("a comma or } is missing") }
      return Self.lastOfEachName(members)
    }
  }

  private mutating func literal(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONSyntaxError) -> JSONValue {
    let word = word.description.utf8
    guard bytes[index..<end].starts(with: word) else { throw error("a value should stand here") }
    index += word.count
    return value
  }

  /// Keeps the last of members with the same name; names are compared by their bytes (§8.3).
  private static func lastOfEachName(_ members: [JSONMember]) -> [JSONMember] {
    guard Set(members.lazy.map(\.name)).count < members.count else { return members }
    var seen: Set<[UInt8]> = []
    return members.reversed().filter { seen.insert(Array($0.name.utf8)).inserted }.reversed()
  }

  // MARK: - Strings

  private mutating func string() throws(JSONSyntaxError) -> String {
    let opening = index
    index += 1
    var unescaped: [UInt8] = []
    var runStart = index
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        let text =
          unescaped.isEmpty
          ? String(validating: bytes[runStart..<index], as: UTF8.self)
          : String(validating: unescaped + bytes[runStart..<index], as: UTF8.self)
        index += 1
        guard let text else { throw JSONSyntaxError("the text is not UTF-8", at: opening) }
        return text
      case UInt8(ascii: "\\"):
        unescaped += bytes[runStart..<index]
        try escape(into: &unescaped)
        runStart = index
      case 0..<0x20:
        throw error("a control character or line end in a text must be escaped")
      default:
        index += 1
      }
    }
    throw JSONSyntaxError("the text that begins here has no closing quote", at: opening)
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONSyntaxError) {
    let start = index
    index += 1
    guard index < end else { throw error("the text ends within an escape") }
    let letter = bytes[index]
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += Array(String(try escapedScalar(from: start)).utf8)
    default: throw JSONSyntaxError("there is no such escape", at: start)
    }
  }

  private mutating func escapedScalar(
    from start: Int
  ) throws(JSONSyntaxError) -> Character {
    var code = UInt32(try hexadecimalUnit(from: start))
    if (0xD800..<0xDC00).contains(code), index + 1 < end, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    {
      index += 2
      let low = UInt32(try hexadecimalUnit(from: start))
      guard (0xDC00..<0xE000).contains(low) else {
        throw JSONSyntaxError("half a surrogate pair is no character", at: start)
      }
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw JSONSyntaxError("half a surrogate pair is no character", at: start)
    }
    return Character(scalar)
  }

  private mutating func hexadecimalUnit(from start: Int) throws(JSONSyntaxError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard index < end, let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else {
        throw JSONSyntaxError("\\u takes four hexadecimal digits", at: start)
      }
      unit = unit << 4 | UInt16(digit)
      index += 1
    }
    return unit
  }

  // MARK: - Numbers

  /// Reads a number, exactly rounded: short ones from an exact product of an integer and a power of
  /// ten (Clinger 1990), the others by the standard library.
  private mutating func number() throws(JSONSyntaxError) -> Double {
    let start = index
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var digits = Digits()
    let whole = index
    takeDigits { digits.append($0) }
    guard index > whole else { throw error("a digit should stand here") }
    guard bytes[whole] != UInt8(ascii: "0") || index == whole + 1 else {
      throw JSONSyntaxError("a number may not begin with 0", at: whole)
    }
    if index < end, bytes[index] == UInt8(ascii: ".") {
      index += 1
      let fraction = index
      takeDigits { digits.append($0) }
      guard index > fraction else { throw error("a digit should stand here") }
      digits.exponent -= index - fraction
    }
    if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") { try exponent(into: &digits) }
    let value = digits.exact.map { isNegative ? -$0 : $0 }
    let number = value ?? Double(String(decoding: bytes[start..<index], as: UTF8.self))
    guard let number, number.isFinite else {
      throw JSONSyntaxError("the number is too large", at: start)
    }
    return number
  }

  private mutating func exponent(into digits: inout Digits) throws(JSONSyntaxError) {
    index += 1
    var isNegative = false
    if index < end, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    let first = index
    var exponent = 0
    takeDigits { exponent = min(exponent * 10 + Int($0), 1_000_000) }
    guard index > first else { throw error("a digit should stand here") }
    digits.exponent += isNegative ? -exponent : exponent
  }

  private mutating func takeDigits(_ take: (UInt8) -> Void) {
    while index < end, case let digit = bytes[index] &- UInt8(ascii: "0"), digit <= 9 {
      take(digit)
      index += 1
    }
  }

  /// The digits of a number as an integer and a power of ten.
  private struct Digits {
    private var mantissa: UInt64 = 0
    private var isExact = true
    var exponent = 0

    mutating func append(_ digit: UInt8) {
      isExact = isExact && mantissa < 1 << 53 / 10
      if isExact { mantissa = mantissa * 10 + UInt64(digit) }
    }

    /// The value, where both the integer and the power of ten are exact in a `Double`.
    var exact: Double? {
      guard isExact, exponent.magnitude <= 22 else { return nil }
      let power = Self.powersOfTen[Int(exponent.magnitude)]
      return exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
    }

    private static let powersOfTen: [Double] = [
      1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
      1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]
  }

  // MARK: - Bytes

  private mutating func skipWhitespace() {
    while index < end {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  private mutating func takes(_ character: Unicode.Scalar) -> Bool {
    skipWhitespace()
    guard index < end, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private func error(_ message: String) -> JSONSyntaxError { JSONSyntaxError(message, at: index) }
}

/// What is wrong in a JSON text, and at which byte.
struct JSONSyntaxError: Error {
  let message: String
  let offset: Int

  init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }

  /// The error by line and column, the first line of `bytes` being 1.
  func problem(in bytes: [UInt8]) -> FileProblem {
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return FileProblem(
      line: before.count { $0 == 0x0A } + 1, column: column(in: bytes, lineStart: lineStart),
      message: message)
  }

  /// The column of the error in Unicode scalars, from 1.
  func column(in bytes: [UInt8], lineStart: Int) -> Int {
    bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
  }
}
