internal import Foundation
internal import IncidentStore
internal import Interchange
internal import SimpleFeatures

/// A file of layers of the editor's own: GeoJSON or a GeoPackage.
enum BasemapFile {
  /// The layers of a file; what cannot be drawn is counted in a warning.
  ///
  /// - Parameter path: The file's path; one that ends in `.gpkg` is a GeoPackage.
  /// - Returns: The layers with something to draw.
  /// - Throws: Errors of files, which name it.
  static func layers(at path: String) throws -> [Layer] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw InterchangeError.missing(path: path)
    }
    let isGeoPackage = (path as NSString).pathExtension.lowercased() == "gpkg"
    let layers = try isGeoPackage ? geoPackage(path) : [geoJSON(path)]
    let drawn = layers.filter { !$0.features.isEmpty }
    if drawn.isEmpty { Console.warn("\(path): there is nothing to draw in it") }
    return drawn
  }

  private static func geoPackage(_ path: String) throws -> [Layer] {
    try GeoPackageFile.layers(at: path).map { read in
      warn(
        path, passedOver: read.passedOver, of: read.passedOver + read.layer.features.count,
        in: " of \(read.layer.name)", because: "no geometry, or a damaged one")
      return read.layer
    }
  }

  private static func geoJSON(_ path: String) throws -> Layer {
    var reader = try GeoJSONFeatureReader.open(path: path)
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent
    var layer = Layer(name: name, features: [])
    var passedOver = 0
    var total = 0
    var reason: String?
    while let outcome = try reader.next() {
      total = outcome.number
      if let feature = outcome.feature, feature.geometry != nil {
        layer.features.append(feature)
        continue
      }
      passedOver += 1
      reason = reason ?? outcome.problem?.message ?? "feature \(total): it has no geometry"
    }
    guard reader.isGeoJSON else {
      throw InterchangeError.malformed(
        path: path, problems: [FileProblem(message: "this is not GeoJSON: it holds no object")])
    }
    warn(path, passedOver: passedOver, of: total, in: "", because: reason ?? "")
    if let own = reader.collectionName, !own.isEmpty { layer.name = own }
    return layer
  }

  private static func warn(
    _ path: String, passedOver: Int, of total: Int, in table: String, because reason: String
  ) {
    guard passedOver > 0 else { return }
    Console.warn("\(path): \(passedOver) of \(total) features\(table) are not drawn: \(reason)")
  }
}
