/// How large a symbol is: its area is proportional to the measure.
struct SymbolScale {
  /// Square pixels for each unit of the measure.
  private(set) var unitArea: Double
  /// What is drawn where the measure is 0, not stated, or too small to be seen.
  let leastArea: Double
  /// The radius that a disc needs for its rim, and for each character of its number.
  private let rim: Double
  private let character: Double
  /// What a disc may take at most.
  let mostDisc: Double

  /// Makes the scale of symbols that each stand for one incident.
  ///
  /// - Parameters:
  ///   - measure: What they are sized by.
  ///   - largest: Its largest value.
  ///   - scale: Pixels for each pixel of a sheet 1,200 wide.
  init(measure: SizeMeasure, largest: Int, scale: Double) {
    leastArea = Self.disc(3.8 * scale)
    rim = 4.4 * scale
    character = 3.2 * scale
    mostDisc = Self.disc(48 * scale)
    if measure == .incidents || largest < 1 {
      unitArea = Self.disc(7.6 * scale)
    } else {
      unitArea = Self.disc(min(22, 9 + 1.3 * Double(largest)) * scale) / Double(largest)
    }
  }

  func area(of value: Int?) -> Double {
    max(leastArea, Double(value ?? 0) * unitArea)
  }

  /// The radius of a disc that stands for several incidents: its area is proportional to the value,
  /// unless it has to be larger to hold the number.
  func discRadius(of value: Int) -> Double {
    max(leastRadius(of: value), (Double(value) * unitArea / .pi).squareRoot())
  }

  /// Whether a disc has the area that its value asks for.
  func isProportional(_ value: Int) -> Bool {
    Double(value) * unitArea >= Self.disc(leastRadius(of: value))
  }

  private func leastRadius(of value: Int) -> Double {
    rim + character * max(1.5, Double(NumberText.grouped(value).count))
  }

  /// The scale in which the disc of a value is as large as a disc may be.
  func fitting(_ value: Int) -> SymbolScale {
    var scale = self
    if value > 0 { scale.unitArea = min(unitArea, mostDisc / Double(value)) }
    return scale
  }

  private static func disc(_ radius: Double) -> Double { .pi * radius * radius }
}
