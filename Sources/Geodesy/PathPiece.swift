internal import SimpleFeatures

/// A part of a line, straight in degrees, and so short that it is nearly straight in space.
struct PathPiece: Sendable {
  /// How far a piece may leave its chord, in centimetres.
  static let deviation = 100.0

  /// Where it starts.
  let start: Position
  /// Where it ends.
  let end: Position
  /// Where it starts in space.
  let startPoint: EarthCenteredPosition
  /// Where it ends in space.
  let endPoint: EarthCenteredPosition

  /// The position at a part of the way, 0 … 1.
  func position(at part: Double) -> Position {
    Position(
      longitude: start.longitude + part * (end.longitude - start.longitude),
      latitude: start.latitude + part * (end.latitude - start.latitude))
  }

  /// Cuts a line into pieces.
  static func append(_ line: [Position], to pieces: inout [PathPiece]) {
    var previous: Position?
    for (index, position) in line.enumerated() {
      guard position.hasGeodesics, abs(position.longitude) <= 720 else {
        previous = nil
        continue
      }
      if let previous {
        append(from: previous, to: position, to: &pieces)
      } else if index + 1 == line.count || !line[index + 1].hasGeodesics {
        append(from: position, to: position, to: &pieces)
      }
      previous = position
    }
  }

  /// Cuts a straight line in degrees into equal pieces.
  ///
  /// With longitude and latitude as linear functions of time, the second derivative of the point in
  /// space is at most 1.02 a (cos φ λ'² + 2 |λ' φ'| + φ'²), cos φ taken where it is largest. A curve
  /// leaves its chord by at most an eighth of its second derivative over the time squared.
  private static func append(
    from start: Position, to end: Position, to pieces: inout [PathPiece]
  ) {
    let width = abs(end.longitude - start.longitude) * (.pi / 180)
    let height = abs(end.latitude - start.latitude) * (.pi / 180)
    let isAcrossEquator = (start.latitude < 0) != (end.latitude < 0)
    let lowest = isAcrossEquator ? 0 : min(abs(start.latitude), abs(end.latitude))
    let derivative =
      1.02 * WGS84.equatorialRadius * 100
      * (SineAndCosine(degrees: lowest).cosine * width * width + 2 * width * height
        + height * height)
    let count = max(1, (derivative / (8 * deviation)).squareRoot().rounded(.up))
    var previous = start
    for number in stride(from: 1, through: count, by: 1) {
      let part = number / count
      let next =
        number == count
        ? end
        : Position(
          longitude: start.longitude + part * (end.longitude - start.longitude),
          latitude: start.latitude + part * (end.latitude - start.latitude))
      if let from = EarthCenteredPosition(previous), let to = EarthCenteredPosition(next) {
        pieces.append(PathPiece(start: previous, end: next, startPoint: from, endPoint: to))
      }
      previous = next
    }
  }
}
