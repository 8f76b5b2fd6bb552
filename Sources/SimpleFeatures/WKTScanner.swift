/// Takes the words, numbers and signs of well-known text one by one.
struct WKTScanner {
  private let bytes: [UInt8]
  private var offset = 0

  /// Starts at the first word, behind a byte order mark if there is one.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    skipSpace()
  }

  /// Where the next word, number or sign begins.
  var place: Int { offset }

  var isAtEnd: Bool { offset == bytes.count }

  /// Whether a number, or an attempt at one, comes next.
  var isAtNumber: Bool {
    guard let byte = peek else { return false }
    return Self.isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".")
  }

  // MARK: - Signs and words

  /// Skips a sign if it comes next.
  mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard let byte = peek, UInt32(byte) == sign.value else { return false }
    offset += 1
    skipSpace()
    return true
  }

  mutating func expect(_ sign: Unicode.Scalar, or other: String? = nil) throws(WKTError) {
    guard skip(sign) else {
      throw error(.expected("'\(sign)'" + (other.map { " or \($0)" } ?? "")))
    }
  }

  /// Skips a word if it comes next, in whatever case.
  mutating func skip(word: String) -> Bool {
    let start = offset
    if readWord() == word { return true }
    offset = start
    return false
  }

  /// The letters that come next, in capitals; none where something else does.
  mutating func readWord() -> String {
    let start = offset
    while let byte = peek, Self.isLetter(byte) { offset += 1 }
    let word = bytes[start..<offset].map { $0 & 0xDF }
    skipSpace()
    return String(decoding: word, as: UTF8.self)
  }

  // MARK: - Numbers

  /// Reads a decimal number, perhaps with an exponent, rounded once to the nearest there is.
  mutating func readNumber() throws(WKTError) -> Double {
    let start = offset
    let isNegative = peek == UInt8(ascii: "-")
    if isNegative || peek == UInt8(ascii: "+") { offset += 1 }
    var digits = Digits()
    skipDigits(into: &digits)
    if peek == UInt8(ascii: ".") {
      offset += 1
      let integral = digits.count
      skipDigits(into: &digits)
      digits.exponent = integral - digits.count
    }
    guard digits.count > 0 else { throw noNumber(at: start) }
    let isScaled = peek.map { $0 | 0x20 } == UInt8(ascii: "e")
    if isScaled {
      offset += 1
      if peek == UInt8(ascii: "-") || peek == UInt8(ascii: "+") { offset += 1 }
      var exponent = Digits()
      skipDigits(into: &exponent)
      guard exponent.count > 0 else { throw error(.expected("the digits of an exponent")) }
    }
    if let byte = peek, Self.isLetter(byte) || byte == UInt8(ascii: ".") {
      throw error(.expected("the end of the number"))
    }
    let end = offset
    skipSpace()
    if !isScaled, let exact = digits.exactValue { return isNegative ? -exact : exact }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    guard let number = Double(text), number.isFinite else {
      throw error(.numberNotFinite, at: start)
    }
    return number
  }

  /// The digits of a number so far.
  private struct Digits {
    var count = 0
    var significand: UInt64 = 0
    /// The power of ten of the last digit.
    var exponent = 0

    /// The number, where one division of two exact numbers makes it.
    var exactValue: Double? {
      guard count <= 15, -exponent < Self.powersOfTen.count else { return nil }
      return Double(significand) / Self.powersOfTen[-exponent]
    }

    private static let powersOfTen: [Double] = [
      1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]
  }

  private mutating func skipDigits(into digits: inout Digits) {
    while let byte = peek, Self.isDigit(byte) {
      digits.significand = digits.significand &* 10 &+ UInt64(byte - UInt8(ascii: "0"))
      digits.count += 1
      offset += 1
    }
  }

  /// What to say where no digit comes; `nan` and `inf` are what programs write for missing numbers.
  private func noNumber(at start: Int) -> WKTError {
    var rest = self
    let word = rest.readWord()
    let isNotFinite = ["NAN", "INF", "INFINITY"].contains(word)
    return error(isNotFinite ? .numberNotFinite : .expected("a number"), at: start)
  }

  // MARK: - Bytes

  /// An error where the scanner stands, or at an earlier place.
  func error(_ reason: WKTError.Reason, at place: Int? = nil) -> WKTError {
    let before = bytes[..<(place ?? offset)]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    return WKTError(reason, line: line, column: column)
  }

  private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte == UInt8(ascii: " ") || (9...13).contains(byte) { offset += 1 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF)
  }
}
