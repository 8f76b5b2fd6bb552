internal import SimpleFeatures

/// The rings of many areas in one row of vertices.
struct AreaRings {
  /// Polygons whose rings are counted together.
  struct Part {
    var area: Int32
    var bounds: BoundingBox
    /// The vertices of each ring, the first repeated at the end.
    var rings: [Range<Int>]
  }

  /// The largest coordinate taken: beyond, sizes of cells could overflow.
  private static let reach = 1e9

  private(set) var vertices: [Position] = []
  private(set) var parts: [Part] = []

  /// Takes the polygons of each area; those of a collection's parts stay apart, as they may overlap.
  init(_ areas: [Geometry]) throws(TopologyError) {
    for (index, area) in areas.enumerated() {
      let attempt = "take up area \(index + 1) of \(areas.count)"
      let before = parts.count
      for part in area.parts {
        let polygons = part.polygons
        guard !polygons.isEmpty else { continue }
        if let defect = Geometry.multiPolygon(polygons).defect {
          throw TopologyError(attempt: attempt, message: defect)
        }
        try append(polygons, of: Int32(index), attempting: attempt)
      }
      guard parts.count > before else {
        throw TopologyError(attempt: attempt, message: "there is no polygon in it")
      }
    }
  }

  private mutating func append(
    _ polygons: [Polygon], of area: Int32, attempting attempt: String
  ) throws(TopologyError) {
    var rings: [Range<Int>] = []
    let start = vertices.count
    for polygon in polygons {
      for ring in [polygon.exterior] + polygon.interiors where !ring.isEmpty {
        rings.append(vertices.count..<vertices.count + ring.count)
        vertices += ring
      }
    }
    guard let bounds = BoundingBox(enclosing: vertices[start...]) else { return }
    let reach = [bounds.west, bounds.east, bounds.south, bounds.north].map(\.magnitude).max() ?? 0
    guard reach <= Self.reach else {
      throw TopologyError(attempt: attempt, message: "its coordinates are not degrees")
    }
    parts.append(Part(area: area, bounds: bounds, rings: rings))
  }

  // MARK: - Grid

  /// A grid as fine as the rings are rich, that does not need more than some hundred megabytes
  /// whatever they look like.
  var grid: RasterGrid {
    let boxes = parts.map(\.bounds)
    let corners = boxes.flatMap {
      [
        Position(longitude: $0.west, latitude: $0.south),
        Position(longitude: $0.east, latitude: $0.north),
      ]
    }
    let box =
      BoundingBox(enclosing: corners) ?? BoundingBox(west: 0, south: 0, east: 0, north: 0)
    let cells = Double(min(max(32 * vertices.count, 1 << 12), 1 << 22))
    let width = max(box.east - box.west, 1e-9)
    let height = max(box.north - box.south, 1e-9)
    let columns = (cells * min(max(width / height, 1.0 / 1024), 1024)).squareRoot()
    var size = (columns: max(Int(columns), 1), rows: max(Int(cells / columns), 1))
    let lengths = lengths
    while size.columns > 1 || size.rows > 1 {
      let perLongitude = Double(size.columns) / width
      let perLatitude = Double(size.rows) / height
      let crossings = lengths.longitude * perLongitude + lengths.latitude * perLatitude
      let covered = boxes.reduce(0) { sum, box in
        sum + ((box.east - box.west) * perLongitude + 1)
          * ((box.north - box.south) * perLatitude + 1)
      }
      if crossings <= 0x1p22 + 4 * Double(vertices.count),
        covered <= 0x1p23 + 4 * Double(boxes.count)
      {
        break
      }
      size = (max(size.columns / 2, 1), max(size.rows / 2, 1))
    }
    return RasterGrid(over: box, columns: size.columns, rows: size.rows)
  }

  /// How far all edges go together, to east or west and to north or south, in degrees.
  private var lengths: (longitude: Double, latitude: Double) {
    var longitude = 0.0
    var latitude = 0.0
    for ring in parts.lazy.flatMap(\.rings) {
      for index in ring.dropLast() {
        longitude += (vertices[index + 1].longitude - vertices[index].longitude).magnitude
        latitude += (vertices[index + 1].latitude - vertices[index].latitude).magnitude
      }
    }
    return (longitude, latitude)
  }
}
