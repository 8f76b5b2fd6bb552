internal import SimpleFeatures

/// How far positions reach, and those of them that reach farthest.
///
/// A million positions are read once: what is projected to fit a frame afterwards are a few hundred.
struct OuterPositions {
  /// The western end of the shortest arc that holds all longitudes, and its width in degrees.
  private(set) var west = -180.0
  private(set) var width = 360.0
  private(set) var south = 0.0
  private(set) var north = 0.0
  /// All positions where they are few, else the outermost of each strip of the area.
  private(set) var positions: [Position] = []

  /// Up to so many positions all are kept.
  private static let few = 2_000
  /// The strips across and along the area.
  private static let strips = 200

  /// Reads positions: O(n).
  init(_ positions: [Position]) {
    guard let first = positions.first else { return }
    (south, north) = (first.latitude, first.latitude)
    for position in positions {
      south = min(south, position.latitude)
      north = max(north, position.latitude)
    }
    findArc(positions)
    self.positions = positions.count <= Self.few ? positions : outermost(positions)
  }

  /// Leaves out the widest gap between longitudes.
  ///
  /// They are gathered by half a degree: a gap within that is the widest one only where there are
  /// hardly any others.
  private mutating func findArc(_ positions: [Position]) {
    var slots = [(west: Double, east: Double)?](repeating: nil, count: 721)
    for longitude in positions.lazy.map(\.longitude) {
      let slot = min(max(Int((longitude + 180) * 2), 0), 720)
      if let known = slots[slot] {
        slots[slot] = (min(known.west, longitude), max(known.east, longitude))
      } else {
        slots[slot] = (longitude, longitude)
      }
    }
    let filled = slots.compactMap(\.self)
    guard let first = filled.first, let last = filled.last else { return }
    (west, width) = (first.west, last.east - first.west)
    for (a, b) in zip(filled, filled.dropFirst()) where 360 - (b.west - a.east) < width {
      (west, width) = (b.west, 360 - (b.west - a.east))
    }
  }

  /// The ends of each strip of longitude and of latitude: a smooth projection has its extremes there.
  private func outermost(_ positions: [Position]) -> [Position] {
    var byLongitude = Strips(count: Self.strips)
    var byLatitude = Strips(count: Self.strips)
    for (index, position) in positions.enumerated() {
      var east = position.longitude - west
      if east < 0 { east += 360 }
      let up = position.latitude - south
      byLongitude.add(index, at: width > 0 ? east / width : 0, value: up)
      byLatitude.add(index, at: north > south ? up / (north - south) : 0, value: east)
    }
    return (byLongitude.ends + byLatitude.ends).map { positions[$0] }
  }

  /// The least and the greatest in each of many strips.
  private struct Strips {
    private var least: [(value: Double, index: Int)?]
    private var greatest: [(value: Double, index: Int)?]

    init(count: Int) {
      least = Array(repeating: nil, count: count)
      greatest = least
    }

    /// Takes a number in at a part, 0 … 1, of the way over all strips.
    mutating func add(_ index: Int, at part: Double, value: Double) {
      let strip = min(max(Int(part * Double(least.count)), 0), least.count - 1)
      if least[strip].map({ value < $0.value }) ?? true { least[strip] = (value, index) }
      if greatest[strip].map({ value > $0.value }) ?? true { greatest[strip] = (value, index) }
    }

    var ends: [Int] { (least + greatest).compactMap { $0?.index } }
  }
}
