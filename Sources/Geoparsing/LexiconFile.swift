/// The sections of a lexicon file, before they are given a meaning.
///
/// A line is a section's head, `[months]` or `[events Riots/Mob violence | counts participants]`; an
/// entry, `january, jan = 1`, of which the left side is patterns; or a comment after `#`.
struct LexiconFile: Sendable {
  /// A section with its head and entries.
  struct Section: Sendable {
    var name: String
    var argument: String
    var options: [String: String]
    var entries: [Entry]
    var line: Int
  }

  /// A line of a section.
  struct Entry: Sendable {
    var patterns: [Pattern]
    var value: String
    var line: Int
  }

  /// What stands between commas on the left side of an entry.
  struct Pattern: Sendable {
    var text: String
    /// What it is as a pattern; `nil` where it says no words, or names an unknown class.
    var pattern: LexicalPattern?

    init(_ text: Substring) {
      self.text = String(text)
      pattern = LexicalPattern(text)
    }
  }

  /// Where it was read, for messages.
  let path: String
  var sections: [Section] = []
  var faults: [String] = []

  init(_ bytes: [UInt8], path: String, sectionNames: [String]) {
    self.path = path
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var isInUnknownSection = false
    for (index, raw) in lines.enumerated() {
      let line = trimmed(raw.prefix { $0 != "#" })
      if line.isEmpty { continue }
      if line.hasPrefix("[") {
        guard let section = Self.section(line, names: sectionNames, line: index + 1) else {
          faults.append("\(path):\(index + 1): unknown section \(line)")
          isInUnknownSection = true
          continue
        }
        isInUnknownSection = false
        sections.append(section)
      } else if isInUnknownSection {
        continue
      } else if sections.isEmpty {
        faults.append("\(path):\(index + 1): an entry before the first [section]")
      } else {
        let sides = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let patterns = sides[0].split(separator: ",").map(trimmed).filter { !$0.isEmpty }
        guard !patterns.isEmpty else {
          faults.append("\(path):\(index + 1): an entry without words")
          continue
        }
        sections[sections.count - 1].entries.append(
          Entry(
            patterns: patterns.map(Pattern.init),
            value: sides.count > 1 ? String(trimmed(sides[1])) : "", line: index + 1))
      }
    }
  }

  private static func section(_ line: Substring, names: [String], line number: Int) -> Section? {
    guard line.hasSuffix("]") else { return nil }
    let parts = line.dropFirst().dropLast().split(separator: "|").map(trimmed)
    guard let head = parts.first else { return nil }
    let matching = names.filter { head == $0 || head.hasPrefix($0 + " ") }
    guard let name = matching.max(by: { $0.utf8.count < $1.utf8.count }) else { return nil }
    var options: [String: String] = [:]
    for option in parts.dropFirst() {
      let words = option.split(separator: " ", maxSplits: 1)
      if let key = words.first { options[String(key)] = words.count > 1 ? String(words[1]) : "" }
    }
    return Section(
      name: name, argument: String(trimmed(head.dropFirst(name.count))), options: options,
      entries: [], line: number)
  }
}

/// A text without the white space around it.
func trimmed(_ text: Substring) -> Substring {
  var text = text.drop { $0.isWhitespace }
  while let last = text.last, last.isWhitespace { text.removeLast() }
  return text
}
