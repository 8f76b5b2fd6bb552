internal import SimpleFeatures

/// A ring whose longitudes run on across the antimeridian instead of jumping.
struct UnwrappedRing {
  /// Why a ring bounds no area on the globe.
  enum Fault: String, Error {
    case widerThanEarth = "a ring goes round the earth more than once"
    case unknownPole =
      """
      a ring goes round the earth on both sides of the equator, which leaves open what pole it \
      encloses; cut it at the antimeridian
      """
  }

  enum Pole {
    case north, south
  }

  /// The ring, closed; round a pole it runs over its meridian to the pole and back.
  private(set) var positions: [Position]
  /// The pole that it encloses.
  private(set) var pole: Pole?

  init(_ ring: [Position]) throws(Fault) {
    positions = ring.needsUnwrapping ? Self.unwrapped(ring) : ring
    guard let first = positions.first, let last = positions.last else { return }
    switch ((last.longitude - first.longitude) / 360).rounded() {
    case 0:
      let longitudes = longitudes
      guard longitudes.upperBound - longitudes.lowerBound <= 360 else { throw .widerThanEarth }
    case -1, 1: try closeAtPole()
    default: throw .widerThanEarth
    }
  }

  /// The ring with each longitude on the turn of the earth that is nearest to the one before.
  private static func unwrapped(_ ring: [Position]) -> [Position] {
    var shift = 0.0
    var before = ring[0].longitude
    return ring.map { position in
      let step = position.longitude - before
      if step > 180 { shift -= 360 }
      if step < -180 { shift += 360 }
      before = position.longitude
      return Position(longitude: position.longitude + shift, latitude: position.latitude)
    }
  }

  /// Joins the two ends over a pole, where the ring comes nearest to it: nothing is in between.
  private mutating func closeAtPole() throws(Fault) {
    let pole: Pole
    if positions.allSatisfy({ $0.latitude > 0 }) {
      pole = .north
    } else if positions.allSatisfy({ $0.latitude < 0 }) {
      pole = .south
    } else {
      throw .unknownPole
    }
    let turn = positions[positions.count - 1].longitude - positions[0].longitude
    let open = positions.dropLast()
    let nearest =
      open.indices.max { open[$0].latitude.magnitude < open[$1].latitude.magnitude } ?? 0
    let onward = open[..<nearest].map {
      Position(longitude: $0.longitude + turn, latitude: $0.latitude)
    }
    let start = open[nearest]
    let latitude = pole == .north ? 90.0 : -90.0
    positions = open[nearest...] + onward
    positions += [
      Position(longitude: start.longitude + turn, latitude: start.latitude),
      Position(longitude: start.longitude + turn, latitude: latitude),
      Position(longitude: start.longitude, latitude: latitude), start,
    ]
    self.pole = pole
  }

  private var longitudes: ClosedRange<Double> {
    let bounds = BoundingBox(enclosing: positions)
    return (bounds?.west ?? 0)...(bounds?.east ?? 0)
  }

  /// The turns of the earth that it reaches into, from west to east.
  var turns: [Turn] {
    let longitudes = longitudes
    let first = Int(((longitudes.lowerBound + 180) / 360).rounded(.down))
    let last = Int(((longitudes.upperBound - 180) / 360).rounded(.up))
    return (first...max(first, last)).map(Turn.init)
  }
}

/// The longitudes from an antimeridian to the next: 0 is −180 … 180, 1 is 180 … 540.
struct Turn {
  private let shift: Double

  init(_ number: Int) {
    shift = 360 * Double(number)
  }

  /// The whole earth on this turn.
  var lune: Polygon {
    Polygon(exterior: [
      Position(longitude: shift - 180, latitude: -90),
      Position(longitude: shift + 180, latitude: -90),
      Position(longitude: shift + 180, latitude: 90),
      Position(longitude: shift - 180, latitude: 90),
      Position(longitude: shift - 180, latitude: -90),
    ])
  }

  /// A polygon of this turn between the longitudes −180 and 180.
  func wrapped(_ polygon: Polygon) -> Polygon {
    Polygon(exterior: wrapped(polygon.exterior), interiors: polygon.interiors.map(wrapped))
  }

  private func wrapped(_ ring: [Position]) -> [Position] {
    ring.map {
      Position(
        longitude: min(max($0.longitude - shift, -180), 180), latitude: $0.latitude)
    }
  }
}

extension Polygon {
  /// Whether a longitude is beyond ±180 or an edge jumps across the antimeridian.
  var needsUnwrapping: Bool {
    positions.contains { $0.longitude.magnitude > 180 } || exterior.needsUnwrapping
      || interiors.contains(where: \.needsUnwrapping)
  }
}

extension [Position] {
  /// Whether an edge jumps across the antimeridian; one from −180 to 180 alone goes round the earth.
  fileprivate var needsUnwrapping: Bool {
    guard allSatisfy({ $0.longitude.magnitude <= 180 }) else { return false }
    return zip(self, dropFirst()).contains { start, end in
      let step = (end.longitude - start.longitude).magnitude
      return step > 180 && step < 360
    }
  }
}
