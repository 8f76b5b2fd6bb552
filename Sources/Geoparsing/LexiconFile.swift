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

    init(_ text: ArraySlice<UInt8>) {
      self.text = String(decoding: text, as: UTF8.self)
      pattern = LexicalPattern(text)
    }
  }

  /// Where it was read, for messages.
  let path: String
  var sections: [Section] = []
  var faults: [String] = []

  init(_ bytes: [UInt8], path: String, sectionNames: [String]) {
    self.path = path
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var isInUnknownSection = false
    for (index, raw) in lines.enumerated() {
      let line = trimmed(raw.prefix { $0 != UInt8(ascii: "#") })
      if line.isEmpty { continue }
      if line.first == UInt8(ascii: "[") {
        let head = String(decoding: line, as: UTF8.self)
        guard let section = Self.section(head[...], names: sectionNames, line: index + 1) else {
          faults.append("\(path):\(index + 1): unknown section \(head)")
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
        guard let entry = Self.entry(line, line: index + 1) else {
          faults.append("\(path):\(index + 1): an entry without words")
          continue
        }
        sections[sections.count - 1].entries.append(entry)
      }
    }
  }

  private static func entry(_ line: ArraySlice<UInt8>, line number: Int) -> Entry? {
    let end = line.firstIndex(of: UInt8(ascii: "=")) ?? line.endIndex
    let patterns = line[..<end].split(separator: UInt8(ascii: ",")).map(trimmed)
      .filter { !$0.isEmpty }
    guard !patterns.isEmpty else { return nil }
    return Entry(
      patterns: patterns.map(Pattern.init),
      value: String(decoding: trimmed(line[end...].dropFirst()), as: UTF8.self), line: number)
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

/// Bytes without the ASCII white space around them.
private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
  guard let first = bytes.firstIndex(where: { !isBlank($0) }),
    let last = bytes.lastIndex(where: { !isBlank($0) })
  else { return [] }
  return bytes[first...last]
}
