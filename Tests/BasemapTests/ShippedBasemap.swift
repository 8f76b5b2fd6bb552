import Cartography
import Foundation
import Interchange
import SimpleFeatures

/// The shipped outlines, read once in a process.
enum ShippedBasemap {
  static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Data")
  static let folder = data.appending(path: "basemap")
  static let names = [
    "world", "world-borders", "countries", "borders", "municipalities", "lakes", "rivers",
  ]

  private static let shipped = Result {
    try names.reduce(into: [String: Layer]()) {
      $0[$1] = try GeoJSONReader.layer(contentsOf: folder.appending(path: "\($1).geojson").path)
    }
  }

  static func layer(_ name: String) throws -> Layer {
    try shipped.get()[name] ?? Layer(name: name, features: [])
  }

  static func layers() throws -> BasemapLayers {
    try BasemapLayers(
      world: layer("world"), countries: layer("countries"),
      municipalities: layer("municipalities"), lakes: layer("lakes"), rivers: layer("rivers"),
      borders: layer("borders"), worldBorders: layer("world-borders"))
  }

  static func viewpoints() throws -> ViewpointTable {
    let file = folder.appending(path: "viewpoints.csv")
    return try ViewpointTable(Array(Data(contentsOf: file)), path: file.lastPathComponent)
  }
}

/// An edge of a ring or a line, in its direction.
struct DirectedEdge: Hashable {
  var from: Position
  var to: Position

  var reversed: DirectedEdge { DirectedEdge(from: to, to: from) }

  static func edges(of line: [Position]) -> [DirectedEdge] {
    zip(line, line.dropFirst()).map { DirectedEdge(from: $0, to: $1) }
  }
}

extension Geometry {
  var rings: [[Position]] { polygons.flatMap { [$0.exterior] + $0.interiors } }
}
