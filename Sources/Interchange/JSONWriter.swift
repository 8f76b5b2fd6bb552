internal import SimpleFeatures

/// Writes JSON texts (RFC 8259) as bytes, member by member in the order of the calls.
///
/// The same calls give the same bytes everywhere. Texts escape only what they must: quotes,
/// backslashes and control characters.
///
/// ```swift
/// var json = JSONWriter()
/// json.object { $0.member("place", "Leposavić"); $0.member("distance_m", 12.34, places: 1) }
/// json.text  // {"place":"Leposavić","distance_m":12.3}
/// ```
public struct JSONWriter: Sendable {
  /// How values are laid out.
  public enum Style: Sendable {
    /// Without any white space.
    case compact
    /// A member or element a line, two spaces a level.
    case pretty
  }

  /// What has been written.
  public internal(set) var bytes: [UInt8] = []
  private let style: Style
  /// For each open object and array, whether something stands in it.
  private var open: [Bool] = []
  private var followsName = false

  /// Begins with nothing written.
  public init(style: Style = .compact) {
    self.style = style
  }

  /// What has been written, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  // MARK: - Objects and arrays

  /// Writes an object whose members `members` writes.
  public mutating func object<Failure: Error>(
    _ members: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    begin("{")
    try members(&self)
    close("}")
  }

  /// Writes an array whose elements `elements` writes.
  public mutating func array<Failure: Error>(
    _ elements: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    begin("[")
    try elements(&self)
    close("]")
  }

  /// Writes a member's name; its value is the next thing written.
  public mutating func key(_ name: String) {
    separate()
    Self.append(quoted: name, to: &bytes)
    colon()
  }

  /// Ends a line, as JSON lines need it after each value.
  public mutating func newline() {
    bytes.append(0x0A)
  }

  // MARK: - Values

  /// Writes a text.
  public mutating func string(_ text: String) {
    separate()
    Self.append(quoted: text, to: &bytes)
  }

  /// Writes a whole number.
  public mutating func integer(_ number: Int) {
    separate()
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    DecimalText.append(digitsOf: number.magnitude, to: &bytes)
  }

  /// Writes a number with at most `places` decimals, or `null` where it is not finite (§6).
  public mutating func number(_ number: Double, places: Int) {
    separate()
    if !RealText.append(number, places: places, to: &bytes) { bytes += "null".utf8 }
  }

  /// Writes a number with 1 to `places` decimals, or `null` where it is not finite: never a number
  /// that a reader takes for a whole one.
  public mutating func real(_ number: Double, places: Int) {
    separate()
    if !RealText.append(real: number, places: places, to: &bytes) { bytes += "null".utf8 }
  }

  /// Writes a truth value.
  public mutating func boolean(_ value: Bool) {
    separate()
    bytes += (value ? "true" : "false").utf8
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    bytes += "null".utf8
  }

  /// Writes a value that was read, its numbers in the shortest form that reads back the same.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .boolean(let value): boolean(value)
    case .number(let number):
      if let whole = value.integer { integer(whole) } else { raw("\(number)".utf8) }
    case .string(let text): string(text)
    case .array(let elements): array { json in elements.forEach { json.value($0) } }
    case .object(let members):
      object { json in
        for member in members {
          json.key(member.name)
          json.value(member.value)
        }
      }
    }
  }

  // MARK: - Members

  /// Writes a member with a text, or `null`.
  public mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  /// Writes a member with a whole number, or `null`.
  public mutating func member(_ name: String, _ number: Int?) {
    key(name)
    if let number { integer(number) } else { null() }
  }

  /// Writes a member with a truth value, or `null`.
  public mutating func member(_ name: String, _ value: Bool?) {
    key(name)
    if let value { boolean(value) } else { null() }
  }

  /// Writes a member with a number of at most `places` decimals, or `null`.
  public mutating func member(_ name: String, _ number: Double?, places: Int) {
    key(name)
    if let number { self.number(number, places: places) } else { null() }
  }

  /// Writes a member with an array of texts.
  public mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    array { json in texts.forEach { json.string($0) } }
  }

  // MARK: - Layout

  /// Writes a name that is quoted and escaped already.
  mutating func key(encoded name: [UInt8]) {
    separate()
    bytes += name
    colon()
  }

  /// Writes a value that is JSON already.
  mutating func raw(_ value: some Collection<UInt8>) {
    separate()
    bytes += value
  }

  /// Hands out what was written so far and goes on after it.
  mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func begin(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    open.append(false)
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    precondition(!followsName, "a member's name is followed by its value")
    if open.popLast() == true { breakLine() }
    bytes.append(UInt8(ascii: bracket))
  }

  private mutating func colon() {
    bytes.append(UInt8(ascii: ":"))
    if style == .pretty { bytes.append(0x20) }
    followsName = true
  }

  private mutating func separate() {
    if followsName {
      followsName = false
    } else if let last = open.indices.last {
      if open[last] { bytes.append(UInt8(ascii: ",")) }
      open[last] = true
      breakLine()
    }
  }

  private mutating func breakLine() {
    guard style == .pretty else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * open.count))
  }
}

// MARK: - Texts

extension JSONWriter {
  /// Appends a text in quotes, escaped as RFC 8259 §7 demands and no further.
  static func append(quoted text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes += text.utf8
    if mustEscape(bytes, from: start) {
      bytes.removeLast(bytes.count - start)
      for byte in text.utf8 { append(escaped: byte, to: &bytes) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether any byte from an index on must be escaped; all are looked at, so that many are at once.
  private static func mustEscape(_ bytes: [UInt8], from start: Int) -> Bool {
    var found: UInt8 = 0
    for index in start..<bytes.count {
      let byte = bytes[index]
      found |= byte < 0x20 ? 1 : 0
      found |= byte == UInt8(ascii: "\"") ? 1 : 0
      found |= byte == UInt8(ascii: "\\") ? 1 : 0
    }
    return found != 0
  }

  private static func append(escaped byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): bytes += #"\""#.utf8
    case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
    case 0x08: bytes += #"\b"#.utf8
    case 0x09: bytes += #"\t"#.utf8
    case 0x0A: bytes += #"\n"#.utf8
    case 0x0C: bytes += #"\f"#.utf8
    case 0x0D: bytes += #"\r"#.utf8
    case 0..<0x20:
      bytes += #"\u00"#.utf8
      bytes += [byte >> 4, byte & 15].map { $0 < 10 ? 0x30 + $0 : 0x57 + $0 }
    default: bytes.append(byte)
    }
  }
}
