/// How an incident of a class is drawn, by the QGIS style and by our own maps.
public struct EventSymbol: Hashable, Sendable {
  /// The marker's outline.
  public enum Shape: String, Hashable, Sendable, CaseIterable {
    /// A disc.
    case circle
    /// A square on its side.
    case square
    /// A square on its corner.
    case diamond
    /// A triangle, its point upwards.
    case triangle
    /// A star of five points.
    case star
    /// A pentagon, its point upwards.
    case pentagon
    /// A cross of two thick bars.
    case cross
    /// A hexagon.
    case hexagon
  }

  /// The marker's outline.
  public var shape: Shape
  /// The marker's colour in sRGB, `0xRRGGBB`.
  public var color: UInt32

  /// Makes a symbol.
  public init(_ shape: Shape, color: UInt32) {
    self.shape = shape
    self.color = color
  }
}

extension EventType {
  /// The symbol of the class: a shape and a colour of its own each, so that it is told apart without
  /// colour too.
  ///
  /// The colours are Okabe and Ito's for colour-blind readers, their black replaced by a dark wine
  /// that does not pass for text or a border. Under simulated deuteranopia (Machado 2009) the
  /// closest pair lies 17 apart in CIELAB; under protanopia, 20.
  public var symbol: EventSymbol {
    switch self {
    case .battles: EventSymbol(.diamond, color: 0xD55E00)
    case .protests: EventSymbol(.circle, color: 0x0072B2)
    case .riots: EventSymbol(.triangle, color: 0xE69F00)
    case .explosions: EventSymbol(.star, color: 0x882255)
    case .violenceAgainstCivilians: EventSymbol(.square, color: 0xCC79A7)
    case .strategicDevelopments: EventSymbol(.pentagon, color: 0x56B4E9)
    case .disasters: EventSymbol(.hexagon, color: 0x009E73)
    case .accidents: EventSymbol(.cross, color: 0xF0E442)
    }
  }
}
