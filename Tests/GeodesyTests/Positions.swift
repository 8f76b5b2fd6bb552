import Geodesy
import NamedSeeds
import SimpleFeatures

extension Position {
  /// A position anywhere, as often near the poles as its latitudes are.
  static func random(using generator: inout SplitMix64) -> Position {
    Position(
      longitude: .random(in: -180...180, using: &generator),
      latitude: .random(in: -90...90, using: &generator))
  }

  /// A position around another, in degrees either way.
  static func random(
    around center: Position, degrees: Double, using generator: inout SplitMix64
  ) -> Position {
    let longitude =
      center.longitude + .random(in: -degrees...degrees, using: &generator)
    return Position(
      longitude: longitude.remainder(dividingBy: 360),
      latitude: min(
        90, max(-90, center.latitude + .random(in: -degrees...degrees, using: &generator))))
  }

  /// Where something special could happen to a position.
  static let remarkable = [
    Position(longitude: 20.8028, latitude: 43.1039), Position(longitude: 0, latitude: 0),
    Position(longitude: 180, latitude: 0), Position(longitude: -180, latitude: 12),
    Position(longitude: 179.999_999, latitude: -43), Position(longitude: 0, latitude: 90),
    Position(longitude: 77, latitude: -90), Position(longitude: -0.0, latitude: 89.999_999),
    Position(longitude: 90, latitude: 45), Position(longitude: -135, latitude: -45),
  ]
}

/// Positions of every kind: around towns, everywhere, at remarkable places, twice, and none at all.
func mixedPositions(_ count: Int, using generator: inout SplitMix64) -> [Position] {
  let towns = (0..<12).map { _ in Position.random(using: &generator) } + Position.remarkable
  var positions: [Position] = []
  for _ in 0..<count {
    switch Int.random(in: 0..<20, using: &generator) {
    case 0..<12:
      let town = towns[Int.random(in: towns.indices, using: &generator)]
      positions.append(.random(around: town, degrees: 0.2, using: &generator))
    case 12..<15: positions.append(.random(using: &generator))
    case 15: positions.append(towns[Int.random(in: towns.indices, using: &generator)])
    case 16: positions.append(positions.randomElement(using: &generator) ?? towns[0])
    case 17:
      positions.append(
        Position(
          longitude: [.nan, .infinity, 12].randomElement(using: &generator) ?? 0,
          latitude: [.nan, 91, -90.000_1].randomElement(using: &generator) ?? 0))
    default:
      let town = towns[Int.random(in: towns.indices, using: &generator)]
      positions.append(.random(around: town, degrees: 1e-7, using: &generator))
    }
  }
  return positions
}
