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

  private var buffer = ByteBuffer()
  /// How values are laid out.
  let style: Style
  /// For each open object and array, whether something stands in it.
  private var open: [Bool] = []
  private var followsName = false

  /// Begins with nothing written.
  public init(style: Style = .compact) {
    self.style = style
  }

  /// What has been written.
  public var bytes: [UInt8] { buffer.bytes }

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
    buffer.append(quoted: name.utf8.span)
    colon()
  }

  /// Ends a line, as JSON lines need it after each value.
  public mutating func newline() {
    buffer.append(0x0A)
  }

  // MARK: - Values

  /// Writes a text.
  public mutating func string(_ text: String) {
    separate()
    buffer.append(quoted: text.utf8.span)
  }

  /// Writes a whole number.
  public mutating func integer(_ number: Int) {
    separate()
    buffer.append(integer: number)
  }

  /// Writes a number with at most `places` (0 … 8) decimals, or `null` where it is not finite (§6).
  public mutating func number(_ number: Double, places: Int) {
    separate()
    if !buffer.append(number, places: places, hasPoint: false) { buffer.append("null") }
  }

  /// Writes a number with 1 to `places` (1 … 8) decimals, or `null` where it is not finite: never a
  /// number that a reader takes for a whole one.
  public mutating func real(_ number: Double, places: Int) {
    separate()
    if !buffer.append(number, places: places, hasPoint: true) { buffer.append("null") }
  }

  /// Writes a truth value.
  public mutating func boolean(_ value: Bool) {
    separate()
    buffer.append(value ? "true" : "false")
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    buffer.append("null")
  }

  /// Writes a value that was read, its numbers in the shortest form that reads back the same.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .boolean(let value): boolean(value)
    case .number(let number):
      if let whole = value.integer { integer(whole) } else { raw(Array("\(number)".utf8)) }
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

  /// In how many objects and arrays the next value stands.
  var depth: Int { open.count }

  /// Writes a value that is JSON already.
  mutating func raw(_ value: [UInt8]) {
    separate()
    buffer.append(value)
  }

  private mutating func begin(_ bracket: Unicode.Scalar) {
    separate()
    buffer.append(UInt8(ascii: bracket))
    open.append(false)
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    precondition(!followsName, "a member's name is followed by its value")
    if open.popLast() == true { breakLine() }
    buffer.append(UInt8(ascii: bracket))
  }

  private mutating func colon() {
    buffer.append(UInt8(ascii: ":"))
    if style == .pretty { buffer.append(0x20) }
    followsName = true
  }

  private mutating func separate() {
    if followsName {
      followsName = false
    } else if let last = open.indices.last {
      if open[last] { buffer.append(UInt8(ascii: ",")) }
      open[last] = true
      breakLine()
    }
  }

  private mutating func breakLine() {
    guard style == .pretty else { return }
    buffer.append(0x0A)
    for _ in open { buffer.append("  ") }
  }
}
