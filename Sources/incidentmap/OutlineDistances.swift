internal import Geodesy
internal import SimpleFeatures
internal import Topology
internal import Toponymy

/// How far the outlines of places are, as far as the data have them; each is read once.
final class OutlineDistances {
  /// An outline with what answers for it.
  private struct Outline {
    let area: PreparedGeometry
    let edge: GeodesicPath

    init(_ geometry: Geometry) throws {
      area = try PreparedGeometry(geometry)
      edge = GeodesicPath(geometry.polygons.flatMap { [$0.exterior] + $0.interiors })
    }
  }

  private lazy var folder = try? DataFolder()
  private var outlines: [PlaceID: Outline?] = [:]

  /// The least and the most distance from a position to the area of a place; the least is 0 inside.
  ///
  /// The most is that to the farthest corner.
  ///
  /// - Returns: `nil` where no outline is known, or none that can be used.
  func distances(
    _ id: PlaceID, from position: Position
  ) -> (least: Meters, most: Meters)? {
    guard let outline = outline(of: id),
      let farthest = outline.edge.farthestDistance(to: position)
    else { return nil }
    if outline.area.covers(position) { return (Meters(0), farthest) }
    return outline.edge.nearest(to: position).map { ($0.distance, farthest) }
  }

  private func outline(of id: PlaceID) -> Outline? {
    if let known = outlines[id] { return known }
    let outline = (try? folder?.outline(of: id)).flatMap { try? Outline($0) }
    outlines[id] = .some(outline)
    return outline
  }
}
