/// How a line of text is set, and how wide it is, without asking a font.
///
/// Widths are the widest of the fonts of the stack, ``GlyphWidths``, so that what fits here fits with
/// whichever of them a reader has.
struct TextStyle: Hashable, Sendable {
  var size: Double
  var isBold = false
  var isItalic = false
  /// Extra pixels after each letter.
  var spacing = 0.0

  /// What readers may have, and what has the letters of other scripts where those lack them.
  static let fontStack =
    "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', 'Noto Sans', "
    + ["Arabic", "Hebrew", "Armenian", "Georgian", "Devanagari", "Bengali", "Thai", "Ethiopic"]
    .map { "'Noto Sans \($0)', " }.joined() + "'Noto Sans CJK SC', sans-serif"

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
      hundredths += GlyphWidths.width(of: scalar, isBold: isBold)
      letters += 1
    }
    return Double(hundredths) * size / 100 + Double(letters) * spacing
  }

  /// The text, cut with an ellipsis where it is wider than the limit.
  func fitted(_ text: String, width limit: Double) -> String {
    guard width(of: text) > limit else { return text }
    var cut = text
    while !cut.isEmpty, width(of: cut + "…") > limit { cut.removeLast() }
    return cut + "…"
  }
}
