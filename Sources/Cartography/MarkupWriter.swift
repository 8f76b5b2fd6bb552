internal import SimpleFeatures

/// Writes elements of SVG and HTML as bytes: everything escaped, pixels with one decimal.
struct MarkupWriter {
  private(set) var bytes: [UInt8] = []
  private var opened: [String] = []

  /// Opens an element that ``close()`` ends.
  mutating func open(_ element: String, _ attributes: MarkupAttribute...) {
    open(element, attributes)
  }

  /// Opens an element that ``close()`` ends.
  mutating func open(_ element: String, _ attributes: [MarkupAttribute]) {
    start(element, attributes)
    raw(">\n")
    opened.append(element)
  }

  /// Ends the element that was opened last.
  mutating func close() {
    guard let element = opened.popLast() else { return }
    raw("</")
    raw(element)
    raw(">\n")
  }

  /// Writes an element without content.
  mutating func element(_ element: String, _ attributes: MarkupAttribute...) {
    self.element(element, attributes)
  }

  /// Writes an element without content.
  mutating func element(_ element: String, _ attributes: [MarkupAttribute]) {
    start(element, attributes)
    raw("/>\n")
  }

  /// Writes an element that holds text.
  mutating func element(_ element: String, text: String, _ attributes: MarkupAttribute...) {
    self.element(element, text: text, attributes)
  }

  /// Writes an element that holds text.
  mutating func element(_ element: String, text: String, _ attributes: [MarkupAttribute]) {
    start(element, attributes)
    raw(">")
    append(escaping: text)
    raw("</")
    raw(element)
    raw(">\n")
  }

  /// Writes a text that stands at a point, its baseline there.
  mutating func text(
    _ text: String, at point: PixelPoint, size: Double? = nil, anchor: TextAnchor = .start,
    _ attributes: MarkupAttribute...
  ) {
    self.text(text, at: point, size: size, anchor: anchor, attributes)
  }

  /// Writes a text that stands at a point, its baseline there.
  mutating func text(
    _ text: String, at point: PixelPoint, size: Double? = nil, anchor: TextAnchor = .start,
    _ attributes: [MarkupAttribute]
  ) {
    var all: [MarkupAttribute] = [.number("x", point.x), .number("y", point.y)]
    if let size { all.append(.number("font-size", size)) }
    if anchor != .start { all.append(.text("text-anchor", anchor.rawValue)) }
    start("text", all + attributes)
    raw(">")
    append(escaping: text)
    raw("</text>\n")
  }

  /// Appends text as it stands; only for markup written in this module.
  mutating func raw(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func start(_ element: String, _ attributes: [MarkupAttribute]) {
    raw("<")
    raw(element)
    for attribute in attributes {
      raw(" ")
      raw(attribute.name)
      raw("=\"")
      switch attribute.value {
      case .text(let text): append(escaping: text)
      case .number(let number): DecimalText.append(number, places: 1, to: &bytes)
      case .path(let path): bytes.append(contentsOf: path.bytes)
      }
      raw("\"")
    }
  }

  private mutating func append(escaping text: String) {
    XMLText.append(text, to: &bytes)
  }
}

/// Where a text stands to its point.
enum TextAnchor: String {
  case start, middle, end
}

/// An attribute of an element.
struct MarkupAttribute {
  enum Value {
    case text(String)
    case number(Double)
    case path(PathData)
  }

  var name: String
  var value: Value

  static func text(_ name: String, _ value: String) -> MarkupAttribute {
    MarkupAttribute(name: name, value: .text(value))
  }

  static func number(_ name: String, _ value: Double) -> MarkupAttribute {
    MarkupAttribute(name: name, value: .number(value))
  }

  static func `class`(_ value: String) -> MarkupAttribute { .text("class", value) }
  static func fill(_ color: String) -> MarkupAttribute { .text("fill", color) }
  static func stroke(_ color: String) -> MarkupAttribute { .text("stroke", color) }
  static func strokeWidth(_ width: Double) -> MarkupAttribute { .number("stroke-width", width) }
  static func dashes(_ pattern: String) -> MarkupAttribute { .text("stroke-dasharray", pattern) }
  static func path(_ path: PathData) -> MarkupAttribute {
    MarkupAttribute(name: "d", value: .path(path))
  }
}

/// Text as XML and HTML hold it.
enum XMLText {
  /// Appends a text with its markup characters escaped; what XML cannot hold becomes
  /// U+FFFD, and what overrides the direction of writing is left out.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes.append(contentsOf: "&amp;".utf8)
      case "<": bytes.append(contentsOf: "&lt;".utf8)
      case ">": bytes.append(contentsOf: "&gt;".utf8)
      case "\"": bytes.append(contentsOf: "&quot;".utf8)
      case "'": bytes.append(contentsOf: "&#39;".utf8)
      case "\t", "\n", "\r": bytes.append(UInt8(ascii: " "))
      // Overrides of direction would turn the words around them over.
      case "\u{202A}"..."\u{202E}": break
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": bytes.append(contentsOf: "\u{FFFD}".utf8)
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// A text with its markup characters escaped.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// An XML name made from an identifier: other characters become `_`.
  static func name(_ identifier: String) -> String {
    var name = ""
    for scalar in identifier.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": name.unicodeScalars.append(scalar)
      default: name += "_"
      }
    }
    guard let first = name.unicodeScalars.first, first.properties.isAlphabetic || first == "_"
    else { return "_" + name }
    return name
  }
}
