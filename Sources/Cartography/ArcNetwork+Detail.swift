internal import SimpleFeatures
internal import Topology

extension ArcNetwork {
  /// What is left out of arcs that have more vertices than the sheet can show.
  enum Detail {
    /// Vertices less than half a pixel from the one before.
    case thinned
    /// All that Douglas and Peucker's rule leaves out at a quarter of a pixel.
    case simplified

    /// The detail that lines on a sheet need; `nil` where all their vertices are worth drawing.
    ///
    /// Leaving out single vertices is as good for a few vertices a pixel and costs next to nothing.
    ///
    /// - Complexity: O(n) for n vertices.
    init?(of lines: [[PixelPoint]], on sheet: PixelBox) {
      var count = 0
      var length = 0.0
      for line in lines {
        guard var previous = line.first else { continue }
        for point in line {
          if sheet.contains(point) {
            count += 1
            length += point.distance(to: previous)
          }
          previous = point
        }
      }
      guard count > 300, Double(count) > 0.7 * length else { return nil }
      self = count > 30_000 && Double(count) > 4 * length ? .simplified : .thinned
    }
  }

  /// The lines and rings with less detail, in the order in which they were given; of rings, closed
  /// implicitly, each point once.
  func simplified(to detail: Detail) -> [[PixelPoint]] {
    guard case .simplified = detail, let arcs = try? simplifiedArcs(within: 0.25) else {
      return lines(through: arcs.map(Self.thinned))
    }
    return lines(through: arcs)
  }

  /// An arc without the points nearer than half a pixel to the one before.
  private static func thinned(_ arc: [PixelPoint]) -> [PixelPoint] {
    guard arc.count > 2, let last = arc.last else { return arc }
    var kept = [arc[0]]
    for point in arc.dropFirst().dropLast()
    where kept[kept.count - 1].squaredDistance(to: point) >= 0.25 {
      kept.append(point)
    }
    kept.append(last)
    return kept
  }

  // MARK: - By GEOS

  /// The arcs simplified together, so that none comes to cross itself or another.
  ///
  /// - Parameter tolerance: How far a vertex that is left out may lie from the new line, in pixels.
  /// - Returns: The arcs in their order.
  /// - Throws: `TopologyError` where GEOS fails.
  func simplifiedArcs(within tolerance: Double) throws(TopologyError) -> [[PixelPoint]] {
    let divisions = divisions
    var pieces: [[PlanarPosition]] = []
    for (arc, division) in zip(arcs, divisions) {
      let positions = arc.map { PlanarPosition(easting: $0.x, northing: $0.y) }
      guard let division else {
        pieces.append(positions)
        continue
      }
      pieces.append(Array(positions[...division]))
      pieces.append(Array(positions[division...]))
    }
    let simplified = try PlanarTopology.simplified(pieces, within: tolerance)
    var next = 0
    return divisions.map { division in
      var arc = simplified[next]
      next += 1
      if division != nil {
        arc += simplified[next].dropFirst()
        next += 1
      }
      return arc.map { PixelPoint(x: $0.easting, y: $0.northing) }
    }
  }

  /// The number of the vertex at which an arc is divided, because another has the same ends: else both
  /// might become the same straight line, and the area between them nothing.
  private var divisions: [Int?] {
    var counts: [Ends: Int] = [:]
    let ends = arcs.map(Ends.init)
    for ends in ends { counts[ends, default: 0] += 1 }
    return zip(arcs, ends).map { arc, ends in
      guard arc.count > 2, ends.a != ends.b, counts[ends, default: 0] > 1 else { return nil }
      return (1..<arc.count - 1).max {
        Self.distance(of: arc[$0], from: ends) < Self.distance(of: arc[$1], from: ends)
      }
    }
  }

  private struct Ends: Hashable {
    var a: PixelPoint
    var b: PixelPoint

    init(_ arc: [PixelPoint]) {
      let (first, last) = (arc[0], arc[arc.count - 1])
      (a, b) = (first.x, first.y) < (last.x, last.y) ? (first, last) : (last, first)
    }
  }

  /// How far a point lies from the line through both ends, times their distance.
  private static func distance(of point: PixelPoint, from ends: Ends) -> Double {
    let (a, b) = (ends.a, ends.b)
    return abs((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x))
  }
}
