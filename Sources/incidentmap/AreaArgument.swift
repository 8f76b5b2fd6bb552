internal import Geodesy
internal import Geoparsing
internal import Interchange
internal import SimpleFeatures
internal import Topology
internal import Toponymy

/// An area as a command is given it.
struct AreaArgument {
  /// What bounds it.
  enum Extent {
    case box(BoundingBox)
    case outline(Geometry)
  }

  var extent: Extent
  var label: String

  /// Reads an area.
  ///
  /// - Parameters:
  ///   - text: The argument.
  ///   - knowledge: The gazetteers.
  ///   - isFrame: Whether a place without an outline may stand for the box around its uncertainty.
  /// - Throws: `PlaceQueryError` where it is unknown or has no outline; errors of files.
  init(_ text: String, knowledge: KnowledgeOptions, isFrame: Bool = false) throws {
    if let box = try Self.box(text) {
      (extent, label) = (.box(box), text)
      return
    }
    if GeometryFile.isNamed(text) {
      let polygons = try GeometryFile.geometries(at: text).flatMap(\.polygons)
      guard !polygons.isEmpty else { throw PlaceQueryError("\(text) holds no polygon") }
      let area: ArealGeometry
      do {
        area = try ArealGeometry(.multiPolygon(polygons))
      } catch {
        throw PlaceQueryError("\(text) cannot be used as an area: \(error)")
      }
      for note in area.notes { Console.warn("\(text): \(note)") }
      (extent, label) = (.outline(area.geometry), text)
      return
    }
    let folder = try DataFolder()
    let query = try PlaceReader(knowledge).place(text, for: .area)
    let place = query.place
    let hasOutline = try place.map { try folder.outline(of: $0.id) != nil } ?? false
    if isFrame, !hasOutline, query.uncertainty.value > 0,
      let box = BoundingBox(
        enclosing: Geodesic.wgs84.ring(
          around: query.position, radius: query.uncertainty, vertices: 64))
    {
      (extent, label) = (.box(box), query.label)
      return
    }
    guard let place, let outline = try folder.outline(of: place.id) else {
      throw PlaceQueryError(
        "no outline is known for \(query.label); give a box W,S,E,N or a file of polygons")
    }
    extent = .outline(outline)
    label = "\(query.label) (\(place.id))"
  }

  /// `W,S,E,N` in degrees.
  private static func box(_ text: String) throws -> BoundingBox? {
    let numbers = text.split(separator: ",").map { Double($0.filter { !$0.isWhitespace }) }
    guard numbers.count > 1, !numbers.contains(nil) else { return nil }
    guard numbers.count == 4 else {
      throw PlaceQueryError("\(text) is no box: it takes west, south, east and north in degrees")
    }
    let edges = numbers.compactMap { $0 }
    let corners = [
      Position(longitude: edges[0], latitude: edges[1]),
      Position(longitude: edges[2], latitude: edges[3]),
    ]
    guard corners.allSatisfy(\.isValid), edges[1] <= edges[3] else {
      throw PlaceQueryError(
        "\(text) is no box: west, south, east and north in degrees")
    }
    return BoundingBox(west: edges[0], south: edges[1], east: edges[2], north: edges[3])
  }
}
