internal import IncidentModel

/// How large a symbol is: its area is proportional to the measure.
struct SymbolScale {
  /// Square pixels for each unit of the measure.
  var unitArea: Double
  /// What is drawn where the measure is 0, not stated, or too small to be seen.
  var leastArea: Double

  init(measure: SizeMeasure, points: [IncidentPoint], scale: Double) {
    let largest = points.lazy.compactMap(\.value).max() ?? 0
    leastArea = Self.disc(3.8 * scale)
    if measure == .incidents || largest < 1 {
      unitArea = Self.disc(7.6 * scale)
    } else {
      unitArea = Self.disc(min(22, 9 + 1.3 * Double(largest)) * scale) / Double(largest)
    }
  }

  func area(of value: Int?) -> Double {
    max(leastArea, Double(value ?? 0) * unitArea)
  }

  private static func disc(_ radius: Double) -> Double { .pi * radius * radius }
}
