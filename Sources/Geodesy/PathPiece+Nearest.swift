internal import SimpleFeatures

extension PathPiece {
  /// The point of the piece nearest to a position.
  ///
  /// With the distance *s* as a function of the part *t* of the way, half the derivative of its square
  /// is looked at, which is nearly a straight line, and through zero where *s* is least. Its root is
  /// found by the Illinois method, to a micrometre along the line.
  ///
  /// - SeeAlso: Dowell and Jarratt (1971), doi:10.1007/BF01934364.
  func nearest(to position: Position) -> NearestOnPath {
    var low = Slope(at: 0, of: self, to: position)
    var high = Slope(at: 1, of: self, to: position)
    guard low.value < 0 && high.value > 0 else {
      // It grows or falls all the way, or has its greatest value inside.
      return (low.distance <= high.distance ? low : high).nearest
    }
    var lowValue = low.value
    var highValue = high.value
    var wasLow: Bool?
    for _ in 0..<60 {
      let part = (low.part * highValue - high.part * lowValue) / (highValue - lowValue)
      guard part > low.part && part < high.part else { break }
      let middle = Slope(at: part, of: self, to: position)
      if abs(middle.value) <= 1e-6 * middle.speed { return middle.nearest }
      let isLow = middle.value < 0
      if isLow {
        low = middle
        lowValue = middle.value
        if wasLow == true { highValue /= 2 }
      } else {
        high = middle
        highValue = middle.value
        if wasLow == false { lowValue /= 2 }
      }
      wasLow = isLow
    }
    return (low.distance <= high.distance ? low : high).nearest
  }
}

/// How the distance to a position changes along a piece.
private struct Slope {
  /// The part of the way.
  let part: Double
  /// The position there.
  let place: Position
  /// The distance, in metres.
  let distance: Double
  /// How many metres of the line there are to the whole way.
  let speed: Double
  /// Half the derivative of the squared distance: the metres from here to the foot of the
  /// perpendicular, against the direction of the line, times the speed.
  let value: Double

  init(at part: Double, of piece: PathPiece, to position: Position) {
    self.part = part
    place = piece.position(at: part)
    let inverse = Geodesic.wgs84.inverse(from: position, to: place)
    distance = inverse.distance.value
    let parallel = SineAndCosine(degrees: place.latitude)
    let root = 1 - WGS84.squaredEccentricity * parallel.sine * parallel.sine
    let normal = WGS84.equatorialRadius / root.squareRoot()
    let meridian = normal * (1 - WGS84.squaredEccentricity) / root
    let radians = Double.pi / 180
    let east = normal * parallel.cosine * (piece.end.longitude - piece.start.longitude) * radians
    let north = meridian * (piece.end.latitude - piece.start.latitude) * radians
    let direction = SineAndCosine(degrees: inverse.finalAzimuth)
    speed = (east * east + north * north).squareRoot()
    value = distance * (east * direction.sine + north * direction.cosine)
  }

  var nearest: NearestOnPath { NearestOnPath(position: place, distance: Meters(distance)) }
}
