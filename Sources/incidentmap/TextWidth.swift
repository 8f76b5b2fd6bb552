internal import Foundation

/// Text in lines no longer than a reader's terminal is wide.
struct TextWidth {
  /// A space at which no line ends.
  static let bond: Character = "\u{A0}"

  /// The number of characters that a line holds.
  let columns: Int

  /// The terminal's width; 80 where the output is none.
  static var ofOutput: TextWidth {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1,
      unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40
    else { return TextWidth(columns: 80) }
    return TextWidth(columns: Int(size.ws_col))
  }

  /// A text in lines: the first begins with a head, the others are indented.
  ///
  /// - Parameters:
  ///   - text: Words with spaces between; a word that is too long has a line of its own.
  ///   - head: What the first line begins with.
  ///   - indent: How many spaces the other lines begin with.
  /// - Returns: The lines, without their ends; the head alone where there is no word.
  func lines(_ text: String, head: String = "", indent: Int = 0) -> [String] {
    var lines: [String] = []
    var line = head
    var isEmpty = true
    for word in text.split(whereSeparator: { $0.isWhitespace && $0 != Self.bond }) {
      if !isEmpty, line.count + 1 + word.count > columns {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        isEmpty = true
      }
      line += isEmpty ? word : " \(word)"
      isEmpty = false
    }
    return (lines + [line]).map { String($0.map { $0 == Self.bond ? " " : $0 }) }
  }

  /// A text beside a name in a column of its own.
  func row(_ name: String, _ text: String, width: Int = 10) -> [String] {
    let gap = String(repeating: " ", count: max(1, width - name.count))
    return lines(text, head: name + gap, indent: width)
  }
}
