/// Puts circles side by side around a middle, so that none hides another.
enum CirclePacking {
  /// The middles of circles that keep a gap, the first in the middle, each next as close to it as
  /// there is room; shifted together so that their box is centred on the origin.
  ///
  /// - Complexity: O(*n*⁴) in the worst case: for the dozens of incidents of one place.
  static func centers(radii: [Double], gap: Double) -> [PixelPoint] {
    var placed: [PixelCircle] = []
    for radius in radii {
      let grown = radius + gap / 2
      placed.append(PixelCircle(center: nextCenter(radius: grown, among: placed), radius: grown))
    }
    let boxes = placed.flatMap { [$0.bounds.corners[0], $0.bounds.corners[2]] }
    guard let middle = PixelBox(enclosing: boxes)?.center else { return [] }
    return placed.map { PixelPoint(x: $0.center.x - middle.x, y: $0.center.y - middle.y) }
  }

  private static func nextCenter(radius: Double, among placed: [PixelCircle]) -> PixelPoint {
    let origin = PixelPoint(x: 0, y: 0)
    guard let first = placed.first else { return origin }
    var best = first.center.offset(by: first.radius + radius, degrees: 90)
    guard placed.count > 1 else { return best }
    var bestDistance = Double.infinity
    for i in placed.indices {
      for j in placed.indices where j != i {
        guard let touching = center(radius: radius, touching: placed[i], and: placed[j]) else {
          continue
        }
        let distance = touching.squaredDistance(to: origin)
        guard distance < bestDistance - 1e-6 else { continue }
        let isFree = placed.allSatisfy {
          $0.center.distance(to: touching) >= $0.radius + radius - 1e-6
        }
        if isFree {
          best = touching
          bestDistance = distance
        }
      }
    }
    return best
  }

  /// The middle of a circle that touches two others, to the right of the way from one to the other.
  private static func center(
    radius: Double, touching a: PixelCircle, and b: PixelCircle
  ) -> PixelPoint? {
    let (reachA, reachB) = (a.radius + radius, b.radius + radius)
    let distance = a.center.distance(to: b.center)
    guard distance > 0, distance <= reachA + reachB else { return nil }
    let along = (distance * distance + reachA * reachA - reachB * reachB) / (2 * distance)
    let across = (max(0, reachA * reachA - along * along)).squareRoot()
    let (ux, uy) = ((b.center.x - a.center.x) / distance, (b.center.y - a.center.y) / distance)
    return PixelPoint(
      x: a.center.x + ux * along - uy * across, y: a.center.y + uy * along + ux * across)
  }
}
