/// A headline in lines: as large as its length allows.
struct Headline {
  let lines: [String]
  let style: TextStyle

  /// The part of the full size, and the most lines at it.
  private static let sizes: [(part: Double, lines: Int)] = [(1, 2), (0.84, 3), (0.68, 4)]

  /// Sets a text; what does not fit four small lines is cut with an ellipsis.
  init(_ text: String, width: Double, design: MapDesign) {
    var (lines, style) = ([String](), design.title)
    for size in Self.sizes {
      style = design.title
      style.size = (style.size * size.part * 10).rounded() / 10
      lines = style.lines(of: text, width: width)
      if lines.count <= size.lines { break }
    }
    let most = Self.sizes.last?.lines ?? 1
    if lines.count > most {
      let last = style.fitted(lines[most - 1] + "…", width: width)
      lines = Array(lines.prefix(most - 1)) + [last]
    }
    self.lines = lines
    self.style = style
  }

  var height: Double { Double(lines.count) * style.lineHeight }
}

extension TextStyle {
  /// Breaks a text into lines that fit a width: at spaces, between the letters of scripts that have
  /// none, and within words that are wider than a line.
  func lines(of text: String, width limit: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    func fits(_ text: String) -> Bool { width(of: text) <= limit }
    for word in text.split(whereSeparator: \.isWhitespace) {
      var separator = line.isEmpty ? "" : " "
      for piece in Self.pieces(of: word, isWide: !fits(String(word))) {
        if line.isEmpty || fits(line + separator + piece) {
          line += separator + piece
        } else {
          lines.append(line)
          line = String(piece)
        }
        separator = ""
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// What may not be broken: the word, or each of its letters.
  private static func pieces(of word: Substring, isWide: Bool) -> [Substring] {
    let breaksAnywhere = word.unicodeScalars.contains { 0x2E80...0xA4CF ~= $0.value }
    guard isWide || breaksAnywhere else { return [word] }
    return word.indices.map { word[$0...$0] }
  }
}
