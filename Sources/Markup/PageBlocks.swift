/// A piece of a page's text that stands apart: a paragraph, a heading, a line.
struct PageBlock {
  /// Where its text stands among the page's.
  var text: Range<Int>
  /// The innermost kind of element around it.
  var kind: ElementKind
  /// 1 to 6 for a heading, else 0.
  var level: Int
  /// How many of its characters are letters and the like, not white space.
  var length: Int
  /// How many of these are words of links.
  var linked: Int
  /// Whether a line break only stands between it and the block before.
  var continuesParagraph: Bool

  /// Whether it reads like running text and not like a label or a list of links.
  var isProse: Bool { length - linked >= 60 && linked * 3 <= length }
  /// Whether most of it leads elsewhere.
  var isMostlyLinks: Bool { linked * 2 > length }
}

/// Collects the text of a page block by block.
struct PageBlocks {
  private(set) var text: [UInt8] = []
  private(set) var blocks: [PageBlock] = []
  private var start = 0
  private var length = 0
  private var linked = 0
  private var spacePending = false
  private var lineBreaks = 0
  private var hasBoundary = true

  /// Appends text of one kind of element, with its white space made single spaces.
  mutating func append(_ decoded: [UInt8], isLinked: Bool, isPreformatted: Bool) {
    var index = 0
    while index < decoded.count {
      let byte = decoded[index]
      if isPreformatted, byte == 0x0A {
        while text.count > start, text.last == 0x20 { text.removeLast() }
        if text.count > start { text.append(byte) }
        spacePending = false
      } else if byte <= 0x20 || byte == 0x7F {
        spacePending = spacePending || MarkupScanner.isSpace(byte)
      } else if let width = Self.widthOfInvisible(decoded, at: index) {
        index += width
        continue
      } else {
        if spacePending, text.count > start, text.last != 0x0A { text.append(0x20) }
        spacePending = false
        text.append(byte)
        if byte & 0xC0 != 0x80 {
          length += 1
          if isLinked { linked += 1 }
        }
      }
      index += 1
    }
  }

  /// Soft hyphens, zero-width spaces and byte order marks stand within words and belong to none.
  private static func widthOfInvisible(_ bytes: [UInt8], at index: Int) -> Int? {
    switch bytes[index] {
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xAD: 2
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x8B:
      3
    case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF:
      3
    default: nil
    }
  }

  /// Puts a mark between the cells of a row, where there is text before it in the row.
  mutating func separateCells() {
    guard text.count > start else { return }
    text += Array(" |".utf8)
    spacePending = true
  }

  /// Ends the block at a line break.
  mutating func breakLine(in kind: ElementKind, level: Int) {
    endBlock(in: kind, level: level)
    lineBreaks += 1
  }

  /// Ends the block at the edge of an element.
  mutating func breakParagraph(in kind: ElementKind, level: Int) {
    endBlock(in: kind, level: level)
    hasBoundary = true
  }

  private mutating func endBlock(in kind: ElementKind, level: Int) {
    while text.count > start, [0x20, 0x0A, UInt8(ascii: "|")].contains(text[text.count - 1]) {
      text.removeLast()
    }
    spacePending = false
    guard length > 0, text.count > start else {
      text.removeLast(text.count - start)
      (length, linked) = (0, 0)
      return
    }
    blocks.append(
      PageBlock(
        text: start..<text.count, kind: kind, level: level, length: length, linked: linked,
        continuesParagraph: !hasBoundary && lineBreaks == 1))
    start = text.count
    (length, linked, lineBreaks, hasBoundary) = (0, 0, 0, false)
  }
}
