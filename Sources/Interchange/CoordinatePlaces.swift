public import SimpleFeatures

/// How many decimals of a degree a position deserves.
public enum CoordinatePlaces {
  /// The decimals for a position that is known within a radius; 6, about 0.1 m, where none is given
  /// (RFC 7946 §11.2).
  ///
  /// Each step moves a position by less than a tenth of the radius, so rounding never claims more
  /// and never leaves the circle: two decimals, at most 790 m, from 10 km on.
  public static func forUncertainty(_ radius: Meters?) -> Int {
    switch radius?.value ?? 0 {
    case 10_000...: 2
    case 1_000...: 3
    case 100...: 4
    case 10...: 5
    default: 6
    }
  }
}

extension Position {
  /// The position as it is written with so many decimals.
  func rounded(places: Int) -> Position {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    func rounded(_ degrees: Double) -> Double {
      (degrees * scale).rounded(.toNearestOrAwayFromZero) / scale
    }
    return Position(longitude: rounded(longitude), latitude: rounded(latitude))
  }
}
