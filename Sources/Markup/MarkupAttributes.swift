/// The attributes of a start tag, by their names in lower case.
struct MarkupAttributes {
  private var values: [String: String] = [:]

  /// Reads the attributes of a tag; of those with the same name the first counts, and of more than a
  /// hundred only so many are read.
  init(of tag: MarkupScanner.StartTag, in bytes: [UInt8]) {
    var index = tag.attributes.lowerBound
    let end = tag.attributes.upperBound
    while index < end, values.count < 100 {
      while index < end, Self.separates(bytes[index]) { index += 1 }
      let nameStart = index
      while index < end, !Self.endsName(bytes[index]) { index += 1 }
      guard index > nameStart else {
        index += 1
        continue
      }
      let name = bytes[nameStart..<min(index, nameStart + 40)].map(MarkupScanner.lowercased)
      while index < end, MarkupScanner.isSpace(bytes[index]) { index += 1 }
      var value = index..<index
      if index < end, bytes[index] == UInt8(ascii: "=") {
        index += 1
        value = Self.value(in: bytes, from: &index, to: end)
      }
      let key = String(decoding: name, as: UTF8.self)
      if values[key] == nil {
        var text: [UInt8] = []
        CharacterReference.append(bytes, in: value, isAttribute: true, to: &text)
        values[key] = String(decoding: text, as: UTF8.self)
      }
    }
  }

  /// The value, empty where the attribute has none; `nil` where there is no such attribute.
  subscript(name: String) -> String? { values[name] }

  /// The value without white space around it, or `nil` where it is blank.
  func text(_ name: String) -> String? {
    values[name].flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
  }

  private static func value(in bytes: [UInt8], from index: inout Int, to end: Int) -> Range<Int> {
    while index < end, MarkupScanner.isSpace(bytes[index]) { index += 1 }
    guard index < end else { return index..<index }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = index + 1
      index = start
      while index < end, bytes[index] != quote { index += 1 }
      let value = start..<index
      index = min(index + 1, end)
      return value
    }
    let start = index
    while index < end, !MarkupScanner.isSpace(bytes[index]) { index += 1 }
    return start..<index
  }

  private static func separates(_ byte: UInt8) -> Bool {
    MarkupScanner.isSpace(byte) || byte == UInt8(ascii: "/")
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    separates(byte) || byte == UInt8(ascii: "=")
  }
}

extension String {
  /// The text without white space and invisible marks around it.
  var trimmed: String {
    let blank: (Unicode.Scalar) -> Bool = {
      $0.properties.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}"
    }
    let scalars = unicodeScalars.drop(while: blank)
    guard let last = scalars.lastIndex(where: { !blank($0) }) else { return "" }
    return String(String.UnicodeScalarView(scalars[...last]))
  }
}
