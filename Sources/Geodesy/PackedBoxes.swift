/// Boxes in space, along the axes, eight beside each other.
struct PackedBoxes: Sendable {
  /// Eight boxes by their centres and half their widths.
  struct Octet: Sendable {
    var x = SIMD8<Int32>(repeating: PackedPoints.nowhere)
    var y = SIMD8<Int32>(repeating: PackedPoints.nowhere)
    var z = SIMD8<Int32>(repeating: PackedPoints.nowhere)
    var halfX = SIMD8<Float>.zero
    var halfY = SIMD8<Float>.zero
    var halfZ = SIMD8<Float>.zero

    /// The squares of the distances from a point to the nearest points of each box, in cm².
    @inline(__always)
    func nearestSquares(to point: PackedPoints.Splat) -> SIMD8<Float> {
      let x = Self.outside(SIMD8<Float>(self.x &- point.x), halfX)
      let y = Self.outside(SIMD8<Float>(self.y &- point.y), halfY)
      let z = Self.outside(SIMD8<Float>(self.z &- point.z), halfZ)
      return x * x + y * y + z * z
    }

    /// The squares of the distances from a box to the nearest points of each box, in cm².
    @inline(__always)
    func nearestSquares(to center: PackedPoints.Splat, margin: Margin) -> SIMD8<Float> {
      let x = Self.outside(SIMD8<Float>(self.x &- center.x), halfX + margin.x)
      let y = Self.outside(SIMD8<Float>(self.y &- center.y), halfY + margin.y)
      let z = Self.outside(SIMD8<Float>(self.z &- center.z), halfZ + margin.z)
      return x * x + y * y + z * z
    }

    /// The squares of the distances from a point to the farthest points of each box, in cm².
    @inline(__always)
    func farthestSquares(to point: PackedPoints.Splat) -> SIMD8<Float> {
      let x = Self.magnitude(SIMD8<Float>(self.x &- point.x)) + halfX
      let y = Self.magnitude(SIMD8<Float>(self.y &- point.y)) + halfY
      let z = Self.magnitude(SIMD8<Float>(self.z &- point.z)) + halfZ
      return x * x + y * y + z * z
    }

    @inline(__always)
    private static func magnitude(_ values: SIMD8<Float>) -> SIMD8<Float> {
      values.replacing(with: -values, where: values .< 0)
    }

    @inline(__always)
    private static func outside(_ values: SIMD8<Float>, _ half: SIMD8<Float>) -> SIMD8<Float> {
      let excess = magnitude(values) - half
      return excess.replacing(with: 0, where: excess .< 0)
    }
  }

  /// Half the widths of a box, in centimetres, as they are kept.
  struct Margin: Sendable {
    let x: Float
    let y: Float
    let z: Float
  }

  /// How many boxes there are.
  let count: Int
  /// The boxes by eights; what is left over at the end lies outside the earth.
  let octets: [Octet]

  /// Packs boxes.
  init(_ boxes: [SpaceBox]) {
    var octets = [Octet](repeating: Octet(), count: (boxes.count + 7) / 8)
    for (place, box) in boxes.enumerated() {
      let center = box.center
      octets[place >> 3].x[place & 7] = center.x
      octets[place >> 3].y[place & 7] = center.y
      octets[place >> 3].z[place & 7] = center.z
      octets[place >> 3].halfX[place & 7] = Self.half(box.low.x, center.x, box.high.x)
      octets[place >> 3].halfY[place & 7] = Self.half(box.low.y, center.y, box.high.y)
      octets[place >> 3].halfZ[place & 7] = Self.half(box.low.z, center.z, box.high.z)
    }
    count = boxes.count
    self.octets = octets
  }

  /// The box at a place.
  subscript(place: Int) -> CenteredBox {
    let octet = octets[place >> 3]
    let lane = place & 7
    let (x, y, z) = (octet.halfX[lane], octet.halfY[lane], octet.halfZ[lane])
    return CenteredBox(
      center: EarthCenteredPosition(x: octet.x[lane], y: octet.y[lane], z: octet.z[lane]),
      radius: (x * x + y * y + z * z).squareRoot() * (1 + 1e-6))
  }

  /// Half a width, enough above that roundings to single precision cannot put a point outside.
  private static func half(_ low: Int32, _ center: Int32, _ high: Int32) -> Float {
    Float(Double(max(high - center, center - low)) * (1 + 5e-7) + 1)
  }
}

/// The ball around a box.
struct CenteredBox: Sendable {
  /// Its centre.
  let center: EarthCenteredPosition
  /// Its radius in centimetres, rounded up.
  let radius: Float
}

/// The smallest box along the axes that holds some points in space.
struct SpaceBox: Sendable {
  /// The least coordinates.
  var low: EarthCenteredPosition
  /// The greatest coordinates.
  var high: EarthCenteredPosition

  /// The box of one point.
  init(_ point: EarthCenteredPosition) {
    low = point
    high = point
  }

  /// Widens the box to hold another.
  mutating func formUnion(_ other: SpaceBox) {
    low.x = min(low.x, other.low.x)
    low.y = min(low.y, other.low.y)
    low.z = min(low.z, other.low.z)
    high.x = max(high.x, other.high.x)
    high.y = max(high.y, other.high.y)
    high.z = max(high.z, other.high.z)
  }

  /// The middle, rounded down.
  var center: EarthCenteredPosition {
    EarthCenteredPosition(
      x: low.x + (high.x - low.x) / 2, y: low.y + (high.y - low.y) / 2,
      z: low.z + (high.z - low.z) / 2)
  }
}
