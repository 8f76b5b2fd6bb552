internal import IncidentModel

extension MapTheme {
  /// The symbol of a class of events.
  ///
  /// In print its colours keep their hues, but each has a lightness of its own, eight steps of
  /// L* 24 … 91, so that a photocopy in grey still tells hexagons apart.
  func symbol(of type: EventType) -> EventSymbol {
    guard self == .print else { return type.symbol }
    return EventSymbol(type.symbol.shape, color: Self.printedColor(of: type))
  }

  private static func printedColor(of type: EventType) -> UInt32 {
    switch type {
    case .explosions: 0x720543
    case .protests: 0x015688
    case .battles: 0xB44F01
    case .disasters: 0x0B9970
    case .violenceAgainstCivilians: 0xD783B2
    case .strategicDevelopments: 0x63BFF5
    case .riots: 0xFFC162
    case .accidents: 0xF6E948
    }
  }

  /// The colour of a symbol's line: its own, darkened, or on dark ground lightened, as little as
  /// makes it stand out three to one from everything that it may stand on.
  ///
  /// - Parameters:
  ///   - color: The symbol's colour.
  ///   - isFilled: Whether the line goes round a fill of that colour, from which it differs then.
  /// - Returns: `0xRRGGBB`.
  func line(of color: UInt32, isFilled: Bool) -> UInt32 {
    let grounds = colors.grounds.map(Contrast.color)
    let end: UInt32 = self == .dark ? 0xFFFFFF : 0
    // Three eighths of black keep a filled symbol's edge from its fill.
    return stride(from: isFilled ? 6 : 0, through: 16, by: 1).lazy
      .map { Contrast.mix(color, with: end, part: Double($0) / 16) }
      .first { line in grounds.allSatisfy { Contrast.ratio(line, $0) >= 3 } } ?? end
  }
}

extension MapColors {
  /// What incidents and labels may stand on.
  var grounds: [String] { [sea, land, focus, tint, water, paper] }
}
