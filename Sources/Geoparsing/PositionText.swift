internal import SimpleFeatures

/// Reads positions as people write them, latitude first.
enum PositionText {
  /// The position that a text is, or `nil` where it is none.
  ///
  /// - Throws: ``PlaceQueryError`` where it is one outside the ranges of latitude and longitude.
  static func position(in text: String) throws(PlaceQueryError) -> Position? {
    let body =
      text.hasPrefix("geo:") ? Substring(text.dropFirst(4).prefix { $0 != ";" }) : text[...]
    let found = decimal(body) ?? sexagesimal(body)
    guard let (latitude, longitude) = found else { return nil }
    let position = Position(longitude: longitude, latitude: latitude)
    guard position.isValid else {
      throw PlaceQueryError(
        "\(text) is not on the globe: latitude comes first, -90 to 90, then longitude, "
          + "-180 to 180")
    }
    return position
  }

  /// `43.1039,20.8028`.
  private static func decimal(_ text: Substring) -> (Double, Double)? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
    guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]) else {
      return nil
    }
    return (latitude, longitude)
  }

  /// `43°06'14"N 20°48'10"E`; minutes and seconds may be missing.
  private static func sexagesimal(_ text: Substring) -> (Double, Double)? {
    guard text.contains("°") else { return nil }
    var angles: [(value: Double, direction: Character)] = []
    var numbers: [Double] = []
    var digits = ""
    for character in text {
      if character.isNumber || character == "." {
        digits.append(character)
        continue
      }
      if !digits.isEmpty {
        guard let number = Double(digits) else { return nil }
        numbers.append(number)
        digits = ""
      }
      if "°'’′\"”″, ".contains(character) { continue }
      guard "NSEW".contains(character) else { return nil }
      guard (1...3).contains(numbers.count), numbers.dropFirst().allSatisfy({ $0 < 60 }) else {
        return nil
      }
      let value = numbers.enumerated().reduce(0.0) { sum, part in
        sum + part.element / [1, 60, 3600][part.offset]
      }
      angles.append(("SW".contains(character) ? -value : value, character))
      numbers = []
    }
    guard angles.count == 2, "NS".contains(angles[0].direction), "EW".contains(angles[1].direction)
    else { return nil }
    return (angles[0].value, angles[1].value)
  }
}
