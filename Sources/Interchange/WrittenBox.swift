public import IncidentModel
public import SimpleFeatures

/// Finds the narrowest box that holds all points of rows as they are written, in constant memory; the
/// fields do not matter and need not be sent.
///
/// The box crosses the antimeridian (`west > east`, RFC 7946 §5.2) where that is the shorter way round.
/// Gaps between points are known exactly from a tenth of a degree on; points that leave no such gap
/// all around the Earth get the box from the westernmost to the easternmost.
public struct WrittenBox: IncidentRowReceiver, Sendable {
  private static let sectorsPerDegree = 10.0

  private var enclosing: BoundingBox?
  /// The western and the eastern end of the points in each sector of longitude.
  private var sectors: [(west: Double, east: Double)?] = []

  /// Begins without any point.
  public init() {}

  /// The box, or `nil` where no row has a place.
  public var box: BoundingBox? {
    guard var box = enclosing else { return nil }
    var widestGap = box.west + 360 - box.east
    var last = box.west
    for case let sector? in sectors {
      if sector.west - last > widestGap {
        widestGap = sector.west - last
        (box.west, box.east) = (sector.west, last)
      }
      last = sector.east
    }
    return box
  }

  /// Takes a row's point.
  public mutating func beginRow(id: Span<UInt8>, position: Position?, uncertainty: Meters?) {
    guard let position, position.isValid else { return }
    add(position.rounded(places: CoordinatePlaces.forUncertainty(uncertainty)))
  }

  /// Takes a point as it is.
  mutating func add(_ position: Position) {
    let (longitude, latitude) = (position.longitude, position.latitude)
    guard let known = enclosing else {
      enclosing = BoundingBox(west: longitude, south: latitude, east: longitude, north: latitude)
      sectors = Array(repeating: nil, count: 1 + Int(360 * Self.sectorsPerDegree))
      return note(longitude)
    }
    enclosing = BoundingBox(
      west: min(known.west, longitude), south: min(known.south, latitude),
      east: max(known.east, longitude), north: max(known.north, latitude))
    note(longitude)
  }

  private mutating func note(_ longitude: Double) {
    let index = Int((longitude + 180) * Self.sectorsPerDegree)
    let known = sectors[index] ?? (longitude, longitude)
    sectors[index] = (min(known.west, longitude), max(known.east, longitude))
  }

  /// Is of no account.
  public mutating func receiveNull(field: Int) {}
  /// Is of no account.
  public mutating func receive(text: Span<UInt8>, field: Int) {}
  /// Is of no account.
  public mutating func receive(integer: Int, field: Int) {}
  /// Is of no account.
  public mutating func receive(real: Double, field: Int) {}
  /// Is of no account.
  public mutating func receive(boolean: Bool, field: Int) {}
  /// Is of no account.
  public mutating func endRow(adding values: [FieldValue]) {}
}
