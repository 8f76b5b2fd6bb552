internal import Cartography
internal import Foundation
internal import Interchange
internal import SimpleFeatures
internal import Topology
internal import Toponymy

extension DataFolder {
  /// The outlines that maps are drawn on.
  func basemap() throws -> BasemapLayers {
    BasemapLayers(
      world: try layer("world"), countries: try layer("countries"),
      municipalities: try layer("municipalities"), lakes: try layer("lakes"),
      rivers: try layer("rivers"), borders: try layer("borders"),
      worldBorders: try layer("world-borders"))
  }

  /// The outline of a place, the most detailed whole one there is; `nil` where none is known.
  ///
  /// That of a country holds the contested areas whose places the gazetteer files under it.
  func outline(of id: PlaceID) throws -> Geometry? {
    for name in ["municipalities", "countries", "world"] {
      let features = try layer(name).features
      let whole = features.first {
        $0.text("place_id") == id.text && $0.properties["cut"] != .boolean(true)
      }
      guard let whole, let outline = whole.geometry else { continue }
      guard name == "world", whole.isOwnCountry, let code = whole.text("country"), !code.isEmpty
      else { return outline }
      let parts = features.filter { ($0.text("filed_under") ?? $0.text("country")) == code }
        .compactMap(\.geometry)
      return parts.count > 1 ? try PlanarTopology.union(parts) : outline
    }
    return nil
  }

  /// The lines of a place: the course of a river, the shore of a lake; empty where none are known.
  func lines(of id: PlaceID) throws -> [[Position]] {
    try ["rivers", "lakes"].flatMap { try layer($0).features }
      .filter { $0.text("place_id") == id.text }
      .compactMap(\.geometry)
      .flatMap { $0.lines + $0.polygons.map(\.exterior) }
  }

  private func layer(_ name: String) throws -> Layer {
    try GeoJSONReader.layer(contentsOf: "\(path)/basemap/\(name).geojson")
  }
}
