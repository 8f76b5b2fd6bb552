/// A JSON value (RFC 8259), read strictly; not a way to decode types.
public enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A finite number.
  case number(Double)
  /// A text.
  case string(String)
  /// An array, in its order.
  case array([JSONValue])
  /// An object, its members in their order, each name once.
  case object([JSONMember])
}

/// A name and its value in a JSON object.
public struct JSONMember: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The value.
  public var value: JSONValue

  /// Joins a name to its value.
  public init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}

extension JSONValue {
  /// Reads one JSON text in UTF-8; a byte order mark is passed over.
  ///
  /// Stricter than RFC 8259 where that leaves a choice: values nest at most 512 deep, numbers are
  /// finite, surrogates come in pairs; of members with the same name the last counts.
  ///
  /// - Parameters:
  ///   - bytes: The whole text.
  ///   - path: What errors call the text.
  /// - Throws: ``InterchangeError/malformed(path:problems:)`` with line and column.
  public init(parsing bytes: [UInt8], path: String) throws(InterchangeError) {
    do {
      self = try JSONParser.parse(bytes)
    } catch {
      throw .malformed(path: path, problems: [error.problem(in: bytes)])
    }
  }

  /// The member of that name, or `nil` where there is none or this is no object.
  public subscript(name: String) -> JSONValue? {
    members?.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// The text, or `nil` where this is something else.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number, or `nil` where this is something else.
  public var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The whole number, or `nil` where this is something else or not exact in a `Double`.
  public var integer: Int? {
    guard let number, number.magnitude <= 0x1p53 else { return nil }
    return Int(exactly: number)
  }

  /// The truth value, or `nil` where this is something else.
  public var boolean: Bool? {
    if case .boolean(let boolean) = self { boolean } else { nil }
  }

  /// The elements, or `nil` where this is no array.
  public var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members, or `nil` where this is no object.
  public var members: [JSONMember]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// Whether this is `null`.
  public var isNull: Bool { self == .null }
}
