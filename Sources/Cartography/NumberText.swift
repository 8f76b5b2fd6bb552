/// Numbers as people read them in English: `12,345`.
enum NumberText {
  /// A whole number, in groups of three from four digits on.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// A number with one decimal where it has any.
  static func grouped(_ number: Double) -> String {
    let tenths = Int((number.magnitude * 10).rounded())
    let sign = number < 0 && tenths > 0 ? "−" : ""
    let decimal = tenths.isMultiple(of: 10) ? "" : ".\(tenths % 10)"
    return sign + grouped(tenths / 10) + decimal
  }

  /// `1 incident`, `1,234 incidents`.
  static func incidents(_ number: Int) -> String {
    number == 1 ? "1 incident" : "\(grouped(number)) incidents"
  }
}
