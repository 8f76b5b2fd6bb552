/// Points in space, eight beside each other, so that a processor handles several at a time.
struct PackedPoints: Sendable {
  /// Eight points.
  ///
  /// What is left over at the end lies outside the earth, further from anything on it than the earth
  /// is wide.
  struct Octet: Sendable {
    var x = SIMD8<Int32>(repeating: PackedPoints.nowhere)
    var y = SIMD8<Int32>(repeating: PackedPoints.nowhere)
    var z = SIMD8<Int32>(repeating: PackedPoints.nowhere)

    /// The squared chords to a point, in cm².
    @inline(__always)
    func squaredChords(to point: Splat) -> SIMD8<Float> {
      let x = SIMD8<Float>(self.x &- point.x)
      let y = SIMD8<Float>(self.y &- point.y)
      let z = SIMD8<Float>(self.z &- point.z)
      return x * x + y * y + z * z
    }
  }

  /// One point, eight times.
  struct Splat: Sendable {
    let x: SIMD8<Int32>
    let y: SIMD8<Int32>
    let z: SIMD8<Int32>

    init(_ point: EarthCenteredPosition) {
      x = SIMD8(repeating: point.x)
      y = SIMD8(repeating: point.y)
      z = SIMD8(repeating: point.z)
    }
  }

  /// 1.5e9 cm on each axis is 25,980 km from the centre, and the differences still fit 32 bits.
  static let nowhere: Int32 = 1_500_000_000

  /// How many points there are.
  let count: Int
  /// The points by eights.
  let octets: [Octet]

  /// Packs points in an order.
  init(_ points: [EarthCenteredPosition], order: some RandomAccessCollection<UInt32>) {
    var octets: [Octet] = []
    octets.reserveCapacity((order.count + 7) / 8)
    var octet = Octet()
    var lane = 0
    for place in order {
      let point = points[Int(place)]
      octet.x[lane] = point.x
      octet.y[lane] = point.y
      octet.z[lane] = point.z
      lane += 1
      if lane == 8 {
        octets.append(octet)
        octet = Octet()
        lane = 0
      }
    }
    if lane > 0 { octets.append(octet) }
    count = order.count
    self.octets = octets
  }

  /// The point at a place.
  subscript(place: Int) -> EarthCenteredPosition {
    let octet = octets[place >> 3]
    return EarthCenteredPosition(
      x: octet.x[place & 7], y: octet.y[place & 7], z: octet.z[place & 7])
  }

  /// How many of some points are certainly and how many are possibly within limits of a point.
  @inline(__always)
  func counts(
    in range: Range<Int>, of point: Splat, _ limits: SquaredChordLimits
  ) -> (certain: Int, possible: Int) {
    var certain = SIMD8<Int32>.zero
    var possible = SIMD8<Int32>.zero
    for place in range {
      let squares = octets[place].squaredChords(to: point)
      certain &+= SIMD8.zero.replacing(with: 1, where: squares .<= limits.certain)
      possible &+= SIMD8.zero.replacing(with: 1, where: squares .<= limits.possible)
    }
    return (Int(certain.wrappedSum()), Int(possible.wrappedSum()))
  }
}
