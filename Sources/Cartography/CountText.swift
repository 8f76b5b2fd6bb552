/// Whole numbers as people read them: `1,234,567`.
enum CountText {
  static func text(_ number: Int) -> String {
    let digits = String(number.magnitude)
    guard digits.utf8.count > 3 else { return String(number) }
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  /// `1 incident`, `1,234 incidents`.
  static func incidents(_ number: Int) -> String {
    number == 1 ? "1 incident" : "\(text(number)) incidents"
  }
}
