/// How wide letters are at most in the fonts of the stack, and which letters these have at all.
///
/// The tables are made of the fonts themselves by `Support/glyph-widths.py`.
enum GlyphWidths {
  /// The width of a letter that none of the fonts has: that of a wide one.
  private static let unknown = 110
  /// Where each block begins in the tables.
  private static let starts: [Int] = blocks.reduce(into: [0]) { starts, block in
    starts.append((starts.last ?? 0) + Int(block.end - block.first))
  }

  /// The advance width in hundredths of the font size, at most.
  static func width(of scalar: Unicode.Scalar, isBold: Bool) -> Int {
    if takesNoRoom(scalar) { return 0 }
    let width = Int(entry(scalar, isBold: isBold))
    return width == 0 ? unknown : width
  }

  /// Whether the fonts have each letter of a text.
  static func cover(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { takesNoRoom($0) || entry($0, isBold: false) > 0 }
  }

  /// Marks that stand over letters, and characters that join letters or set them apart.
  private static func takesNoRoom(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300..<0x370, 0x200C, 0x200D, 0x2067, 0x2069: true
    default: false
    }
  }

  private static func entry(_ scalar: Unicode.Scalar, isBold: Bool) -> UInt8 {
    let code = scalar.value
    if let block = blocks.firstIndex(where: { code >= $0.first && code < $0.end }) {
      let index = starts[block] + Int(code - blocks[block].first)
      return isBold ? bold[index] : regular[index]
    }
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].last < code { low = middle + 1 } else { high = middle }
    }
    guard low < runs.count, runs[low].first <= code else { return 0 }
    return isBold ? runs[low].bold : runs[low].regular
  }
}
