/// How a line of text is set, and how wide it is, without asking a font.
///
/// The widths are those of DejaVu Sans, the widest of the named stack, so that what fits here fits
/// with Helvetica, Arial and Liberation Sans as well.
struct TextStyle: Hashable, Sendable {
  var size: Double
  var isBold = false
  var isItalic = false
  /// Extra pixels after each letter.
  var spacing = 0.0

  static let fontStack =
    "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"

  /// The height of capitals above the baseline, in pixels.
  var capHeight: Double { size * 0.73 }
  /// What letters reach below the baseline, in pixels.
  var descent: Double { size * 0.22 }
  /// The distance of two baselines, in pixels.
  var lineHeight: Double { (size * 1.3).rounded() }

  /// The width of a line of text in pixels, at most.
  func width(of text: some StringProtocol) -> Double {
    var hundredths = 0
    var letters = 0
    for scalar in text.unicodeScalars {
      hundredths += isBold ? GlyphWidths.bold(scalar) : GlyphWidths.regular(scalar)
      letters += 1
    }
    return Double(hundredths) * size / 100 + Double(letters) * spacing
  }

  /// Breaks a text at spaces into lines that fit a width; a longer word stands alone.
  func lines(of text: String, width limit: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if line.isEmpty || width(of: longer) <= limit {
        line = longer
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The text, cut with an ellipsis where it is wider than the limit.
  func fitted(_ text: String, width limit: Double) -> String {
    guard width(of: text) > limit else { return text }
    var cut = text
    while !cut.isEmpty, width(of: cut + "…") > limit { cut.removeLast() }
    return cut + "…"
  }
}

/// Advance widths in hundredths of the font size.
private enum GlyphWidths {
  static func regular(_ scalar: Unicode.Scalar) -> Int {
    width(scalar, latin: regularLatin, cyrillic: regularCyrillic)
  }

  static func bold(_ scalar: Unicode.Scalar) -> Int {
    width(scalar, latin: boldLatin, cyrillic: boldCyrillic)
  }

  private static func width(_ scalar: Unicode.Scalar, latin: [UInt8], cyrillic: [UInt8]) -> Int {
    switch scalar.value {
    case 0x20..<0x180: Int(latin[Int(scalar.value) - 0x20])
    case 0x400..<0x460: Int(cyrillic[Int(scalar.value) - 0x400])
    case 0x300..<0x370, 0x200B...0x200F: 0
    case 0x2010...0x2013, 0x2018...0x201F: 55
    case 0x1100..<0x1200, 0x2014, 0x2015, 0x2026, 0x2E80..<0xE000, 0x10000...: 102
    default: 78
    }
  }

  private static let regularLatin: [UInt8] = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64,
    64, 64, 64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66,
    56, 87, 75, 79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50, 50, 62,
    64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82,
    60, 60, 53, 64, 34, 64, 84, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70,
    70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 32, 41, 64, 64,
    64, 64, 34, 50, 50, 100, 48, 62, 84, 37, 100, 50, 50, 84, 41, 41, 50, 64, 64, 32, 50, 41,
    48, 62, 97, 97, 97, 54, 69, 69, 69, 69, 69, 69, 98, 70, 64, 64, 64, 64, 30, 30, 30, 30,
    78, 75, 79, 79, 79, 79, 79, 84, 79, 74, 74, 74, 74, 62, 61, 63, 62, 62, 62, 62, 62, 62,
    99, 55, 62, 62, 62, 62, 28, 28, 28, 28, 62, 64, 62, 62, 62, 62, 62, 84, 62, 64, 64, 64,
    64, 60, 64, 60, 69, 62, 69, 62, 69, 62, 70, 55, 70, 55, 70, 55, 70, 55, 78, 64, 78, 64,
    64, 62, 64, 62, 64, 62, 64, 62, 64, 62, 78, 64, 78, 64, 78, 64, 78, 64, 76, 64, 92, 70,
    30, 28, 30, 28, 30, 28, 30, 28, 30, 28, 59, 56, 30, 28, 66, 58, 58, 56, 28, 56, 28, 56,
    38, 56, 35, 57, 29, 75, 64, 75, 64, 75, 64, 82, 75, 64, 79, 62, 79, 62, 79, 62, 107, 103,
    70, 42, 70, 42, 70, 42, 64, 53, 64, 53, 64, 53, 64, 53, 62, 40, 62, 40, 62, 40, 74, 64,
    74, 64, 74, 64, 74, 64, 74, 64, 74, 64, 99, 82, 62, 60, 62, 69, 53, 69, 53, 69, 53, 36,
  ]

  private static let boldLatin: [UInt8] = [
    35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70,
    70, 70, 70, 70, 40, 40, 84, 84, 84, 59, 100, 78, 77, 74, 84, 69, 69, 83, 84, 38, 38, 78,
    64, 100, 84, 86, 74, 86, 78, 73, 69, 82, 78, 111, 78, 73, 73, 46, 37, 46, 84, 50, 50, 68,
    72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60, 48, 72, 66, 93,
    65, 66, 59, 72, 37, 72, 84, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70,
    70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 35, 46, 70, 70,
    64, 70, 37, 50, 50, 100, 57, 65, 84, 42, 100, 50, 50, 84, 44, 44, 50, 74, 64, 38, 50, 44,
    57, 65, 104, 104, 104, 59, 78, 78, 78, 78, 78, 78, 109, 74, 69, 69, 69, 69, 38, 38, 38, 38,
    84, 84, 86, 86, 86, 86, 86, 84, 86, 82, 82, 82, 82, 73, 74, 72, 68, 68, 68, 68, 68, 68,
    105, 60, 68, 68, 68, 68, 35, 35, 35, 35, 69, 72, 69, 69, 69, 69, 69, 84, 69, 72, 72, 72,
    72, 66, 72, 66, 78, 68, 78, 68, 78, 68, 74, 60, 74, 60, 74, 60, 74, 60, 84, 72, 84, 72,
    69, 68, 69, 68, 69, 68, 69, 68, 69, 68, 83, 72, 83, 72, 83, 72, 83, 72, 84, 72, 98, 80,
    38, 35, 38, 35, 38, 35, 38, 35, 38, 35, 75, 69, 38, 35, 78, 67, 67, 64, 35, 64, 35, 64,
    48, 64, 56, 65, 38, 84, 72, 84, 72, 84, 72, 99, 84, 72, 86, 69, 86, 69, 86, 69, 117, 110,
    78, 50, 78, 50, 78, 50, 73, 60, 73, 60, 73, 60, 73, 60, 69, 48, 69, 48, 69, 48, 82, 72,
    82, 72, 82, 72, 82, 72, 82, 72, 82, 72, 111, 93, 73, 66, 73, 73, 59, 73, 59, 73, 59, 44,
  ]

  private static let regularCyrillic: [UInt8] = [
    64, 64, 79, 61, 70, 64, 30, 30, 30, 110, 105, 79, 71, 75, 61, 76, 69, 69, 69, 61, 79, 64,
    108, 65, 75, 75, 71, 76, 87, 76, 79, 76, 61, 70, 62, 61, 87, 69, 78, 69, 107, 110, 84, 89,
    69, 70, 108, 70, 62, 62, 59, 53, 70, 62, 91, 54, 65, 65, 61, 64, 76, 66, 62, 66, 64, 55,
    59, 60, 86, 60, 69, 60, 92, 95, 71, 79, 59, 55, 85, 61, 62, 62, 63, 53, 55, 53, 28, 28,
    28, 91, 90, 66, 61, 65, 60, 66,
  ]

  private static let boldCyrillic: [UInt8] = [
    69, 69, 88, 64, 74, 73, 38, 38, 38, 116, 113, 88, 82, 84, 78, 84, 78, 77, 77, 64, 90, 69,
    123, 72, 84, 84, 82, 84, 100, 84, 86, 84, 74, 74, 69, 78, 100, 78, 93, 81, 124, 133, 94, 104,
    77, 74, 118, 78, 68, 70, 64, 53, 81, 68, 100, 59, 71, 71, 68, 74, 82, 70, 69, 70, 72, 60,
    58, 66, 100, 65, 75, 69, 107, 111, 76, 91, 64, 60, 98, 65, 68, 68, 72, 53, 60, 60, 35, 35,
    35, 100, 96, 74, 68, 71, 66, 70,
  ]
}
