internal import SimpleFeatures

/// Coordinates as people write them in fields: decimal degrees, degrees with minutes and seconds, and
/// both of a position in one field.
enum CoordinateText {
  /// Whether a coordinate runs north or east.
  enum Axis: Hashable {
    case latitude, longitude

    /// The largest magnitude, in degrees.
    var limit: Double { self == .latitude ? 90 : 180 }
    /// The letters of its hemispheres, the positive one first.
    fileprivate var letters: (UInt8, UInt8) {
      self == .latitude
        ? (UInt8(ascii: "N"), UInt8(ascii: "S")) : (UInt8(ascii: "E"), UInt8(ascii: "W"))
    }
  }

  /// A coordinate in degrees: `42.9075`, `42,9075`, `42°54'27"N`, `N 42 54.45`.
  ///
  /// - Returns: The degrees, of any size; `nil` where the text is none.
  static func degrees(_ bytes: Span<UInt8>, _ axis: Axis) -> Double? {
    if let plain = FieldNumber.real(bytes) { return plain }
    return sexagesimal(bytes, axis)
  }

  /// A position in one field: `POINT (20.84 42.91)`, `42.9075, 20.8403`, `geo:42.9,20.8`,
  /// `42°54'27"N 20°50'25"E`; well-known text has longitude first, all else latitude.
  ///
  /// - Returns: The position, which may be outside the ranges of degrees; `nil` where the text is none.
  static func position(_ bytes: Span<UInt8>) -> Position? {
    if let point = wellKnownPoint(bytes) { return point }
    var range = starts(bytes, "geo:") ? 4..<bytes.count : bytes.indices
    if range.count > 2, "([".utf8.contains(bytes[range.lowerBound]),
      ")]".utf8.contains(bytes[range.upperBound - 1])
    {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    guard let (first, second) = halves(bytes, range),
      let latitude = degrees(bytes.extracting(first), .latitude),
      let longitude = degrees(bytes.extracting(second), .longitude)
    else { return nil }
    return Position(longitude: longitude, latitude: latitude)
  }

  // MARK: - Parts

  /// `POINT(x y)`, with or without a reference system before it and a height behind.
  private static func wellKnownPoint(_ bytes: Span<UInt8>) -> Position? {
    let isMarked = starts(bytes, "SRID=4326;")
    let text = bytes.extracting((isMarked ? 10 : 0)...)
    guard starts(text, "POINT"), text[text.count - 1] == UInt8(ascii: ")") else { return nil }
    var open = 5
    while open < text.count, text[open] != UInt8(ascii: "(") { open += 1 }
    guard open < text.count - 1 else { return nil }
    let numbers = FieldBytes.words(text, open + 1..<text.count - 1)
    guard numbers.count >= 2, let x = FieldNumber.real(text.extracting(numbers[0])),
      let y = FieldNumber.real(text.extracting(numbers[1]))
    else { return nil }
    return Position(longitude: x, latitude: y)
  }

  private static func starts(_ bytes: Span<UInt8>, _ prefix: StaticString) -> Bool {
    let prefix = prefix.description.utf8
    guard bytes.count >= prefix.count else { return false }
    for (index, byte) in prefix.enumerated()
    where FieldBytes.upper(bytes[index]) != FieldBytes.upper(byte) {
      return false
    }
    return true
  }

  /// The two coordinates: at a semicolon or bar, behind the letter of the first hemisphere, at the one
  /// comma or the comma before a blank, at the one blank.
  private static func halves(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> (Range<Int>, Range<Int>)? {
    var (semicolon, letter, comma, commaBlank, blank): (Int?, Int?, Int?, Int?, Int?)
    var (commas, blanks) = (0, 0)
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: ";"), UInt8(ascii: "|"): semicolon = semicolon ?? index
      case UInt8(ascii: "N"), UInt8(ascii: "S"), UInt8(ascii: "n"), UInt8(ascii: "s"):
        letter = letter ?? index
      case UInt8(ascii: ","):
        commas += 1
        comma = comma ?? index
        if index + 1 < range.upperBound, bytes[index + 1] == 0x20 {
          commaBlank = commaBlank ?? index
        }
      case 0x20:
        blanks += 1
        blank = blank ?? index
      default: break
      }
    }
    let cut: (end: Int, start: Int)
    if let semicolon {
      cut = (semicolon, semicolon + 1)
    } else if let commaBlank {
      cut = (commaBlank, commaBlank + 1)
    } else if let comma, commas == 1 {
      cut = (comma, comma + 1)
    } else if let letter, letter > range.lowerBound {
      cut = (letter + 1, letter + 1)
    } else if let blank, blanks == 1 {
      cut = (blank, blank + 1)
    } else {
      return nil
    }
    let first = FieldBytes.trimmed(bytes, range.lowerBound..<cut.end)
    let second = FieldBytes.trimmed(bytes, cut.start..<range.upperBound)
    return first.isEmpty || second.isEmpty ? nil : (first, second)
  }

  /// One to three numbers, each but the last whole, minutes and seconds below 60, with the letter of a
  /// hemisphere or a sign.
  private static func sexagesimal(_ bytes: Span<UInt8>, _ axis: Axis) -> Double? {
    var numbers: [Double] = []
    var sign: Double?
    var index = 0
    if bytes.count > 0, bytes[0] == UInt8(ascii: "-") {
      sign = -1
      index = 1
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte &- 0x30 < 10 {
        var end = index
        while end < bytes.count, bytes[end] &- 0x30 < 10 || ".,".utf8.contains(bytes[end]) {
          end += 1
        }
        // A comma between parts ends a number.
        while end > index, ".,".utf8.contains(bytes[end - 1]) { end -= 1 }
        guard numbers.count < 3, let number = FieldNumber.real(bytes.extracting(index..<end)) else {
          return nil
        }
        numbers.append(number)
        index = end
        continue
      }
      let letter = FieldBytes.upper(byte)
      if letter == axis.letters.0 || letter == axis.letters.1 {
        guard sign == nil else { return nil }
        sign = letter == axis.letters.0 ? 1 : -1
      } else {
        // Degree and prime signs, quotes and blanks; whatever has more than one byte is a sign.
        guard byte >= 0x80 || " '\",:".utf8.contains(byte) else { return nil }
      }
      index += 1
    }
    guard let degrees = numbers.first, numbers.dropFirst().allSatisfy({ $0 < 60 }),
      numbers.dropLast().allSatisfy({ $0 == $0.rounded() })
    else { return nil }
    let minutes = numbers.count > 1 ? numbers[1] : 0
    let seconds = numbers.count > 2 ? numbers[2] : 0
    return (sign ?? 1) * (degrees + (minutes + seconds / 60) / 60)
  }
}
