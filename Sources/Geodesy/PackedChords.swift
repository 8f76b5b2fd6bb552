/// The chords of eight pieces of a path.
///
/// What is left over at the end lies outside the earth, as among `PackedPoints`.
struct PackedChords: Sendable {
  private var x = SIMD8<Int32>(repeating: PackedPoints.nowhere)
  private var y = SIMD8<Int32>(repeating: PackedPoints.nowhere)
  private var z = SIMD8<Int32>(repeating: PackedPoints.nowhere)
  private var alongX = SIMD8<Float>.zero
  private var alongY = SIMD8<Float>.zero
  private var alongZ = SIMD8<Float>.zero
  /// One over the square of the length; 0 for a point.
  private var scale = SIMD8<Float>.zero

  /// Packs the chords of eight pieces or fewer.
  init(_ pieces: ArraySlice<PathPiece>) {
    for (lane, piece) in pieces.enumerated() {
      let chord = PathChord(piece)
      x[lane] = chord.start.x
      y[lane] = chord.start.y
      z[lane] = chord.start.z
      alongX[lane] = chord.alongX
      alongY[lane] = chord.alongY
      alongZ[lane] = chord.alongZ
      scale[lane] = chord.scale
    }
  }

  /// The squares of the distances from a point to the chords, in cm².
  @inline(__always)
  func squaredDistances(to point: PackedPoints.Splat) -> SIMD8<Float> {
    let x = SIMD8<Float>(point.x &- self.x)
    let y = SIMD8<Float>(point.y &- self.y)
    let z = SIMD8<Float>(point.z &- self.z)
    var part = (x * alongX + y * alongY + z * alongZ) * scale
    part = part.replacing(with: 0, where: part .< 0)
    part = part.replacing(with: 1, where: part .> 1)
    let restX = x - part * alongX
    let restY = y - part * alongY
    let restZ = z - part * alongZ
    return restX * restX + restY * restY + restZ * restZ
  }
}

/// The chord of a piece of a path.
struct PathChord: Sendable {
  let start: EarthCenteredPosition
  let alongX: Float
  let alongY: Float
  let alongZ: Float
  /// One over the square of the length; 0 for a point.
  let scale: Float

  /// The chord of a piece, a few kilometres long and so without rounding in single precision.
  init(_ piece: PathPiece) {
    start = piece.startPoint
    alongX = Float(piece.endPoint.x - start.x)
    alongY = Float(piece.endPoint.y - start.y)
    alongZ = Float(piece.endPoint.z - start.z)
    let square = alongX * alongX + alongY * alongY + alongZ * alongZ
    scale = square > 0 ? 1 / square : 0
  }

  /// The squares of the distances from eight points to the chord, in cm².
  @inline(__always)
  func squaredDistances(to points: PackedPoints.Octet) -> SIMD8<Float> {
    let x = SIMD8<Float>(points.x &- start.x)
    let y = SIMD8<Float>(points.y &- start.y)
    let z = SIMD8<Float>(points.z &- start.z)
    var part = (x * alongX + y * alongY + z * alongZ) * scale
    part = part.replacing(with: 0, where: part .< 0)
    part = part.replacing(with: 1, where: part .> 1)
    let restX = x - part * alongX
    let restY = y - part * alongY
    let restZ = z - part * alongZ
    return restX * restX + restY * restY + restZ * restZ
  }

  /// How far roundings to single precision can move a distance, in centimetres.
  ///
  /// A difference of coordinates is rounded by 2⁻²⁴ of itself, the part of the way by six times as
  /// much of how many chords the point is away; together less than nine roundings of the distance to
  /// the start, which is no longer than the distance to the chord and the chord.
  static func imprecision(ofDistance distance: Double) -> Double {
    1e-6 * (distance + longest)
  }

  /// More than the length of a chord that its piece leaves by a metre at most, in centimetres.
  ///
  /// A piece follows the ellipsoid, whose least curvature leaves a chord of 8 km by more than 1.2 m.
  private static let longest = 8e5
}
