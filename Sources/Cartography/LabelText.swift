/// Names as they stand on a map: without what steers text, in capitals where their script has them,
/// and each in its own direction.
enum LabelText {
  /// A name on one line, without characters that only steer how text runs.
  static func cleaned(_ name: String) -> String {
    var text = ""
    var gap = false
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x00...0x20, 0x7F...0xA0, 0x2028, 0x2029, 0x3000: gap = !text.isEmpty
      case 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: continue
      default:
        if gap { text += " " }
        gap = false
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// A name in capitals: Greek ones without accents, Turkish ones with their dots, and no capitals
  /// where a script has none in use.
  static func capitals(_ name: String, language: String? = nil) -> String {
    guard !name.unicodeScalars.contains(where: { (0x10A0..<0x1100).contains($0.value) }) else {
      return name
    }
    let isTurkish = language == "tr" || language == "az"
    let upper = (isTurkish ? name.replacing("i", with: "İ") : name).uppercased()
    guard upper.unicodeScalars.contains(where: { (0x370..<0x400).contains($0.value) }) else {
      return upper
    }
    var text = ""
    for scalar in upper.unicodeScalars {
      let plain: Unicode.Scalar? =
        switch scalar {
        case "Ά": "Α"
        case "Έ": "Ε"
        case "Ή": "Η"
        case "Ί": "Ι"
        case "Ό": "Ο"
        case "Ύ": "Υ"
        case "Ώ": "Ω"
        case "\u{301}": nil
        default: scalar
        }
      if let plain { text.unicodeScalars.append(plain) }
    }
    return text
  }

  /// Whether letters of a text join, so that they cannot be spaced, or run from right to left.
  static func isJoinedOrRightToLeft(_ text: String) -> Bool {
    text.unicodeScalars.contains { isRightToLeft($0) || (0x900..<0x1100).contains($0.value) }
  }

  /// Whether a letter belongs to a script that runs from right to left.
  static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590..<0x900, 0xFB1D..<0xFE00, 0xFE70..<0xFEFF, 0x10800..<0x11000, 0x1E800..<0x1F000: true
    default: false
    }
  }

  /// The names of a line, joined by slashes, each in its own direction.
  static func directed(_ line: String) -> String {
    line.split(separator: " / ").map { isolated(String($0)) }.joined(separator: " / ")
  }

  /// A text as it is written in a line that runs from left to right.
  ///
  /// A name from right to left that has digits or signs in it is set apart, so that they stay where
  /// they belong in it, whatever stands beside it. Letters and spaces alone need nothing.
  static func isolated(_ name: String) -> String {
    let scalars = name.unicodeScalars
    guard scalars.contains(where: isRightToLeft),
      scalars.contains(where: { !isRightToLeft($0) && $0 != " " && $0.value != 0x200C })
        || scalars.contains(where: { $0.properties.numericType != nil })
    else { return name }
    return "\u{2067}\(name)\u{2069}"
  }
}
