/// Invents the towns of a region and draws positions around them, and a tenth anywhere in the world.
///
/// Positions are whole millionths of a degree, and only sums and products make them, so that they are
/// the same on every machine.
struct TownMaker {
  struct Town {
    var name: [UInt8]
    var district: Int
    var latitude: Int
    var longitude: Int
  }

  /// The region in millionths of a degree.
  static let latitudes = 37_000_000...49_000_000
  static let longitudes = 13_000_000...29_000_000

  private static let first = [
    (0.50866, 0.48768), (0.52066, 0.48768), (0.50266, 0.49838), (0.50266, 0.47698),
  ]

  let towns: [Town]
  private var random: SplitMix64

  /// Makes 2,000 towns, the first four around 43.1039, 20.8028, where the questions are asked.
  ///
  /// Of a million positions 14 are within 2 km of it, and 1,787 within 25 km. A town's district is a
  /// cell of a grid of 8 by 8.
  init(seed: UInt64) {
    var names = NameMaker(seed: 0x746F_776E_7331, isColloquial: true)
    var places = SplitMix64(seed: 0x746F_776E_7332)
    towns = (0..<2000).map { number in
      let (row, column) = number < 4 ? Self.first[number] : (places.unit(), places.unit())
      return Town(
        name: names.distinct().name, district: Int(row * 8) * 8 + Int(column * 8),
        latitude: Self.at(row, of: Self.latitudes), longitude: Self.at(column, of: Self.longitudes))
    }
    random = SplitMix64(seed: seed)
  }

  /// A position near a town, which is named, or, one time in ten, anywhere.
  mutating func position() -> (town: Town?, latitude: Int, longitude: Int) {
    if random.below(10) == 0 {
      return (nil, random.below(180_000_001) - 90_000_000, random.below(360_000_001) - 180_000_000)
    }
    let town = random.element(towns)
    // 0.13° are 14 km northwards, as are 0.18° eastwards in the middle of the region.
    return (town, town.latitude + spread(130_000), town.longitude + spread(180_000))
  }

  /// Positions of incidents as pairs of little-endian doubles, latitude first.
  static func positions(count: Int, output: inout Output) {
    var towns = TownMaker(seed: IncidentMaker.seed)
    for _ in 0..<count {
      let (_, latitude, longitude) = towns.position()
      for value in [latitude, longitude] {
        let bits = (Double(value) / 1e6).bitPattern
        output.write((0..<8).map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) })
      }
    }
  }

  /// Any place in the region.
  mutating func anywhere() -> (latitude: Int, longitude: Int) {
    (Self.at(random.unit(), of: Self.latitudes), Self.at(random.unit(), of: Self.longitudes))
  }

  /// A deviation that is nearly normal: the sum of twelve uniform ones.
  private mutating func spread(_ standardDeviation: Double) -> Int {
    let sum = (0..<12).reduce(-6.0) { sum, _ in sum + random.unit() }
    return Int(sum * standardDeviation)
  }

  private static func at(_ share: Double, of range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(share * Double(range.count))
  }

  /// Millionths of a degree as decimal text.
  static func degrees(_ value: Int) -> String {
    let digits = String(value.magnitude % 1_000_000 + 1_000_000).dropFirst()
    return "\(value < 0 ? "-" : "")\(value.magnitude / 1_000_000).\(digits)"
  }
}
