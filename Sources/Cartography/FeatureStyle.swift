internal import SimpleFeatures

/// How a feature of an own layer is drawn: as its properties say in simplestyle 1.1, else as its layer.
///
/// - SeeAlso: simplestyle-spec 1.1.0, by Mapbox.
struct FeatureStyle: Hashable {
  /// The colour of lines, `#rrggbb`.
  var stroke: String
  /// The width of lines in pixels of a sheet 1,200 wide.
  var strokeWidth = 1.2
  var strokeOpacity = 1.0
  /// The colour inside areas, `#rrggbb`.
  var fill: String
  var fillOpacity = 0.14
  /// The colour of points, `#rrggbb`.
  var marker: String

  /// The style of an own layer by its number, from 0, in a theme.
  init(ofLayer number: Int, theme: MapTheme) {
    let colors = theme.ownLayers
    let color = colors[number % colors.count]
    (stroke, fill, marker) = (color, color, color)
  }

  /// This style with what a feature's properties say; what is no colour or number is passed over.
  func changed(by properties: [String: PropertyValue]) -> FeatureStyle {
    guard !properties.isEmpty else { return self }
    var style = self
    if let color = Self.color(properties["stroke"]) { style.stroke = color }
    if let color = Self.color(properties["fill"]) { style.fill = color }
    if let color = Self.color(properties["marker-color"]) { style.marker = color }
    if let width = Self.number(properties["stroke-width"], in: 0...20) { style.strokeWidth = width }
    if let part = Self.number(properties["stroke-opacity"], in: 0...1) {
      style.strokeOpacity = part
    }
    if let part = Self.number(properties["fill-opacity"], in: 0...1) { style.fillOpacity = part }
    return style
  }

  /// A colour of three or six hexadecimal digits as `#rrggbb`, with or without its number sign.
  private static func color(_ value: PropertyValue?) -> String? {
    guard case .text(let text)? = value else { return nil }
    let digits = Array((text.hasPrefix("#") ? text.dropFirst() : text[...]).lowercased().utf8)
    let isHexadecimal = digits.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
    guard isHexadecimal, digits.count == 3 || digits.count == 6 else { return nil }
    let six = digits.count == 6 ? digits : digits.flatMap { [$0, $0] }
    return "#" + String(decoding: six, as: UTF8.self)
  }

  /// A number in a range, as such or as text, as some programs write it.
  private static func number(_ value: PropertyValue?, in range: ClosedRange<Double>) -> Double? {
    let number: Double? =
      switch value {
      case .number(let number): number
      case .text(let text): Double(text)
      case .null, .boolean, nil: nil
      }
    guard let number, range.contains(number) else { return nil }
    return number
  }
}

extension MapTheme {
  /// Colours of own layers, one after the other: calm, and none of an event type's.
  fileprivate var ownLayers: [String] {
    switch self {
    case .light: ["#7b5ea7", "#3f7f6e", "#a0643c", "#5f6f9c"]
    case .dark: ["#b49be0", "#7fc4b0", "#d9a27a", "#9db0de"]
    case .print: ["#444444", "#7a7a7a", "#5e5e5e", "#969696"]
    }
  }
}
