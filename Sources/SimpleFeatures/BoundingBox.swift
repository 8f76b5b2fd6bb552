/// A box of longitudes and latitudes in degrees; `west > east` where it crosses the antimeridian.
public struct BoundingBox: Hashable, Sendable {
  /// The western longitude in degrees.
  public var west: Double
  /// The southern latitude in degrees.
  public var south: Double
  /// The eastern longitude in degrees.
  public var east: Double
  /// The northern latitude in degrees.
  public var north: Double

  /// Makes a box from its edges in degrees, in the order of RFC 7946: W, S, E, N.
  public init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  /// The smallest box that holds all positions, or `nil` where there is none.
  ///
  /// Positions either side of the antimeridian give the wide box: this knows no shorter way round.
  public init?(enclosing positions: some Sequence<Position>) {
    var iterator = positions.makeIterator()
    guard let first = iterator.next() else { return nil }
    self.init(
      west: first.longitude, south: first.latitude, east: first.longitude, north: first.latitude)
    while let position = iterator.next() {
      west = min(west, position.longitude)
      south = min(south, position.latitude)
      east = max(east, position.longitude)
      north = max(north, position.latitude)
    }
  }

  /// Whether the box crosses the antimeridian.
  public var crossesAntimeridian: Bool { west > east }

  /// Whether a position lies in the box, its edges included.
  public func contains(_ position: Position) -> Bool {
    guard (south...north).contains(position.latitude) else { return false }
    return crossesAntimeridian
      ? position.longitude >= west || position.longitude <= east
      : (west...east).contains(position.longitude)
  }
}
