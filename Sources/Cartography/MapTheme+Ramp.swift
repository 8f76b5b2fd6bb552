extension MapTheme {
  /// The colours of hexagons from the lowest class to the highest.
  ///
  /// One hue leads into the next while lightness falls (on a dark map, rises) by even steps, so that
  /// the order is seen by every kind of colour vision, in grey, and on a photocopy. None of them is
  /// the colour of water, land or a municipality.
  var ramp: [String] {
    switch self {
    case .light, .print: ["#fcdcae", "#f7a878", "#e0626c", "#a63a7e", "#582974"]
    case .dark: ["#5b3a7a", "#984089", "#d65a70", "#f49a66", "#fbe6a2"]
    }
  }

  /// The colours of so many classes by their numbers in the ramp, spread over it.
  static func shades(of count: Int) -> [Int] {
    let last = HexagonClasses.most - 1
    return (0..<count).map { count > 1 ? ($0 * last) / (count - 1) : last / 2 }
  }
}
