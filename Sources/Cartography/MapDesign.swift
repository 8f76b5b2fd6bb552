/// Sizes and colours of everything on a sheet, in proportion to it.
struct MapDesign: Sendable {
  /// Pixels for each pixel of a sheet 1,200 wide; on small sheets letters stay readable.
  let scale: Double
  let theme: MapTheme

  init(width: Int, height: Int? = nil, theme: MapTheme) {
    let low = height.map { Double($0) / 560 } ?? .infinity
    scale = max(min(Double(width) / 1200, low), 0.72)
    self.theme = theme
  }

  var colors: MapColors { theme.colors }

  func px(_ value: Double) -> Double { value * scale }

  func style(
    _ size: Double, bold: Bool = false, italic: Bool = false, spacing: Double = 0
  ) -> TextStyle {
    TextStyle(
      size: (size * scale * 10).rounded() / 10, isBold: bold, isItalic: italic,
      spacing: (spacing * scale * 10).rounded() / 10)
  }

  var title: TextStyle { style(25, bold: true) }
  var subtitle: TextStyle { style(14) }
  var footer: TextStyle { style(10.5) }
  var legendHeading: TextStyle { style(11.5, bold: true) }
  var legendText: TextStyle { style(11.5) }
  var incidentPlace: TextStyle { style(12.5, bold: true) }
  var incidentPlaceSecond: TextStyle { style(11.5) }
  var discNumber: TextStyle { style(10.5, bold: true) }
  var coarsePlace: TextStyle { style(12, italic: true) }
  var capital: TextStyle { style(13, bold: true) }
  var worldCapital: TextStyle { style(10.5, bold: true) }
  var worldCity: TextStyle { style(10) }
  var city: TextStyle { style(12.5) }
  var town: TextStyle { style(11) }
  var village: TextStyle { style(9.5) }
  var lake: TextStyle { style(9.5, italic: true) }
  var municipality: TextStyle { style(8.5, spacing: 1.6) }
  var country: TextStyle { style(14, spacing: 6) }
  var graticule: TextStyle { style(9) }
}
