internal import SimpleFeatures

/// Numbers as people read them on a map: 12 345, with a space that no line breaks at.
enum NumberText {
  /// The no-break space, which every font has; few have the narrow one, U+202F.
  private static let separator: Character = "\u{A0}"

  /// A whole number, in groups of three from four digits on.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(separator) }
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
}
