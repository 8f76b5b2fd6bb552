/// Cuts HTML or XML into its tags and texts, whatever is wrong with it.
///
/// A scanner and not a validating parser: it finds what browsers find in pages as they are, and no
/// input is an error. Document types and their entities are passed over, so that nothing expands. One
/// pass without recursion; every byte is looked at a bounded number of times.
struct MarkupScanner {
  /// Whose rules hold.
  enum Dialect { case html, xml }

  /// A piece of markup; ranges are of the scanned bytes.
  enum Token {
    /// Text in which character references stand for characters.
    case text(Range<Int>)
    /// Text that stands for itself: CDATA sections, scripts, styles.
    case verbatim(Range<Int>)
    case start(StartTag)
    /// The name in lower case.
    case end(String)
  }

  /// A start tag.
  struct StartTag {
    /// The name in lower case; of XML with its prefix.
    let name: String
    /// Where its attributes stand.
    let attributes: Range<Int>
    let isSelfClosing: Bool
  }

  let bytes: [UInt8]
  let dialect: Dialect
  /// End tags, as far as their names, beyond which no comment or CDATA section goes: one without an end
  /// harms what it stands in only.
  var sectionLimits: [StaticString] = []
  /// Where the next token begins.
  private(set) var index: Int
  private let end: Int
  /// The element whose content is no markup, after its start tag.
  private var rawElement: String?

  /// Makes a scanner of a part of some UTF-8 bytes.
  init(_ bytes: [UInt8], in range: Range<Int>? = nil, dialect: Dialect) {
    self.bytes = bytes
    self.dialect = dialect
    index = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  /// The next token, or `nil` at the end.
  mutating func next() -> Token? {
    if let name = rawElement {
      rawElement = nil
      let content = rawContent(of: name)
      if !content.isEmpty {
        return name == "title" || name == "textarea" ? .text(content) : .verbatim(content)
      }
    }
    while index < end {
      guard beginsMarkup(at: index) else { return text() }
      if let token = markup() { return token }
    }
    return nil
  }

  private func beginsMarkup(at position: Int) -> Bool {
    guard bytes[position] == UInt8(ascii: "<"), position + 1 < end else { return false }
    let next = bytes[position + 1]
    return Self.isLetter(next) || "/!?".utf8.contains(next)
      || dialect == .xml && (next == UInt8(ascii: "_") || next >= 0x80)
  }

  private mutating func text() -> Token {
    let start = index
    index += 1
    while index < end, bytes[index] != UInt8(ascii: "<") || !beginsMarkup(at: index) { index += 1 }
    return .text(start..<index)
  }

  /// Reads what begins with `<`; `nil` where it says nothing, as comments do.
  private mutating func markup() -> Token? {
    switch bytes[index + 1] {
    case UInt8(ascii: "!"): return declaration()
    case UInt8(ascii: "?"):
      skip(past: dialect == .xml ? "?>" : ">")
      return nil
    case UInt8(ascii: "/"): return endTag()
    default: return startTag()
    }
  }

  private mutating func declaration() -> Token? {
    if holds("<!--", at: index) {
      index += 4
      // `<!-->` is a comment too.
      if holds(">", at: index) { index += 1 } else { skipSection(past: "-->") }
    } else if dialect == .xml, holds("<![CDATA[", at: index) {
      let start = index + 9
      skipSection(past: "]]>")
      let isClosed = index - start >= 3 && holds("]]>", at: index - 3)
      return .verbatim(start..<(isClosed ? index - 3 : max(index, start)))
    } else if dialect == .xml {
      skipDocumentType()
    } else {
      skip(past: ">")
    }
    return nil
  }

  /// Passes over `<!DOCTYPE …>` with the declarations in its brackets.
  private mutating func skipDocumentType() {
    var isInSubset = false
    var quote: UInt8?
    while index < end {
      let byte = bytes[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "["): isInSubset = true
      case UInt8(ascii: "]"): isInSubset = false
      case UInt8(ascii: ">") where !isInSubset: return
      default: break
      }
    }
  }

  // MARK: - Tags

  private mutating func endTag() -> Token? {
    index += 2
    guard index < end, Self.isLetter(bytes[index]) || dialect == .xml else {
      skip(past: ">")
      return nil
    }
    let name = takeName()
    skip(past: ">")
    return .end(name)
  }

  private mutating func startTag() -> Token? {
    index += 1
    let name = takeName()
    let attributes = index
    var quote: UInt8?
    var afterEquals = false
    while index < end {
      let byte = bytes[index]
      index += 1
      if let open = quote, dialect == .html || byte != UInt8(ascii: "<") {
        if byte == open { quote = nil }
        continue
      }
      // No attribute of XML holds `<`: the tag has no end of its own.
      if dialect == .xml, byte == UInt8(ascii: "<") {
        index -= 1
        return .start(
          StartTag(name: name, attributes: attributes..<index, isSelfClosing: false))
      }
      if byte == UInt8(ascii: ">") {
        let isSelfClosing = index - 2 >= attributes && bytes[index - 2] == UInt8(ascii: "/")
        if dialect == .html, Self.rawElements.contains(name) { rawElement = name }
        return .start(
          StartTag(
            name: name, attributes: attributes..<(isSelfClosing ? index - 2 : index - 1),
            isSelfClosing: isSelfClosing))
      }
      // A quote opens a value after an equals sign only; elsewhere it is a stray one.
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), afterEquals { quote = byte }
      if !Self.isSpace(byte) { afterEquals = byte == UInt8(ascii: "=") }
    }
    return nil
  }

  /// Takes a name, in lower case; one longer than any element's is cut.
  private mutating func takeName() -> String {
    let start = index
    while index < end, !Self.endsName(bytes[index]) { index += 1 }
    let name = bytes[start..<min(index, start + 40)].map(Self.lowercased)
    return String(decoding: name, as: UTF8.self)
  }

  /// Elements of HTML in which nothing but their own end tag is markup.
  private static let rawElements: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
  ]

  /// Everything up to the element's end tag, or up to the end where there is none.
  private mutating func rawContent(of name: String) -> Range<Int> {
    let start = index
    let name = Array(name.utf8)
    while index < end {
      if bytes[index] == UInt8(ascii: "<"), index + 2 + name.count <= end,
        bytes[index + 1] == UInt8(ascii: "/"),
        bytes[index + 2..<index + 2 + name.count].elementsEqual(
          name, by: { Self.lowercased($0) == $1 }),
        index + 2 + name.count == end || Self.endsName(bytes[index + 2 + name.count])
      {
        break
      }
      index += 1
    }
    return start..<index
  }

  // MARK: - Bytes

  private mutating func skip(past mark: StaticString) {
    while index < end, !holds(mark, at: index) { index += 1 }
    index = min(index + mark.utf8CodeUnitCount, end)
  }

  /// Passes over a section up to its end, or up to where no section goes.
  private mutating func skipSection(past mark: StaticString) {
    while index < end, !holds(mark, at: index) {
      if bytes[index] == UInt8(ascii: "<"), sectionLimits.contains(where: { holds($0, at: index) })
      {
        return
      }
      index += 1
    }
    index = min(index + mark.utf8CodeUnitCount, end)
  }

  private func holds(_ mark: StaticString, at position: Int) -> Bool {
    guard position + mark.utf8CodeUnitCount <= end else { return false }
    return mark.withUTF8Buffer { mark in
      for offset in mark.indices where unsafe bytes[position + offset] != mark[offset] {
        return false
      }
      return true
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }
}
