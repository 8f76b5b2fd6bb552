extension MapTheme {
  /// The colours of hexagons from the lowest class to the highest.
  ///
  /// One hue leads into the next while lightness falls (on a dark map, rises) by even steps, so that
  /// the order is seen by every kind of colour vision, in grey, and on a photocopy. None of them is
  /// the colour of water, land or a municipality.
  var ramp: [String] {
    switch self {
    case .light, .print: ["#fbd3a2", "#f4956b", "#d4526e", "#8f2d78", "#3f1a5c"]
    case .dark: ["#5b3a7a", "#943f82", "#d0536f", "#f39561", "#fbe39a"]
    }
  }

  /// The colours of so many classes, spread over the ramp.
  func ramp(of count: Int) -> [String] {
    let last = ramp.count - 1
    return (0..<count).map { ramp[count > 1 ? min(last, ($0 * last) / (count - 1)) : last / 2] }
  }
}
