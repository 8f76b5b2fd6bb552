internal import SimpleFeatures

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The Earth as a ball seen from far away, for a thumbnail: the orthographic projection.
///
/// A hemisphere is a half space of the ball, so polygons are cut at the horizon by one plane
/// (Sutherland and Hodgman 1974) and the seam is bent along the rim.
struct SphereView {
  private struct Vector {
    var right: Double
    var up: Double
    /// Towards the eye: negative on the far side.
    var near: Double
  }

  let center: PixelPoint
  let radius: Double
  private let longitude: Double
  private let latitude: Double

  init(center: PixelPoint, radius: Double, over position: Position) {
    self.center = center
    self.radius = radius
    longitude = position.longitude * .pi / 180
    latitude = position.latitude * .pi / 180
  }

  /// The pixel of a position, or `nil` on the far side.
  func pixel(_ position: Position) -> PixelPoint? {
    let vector = vector(position)
    return vector.near < 0 ? nil : pixel(vector)
  }

  /// The visible part of a ring; empty where there is none.
  func ring(_ ring: [Position]) -> [PixelPoint] {
    let vectors = ring.map(vector)
    guard var previous = vectors.last, vectors.contains(where: { $0.near >= 0 }) else { return [] }
    var points: [PixelPoint] = []
    var left: Double?
    for vector in vectors {
      if (vector.near >= 0) != (previous.near >= 0) {
        let rim = crossing(previous, vector)
        if vector.near >= 0 {
          if let start = left { points += arc(from: start, to: rim) }
          left = nil
        } else {
          left = rim
        }
        points.append(onRim(rim))
      }
      if vector.near >= 0 { points.append(pixel(vector)) }
      previous = vector
    }
    if let start = left, let first = points.first {
      points += arc(from: start, to: atan2(first.x - center.x, center.y - first.y))
    }
    return thinned(points)
  }

  /// The visible parts of a line.
  func lines(_ line: [Position]) -> [[PixelPoint]] {
    line.split { vector($0).near < 0 }.map { $0.map { pixel(vector($0)) } }
  }

  private func vector(_ position: Position) -> Vector {
    let (sinPhi, cosPhi) = (sin(position.latitude * .pi / 180), cos(position.latitude * .pi / 180))
    let turn = position.longitude * .pi / 180 - longitude
    let (sinZero, cosZero) = (sin(latitude), cos(latitude))
    return Vector(
      right: cosPhi * sin(turn), up: cosZero * sinPhi - sinZero * cosPhi * cos(turn),
      near: sinZero * sinPhi + cosZero * cosPhi * cos(turn))
  }

  private func pixel(_ vector: Vector) -> PixelPoint {
    PixelPoint(x: center.x + radius * vector.right, y: center.y - radius * vector.up)
  }

  /// The clockwise angle from up, in radians, at which an edge passes the horizon.
  private func crossing(_ a: Vector, _ b: Vector) -> Double {
    let part = a.near / (a.near - b.near)
    return atan2(a.right + part * (b.right - a.right), a.up + part * (b.up - a.up))
  }

  private func onRim(_ angle: Double) -> PixelPoint {
    PixelPoint(x: center.x + radius * sin(angle), y: center.y - radius * cos(angle))
  }

  /// Points along the rim between two angles, the shorter way.
  private func arc(from start: Double, to end: Double) -> [PixelPoint] {
    var sweep = end - start
    if sweep > .pi { sweep -= 2 * .pi }
    if sweep < -.pi { sweep += 2 * .pi }
    let steps = Int(sweep.magnitude / 0.1)
    return (0..<steps).map { onRim(start + sweep * Double($0 + 1) / Double(steps + 1)) }
  }

  private func thinned(_ points: [PixelPoint]) -> [PixelPoint] {
    var kept: [PixelPoint] = []
    for point in points {
      if let last = kept.last, last.squaredDistance(to: point) < 0.16 { continue }
      kept.append(point)
    }
    return kept.count < 3 ? [] : kept
  }
}
